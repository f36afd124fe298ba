package rashomon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where the fetching stands. Not derived from anything, and nothing is derived from it. */
public final class Feeds {

  /**
   * A feed that is watched.
   *
   * @param etag and {@code lastModified} as the server gave them last
   * @param due when to ask again
   * @param failures how many times in a row it failed
   * @param problem the last failure, in one sentence
   */
  public record Feed(
      String url,
      @Nullable String etag,
      @Nullable String lastModified,
      Instant due,
      int failures,
      @Nullable String problem) {}

  /** An address that was fetched, and what the server said to ask with next time. */
  public record Fetched(Instant at, @Nullable String etag, @Nullable String lastModified) {}

  private final Handle handle;

  Feeds(Handle handle) {
    this.handle = handle;
  }

  public void keep(Feed feed) {
    handle
        .createUpdate(
            """
            INSERT INTO feed (url, etag, last_modified, due, failures, problem)
            VALUES (:url, :etag, :lastModified, :due, :failures, :problem)
            ON CONFLICT (url) DO UPDATE SET etag = excluded.etag,
              last_modified = excluded.last_modified, due = excluded.due,
              failures = excluded.failures, problem = excluded.problem""")
        .bind("url", feed.url())
        .bind("etag", feed.etag())
        .bind("lastModified", feed.lastModified())
        .bind("due", Micros.of(feed.due()))
        .bind("failures", feed.failures())
        .bind("problem", feed.problem())
        .execute();
  }

  public Optional<Feed> find(String url) {
    return handle
        .createQuery("SELECT * FROM feed WHERE url = :url")
        .bind("url", url)
        .map((row, context) -> feed(row))
        .findOne();
  }

  /** All, by address. */
  public List<Feed> all() {
    return handle
        .createQuery("SELECT * FROM feed ORDER BY url")
        .map((row, context) -> feed(row))
        .list();
  }

  private static Feed feed(ResultSet row) throws SQLException {
    return new Feed(
        row.getString("url"),
        row.getString("etag"),
        row.getString("last_modified"),
        Micros.instant(row.getLong("due")),
        row.getInt("failures"),
        row.getString("problem"));
  }

  /** Remembers that an address was fetched. */
  public void fetched(String url, Fetched fetched) {
    handle
        .createUpdate(
            """
            INSERT INTO fetched (sha256, at, etag, last_modified)
            VALUES (:hash, :at, :etag, :lastModified)
            ON CONFLICT (sha256) DO UPDATE SET at = excluded.at, etag = excluded.etag,
              last_modified = excluded.last_modified""")
        .bind("hash", Removals.hash(url))
        .bind("at", Micros.of(fetched.at()))
        .bind("etag", fetched.etag())
        .bind("lastModified", fetched.lastModified())
        .execute();
  }

  public Optional<Fetched> fetched(String url) {
    return handle
        .createQuery("SELECT at, etag, last_modified FROM fetched WHERE sha256 = :hash")
        .bind("hash", Removals.hash(url))
        .map(
            (row, context) ->
                new Fetched(Micros.instant(row.getLong(1)), row.getString(2), row.getString(3)))
        .findOne();
  }
}
