package rashomon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rashomon.model.Stamp;

/** Which report is in which story, what became of the stories, and what comparing them gave. */
public final class Stories {

  /** A report in a list, as its latest version has it. */
  public record Headline(
      String report,
      @Nullable String outlet,
      @Nullable Stamp published,
      String title,
      @Nullable String url,
      boolean stub,
      Instant seen) {}

  /**
   * A story in a list.
   *
   * @param first when the first of its reports was published, else seen; {@code last} the last
   * @param reports how many
   * @param contested how many points are in conflict
   */
  public record Summary(
      String story,
      String title,
      Instant first,
      Instant last,
      int reports,
      int origins,
      int contested) {}

  /** A story whose comparison is out of date, and the change that a new one would know. */
  public record Stale(String story, int change) {}

  /**
   * Something that happened to a story.
   *
   * @param kind a word: began, joined, merged, split, moved, followed, left
   * @param story empty where it happened to a report, whatever story that is in
   * @param report the report it is about, where it is about one
   * @param other the other story, where there is one
   */
  public record Event(
      Instant at,
      String kind,
      String story,
      @Nullable String report,
      @Nullable String other,
      String why) {}

  /** What a person decided about stories; {@code body} is JSON that the store does not read. */
  public record Correction(String id, Instant at, String body) {}

  /** A story with its reports, as {@link #headlines} gives them. */
  public record Listed(Summary summary, List<Headline> reports) {
    public Listed {
      reports = List.copyOf(reports);
    }
  }

  private final Handle handle;

  Stories(Handle handle) {
    this.handle = handle;
  }

  /** Puts a report into a story, and out of the one it was in. Both become stale. */
  public void place(String report, String story) {
    if (of(report).equals(Optional.of(story))) {
      return;
    }
    take(report);
    begin(story);
    handle.execute("INSERT INTO placement (report, story) VALUES (?, ?)", report, story);
    touch(story);
  }

  /** Takes a report out of its story. A story without reports is gone. */
  public void take(String report) {
    Optional<String> before = of(report);
    handle.execute("DELETE FROM placement WHERE report = ?", report);
    before.ifPresent(
        story -> {
          touch(story);
          handle.execute(
              "DELETE FROM story WHERE id = ? AND NOT EXISTS (SELECT 1 FROM placement WHERE story = ?)",
              story,
              story);
        });
  }

  private void begin(String story) {
    handle.execute(
        """
        INSERT INTO story (id, storyline, change, compared) VALUES (?, ?, 0, 0)
        ON CONFLICT (id) DO NOTHING""",
        story,
        story);
  }

  /** Makes a story's comparison stale, as a new version of one of its reports does. */
  public void touch(String story) {
    handle.execute("UPDATE story SET change = change + 1 WHERE id = ?", story);
  }

  /** The story of a report. */
  public Optional<String> of(String report) {
    return handle
        .createQuery("SELECT story FROM placement WHERE report = :report")
        .bind("report", report)
        .mapTo(String.class)
        .findOne();
  }

  /** The reports of a story, by the time they were published, else seen; then by id. */
  public List<Headline> headlines(String story) {
    return handle
        .createQuery(
            """
            SELECT v.report, v.outlet, v.published, v.title, v.url, v.stub, v.seen
            FROM placement p JOIN version v ON v.report = p.report
            WHERE p.story = :story AND v.number = (SELECT max(number) FROM version WHERE report = v.report)
            ORDER BY v.at, v.report""")
        .bind("story", story)
        .map((row, context) -> headline(row, 1))
        .list();
  }

  private static Headline headline(ResultSet row, int column) throws SQLException {
    return new Headline(
        row.getString(column),
        row.getString(column + 1),
        Rows.stamp(row.getString(column + 2)),
        row.getString(column + 3),
        row.getString(column + 4),
        row.getInt(column + 5) == 1,
        Micros.instant(row.getLong(column + 6)));
  }

  /** When the reports of a story were first seen, in order. */
  public List<Instant> seen(String story) {
    return handle
        .createQuery(
            """
            SELECT v.seen FROM placement p JOIN version v ON v.report = p.report AND v.number = 1
            WHERE p.story = :story ORDER BY v.seen""")
        .bind("story", story)
        .map((row, context) -> Micros.instant(row.getLong(1)))
        .list();
  }

