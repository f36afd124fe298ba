package rashomon.store;

import static rashomon.store.StoreProblem.Code.EXTERNAL;
import static rashomon.store.StoreProblem.Code.USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A backup is one SQLite file, whatever database it is of. */
final class Backups {

  private Backups() {}

  static void write(Dialect from, Archive archive, Path file) {
    if (Files.exists(file)) {
      throw new StoreProblem(
          USER, file + " is there already; name another file for the backup.", null);
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part);
      try {
        switch (from) {
          case Sqlite sqlite -> sqlite.backup(part);
          case Postgres postgres -> export(postgres, archive, part);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (SQLException failure) {
      throw Sqlite.isFull(failure)
          ? cannotWrite(file, new IOException("the disk is full", failure))
          : from.problem(failure);
    } catch (IOException failure) {
      throw cannotWrite(file, failure);
    }
  }

  private static void export(Postgres postgres, Archive archive, Path part)
      throws SQLException, IOException {
    Path folder = Files.createTempDirectory(part.toAbsolutePath().getParent(), "rashomon-backup");
    Sqlite made = new Sqlite(folder);
    try (Connection moment = postgres.snapshot()) {
      try (Store store = Store.open(folder.toString(), archive)) {
        store.onWriter(connection -> Tables.copy(moment, connection));
        reindex(store);
      }
      made.backup(part);
    } finally {
      delete(folder);
    }
  }

  static void restore(Path file, Dialect to, String where, Archive archive) {
    if (!Files.isRegularFile(file)) {
      throw new StoreProblem(USER, "There is no backup at " + file + ".", null);
    }
    check(file);
    to.create();
    switch (to) {
      case Sqlite sqlite -> put(file, sqlite, where, archive);
      case Postgres _ -> fill(file, where, archive);
    }
  }

  private static void put(Path file, Sqlite to, String where, Archive archive) {
    if (to.exists()) {
      throw full(where);
    }
    Path part = to.file().resolveSibling(Sqlite.FILE + ".part");
    try {
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, to.file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw cannotWrite(to.file(), failure);
    }
    Store.open(where, archive).close();
  }

  private static void fill(Path file, String where, Archive archive) {
    Path folder = null;
    try (Store store = Store.open(where, archive)) {
      if (store.<Long>read(t -> t.captures().count()) > 0) {
        throw full(store.place());
      }
      folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "rashomon-restore");
      Files.copy(file, folder.resolve(Sqlite.FILE));
      Store.open(folder.toString(), archive).close();
      try (Connection from =
          DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Sqlite.FILE))) {
        store.onWriter(connection -> Tables.copy(from, connection));
      } catch (SQLException failure) {
        throw new StoreProblem(USER, file + " is no backup of Rashomon.", failure);
      }
      reindex(store);
    } catch (IOException failure) {
      throw cannotWrite(file, failure);
    } finally {
      if (folder != null) {
        delete(folder);
      }
    }
  }

  /** Makes what is searched, which is not copied. */
  private static void reindex(Store store) {
    store.change(t -> t.reports().all().forEach(t.reports()::index));
  }

  private static void check(Path file) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:file:" + file.toAbsolutePath() + "?mode=ro");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
      if (!result.next() || !result.getString(1).equals("ok")) {
        throw new StoreProblem(EXTERNAL, file + " is damaged; use another backup.", null);
      }
      statement.executeQuery("SELECT id, record FROM capture LIMIT 1").close();
    } catch (SQLException failure) {
      throw new StoreProblem(USER, file + " is no backup of Rashomon.", failure);
    }
  }

  private static StoreProblem full(String where) {
    return new StoreProblem(
        USER, "There is a store at " + where + " already; restore to another place.", null);
  }

  private static StoreProblem cannotWrite(Path file, IOException failure) {
    return new StoreProblem(
        EXTERNAL,
        file + " cannot be written: " + failure.getMessage() + "; name another place.",
        failure);
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException stays) {
      throw cannotWrite(folder, stays);
    }
  }
}
