package rashomon.store;

import static rashomon.store.StoreProblem.Code.EXTERNAL;
import static rashomon.store.StoreProblem.Code.INTERNAL;
import static rashomon.store.StoreProblem.Code.USER;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import rashomon.store.Passages.Passage;

/** A folder with the file {@code rashomon.db} in it. */
final class Sqlite implements Dialect {

  static final String FILE = "rashomon.db";

  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int PAGES_CACHED_KIB = 32 * 1024;

  private final Path folder;
  private final Path file;
  private final Lock lock;
  private final Duration patience;

  Sqlite(Path folder) {
    this(folder, PATIENCE);
  }

  /**
   * @param patience how long to wait for a program that locks the file
   */
  Sqlite(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
    this.file = folder.resolve(FILE);
    this.lock = new Lock(folder.resolve("rashomon.lock"));
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public boolean exists() {
    refuseFile();
    return Files.exists(file);
  }

  private void refuseFile() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new StoreProblem(
          USER, folder + " is a file; a store is a folder: name another place.", null);
    }
  }

  @Override
  public void create() {
    refuseFile();
    try {
      Files.createDirectories(folder);
    } catch (IOException refused) {
      throw new StoreProblem(
          USER,
          "The folder " + folder + " cannot be made; name a place where you may write.",
          refused);
    }
  }

  /** Leaves the file's journal as it is, for it may be another program's. */
  @Override
  public DataSource migrating() {
    SQLiteConfig config = reading();
    config.enforceForeignKeys(true);
    return source(config);
  }

  @Override
  public Map<String, String> types() {
    return Map.of("text", "TEXT", "blob", "BLOB", "key", "INTEGER PRIMARY KEY");
  }

  @Override
  public String schema() {
    return "sqlite";
  }

  @Override
  public Connection writer() throws SQLException {
    lock.take();
    SQLiteConfig config = config();
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    try {
      return source(config).getConnection();
    } catch (SQLException failure) {
      lock.release();
      throw failure;
    }
  }

  @Override
  public void released() {
    lock.release();
  }

  @Override
  public HikariDataSource readers() {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source(reading()));
    pool.setConnectionInitSql("PRAGMA query_only = true");
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(0);
    pool.setInitializationFailTimeout(-1);
    pool.setPoolName("rashomon");
    return new HikariDataSource(pool);
  }

  private SQLiteConfig reading() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    return config;
  }

  /** Every accepted transaction is on the disk when it is said to be: WAL, synchronous FULL. */
  private SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    config.enforceForeignKeys(true);
    config.setCacheSize(-PAGES_CACHED_KIB);
    return config;
  }

  /** Where nothing can be written beside the file, it is read as one that does not change. */
  private DataSource source(SQLiteConfig config) {
    boolean still =
        Files.exists(file)
            && !Files.isWritable(folder)
            && !Files.exists(folder.resolve(FILE + "-wal"));
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(
        still
            ? "jdbc:sqlite:"
                + file.toUri().toString().replaceFirst("^file:/+", "file:/")
                + "?immutable=1"
            : "jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public String matches(boolean words, boolean who) {
    return "p.doc IN (SELECT rowid FROM passage_words WHERE passage_words MATCH :match)";
  }

  @Override
  public void bind(Query query, List<List<String>> words, List<List<String>> who) {
    query.bind(
        "match",
        Stream.of(column("words", words), column("who", who))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" AND ")));
  }

  /** Words hold letters and digits alone, so within quotes none of them is an operator. */
  private static String column(String name, List<List<String>> phrases) {
    return phrases.isEmpty()
        ? ""
        : phrases.stream()
            .map(phrase -> "\"" + String.join(" ", phrase) + "\"")
            .collect(Collectors.joining(" AND ", "{" + name + "} : (", ")"));
  }

  @Override
  public void index(Handle handle, List<Passage> passages) {
    PreparedBatch rows =
        handle.prepareBatch("INSERT INTO passage_words (rowid, words, who) VALUES (?, ?, ?)");
    for (Passage passage : passages) {
      rows.add(passage.doc(), String.join(" ", passage.words()), String.join(" ", passage.who()));
    }
    rows.execute();
  }

  @Override
  public void unindex(Handle handle, List<Long> docs) {
    PreparedBatch rows = handle.prepareBatch("DELETE FROM passage_words WHERE rowid = ?");
    docs.forEach(rows::add);
    rows.execute();
  }

  /** Merges the index, so that it forgets deleted words; writes the file anew; empties the log. */
  @Override
  public void wipe(Connection writer) throws SQLException {
    for (String step :
        List.of(
            "INSERT INTO passage_words (passage_words) VALUES ('optimize')",
            "VACUUM",
            "PRAGMA wal_checkpoint(TRUNCATE)")) {
      try (Statement statement = writer.createStatement()) {
        statement.execute(step);
      }
    }
  }

  @Override
  public void unindexAll(Handle handle) {
    handle.execute("INSERT INTO passage_words (passage_words) VALUES ('delete-all')");
  }

  /** Writes what is there at this moment to a new file. */
  void backup(Path to) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    try (Connection connection = source(config).getConnection();
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, to.toString());
      vacuum.execute();
    }
  }

  @Override
  public StoreProblem problem(SQLException failure) {
    return switch (code(failure)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new StoreProblem(
              USER,
              file + " is locked by another program; wait until that is done, and try again.",
              failure);
      case SQLITE_FULL ->
          new StoreProblem(
              EXTERNAL,
              "The disk that holds "
                  + file
                  + " is full; all before the last step is kept: make room, and run the same again.",
              failure);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
          new StoreProblem(
              USER, file + " may not be written; allow it, or name another store.", failure);
      case SQLITE_CANTOPEN ->
          new StoreProblem(
              USER,
              file + " cannot be opened; look whether you may read and write there.",
              failure);
      case SQLITE_NOTADB ->
          new StoreProblem(USER, file + " is no store of Rashomon; name another place.", failure);
      case SQLITE_CORRUPT ->
          new StoreProblem(
              EXTERNAL, file + " is damaged; restore the last backup into another place.", failure);
      case SQLITE_IOERR ->
          new StoreProblem(
              EXTERNAL,
              "The disk that holds "
                  + file
                  + " fails; all before the last step is kept: look after the disk, and run the same"
                  + " again.",
              failure);
      default -> new StoreProblem(INTERNAL, file + ": " + failure.getMessage(), failure);
    };
  }

  /** Whether a disk had no room, be it that of the file or of its backup. */
  static boolean isFull(SQLException failure) {
    return code(failure) == SQLiteErrorCode.SQLITE_FULL;
  }

  /** The plain code of an extended one, which has it in its low byte. */
  private static SQLiteErrorCode code(SQLException failure) {
    return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xFF);
  }

  /** The file, for who copies it. */
  Path file() {
    return file;
  }
}
