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
import rashomon.model.Version;
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
  private final CompareStep comparing;

  /**
   * @param fast reads everything first; asked for when there is something to read
   */
  public Road(Store store, Supplier<Extractor> fast) {
    this.store = store;
    this.reading = new ReadStep(store, fast);
    this.placing = new PlaceStep(store);
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
   * Takes everything that waits down the whole road.
   *
   * @param upTo what was seen later is not placed yet, since something seen before it may still
   *     come
   */
  public void advance(Instant upTo, Progress progress) {
    if (reading.run(progress)) {
      placing.forget();
    }
    placing.run(upTo, progress);
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
    int stories = new AgainStep(store, better).run(most, progress);
    comparing.run(progress);
    return stories;
  }

  /** What the latest versions of the reports of a story say, in the order of time. */
  public static List<Reading> readings(Transaction t, String story) {
    return CompareStep.readings(t, story);
  }

  /** Places every report anew, as after one was removed, and compares what that changes. */
  public void placeAnew(Progress progress) {
    placing.anew(progress);
    comparing.run(progress);
  }

  /**
   * Derives everything anew from captures and corrections. What {@code better} had read is read by
   * it again.
   */
  public void rebuild(Supplier<Extractor> better, Progress progress) {
    List<Version> again = store.read(t -> t.reports().readBy(Engine.TRAINED.name()));
    store.change(t -> t.derived().clear());
    placing.forget();
    advance(Instant.MAX, progress);
    new AgainStep(store, better).run(again, progress);
    comparing.run(progress);
  }
}
