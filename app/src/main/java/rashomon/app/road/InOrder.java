package rashomon.app.road;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import rashomon.cluster.Input;
import rashomon.cluster.Sighting;
import rashomon.cluster.Sketch;
import rashomon.store.Sketches;
import rashomon.store.Sketches.Place;
import rashomon.store.Sketches.Sketched;
import rashomon.store.Stories.Correction;
import rashomon.store.Transaction;

/**
 * What decides about stories, in its order, batch by batch: reports as pages of the store, and the
 * corrections between them. Mutable, for one thread; holds the corrections and one page.
 */
final class InOrder {

  /** The kind of the event that says that a correction was taken in. */
  static final String CORRECTED = "corrected";

  private static final int BATCH = 500;

  /** Reports after a place. */
  private interface Pages {
    List<Sketched> after(Sketches sketches, Place place, int most);
  }

  private final Pages pages;
  private final Deque<Input> corrections;
  private Place last;
  private boolean more = true;

  private InOrder(Pages pages, Place first, List<Input> corrections) {
    this.pages = pages;
    this.last = first;
    this.corrections = new ArrayDeque<>(corrections);
  }

  /** What is not in the stories yet and was seen by then. */
  static InOrder waiting(Transaction t, Instant upTo) {
    return new InOrder(
        (sketches, after, most) -> sketches.unplaced(after, upTo, most),
        Place.FIRST,
        corrections(t, false));
  }

  /** Everything that was seen by then. */
  static InOrder all(Transaction t, Instant upTo) {
    return new InOrder(
        (sketches, after, most) -> sketches.all(after, upTo, most),
        Place.FIRST,
        t.stories().corrections().stream().map(Inputs::input).toList());
  }

  /** Those corrections that were taken in before, or those that were not. */
  static List<Input> corrections(Transaction t, boolean before) {
    Set<String> taken = t.stories().others(CORRECTED);
    return t.stories().corrections().stream()
        .filter((Correction correction) -> taken.contains(correction.id()) == before)
        .map(Inputs::input)
        .toList();
  }

  /** The next; empty at the end. */
  List<Input> next(Transaction t) {
    List<Input> next = new ArrayList<>();
    if (more) {
      List<Sketched> page = pages.after(t.sketches(), last, BATCH);
      more = page.size() == BATCH;
      for (Sketched one : page) {
        Input sighting = sighting(one);
        while (!corrections.isEmpty()
            && Input.ORDER.compare(corrections.getFirst(), sighting) < 0) {
          next.add(corrections.removeFirst());
        }
        next.add(sighting);
        last = one.place();
      }
    }
    if (!more) {
      next.addAll(corrections);
      corrections.clear();
    }
    return next;
  }

  static Sighting sighting(Sketched one) {
    return new Sighting(
        one.report(),
        one.capture(),
        one.seen(),
        one.published() == null ? null : one.published().instant(),
        Sketch.of(one.sketch().bytes()));
  }
}
