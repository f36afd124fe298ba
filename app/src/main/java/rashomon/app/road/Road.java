package rashomon.app.road;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import rashomon.extract.Extractor;
import rashomon.model.Capture;
import rashomon.model.Engine;
import rashomon.model.Reading;
import rashomon.store.Captures.Acceptance;
import rashomon.store.Store;
import rashomon.store.Transaction;

/**
 * From captures to compared stories. For one thread; what a step did is kept when it returns, and
 * what a killed step did not keep is done by the next.
 */
public final class Road {

  private final Store store;
  private final ReadStep reading;
  private final PlaceStep placing;
  private final AgainStep again;
  private final CompareStep comparing;

  /**
   * @param fast reads everything first; asked for when there is something to read
   * @param better reads again what it had read when all was derived anew; asked for then
   */
  public Road(Store store, Supplier<Extractor> fast, Supplier<Extractor> better) {
    this.store = store;
    this.reading = new ReadStep(store, fast);
    this.placing = new PlaceStep(store);
    this.again = new AgainStep(store, better);
    this.comparing = new CompareStep(store, fast);
  }

  /** Keeps captures, all of them or none; how many were new, there already, or removed before. */
  public Map<Acceptance, Integer> accept(Collection<Capture> captures) {
    return store.write(
        t -> {
          Map<Acceptance, Integer> counts = new EnumMap<>(Acceptance.class);
          captures.forEach(capture -> counts.merge(t.captures().accept(capture), 1, Integer::sum));
          return counts;
        });
  }

  /**
   * Takes everything that waits down the whole road, and ends what was cut off.
   *
   * @param upTo what was seen later is not placed yet, since something seen before it may still
   *     come
   */
  public void advance(Instant upTo, Progress progress) {
    reading.run(progress);
    placing.run(upTo, progress);
    again.pending(progress);
    comparing.run(progress);
  }

  /**
   * Reads again, by a better engine, the reports of stories of two or more origins, and compares
   * these anew. What that changes is written down as an event of the story.
   *
   * @param most how many stories at the most
   * @return how many stories were read again
   */
  public int readAgain(Supplier<Extractor> better, int most, Progress progress) {
    int stories = new AgainStep(store, better).stories(most, progress);
    comparing.run(progress);
    return stories;
  }

  /** What the latest versions of the reports of a story say, in the order of time. */
  public static List<Reading> readings(Transaction t, String story) {
    return CompareStep.readings(t, story);
  }

  /** Whether every report is to be placed anew, as after one was removed. */
  public static boolean isToBePlacedAnew(Store store) {
    return store.<Boolean>read(t -> t.pending().isToBePlacedAnew());
  }

  /** Places what is in no story, all anew where that is to be done, and compares what changed. */
  public void place(Progress progress) {
    placing.run(Instant.MAX, progress);
    comparing.run(progress);
  }

  /**
   * Derives everything anew from captures and corrections. What {@code better} had read is read by
   * it again. Where that is cut off, {@link #advance} goes on.
   */
  public void rebuild(Progress progress) {
    store.change(
        t -> {
          t.pending().readAgain(Engine.TRAINED.name());
          t.derived().clear();
        });
    placing.forget();
    advance(Instant.MAX, progress);
  }
}
