package rashomon.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import rashomon.model.Payload;

/** Notes that something was removed for good. No note holds any of it, not even its address. */
public final class Removals {

  /**
   * One address that was removed.
   *
   * @param sha256 of the address, 64 lower-case hexadecimal digits
   */
  public record Removal(String sha256, Instant at, String reason) {}

  private final Handle handle;
  private final Search search;
  private final Stories stories;
  private final Pending pending;

  Removals(Handle handle, Search search, Stories stories, Pending pending) {
    this.handle = handle;
    this.search = search;
    this.stories = stories;
    this.pending = pending;
  }

  /** Whether that address was removed. */
  public boolean has(String url) {
    return handle
        .createQuery("SELECT 1 FROM removal WHERE sha256 = :hash")
        .bind("hash", hash(url))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** All notes, by time. */
  public List<Removal> all() {
    return handle
        .createQuery("SELECT sha256, at, reason FROM removal ORDER BY at, sha256")
        .map(
            (row, context) ->
                new Removal(row.getString(1), Micros.instant(row.getLong(2)), row.getString(3)))
        .list();
  }

  /** Deletes all that is known of an address; {@link Store#forget} says what that is. */
  List<String> remove(String url, Instant at, String reason) {
    List<String> reports =
        handle
            .createQuery(
                """
                SELECT DISTINCT v.report FROM version v JOIN capture c ON c.id = v.capture
                WHERE v.url = :url OR c.url = :url ORDER BY v.report""")
            .bind("url", url)
            .mapTo(String.class)
            .list();
    Set<String> captures = new TreeSet<>(strings("SELECT id FROM capture WHERE url = :it", url));
    Set<String> addresses = new TreeSet<>(Set.of(url));
    for (String report : reports) {
      captures.addAll(strings("SELECT capture FROM version WHERE report = :it", report));
      addresses.addAll(
          strings("SELECT url FROM version WHERE report = :it AND url IS NOT NULL", report));
    }
    for (String capture : captures) {
      addresses.addAll(strings("SELECT url FROM capture WHERE id = :it", capture));
    }
    reports.forEach(this::removeReport);
    captures.forEach(this::removeCapture);
    handle.execute(
        "DELETE FROM body WHERE NOT EXISTS (SELECT 1 FROM version WHERE body = body.sha256)");
    for (String address : addresses) {
      handle.execute("DELETE FROM rejection WHERE file = ?", address);
      handle.execute("DELETE FROM visit WHERE url = ?", address);
      handle.execute(
          """
          INSERT INTO removal (sha256, at, reason, wiped) VALUES (?, ?, ?, 0)
          ON CONFLICT (sha256) DO UPDATE SET wiped = 0""",
          hash(address),
          Micros.of(at),
          Rows.clean(reason));
    }
    return reports;
  }

  private List<String> strings(String sql, String it) {
    return handle.createQuery(sql).bind("it", it).mapTo(String.class).list();
  }

  /**
   * What comparing its story gave quotes it, so that goes too. Without it other reports may be
   * grouped otherwise.
   */
  private void removeReport(String report) {
    search.remove(report);
    stories
        .of(report)
        .ifPresent(
            story -> {
              pending.placeAnew();
              handle.execute(
                  """
                  UPDATE story SET title = NULL, first = NULL, last = NULL, reports = NULL,
                    origins = NULL, contested = NULL, compared = -1
                  WHERE id = ?""",
                  story);
            });
    stories.take(report);
    handle.execute("DELETE FROM event WHERE report = ?", report);
    for (String table : List.of("reading", "sketch", "version", "pending")) {
      handle.execute("DELETE FROM " + table + " WHERE report = ?", report);
    }
  }

  private void removeCapture(String capture) {
    for (String table :
        List.of("waiting", "rejection", "reading", "passage", "version", "pending")) {
      handle.execute("DELETE FROM " + table + " WHERE capture = ?", capture);
    }
    handle.execute("DELETE FROM capture WHERE id = ?", capture);
  }

  /** Whether something was deleted and may not be gone from the files yet. */
  boolean unfinished() {
    return handle
        .createQuery("SELECT 1 FROM removal WHERE wiped = 0 LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void finished() {
    handle.execute("UPDATE removal SET wiped = 1 WHERE wiped = 0");
  }

  static String hash(String url) {
    return Payload.of(url.getBytes(StandardCharsets.UTF_8)).sha256();
  }
}
