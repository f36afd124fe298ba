package rashomon.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import rashomon.model.Payload;

/**
 * Everything that could be made again from captures and corrections, in one order, the same in
 * every database. Two stores with the same of it give the same lines, byte for byte.
 */
public final class Derived {

  /** How many rows are held. */
  private static final int AT_ONCE = 200;

  private static final List<String> SELECTS =
      List.of(
          "SELECT 'body', sha256, text FROM body ORDER BY sha256",
          """
          SELECT 'version', report, capture, seen, number, at, file, url, outlet, title, published,
            modified, stamped, language, authors, credit, stub, body
          FROM version ORDER BY report, seen, capture""",
          "SELECT 'reading', report, capture, engine, shape, body FROM reading ORDER BY report, capture",
          """
          SELECT 'passage', report, capture, statement, party, words, spans, cue, cue_span, denied,
            first, gone, gone_at, outlet, at
          FROM passage ORDER BY report, capture, statement""",
          """
          SELECT 'rejection', id, capture, seen, file, code, why
          FROM rejection WHERE capture IS NOT NULL ORDER BY id""",
          "SELECT 'sketch', report, body FROM sketch ORDER BY report",
          """
          SELECT 'story', id, storyline, title, first, last, reports, origins, contested
          FROM story ORDER BY id""",
          "SELECT 'placement', report, story FROM placement ORDER BY report",
          "SELECT 'event', at, kind, story, report, other, why FROM event ORDER BY at, kind, story, report, other, why");

  private final Handle handle;
  private final Dialect dialect;

  Derived(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /** One line for each row; of what is not text, its SHA-256. */
  public void lines(Consumer<String> lines) {
    for (String select : SELECTS) {
      try (var rows =
          handle
              .createQuery(select)
              .setFetchSize(AT_ONCE)
              .map((row, context) -> line(row))
              .stream()) {
        rows.forEach(lines);
      }
    }
  }

  private static String line(ResultSet row) throws SQLException {
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      line.append(i == 1 ? "" : "\t")
          .append(
              switch (value) {
                case null -> "-";
                case byte[] bytes -> Payload.of(bytes).sha256();
                case String text ->
                    text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
                default -> value.toString();
              });
    }
    return line.toString();
  }

  /** The SHA-256 of the lines, each with its end. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new AssertionError(everyJavaHasIt);
    }
  }

  /** Deletes all of it; every capture waits again. What is {@link Pending} stays. */
  public void clear() {
    dialect.unindexAll(handle);
    for (String table :
        List.of("passage", "reading", "version", "body", "sketch", "placement", "story", "event")) {
      handle.execute("DELETE FROM " + table);
    }
    handle.execute("DELETE FROM rejection WHERE capture IS NOT NULL");
    handle.execute(
        "INSERT INTO waiting (seen, capture) SELECT seen, id FROM capture WHERE true"
            + " ON CONFLICT DO NOTHING");
  }
}
