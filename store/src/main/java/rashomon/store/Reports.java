package rashomon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rashomon.model.Reading;
import rashomon.model.Rejection;
import rashomon.model.Report;
import rashomon.model.Version;
import rashomon.store.Passages.Numbered;

/**
 * Reports in their versions, with what each says. A capture of a report is a new version where its
 * title or text differs from the capture seen before it, so the versions are the same in whatever
 * order the captures came.
 */
public final class Reports {

  /** What a capture of a report turned out to be. */
  public enum Change {
    NEW_REPORT,
    NEW_VERSION,
    /** Its title and text are those of the capture before. */
    SAME,
    /** This capture of this report is kept already; nothing was changed. */
    KNOWN
  }

  /**
   * A version that was handed over.
   *
   * @param number the version it is or repeats, from 1
   * @param unread the versions of its report that have no reading now, in order; a capture that
   *     comes late can make versions of others
   */
  public record Kept(Change change, int number, List<Version> unread) {}

  /**
   * A version and what it says.
   *
   * @param reading empty where that was never kept, or by a program whose readings have another
   *     shape
   */
  public record Said(Version version, Optional<Reading> reading) {}

  private static final String VERSION =
      """
      SELECT v.*, b.text FROM version v JOIN body b ON b.sha256 = v.body
      """;

  private final Handle handle;
  private final Search search;

  Reports(Handle handle, Search search) {
    this.handle = handle;
    this.search = search;
  }

  /** Keeps what a capture gave, which must be accepted before. */
  public Kept add(Version version) {
    Report report = version.report();
    String text = Rows.clean(report.text());
    String body = Removals.hash(text);
    handle.execute(
        "INSERT INTO body (sha256, text) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        body,
        Rows.packedText(text));
    long seen = seen(version.capture());
    boolean first = count(version.id(), "true") == 0;
    int rows =
        handle
            .createUpdate(
                """
                INSERT INTO version (report, capture, seen, at, file, url, outlet, title, published,
                  modified, stamped, language, authors, credit, stub, body)
                VALUES (:report, :capture, :seen, :at, :file, :url, :outlet, :title, :published,
                  :modified, :stamped, :language, :authors, :credit, :stub, :body)
                ON CONFLICT (report, seen, capture) DO NOTHING""")
            .bind("report", version.id())
            .bind("capture", version.capture())
            .bind("seen", seen)
            .bind("at", report.published() == null ? seen : Micros.of(report.published().instant()))
            .bind("file", Rows.clean(report.file()))
            .bind("url", Rows.cleanOrNull(report.url()))
            .bind("outlet", Rows.cleanOrNull(report.outlet()))
            .bind("title", Rows.clean(report.title()))
            .bind("published", Rows.text(report.published()))
            .bind("modified", Rows.text(report.modified()))
            .bind("stamped", Rows.text(report.seen()))
            .bind("language", report.language())
            .bind("authors", Rows.lines(version.authors()))
            .bind("credit", Rows.cleanOrNull(report.credit()))
            .bind("stub", report.stub() ? 1 : 0)
            .bind("body", body)
            .execute();
    Set<String> numbered = rows > 0 ? number(version.id()) : Set.of();
    boolean changed = !numbered.isEmpty();
    if (!Set.of(version.capture()).containsAll(numbered)) {
      index(version.id());
    }
    int number = numberAt(version.id(), seen, version.capture());
    Change change =
        rows == 0
            ? Change.KNOWN
            : first ? Change.NEW_REPORT : changed ? Change.NEW_VERSION : Change.SAME;
    return new Kept(change, number, unread(version.id()));
  }

