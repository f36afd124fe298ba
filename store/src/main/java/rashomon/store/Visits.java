package rashomon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where the fetching stands. Not derived from anything, and nothing is derived from it. */
public final class Visits {

  /**
   * An address that is visited.
   *
   * @param list whether pages are found there: a feed, a sitemap, a list of feeds
   * @param via what led there, in the caller's own form
   * @param asked the address that {@code etag} and {@code lastModified} are of, as its server gave
   *     them last
   * @param due when to come again; null where that is over
   * @param failures how many times in a row it failed
   * @param pace of a list, the seconds between two visits; of a page, how often it was visited
   * @param problem the last failure, in one sentence
   */
  public record Visit(
      String url,
      boolean list,
      @Nullable String via,
      @Nullable String asked,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Instant due,
      int failures,
      long pace,
      @Nullable String problem) {}

  private final Handle handle;

  Visits(Handle handle) {
    this.handle = handle;
  }

  /** Replaces what was kept of this address. */
  public void keep(Visit visit) {
    handle
        .createUpdate(
            """
            INSERT INTO visit (url, list, via, asked, etag, last_modified, due, failures, pace, problem)
            VALUES (:url, :list, :via, :asked, :etag, :lastModified, :due, :failures, :pace, :problem)
            ON CONFLICT (url) DO UPDATE SET list = excluded.list, via = excluded.via,
              asked = excluded.asked, etag = excluded.etag, last_modified = excluded.last_modified,
              due = excluded.due, failures = excluded.failures, pace = excluded.pace,
              problem = excluded.problem""")
        .bind("url", visit.url())
        .bind("list", visit.list() ? 1 : 0)
        .bind("via", visit.via())
        .bind("asked", visit.asked())
        .bind("etag", visit.etag())
        .bind("lastModified", visit.lastModified())
        .bind("due", visit.due() == null ? null : Micros.of(visit.due()))
        .bind("failures", visit.failures())
        .bind("pace", visit.pace())
        .bind("problem", visit.problem())
        .execute();
  }

  public Optional<Visit> find(String url) {
    return handle
        .createQuery("SELECT * FROM visit WHERE url = :url")
        .bind("url", url)
        .map((row, context) -> visit(row))
        .findOne();
  }

  /** The lists, by address. */
  public List<Visit> lists() {
    return handle
        .createQuery("SELECT * FROM visit WHERE list = 1 ORDER BY url")
        .map((row, context) -> visit(row))
        .list();
  }

  /** All that are to be visited again, the first first. */
  public List<Visit> due() {
    return handle
        .createQuery("SELECT * FROM visit WHERE due IS NOT NULL ORDER BY due, url")
        .map((row, context) -> visit(row))
        .list();
  }

  private static Visit visit(ResultSet row) throws SQLException {
    long due = row.getLong("due");
    boolean over = row.wasNull();
    return new Visit(
        row.getString("url"),
        row.getInt("list") == 1,
        row.getString("via"),
        row.getString("asked"),
        row.getString("etag"),
        row.getString("last_modified"),
        over ? null : Micros.instant(due),
        row.getInt("failures"),
        row.getLong("pace"),
        row.getString("problem"));
  }
}
