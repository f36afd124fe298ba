package rashomon.store;

import org.jdbi.v3.core.Handle;

/**
 * One moment of the store, or one step of it that happens whole or not at all. Valid only within
 * the function it is given to, and for its thread.
 */
public final class Transaction {

  private final Captures captures;
  private final Reports reports;
  private final Sketches sketches;
  private final Stories stories;
  private final Visits visits;
  private final Search search;
  private final Removals removals;
  private final Derived derived;
  private final Pending pending;

  Transaction(Handle handle, Dialect dialect, Archive archive) {
    search = new Search(handle, dialect);
    sketches = new Sketches(handle);
    stories = new Stories(handle);
    pending = new Pending(handle);
    removals = new Removals(handle, search, stories, pending);
    captures = new Captures(handle, archive, removals);
    reports = new Reports(handle, search);
    visits = new Visits(handle);
    derived = new Derived(handle, dialect);
  }

  public Captures captures() {
    return captures;
  }

  public Reports reports() {
    return reports;
  }

  public Sketches sketches() {
    return sketches;
  }

  public Stories stories() {
    return stories;
  }

  public Visits visits() {
    return visits;
  }

  public Search search() {
    return search;
  }

  /** What is gone for good. */
  public Removals removals() {
    return removals;
  }

  /** Everything that could be made again from captures and corrections. */
  public Derived derived() {
    return derived;
  }

  /** What was begun and is still to be done. */
  public Pending pending() {
    return pending;
  }
}
