package rashomon.app.road;

import rashomon.model.Rejection;

/** Told how far a long step has come. */
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (step, done, of) -> {};

  /**
   * Hears that a step has come so far.
   *
   * @param step a word for what is being done: accepted, read, placed, compared, read again
   * @param of how many there are to do; 0 where that is not known
   */
  void at(String step, long done, long of);

  /** Hears what in a capture could not be used; what was read in spite of it is kept. */
  default void rejected(Rejection rejection) {}
}
