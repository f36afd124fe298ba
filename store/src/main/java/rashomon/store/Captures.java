package rashomon.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;

/** What was seen, as it came. In the order of (seen, id) wherever there are many. */
public final class Captures {

  /** What became of a capture that was handed over. */
  public enum Acceptance {
    /** Kept, and waiting to be read. */
    NEW,
    /** The same bytes at the same place are there already; when they were first seen stays. */
    KNOWN,
    /** Its address was removed for good; it is not kept. */
    REMOVED
  }

  /** A page ends after the capture with which it has so many bytes. */
  private static final long PAGE_BYTES = 16 << 20;

  private static final String ALL = "SELECT record, size, seen, id FROM capture";

  private static final String WAITING =
      "SELECT record, size, waiting.seen, waiting.capture AS id"
          + " FROM waiting JOIN capture ON capture.id = waiting.capture";

  private final Handle handle;
  private final Archive archive;
  private final Removals removals;

  Captures(Handle handle, Archive archive, Removals removals) {
    this.handle = handle;
    this.archive = archive;
    this.removals = removals;
  }

  public Acceptance accept(Capture capture) {
    if (removals.has(capture.url())) {
      return Acceptance.REMOVED;
    }
    String id = capture.id();
    int kept =
        handle
            .createUpdate(
                """
                INSERT INTO capture (id, seen, url, sha256, content_type, size, record)
                VALUES (:id, :seen, :url, :sha256, :contentType, :size, :record)
                ON CONFLICT (id) DO NOTHING""")
            .bind("id", id)
            .bind("seen", Micros.of(capture.seen()))
            .bind("url", capture.url())
            .bind("sha256", capture.payload().sha256())
            .bind("contentType", capture.contentType())
            .bind("size", capture.payload().size())
            .bind("record", archive.pack(capture))
            .execute();
    if (kept == 0) {
      return Acceptance.KNOWN;
    }
    handle.execute(
        "INSERT INTO waiting (seen, capture) VALUES (?, ?)", Micros.of(capture.seen()), id);
    return Acceptance.NEW;
  }

  public boolean has(String id) {
    return handle
        .createQuery("SELECT 1 FROM capture WHERE id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  public Optional<Capture> find(String id) {
    return handle
        .createQuery("SELECT record FROM capture WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> archive.unpack(row.getBytes(1)))
        .findOne();
  }

  public long count() {
    return handle.createQuery("SELECT count(*) FROM capture").mapTo(Long.class).one();
  }

  /** The first of them; fewer than that where they are large. */
  public List<Capture> first(int most) {
    return page(ALL + " ORDER BY seen, id", null, most);
  }

  /** The next of them. */
  public List<Capture> after(Capture last, int most) {
    return page(ALL + " WHERE (seen, id) > (:seen, :id) ORDER BY seen, id", last, most);
  }

  /** The first of those that nothing was derived from yet; fewer than that where they are large. */
  public List<Capture> waiting(int most) {
    return page(WAITING + " ORDER BY waiting.seen, waiting.capture", null, most);
  }

  /** The next of them. */
  public List<Capture> waiting(Capture last, int most) {
    return page(
        WAITING
            + " WHERE (waiting.seen, waiting.capture) > (:seen, :id)"
            + " ORDER BY waiting.seen, waiting.capture",
        last,
        most);
  }

  private List<Capture> page(String captures, @Nullable Capture last, int most) {
    Query query =
        handle.createQuery(
            "SELECT record FROM (SELECT record, seen, id, size,"
                + " sum(size) OVER (ORDER BY seen, id) AS total FROM ("
                + captures
                + " LIMIT :most) page) sized WHERE total - size < :bytes ORDER BY seen, id");
    if (last != null) {
      query.bind("seen", Micros.of(last.seen())).bind("id", last.id());
    }
    return query
        .bind("most", most)
        .bind("bytes", PAGE_BYTES)
        .map((row, context) -> archive.unpack(row.getBytes(1)))
        .list();
  }

  public long waitingCount() {
    return handle.createQuery("SELECT count(*) FROM waiting").mapTo(Long.class).one();
  }

  /** All that can be derived from this capture is derived, in this same transaction. */
  public void done(Capture capture) {
    handle.execute(
        "DELETE FROM waiting WHERE seen = (SELECT seen FROM capture WHERE id = ?) AND capture = ?",
        capture.id(),
        capture.id());
  }
}
