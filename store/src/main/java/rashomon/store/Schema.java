package rashomon.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * The tables, in versions. Flyway takes a third of a second to look around, so it is asked only
 * where the newest version is not there yet.
 */
final class Schema {

  /** The newest script. */
  private static final MigrationVersion NEWEST = MigrationVersion.fromVersion("1.1");

  private static final String HISTORY = "flyway_schema_history";

  private Schema() {}

  /** Makes the tables be of the newest version; a newer one than ours is refused. */
  static void bringUp(Dialect dialect) throws SQLException {
    if (current(dialect)) {
      return;
    }
    try (Connection _ = dialect.writer()) {
      Flyway.configure()
          .loggers("slf4j")
          .dataSource(dialect.migrating())
          .locations(
              "classpath:rashomon/store/schema", "classpath:rashomon/store/" + dialect.schema())
          .placeholders(dialect.types())
          .table(HISTORY)
          .load()
          .migrate();
    } catch (FlywayException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException database) {
          throw dialect.problem(database);
        }
      }
      throw noStore(dialect, failure);
    } finally {
      dialect.released();
    }
  }

  private static boolean current(Dialect dialect) throws SQLException {
    if (!dialect.exists()) {
      return false;
    }
    try (Connection connection = dialect.migrating().getConnection()) {
      if (!has(connection, HISTORY)) {
        if (has(connection, "%")) {
          throw noStore(dialect, null);
        }
        return false;
      }
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT version FROM " + HISTORY + " WHERE version IS NOT NULL AND success")) {
        MigrationVersion there = MigrationVersion.EMPTY;
        while (rows.next()) {
          MigrationVersion version = MigrationVersion.fromVersion(rows.getString(1));
          there = version.compareTo(there) > 0 ? version : there;
        }
        if (there.compareTo(NEWEST) > 0) {
          throw new StoreProblem(
              StoreProblem.Code.USER,
              dialect.place()
                  + " was written by a newer Rashomon (tables "
                  + there
                  + ", this one knows "
                  + NEWEST
                  + "); use that one.",
              null);
        }
        return there.equals(NEWEST);
      }
    }
  }

  private static StoreProblem noStore(Dialect dialect, @Nullable Exception cause) {
    return new StoreProblem(
        StoreProblem.Code.USER,
        dialect.place() + " is no store of Rashomon; name another place.",
        cause);
  }

  /** Whether there is such a table; {@code %} is any. */
  private static boolean has(Connection connection, String table) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), table, new String[] {"TABLE"})) {
      return tables.next();
    }
  }
}
