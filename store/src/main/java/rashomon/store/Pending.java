package rashomon.store;

import org.jdbi.v3.core.Handle;
import rashomon.model.Version;

/**
 * What was begun and is still to be done. It is kept in the transaction that makes it necessary, so
 * that no kill forgets it.
 */
public final class Pending {

  private static final String PLACE = "place";
  private static final String READ = "read";

  private final Handle handle;

  Pending(Handle handle) {
    this.handle = handle;
  }

  /** Every report is to be placed anew. */
  public void placeAnew() {
    handle.execute(
        "INSERT INTO pending (what, report, capture) VALUES (?, '', '') ON CONFLICT DO NOTHING",
        PLACE);
  }

  public boolean isToBePlacedAnew() {
    return count(PLACE) > 0;
  }

  public void placedAnew() {
    handle.execute("DELETE FROM pending WHERE what = ?", PLACE);
  }

  /** What an engine read last is to be read again by it. */
  public void readAgain(String engine) {
    handle.execute(
        """
        INSERT INTO pending (what, report, capture)
        SELECT ?, report, capture FROM reading WHERE engine = ? ON CONFLICT DO NOTHING""",
        READ,
        engine);
  }

  /** How many versions are to be read again; {@link Reports#pending} has them. */
  public long toBeReadAgain() {
    return count(READ);
  }

  /** A version needs not be read again any more. */
  public void readAgain(Version version) {
    handle.execute(
        "DELETE FROM pending WHERE what = ? AND report = ? AND capture = ?",
        READ,
        version.id(),
        version.capture());
  }

  /** No version needs to be read again. */
  public void allReadAgain() {
    handle.execute("DELETE FROM pending WHERE what = ?", READ);
  }

  private long count(String what) {
    return handle
        .createQuery("SELECT count(*) FROM pending WHERE what = :what")
        .bind("what", what)
        .mapTo(Long.class)
        .one();
  }
}
