package rashomon.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;

/**
 * All that is remembered. Many threads and processes may read at once, each transaction seeing one
 * moment. One store at a time writes: the first that does keeps the right to until it is closed,
 * and any other is refused with a {@link StoreProblem}. Every method here may throw one.
 */
public final class Store implements AutoCloseable {

  private static final int PAGE = 100;

  private final Dialect dialect;
  private final Archive archive;
  private final ReentrantLock writing = new ReentrantLock();
  private @Nullable Handle writer;
  private @Nullable Jdbi reader;
  private @Nullable HikariDataSource pool;
  private boolean closed;

  private Store(Dialect dialect, Archive archive) {
    this.dialect = dialect;
    this.archive = archive;
  }

  /**
   * Opens a store, and makes one where there is none.
   *
   * @param where a folder, or {@code postgresql://user:password@host:port/database?parameters}
   */
  public static Store open(String where, Archive archive) {
    Dialect dialect = dialect(where);
    dialect.create();
    return opened(dialect, archive);
  }

  /** Opens a store that is there. */
  public static Store existing(String where, Archive archive) {
    Dialect dialect = dialect(where);
    if (!dialect.exists()) {
      throw new StoreProblem(
          StoreProblem.Code.USER,
          "There is no store at " + where + "; `rashomon ingest` makes one.",
          null);
    }
    return opened(dialect, archive);
  }

  static Store opened(Dialect dialect, Archive archive) {
    try {
      Schema.bringUp(dialect);
    } catch (SQLException failure) {
      throw dialect.problem(failure);
    }
    Store store = new Store(dialect, archive);
    if (store.<Boolean>read(t -> t.removals().unfinished())) {
      store.wipe();
    }
    return store;
  }

  static Dialect dialect(String where) {
    return where.matches("(jdbc:)?postgres(ql)?:.*")
        ? new Postgres(where)
        : new Sqlite(Path.of(where));
  }

  /** Where it is, as a person knows it; no password. */
  public String place() {
    return dialect.place();
  }

  /** What the work gives, from one moment of the store. The work changes nothing. */
  public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    try {
      return reader().inTransaction(handle -> work.apply(transaction(handle)));
    } catch (JdbiException failure) {
      throw problem(failure);
    }
  }

  /** What the work gives, after all that it changed is safely kept. Where it throws, nothing is. */
  public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
    writing.lock();
    try {
      if (writing.getHoldCount() > 1) {
        throw new IllegalStateException("a transaction within a transaction");
      }
      return writer().inTransaction(handle -> work.apply(transaction(handle)));
    } catch (JdbiException failure) {
      dropWriter();
      throw problem(failure);
    } finally {
      writing.unlock();
    }
  }

  /** Keeps all that the work changes, or nothing where it throws. */
  public void change(Consumer<Transaction> work) {
    this.<@Nullable Void>write(
        t -> {
          work.accept(t);
          return null;
        });
  }

  private Transaction transaction(Handle handle) {
    return new Transaction(handle, dialect, archive);
  }

  private synchronized Jdbi reader() {
    if (closed) {
      throw new IllegalStateException("closed: " + place());
    }
    if (reader == null) {
      pool = dialect.readers();
      reader = Jdbi.create(pool);
    }
    return reader;
  }

  private Handle writer() {
    if (closed) {
      throw new IllegalStateException("closed: " + place());
    }
    if (writer == null) {
      try {
        writer = Jdbi.open(dialect.writer());
      } catch (SQLException failure) {
        throw dialect.problem(failure);
      }
    }
    return writer;
  }

  /** A connection that failed may be in any state; the next that writes takes a fresh one. */
  private void dropWriter() {
    if (writer != null) {
      try {
        writer.close();
      } catch (JdbiException failing) {
        // Why is told by what failed before.
        writer = null;
      }
      writer = null;
      dialect.released();
    }
  }

  private StoreProblem problem(JdbiException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException database) {
        return dialect.problem(database);
      }
    }
    return new StoreProblem(
        StoreProblem.Code.INTERNAL, place() + ": " + failure.getMessage(), failure);
  }

  /** All captures in the order of (seen, id); those accepted meanwhile may be among them. */
  public Stream<Capture> captures() {
    return Stream.iterate(
            read(t -> t.captures().first(PAGE)),
            page -> !page.isEmpty(),
            page -> read(t -> t.captures().after(page.getLast(), PAGE)))
        .flatMap(List::stream);
  }

  /**
   * Removes what is known of an address for good: the captures of it, the reports that were read
   * from them or name it as theirs, and all that was derived from these. Its bytes are gone from
   * the files of SQLite, and from the tables of PostgreSQL, when this returns. A note stays. The
   * stories they were in are without them, and stale, and placing every report anew is {@link
   * Pending}. So go the visits of it, and of what redirected there. Where nothing is known of the
   * address, nothing changes.
   */
  public Removals.Removed forget(String url, Instant at, String reason) {
    Removals.Removed removed = write(t -> t.removals().remove(url, at, reason));
    if (removed.noted()) {
      wipe();
    }
    return removed;
  }

  private void wipe() {
    writing.lock();
    try {
      Handle handle = writer();
      dialect.wipe(handle.getConnection());
      handle.useTransaction(done -> transaction(done).removals().finished());
    } catch (SQLException failure) {
      dropWriter();
      throw dialect.problem(failure);
    } catch (JdbiException failure) {
      dropWriter();
      throw problem(failure);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Writes all there is at this moment to one SQLite file, while others read and write on.
   *
   * @param file must not be there
   */
  public void backup(Path file) {
    Backups.write(dialect, archive, file);
  }

  /** Makes a store of a backup, in the same database or the other; there must be none yet. */
  public static void restore(Path file, String where, Archive archive) {
    Backups.restore(file, dialect(where), where, archive);
  }

  /** For copying from and to it. */
  void onWriter(SqlWork work) {
    writing.lock();
    try {
      writer().useTransaction(handle -> work.with(handle.getConnection()));
    } catch (SQLException failure) {
      dropWriter();
      throw dialect.problem(failure);
    } catch (JdbiException failure) {
      dropWriter();
      throw problem(failure);
    } finally {
      writing.unlock();
    }
  }

  /** Something done with a connection. */
  interface SqlWork {
    void with(Connection connection) throws SQLException;
  }

  @Override
  public synchronized void close() {
    writing.lock();
    try {
      closed = true;
      if (pool != null) {
        pool.close();
      }
      dropWriter();
    } finally {
      writing.unlock();
    }
  }
}