  private long seen(String capture) {
    return handle
        .createQuery("SELECT seen FROM capture WHERE id = :id")
        .bind("id", capture)
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("not accepted: " + capture));
  }

  private int count(String report, String which) {
    return handle
        .createQuery("SELECT count(*) FROM version WHERE report = :report AND " + which)
        .bind("report", report)
        .mapTo(Integer.class)
        .one();
  }

  private record Seen(String capture, @Nullable Integer number, String title, String body) {}

  /** Numbers the versions of a report in the order they were seen; the captures this changes. */
  private Set<String> number(String report) {
    List<Seen> all =
        handle
            .createQuery(
                """
                SELECT capture, number, title, body FROM version WHERE report = :report
                ORDER BY seen, capture""")
            .bind("report", report)
            .map(
                (row, context) ->
                    new Seen(
                        row.getString(1),
                        row.getObject(2) == null ? null : row.getInt(2),
                        row.getString(3),
                        row.getString(4)))
            .list();
    Set<String> changed = new HashSet<>();
    int number = 0;
    Seen before = null;
    for (Seen seen : all) {
      boolean same =
          before != null && seen.title.equals(before.title) && seen.body.equals(before.body);
      number += same ? 0 : 1;
      Integer now = same ? null : Integer.valueOf(number);
      if (!Objects.equals(now, seen.number)) {
        changed.add(seen.capture);
        renumber(report, seen.capture, now);
      }
      before = seen;
    }
    return changed;
  }

  private void renumber(String report, String capture, @Nullable Integer number) {
    handle
        .createUpdate(
            "UPDATE version SET number = :number WHERE report = :report AND capture = :capture")
        .bind("number", number)
        .bind("report", report)
        .bind("capture", capture)
        .execute();
    if (number == null) {
      handle.execute("DELETE FROM reading WHERE report = ? AND capture = ?", report, capture);
    }
  }

  private int numberAt(String report, long seen, String capture) {
    return handle
        .createQuery(
            """
            SELECT max(number) FROM version
            WHERE report = :report AND (seen, capture) <= (:seen, :capture)""")
        .bind("report", report)
        .bind("seen", seen)
        .bind("capture", capture)
        .mapTo(Integer.class)
        .one();
  }

  /** How many reports there are. */
  public long count() {
    return handle
        .createQuery("SELECT count(*) FROM version WHERE number = 1")
        .mapTo(Long.class)
        .one();
  }

  /** All versions of a report in order: the first is version 1. */
  public List<Version> versions(String report) {
    return list(
        VERSION + "WHERE v.report = :report AND v.number IS NOT NULL ORDER BY v.number", report);
  }

  public Optional<Version> latest(String report) {
    return latest(report, 1).stream().findFirst();
  }

  /** The latest versions, the last first. */
  private List<Version> latest(String report, int most) {
    return list(
        VERSION
            + "WHERE v.report = :report AND v.number IS NOT NULL ORDER BY v.number DESC LIMIT "
            + most,
        report);
  }

  /** The report that was read from this address, where there is one. */
  public List<String> at(String url) {
    return handle
        .createQuery("SELECT DISTINCT report FROM version WHERE url = :url ORDER BY report")
        .bind("url", url)
        .mapTo(String.class)
        .list();
  }

  /** What a capture gave. */
  public List<Version> from(String capture) {
    return handle
        .createQuery(VERSION + "WHERE v.capture = :capture ORDER BY v.report")
        .bind("capture", capture)
        .map((row, context) -> version(row))
        .list();
  }

  private List<Version> unread(String report) {
    return list(
        VERSION
            + """
            WHERE v.report = :report AND v.number IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM reading r WHERE r.report = v.report AND r.capture = v.capture)
            ORDER BY v.number""",
        report);
  }

  private List<Version> list(String sql, String report) {
    return handle
        .createQuery(sql)
        .bind("report", report)
        .map((row, context) -> version(row))
        .list();
  }

  private static Version version(ResultSet row) throws SQLException {
    Report report =
        new Report(
            row.getString("file"),
            row.getString("url"),
            row.getString("outlet"),
            row.getString("title"),
            Rows.stamp(row.getString("published")),
            Rows.stamp(row.getString("modified")),
            Rows.stamp(row.getString("stamped")),
            row.getString("language"),
            Rows.unpackedText(row.getBytes("text")),
            row.getString("credit"),
            row.getInt("stub") == 1);
    return new Version(
        row.getString("report"),
        row.getString("capture"),
        report,
        Rows.names(row.getString("authors")));
  }

  /**
   * Keeps what a version says, in place of what was kept for it before. The latest version and the
   * statements of all are what {@link Search} finds.
   */
  public void keep(Version version, Reading reading) {
    handle
        .createUpdate(
            """
            INSERT INTO reading (report, capture, engine, shape, body)
            VALUES (:report, :capture, :engine, :shape, :body)
            ON CONFLICT (report, capture) DO UPDATE SET engine = excluded.engine,
              shape = excluded.shape, body = excluded.body""")
        .bind("report", version.id())
        .bind("capture", version.capture())
        .bind("engine", reading.engine().name())
        .bind("shape", Readings.SHAPE)
        .bind("body", Readings.pack(reading))
        .execute();
    follow(version, reading);
  }

  /** Lets a version be found: added where it comes after those that are, else all of them anew. */
  private void follow(Version version, Reading reading) {
    List<Version> latest = latest(version.id(), 2);
    boolean added =
        latest.size() == 2
            && latest.getFirst().capture().equals(version.capture())
            && search
                .passages()
                .latest(version.id())
                .equals(Optional.of(latest.getLast().capture()));
    Optional<Reading> before = added ? reading(latest.getLast()) : Optional.empty();
    if (before.isPresent()) {
      int number = count(version.id(), "number IS NOT NULL");
      search
          .passages()
          .add(
              new Numbered(number - 1, latest.getLast(), before.orElseThrow()),
              new Numbered(number, version, reading));
    } else {
      index(
          version.id(),
          one ->
              one.capture().equals(version.capture()) ? Optional.of(reading) : this.reading(one));
    }
  }

  /** Makes anew what is found of a report: those of its versions whose readings are there. */
  void index(String report) {
    index(report, this::reading);
  }

  private void index(String report, Function<Version, Optional<Reading>> readings) {
    List<Version> versions = versions(report);
    search
        .passages()
        .replace(
            report,
            IntStream.range(0, versions.size())
                .boxed()
                .flatMap(
                    i ->
                        readings.apply(versions.get(i)).stream()
                            .map(reading -> new Numbered(i + 1, versions.get(i), reading))));
  }

  /**
   * What a version says; empty where that was never kept, or by a program whose readings have
   * another shape.
   */
  public Optional<Reading> reading(Version version) {
    Query query =
        handle
            .createQuery(
                """
                SELECT body FROM reading
                WHERE report = :report AND capture = :capture AND shape = :shape""")
            .bind("report", version.id())
            .bind("capture", version.capture())
            .bind("shape", Readings.SHAPE);
    return query.mapTo(byte[].class).findOne().map(body -> Readings.unpack(body, version.report()));
  }

  /**
   * The latest version of each report of a story with what it says, by the time it was published,
   * else seen; then by report.
   */
  public List<Said> of(String story) {
    return handle
        .createQuery(
            """
            SELECT v.*, b.text, r.body AS said
            FROM placement p JOIN version v ON v.report = p.report JOIN body b ON b.sha256 = v.body
              LEFT JOIN reading r
                ON r.report = v.report AND r.capture = v.capture AND r.shape = :shape
            WHERE p.story = :story
              AND v.number = (SELECT max(number) FROM version WHERE report = v.report)
            ORDER BY v.at, v.report""")
        .bind("story", story)
        .bind("shape", Readings.SHAPE)
        .map(
            (row, context) -> {
              Version version = version(row);
              return new Said(
                  version,
                  Optional.ofNullable(row.getBytes("said"))
                      .map(body -> Readings.unpack(body, version.report())));
            })
        .list();
  }

  /** Versions that are to be read again, as {@link Pending} says, by report and number. */
  public List<Version> pending(int most) {
    return handle
        .createQuery(
            VERSION
                + """
                JOIN pending p ON p.report = v.report AND p.capture = v.capture
                WHERE v.number IS NOT NULL ORDER BY v.report, v.number LIMIT :most""")
        .bind("most", most)
        .map((row, context) -> version(row))
        .list();
  }

  /**
   * Keeps what could not be used; the same again changes nothing.
   *
   * @param capture what it was read from; null where not even that could be had
   */
  public void reject(@Nullable String capture, Rejection rejection, Instant seen) {
    String id =
        Removals.hash(
            String.join(
                "\n",
                capture == null ? "" : capture,
                rejection.file(),
                rejection.code(),
                rejection.why()));
    handle
        .createUpdate(
            """
            INSERT INTO rejection (id, capture, seen, file, code, why)
            VALUES (:id, :capture, :seen, :file, :code, :why) ON CONFLICT (id) DO NOTHING""")
        .bind("id", id)
        .bind("capture", capture)
        .bind("seen", Micros.of(seen))
        .bind("file", Rows.clean(rejection.file()))
        .bind("code", rejection.code())
        .bind("why", Rows.clean(rejection.why()))
        .execute();
  }

  /** What could not be used, the last first. */
  public List<Rejection> rejections(int most) {
    return handle
        .createQuery("SELECT file, code, why FROM rejection ORDER BY seen DESC, id LIMIT :most")
        .bind("most", most)
        .map((row, context) -> new Rejection(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /** How many captures gave no report at all. */
  public long unreadCount() {
    return handle
        .createQuery(
            """
            SELECT count(DISTINCT capture) FROM rejection r WHERE capture IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM version v WHERE v.capture = r.capture)""")
        .mapTo(Long.class)
        .one();
  }

  public long rejectionCount() {
    return handle.createQuery("SELECT count(*) FROM rejection").mapTo(Long.class).one();
  }

  /** The ids of all reports, in order. */
  public List<String> all() {
    return new ArrayList<>(
        handle
            .createQuery("SELECT report FROM version WHERE number = 1 ORDER BY report")
            .mapTo(String.class)
            .list());
  }
}
