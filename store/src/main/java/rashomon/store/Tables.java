package rashomon.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** The tables by name, and how they are copied from one database to another. */
final class Tables {

  /** Each after those it refers to. What is searched is left out, as it is made from the others. */
  private static final List<Table> ALL =
      List.of(
          new Table("capture", "id, seen, url, sha256, content_type, size, record"),
          new Table("waiting", "seen, capture"),
          new Table("body", "sha256, text"),
          new Table(
              "version",
              "report, capture, seen, number, at, file, url, outlet, title, published, modified,"
                  + " stamped, language, authors, credit, stub, body"),
          new Table("reading", "report, capture, engine, shape, body"),
          new Table("rejection", "id, capture, seen, file, code, why"),
          new Table("sketch", "report, body"),
          new Table(
              "story",
              "id, storyline, change, compared, title, first, last, reports, origins, contested"),
          new Table("placement", "report, story"),
          new Table("former", "report, story"),
          new Table("pending", "what, report, capture"),
          new Table("event", "seq, at, kind, story, report, other, why"),
          new Table("correction", "id, at, body"),
          new Table("removal", "sha256, at, reason, wiped"),
          new Table(
              "visit", "url, list, via, asked, etag, last_modified, due, failures, pace, problem"));

  /** All of them, and what is searched. */
  static final List<String> NAMES =
      java.util.stream.Stream.concat(
              ALL.stream().map(Table::name), java.util.stream.Stream.of("passage"))
          .toList();

  private static final int AT_ONCE = 200;

  private record Table(String name, String columns) {}

  private Tables() {}

  /** Copies every row, within the transactions that the connections are in. */
  static void copy(Connection from, Connection to) throws SQLException {
    for (Table table : ALL) {
      int columns = table.columns.split(",").length;
      String places = String.join(", ", Collections.nCopies(columns, "?"));
      try (PreparedStatement select =
              from.prepareStatement("SELECT " + table.columns + " FROM " + table.name);
          PreparedStatement insert =
              to.prepareStatement(
                  "INSERT INTO "
                      + table.name
                      + " ("
                      + table.columns
                      + ") VALUES ("
                      + places
                      + ")")) {
        select.setFetchSize(AT_ONCE);
        copy(select, insert, columns);
      }
    }
  }

  private static void copy(PreparedStatement select, PreparedStatement insert, int columns)
      throws SQLException {
    int waiting = 0;
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          insert.setObject(i, rows.getObject(i));
        }
        insert.addBatch();
        if (++waiting == AT_ONCE) {
          insert.executeBatch();
          waiting = 0;
        }
      }
    }
    insert.executeBatch();
  }
}
