package rashomon.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
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

  private static final String PAGE =
      "SELECT record FROM capture :where ORDER BY seen, id LIMIT :most";

  private static final String WAITING =
      "SELECT record FROM waiting JOIN capture ON capture.id = waiting.capture :where"
          + " ORDER BY waiting.seen, waiting.capture LIMIT :most";

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

  /** The first of them. */
  public List<Capture> first(int most) {
    return page(handle.createQuery(PAGE.replace(":where", "")), most);
  }

  /** The next of them. */
  public List<Capture> after(Capture last, int most) {
    return page(
        handle
            .createQuery(PAGE.replace(":where", "WHERE (seen, id) > (:seen, :id)"))
            .bind("seen", Micros.of(last.seen()))
            .bind("id", last.id()),
        most);
  }

  private List<Capture> page(Query query, int most) {
    return query.bind("most", most).map((row, context) -> archive.unpack(row.getBytes(1))).list();
  }

  /** The first of those that nothing was derived from yet. */
  public List<Capture> waiting(int most) {
    return page(handle.createQuery(WAITING.replace(":where", "")), most);
  }

  /** The next of them. */
  public List<Capture> waiting(Capture last, int most) {
    return page(
        handle
            .createQuery(
                WAITING.replace(":where", "WHERE (waiting.seen, waiting.capture) > (:seen, :id)"))
            .bind("seen", Micros.of(last.seen()))
            .bind("id", last.id()),
        most);
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
