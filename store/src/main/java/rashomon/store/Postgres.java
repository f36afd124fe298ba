package rashomon.store;

import static rashomon.store.StoreProblem.Code.EXTERNAL;
import static rashomon.store.StoreProblem.Code.INTERNAL;
import static rashomon.store.StoreProblem.Code.USER;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import rashomon.store.Passages.Passage;

/** A schema of a PostgreSQL database, found by its URL; made for version 14 and later. */
final class Postgres implements Dialect {

  private static final int READERS = 4;

  /** The number of the lock that the one who writes holds: RASHOMON's first letters. */
  private static final long LOCK = 0x5241_5348_4f4dL;

  private static final int CONNECT_SECONDS = 10;

  /** How many places of one word a tsvector keeps. */
  private static final int POSITIONS = 255;

  private final String url;

  Postgres(String url) {
    this.url =
        "jdbc:postgresql:" + url.replaceFirst("^jdbc:", "").replaceFirst("^postgres(ql)?:", "");
  }

  /** The URL without user and password. */
  @Override
  public String place() {
    return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(withUser(url, source));
    } catch (IllegalArgumentException notAUrl) {
      throw new StoreProblem(
          USER,
          place() + " is no address of a PostgreSQL database: postgresql://host:port/database.",
          notAUrl);
    }
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setApplicationName("rashomon");
    source.setReWriteBatchedInserts(true);
    return source;
  }

  /** The driver takes no {@code user:password@} before the host, which every other program does. */
  private static String withUser(String url, PGSimpleDataSource source) {
    int at = url.indexOf('@');
    int host = url.indexOf("//");
    int path = url.indexOf('/', host + 2);
    if (host < 0 || at < 0 || (path >= 0 && at > path)) {
      return url;
    }
    String[] user = url.substring(host + 2, at).split(":", 2);
    source.setUser(decoded(user[0]));
    if (user.length == 2) {
      source.setPassword(decoded(user[1]));
    }
    return url.substring(0, host + 2) + url.substring(at + 1);
  }

  private static String decoded(String part) {
    return java.net.URLDecoder.decode(
        part.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public void create() {}

  @Override
  public DataSource migrating() {
    return source();
  }

  @Override
  public Map<String, String> types() {
    return Map.of("text", "TEXT COLLATE \"C\"", "blob", "BYTEA", "key", "BIGINT PRIMARY KEY");
  }

  @Override
  public String schema() {
    return "postgresql";
  }

  @Override
  public Connection writer() throws SQLException {
    Connection connection = source().getConnection();
    try (Statement statement = connection.createStatement();
        ResultSet held =
            statement.executeQuery(
                "SELECT pg_try_advisory_lock(hashtextextended(current_schema(), " + LOCK + "))")) {
      held.next();
      boolean mine = held.getBoolean(1);
      if (held.wasNull()) {
        throw noSchema(null);
      }
      if (!mine) {
        throw new StoreProblem(
            USER,
            "Another Rashomon writes to "
                + place()
                + "; wait until it is done, or stop it, and try again.",
            null);
      }
      return connection;
    } catch (SQLException | StoreProblem failure) {
      connection.close();
      throw failure;
    }
  }

  private StoreProblem noSchema(@Nullable SQLException cause) {
    return new StoreProblem(
        USER,
        place()
            + " has no such schema, or not all tables in it; make the schema, or name another:"
            + " ?currentSchema=NAME.",
        cause);
  }

  @Override
  public void released() {}

  @Override
  public HikariDataSource readers() {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source());
    pool.setReadOnly(true);
    pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(0);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(CONNECT_SECONDS * 1000L);
    pool.setPoolName("rashomon");
    return new HikariDataSource(pool);
  }

  @Override
  public String matches(boolean words, boolean who) {
    return (words ? "p.word_index @@ CAST(:words AS tsquery)" : "")
        + (words && who ? " AND " : "")
        + (who ? "p.who_index @@ CAST(:who AS tsquery)" : "");
  }

  @Override
  public void bind(Query query, List<List<String>> words, List<List<String>> who) {
    if (!words.isEmpty()) {
      query.bind("words", all(words));
    }
    if (!who.isEmpty()) {
      query.bind("who", all(who));
    }
  }

  /** Words hold letters and digits alone, so within quotes none of them is an operator. */
  private static String all(List<List<String>> phrases) {
    return phrases.stream()
        .map(
            phrase ->
                phrase.stream()
                    .map(word -> "'" + word + "'")
                    .collect(Collectors.joining(" <-> ", "(", ")")))
        .collect(Collectors.joining(" & "));
  }

  @Override
  public void index(Handle handle, List<Passage> passages) {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            UPDATE passage SET word_index = CAST(? AS tsvector), who_index = CAST(? AS tsvector)
            WHERE doc = ?""");
    for (Passage passage : passages) {
      rows.add(vector(passage.words()), vector(passage.who()), passage.doc());
    }
    rows.execute();
  }

  private static String vector(List<String> words) {
    Map<String, List<Integer>> positions = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      List<Integer> of = positions.computeIfAbsent(words.get(i), word -> new ArrayList<>());
      if (of.size() < POSITIONS) {
        of.add(i + 1);
      }
    }
    return positions.entrySet().stream()
        .map(
            word ->
                "'"
                    + word.getKey()
                    + "':"
                    + word.getValue().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void unindex(Handle handle, List<Long> docs) {}

  /**
   * Writes the tables anew. What the server keeps elsewhere, its log and its backups, is its
   * keeper's to forget.
   */
  @Override
  public void wipe(Connection writer) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      for (String table : Tables.NAMES) {
        statement.execute("VACUUM FULL " + table);
      }
    }
  }

  @Override
  public void unindexAll(Handle handle) {}

  /** A connection that sees one moment and changes nothing. */
  Connection snapshot() throws SQLException {
    Connection connection = source().getConnection();
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public StoreProblem problem(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.startsWith("08")) {
      return new StoreProblem(
          EXTERNAL,
          place() + " does not answer; look whether the database runs, and try again.",
          failure);
    }
    if (state.startsWith("28") || state.startsWith("3D")) {
      return new StoreProblem(
          USER,
          place() + " lets nobody in under that name; look at user, password and database.",
          failure);
    }
    return switch (state) {
      case "3F000", "42P01" -> noSchema(failure);
      case "53100" ->
          new StoreProblem(
              EXTERNAL,
              "The disk that holds "
                  + place()
                  + " is full; all before the last step is kept: make room, and run the same again.",
              failure);
      case "55P03", "40001", "40P01" ->
          new StoreProblem(
              USER,
              place() + " is locked by another program; wait until that is done, and try again.",
              failure);
      case "25006", "42501" ->
          new StoreProblem(
              USER, place() + " may not be written; allow it, or name another store.", failure);
      case "53300", "57P01", "57P02", "57P03" ->
          new StoreProblem(
              EXTERNAL,
              place() + " takes no connection now; look after the database, and try again.",
              failure);
      default -> new StoreProblem(INTERNAL, place() + ": " + failure.getMessage(), failure);
    };
  }
}