  /** What stands in the place of another story in all events of a kind that are of no story. */
  public Set<String> others(String kind) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT other FROM event WHERE story = '' AND kind = :kind AND other IS NOT NULL")
            .bind("kind", kind)
            .mapTo(String.class)
            .list());
  }

  /**
   * Compared stories of so many origins or more with reports whose latest version was read by that
   * engine last; the latest first.
   */
  public List<String> readBy(String engine, int origins, int most) {
    return handle
        .createQuery(
            """
            SELECT s.id FROM story s WHERE s.origins >= :origins AND EXISTS (
              SELECT 1 FROM placement p
                JOIN version v ON v.report = p.report
                JOIN reading r ON r.report = v.report AND r.capture = v.capture
              WHERE p.story = s.id AND r.engine = :engine
                AND v.number = (SELECT max(number) FROM version WHERE report = v.report))
            ORDER BY s.last DESC, s.id LIMIT :most""")
        .bind("origins", origins)
        .bind("engine", engine)
        .bind("most", most)
        .mapTo(String.class)
        .list();
  }

  /** Says that a story continues an earlier one; a story is its own storyline until then. */
  public void storyline(String story, String storyline) {
    handle.execute("UPDATE story SET storyline = ? WHERE id = ?", storyline, story);
  }

  /** The storyline of a story: the id of the first story in it. */
  public Optional<String> storyline(String story) {
    return handle
        .createQuery("SELECT storyline FROM story WHERE id = :story")
        .bind("story", story)
        .mapTo(String.class)
        .findOne();
  }

  /** The stories of a storyline that were compared, by time. */
  public List<Summary> along(String storyline) {
    return handle
        .createQuery(
            SUMMARY + " WHERE title IS NOT NULL AND storyline = :storyline ORDER BY first, id")
        .bind("storyline", storyline)
        .map((row, context) -> summary(row))
        .list();
  }

  /** Stories whose comparison is out of date or missing, by id. */
  public List<Stale> stale(int most) {
    return handle
        .createQuery("SELECT id, change FROM story WHERE change > compared ORDER BY id LIMIT :most")
        .bind("most", most)
        .map((row, context) -> new Stale(row.getString(1), row.getInt(2)))
        .list();
  }

  /**
   * Keeps what comparing gave. The story stays stale where more has happened to it meanwhile.
   *
   * @param stale as it was when its reports were taken to be compared
   */
  public void compared(Stale stale, Summary summary) {
    handle
        .createUpdate(
            """
            UPDATE story SET compared = :change, title = :title, first = :first, last = :last,
              reports = :reports, origins = :origins, contested = :contested
            WHERE id = :story""")
        .bind("change", stale.change())
        .bind("title", Rows.clean(summary.title()))
        .bind("first", Micros.of(summary.first()))
        .bind("last", Micros.of(summary.last()))
        .bind("reports", summary.reports())
        .bind("origins", summary.origins())
        .bind("contested", summary.contested())
        .bind("story", stale.story())
        .execute();
  }

  private static final String SUMMARY =
      "SELECT id, title, first, last, reports, origins, contested FROM story";

  private static Summary summary(ResultSet row) throws SQLException {
    return new Summary(
        row.getString(1),
        row.getString(2),
        Micros.instant(row.getLong(3)),
        Micros.instant(row.getLong(4)),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7));
  }

  /** Absent where there is no such story, or it was never compared. */
  public Optional<Summary> summary(String story) {
    return handle
        .createQuery(SUMMARY + " WHERE title IS NOT NULL AND id = :story")
        .bind("story", story)
        .map((row, context) -> summary(row))
        .findOne();
  }

  /**
   * Stories that were compared, the latest first.
   *
   * @param contested whether only those with points in conflict
   * @param since only those whose last report is of then or later
   */
  public List<Listed> latest(boolean contested, Instant since, int most) {
    SequencedMap<Summary, List<Headline>> found = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT s.*, v.report, v.outlet, v.published, v.title, v.url, v.stub, v.seen
            FROM (SELECT id, title AS named, first, last, reports, origins, contested FROM story
                WHERE title IS NOT NULL AND contested >= :contested AND last >= :since
                ORDER BY last DESC, id LIMIT :most) s
              JOIN placement p ON p.story = s.id JOIN version v ON v.report = p.report
            WHERE v.number = (SELECT max(number) FROM version WHERE report = v.report)
            ORDER BY s.last DESC, s.id, v.at, v.report""")
        .bind("contested", contested ? 1 : 0)
        .bind("since", Micros.of(since))
        .bind("most", most)
        .map((row, context) -> Map.entry(summary(row), headline(row, 8)))
        .forEach(
            one ->
                found
                    .computeIfAbsent(one.getKey(), story -> new ArrayList<>())
                    .add(one.getValue()));
    return found.entrySet().stream()
        .map(story -> new Listed(story.getKey(), story.getValue()))
        .toList();
  }

  /** How many stories have points in conflict. */
  public long contested() {
    return handle
        .createQuery("SELECT count(*) FROM story WHERE contested > 0")
        .mapTo(Long.class)
        .one();
  }

  public long count() {
    return handle.createQuery("SELECT count(*) FROM story").mapTo(Long.class).one();
  }

  /** Writes down what happened, after all that was written down before. */
  public void log(Event event) {
    handle
        .createUpdate(
            """
            INSERT INTO event (seq, at, kind, story, report, other, why)
            SELECT coalesce(max(seq), 0) + 1, :at, :kind, :story, :report, :other, :why FROM event""")
        .bind("at", Micros.of(event.at()))
        .bind("kind", event.kind())
        .bind("story", event.story())
        .bind("report", event.report())
        .bind("other", event.other())
        .bind("why", Rows.clean(event.why()))
        .execute();
  }

  /** What happened to a story, or brought another into it or out of it, in order. */
  public List<Event> events(String story) {
    return handle
        .createQuery(
            """
            SELECT at, kind, story, report, other, why FROM event
            WHERE story = :story OR other = :story OR (story = ''
              AND report IN (SELECT report FROM placement WHERE story = :story))
            ORDER BY seq""")
        .bind("story", story)
        .map(
            (row, context) ->
                new Event(
                    Micros.instant(row.getLong(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)))
        .list();
  }

  /** Keeps what a person decided; the same id again changes nothing. */
  public void correct(Correction correction) {
    handle.execute(
        "INSERT INTO correction (id, at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        correction.id(),
        Micros.of(correction.at()),
        correction.body());
  }

  /** All of them, by time, then by id. */
  public List<Correction> corrections() {
    return handle
        .createQuery("SELECT id, at, body FROM correction ORDER BY at, id")
        .map(
            (row, context) ->
                new Correction(row.getString(1), Micros.instant(row.getLong(2)), row.getString(3)))
        .list();
  }

  /**
   * Forgets in which stories the reports are and what happened to stories, and lets every report be
   * placed anew. A story that is of the same reports again keeps what comparing it gave. What
   * happened to a report whatever its story stays.
   */
  public void anew(Runnable placing) {
    handle.execute(
        """
        INSERT INTO former (report, story) SELECT p.report, p.story
        FROM placement p JOIN story s ON s.id = p.story WHERE s.change = s.compared""");
    handle.execute("DELETE FROM placement");
    handle.execute("DELETE FROM story WHERE change <> compared");
    handle.execute("UPDATE story SET storyline = id, change = 0, compared = 0");
    handle.execute("DELETE FROM event WHERE story <> '' OR report IS NULL");
    placing.run();
    handle.execute(
        """
        UPDATE story SET compared = change WHERE title IS NOT NULL AND id IN (
          SELECT f.story FROM former f
            LEFT JOIN placement p ON p.report = f.report AND p.story = f.story
          GROUP BY f.story HAVING count(*) = count(p.report)
            AND count(*) = (SELECT count(*) FROM placement WHERE story = f.story))""");
    handle.execute(
        "DELETE FROM story WHERE NOT EXISTS (SELECT 1 FROM placement WHERE story = story.id)");
    handle.execute("DELETE FROM former");
  }
}
