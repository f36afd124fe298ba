package rashomon.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import rashomon.store.Passages.Passage;

/** Where the databases differ. */
sealed interface Dialect permits Sqlite, Postgres {

  /** {@code where} as a person knows it, without a password. */
  String place();

  /** Opens a store that nobody has opened before, where there is none. */
  void create();

  /** Whether there is anything that could be a store. */
  boolean exists();

  /** A connection to change the schema with. */
  DataSource migrating();

  /** What the schema's placeholders stand for. */
  Map<String, String> types();

  /** The folder of the part of the schema that is this database's own. */
  String schema();

  /** The one connection that writes; fails where another store has it, here or elsewhere. */
  Connection writer() throws SQLException;

  /** Gives up being the one who writes, after the connection is closed. */
  void released();

  /** Connections that read; each transaction sees one moment. */
  HikariDataSource readers();

  /** Condition for passages with these words, by these names. */
  String matches(boolean words, boolean who);

  /** Binds what {@link #matches} needs: phrases that must all occur. */
  void bind(Query query, List<List<String>> words, List<List<String>> who);

  /** Makes passages be found by their words and names. */
  void index(Handle handle, List<Passage> passages);

  /** Lets these passages not be found; they are still there. */
  void unindex(Handle handle, List<Long> docs);

  /** Makes what was deleted be gone from the files too; outside of any transaction. */
  void wipe(Connection writer) throws SQLException;

  /** Lets nothing be found. */
  void unindexAll(Handle handle);

  StoreProblem problem(SQLException failure);
}
