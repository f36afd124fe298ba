package rashomon.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import rashomon.model.Payload;

/** Notes that something was removed for good. No note holds any of it, not even its address. */
public final class Removals {

  /**
   * One address that was removed.
   *
   * @param sha256 of the address, 64 lower-case hexadecimal digits
   */
  public record Removal(String sha256, Instant at, String reason) {}

  /**
   * What was removed with one address.
   *
   * @param reports their ids
   * @param captures how many
   * @param noted whether a note was made: where nothing at all was known of it, none is
   */
  public record Removed(List<String> reports, int captures, boolean noted) {

    public Removed {
      reports = List.copyOf(reports);
    }
  }

  private final Handle handle;
  private final Search search;
  private final Stories stories;
  private final Pending pending;

  Removals(Handle handle, Search search, Stories stories, Pending pending) {
    this.handle = handle;
    this.search = search;
    this.stories = stories;
    this.pending = pending;
  }

  /** Whether that address was removed. */
  public boolean has(String url) {
    return find(url).isPresent();
  }

  /** The note that was made when that address was removed. */
  public Optional<Removal> find(String url) {
    return handle
        .createQuery("SELECT sha256, at, reason FROM removal WHERE sha256 = :hash")
        .bind("hash", hash(url))
        .map((row, context) -> removal(row))
        .findOne();
  }

  /** All notes, by time. */
  public List<Removal> all() {
    return handle
        .createQuery("SELECT sha256, at, reason FROM removal ORDER BY at, sha256")
        .map((row, context) -> removal(row))
        .list();
  }

  private static Removal removal(ResultSet row) throws SQLException {
    return new Removal(row.getString(1), Micros.instant(row.getLong(2)), row.getString(3));
  }

  /**
   * Notes of an address that it leads to a removed one, so that it is not visited again either.
   * What is kept of it otherwise stays.
   */
  public void alike(String url, String removed) {
    Removal note =
        find(removed).orElseThrow(() -> new IllegalArgumentException("not removed: " + removed));
    handle.execute("DELETE FROM visit WHERE url = ?", url);
    note(url, note.at(), note.reason());
  }

  /** Deletes all that is known of an address; {@link Store#forget} says what that is. */
  Removed remove(String url, Instant at, String reason) {
    List<String> reports =
        handle
            .createQuery(
                """
                SELECT DISTINCT v.report FROM version v JOIN capture c ON c.id = v.capture
                WHERE v.url = :url OR c.url = :url ORDER BY v.report""")
            .bind("url", url)
            .mapTo(String.class)
            .list();
    Set<String> captures = new TreeSet<>(strings("SELECT id FROM capture WHERE url = :it", url));
    Set<String> addresses = new TreeSet<>(Set.of(url));
    for (String report : reports) {
      captures.addAll(strings("SELECT capture FROM version WHERE report = :it", report));
      addresses.addAll(
          strings("SELECT url FROM version WHERE report = :it AND url IS NOT NULL", report));
    }
    for (String capture : captures) {
      addresses.addAll(strings("SELECT url FROM capture WHERE id = :it", capture));
    }
    for (String address : List.copyOf(addresses)) {
      addresses.addAll(strings("SELECT url FROM visit WHERE asked = :it", address));
    }
    reports.forEach(this::removeReport);
    captures.forEach(this::removeCapture);
    handle.execute(
        "DELETE FROM body WHERE NOT EXISTS (SELECT 1 FROM version WHERE body = body.sha256)");
    int rows = reports.size() + captures.size();
    for (String address : addresses) {
      rows += handle.execute("DELETE FROM rejection WHERE file = ?", address);
      rows += handle.execute("DELETE FROM visit WHERE url = ?", address);
    }
    if (rows > 0) {
      addresses.forEach(address -> note(address, at, reason));
    }
    return new Removed(reports, captures.size(), rows > 0);
  }

  private void note(String address, Instant at, String reason) {
    handle.execute(
        """
        INSERT INTO removal (sha256, at, reason, wiped) VALUES (?, ?, ?, 0)
        ON CONFLICT (sha256) DO UPDATE SET wiped = 0""",
        hash(address),
        Micros.of(at),
        Rows.clean(reason));
  }

  private List<String> strings(String sql, String it) {
    return handle.createQuery(sql).bind("it", it).mapTo(String.class).list();
  }

  /**
   * What comparing its story gave quotes it, so that goes too. Without it other reports may be
   * grouped otherwise.
   */
  private void removeReport(String report) {
    search.remove(report);
    stories
        .of(report)
        .ifPresent(
            story -> {
              pending.placeAnew();
              handle.execute(
                  """
                  UPDATE story SET title = NULL, first = NULL, last = NULL, reports = NULL,
                    origins = NULL, contested = NULL, compared = -1
                  WHERE id = ?""",
                  story);
            });
    stories.take(report);
    handle.execute("DELETE FROM event WHERE report = ?", report);
    for (String table : List.of("reading", "sketch", "version", "pending")) {
      handle.execute("DELETE FROM " + table + " WHERE report = ?", report);
    }
  }

  private void removeCapture(String capture) {
    for (String table :
        List.of("waiting", "rejection", "reading", "passage", "version", "pending")) {
      handle.execute("DELETE FROM " + table + " WHERE capture = ?", capture);
    }
    handle.execute("DELETE FROM capture WHERE id = ?", capture);
  }

  /** Whether something was deleted and may not be gone from the files yet. */
  boolean unfinished() {
    return handle
        .createQuery("SELECT 1 FROM removal WHERE wiped = 0 LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void finished() {
    handle.execute("UPDATE removal SET wiped = 1 WHERE wiped = 0");
  }

  static String hash(String url) {
    return Payload.of(url.getBytes(StandardCharsets.UTF_8)).sha256();
  }
}
