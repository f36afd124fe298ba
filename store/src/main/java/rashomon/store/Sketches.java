package rashomon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rashomon.model.Payload;
import rashomon.model.Stamp;

/** What reports are grouped by, in the order in which they are placed. */
public final class Sketches {

  /** What places a report: of its first version. */
  public record Sketched(
      String report, String capture, Instant seen, @Nullable Stamp published, Payload sketch) {

    public Place place() {
      return new Place(seen, capture, report);
    }
  }

  /** A report with its story, and the first story of that story's storyline. */
  public record Standing(Sketched sketched, String story, String storyline) {}

  /** Where a report stands in the order in which reports are placed. */
  public record Place(Instant seen, String capture, String report) {

    /** Before every report. */
    public static final Place FIRST = from(Instant.MIN);

    /** Before every report that was first seen then or later. */
    public static Place from(Instant seen) {
      return new Place(seen, "", "");
    }
  }

  private static final int PAGE = 500;

  private final Handle handle;

  Sketches(Handle handle) {
    this.handle = handle;
  }

  /** Keeps what a report is grouped by. */
  public void keep(String report, byte[] sketch) {
    handle.execute(
        """
        INSERT INTO sketch (report, body) VALUES (?, ?)
        ON CONFLICT (report) DO UPDATE SET body = excluded.body""",
        report,
        sketch);
  }

  /**
   * Sketches of reports after a place in the order of (seen, capture, report), in that order.
   *
   * @param upTo what was first seen later is left out
   */
  public List<Sketched> all(Place after, Instant upTo, int most) {
    return sketched("", after, upTo, most);
  }

  /** Those of them that are in no story. */
  public List<Sketched> unplaced(Place after, Instant upTo, int most) {
    return sketched(" AND p.story IS NULL", after, upTo, most);
  }

  private List<Sketched> sketched(String which, Place after, Instant upTo, int most) {
    return handle
        .createQuery(
            """
            SELECT v.report, v.capture, v.seen, v.published, s.body
            FROM version v JOIN sketch s ON s.report = v.report
              LEFT JOIN placement p ON p.report = v.report
            WHERE v.number = 1 AND (v.seen, v.capture, v.report) > (:seen, :capture, :report)
              AND v.seen <= :upTo
            """
                + which
                + " ORDER BY v.seen, v.capture, v.report LIMIT :most")
        .bind("seen", Micros.of(after.seen))
        .bind("capture", after.capture)
        .bind("report", after.report)
        .bind("upTo", Micros.of(upTo))
        .bind("most", most)
        .map((row, context) -> sketched(row))
        .list();
  }

  private static Sketched sketched(ResultSet row) throws SQLException {
    return new Sketched(
        row.getString(1),
        row.getString(2),
        Micros.instant(row.getLong(3)),
        Rows.stamp(row.getString(4)),
        Payload.of(row.getBytes(5)));
  }

  /**
   * All reports of the stories that have a report that was first seen then or later, in that order.
   * To be closed, within the transaction.
   */
  public Stream<Standing> standing(Instant since) {
    return handle
        .createQuery(
            """
            SELECT v.report, v.capture, v.seen, v.published, s.body, p.story, y.storyline
            FROM version v JOIN sketch s ON s.report = v.report
              JOIN placement p ON p.report = v.report
              JOIN story y ON y.id = p.story
            WHERE v.number = 1 AND p.story IN (
              SELECT q.story FROM version w JOIN placement q ON q.report = w.report
              WHERE w.number = 1 AND w.seen >= :since)
            ORDER BY v.seen, v.capture, v.report""")
        .bind("since", Micros.of(since))
        .setFetchSize(PAGE)
        .map((row, context) -> new Standing(sketched(row), row.getString(6), row.getString(7)))
        .stream();
  }

  /** When the newest of the reports that are in stories was first seen. */
  public Optional<Instant> newestPlaced() {
    return handle
        .createQuery(
            """
            SELECT v.seen FROM version v JOIN placement p ON p.report = v.report
            WHERE v.number = 1 ORDER BY v.seen DESC LIMIT 1""")
        .map((row, context) -> Micros.instant(row.getLong(1)))
        .findOne();
  }

  /** How many reports are in no story. */
  public long unplaced() {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM sketch s
            WHERE NOT EXISTS (SELECT 1 FROM placement p WHERE p.report = s.report)""")
        .mapTo(Long.class)
        .one();
  }
}
