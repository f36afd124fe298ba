package rashomon.app.road;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.cluster.Event;
import rashomon.cluster.Grouping;
import rashomon.cluster.Input;
import rashomon.cluster.Sighting;
import rashomon.cluster.Standing;
import rashomon.store.Sketches;
import rashomon.store.Store;
import rashomon.store.Stories;
import rashomon.store.Transaction;

/**
 * Places reports in stories, in the order of (seen, capture), and corrections with them. What comes
 * too late for that order has everything placed anew, so that the stories are those that would have
 * been had it come in time. What is new is kept batch by batch; placing anew happens whole or not
 * at all, and no more than one batch and a window of reports is in memory.
 */
final class PlaceStep {

  private final Store store;

  /** As the last run left it; absent before the first, and where a run was cut off. */
  private @Nullable Grouping grouping;

  PlaceStep(Store store) {
    this.store = store;
  }

  /** Lets the next run begin from the store. */
  void forget() {
    grouping = null;
  }

  /** Places what was seen by then and is in no story yet; all anew where that is to be done. */
  void run(Instant upTo, Progress progress) {
    if (store.<Boolean>read(t -> t.pending().isToBePlacedAnew())) {
      anew(upTo, progress);
      return;
    }
    InOrder waiting = store.read(t -> InOrder.waiting(t, upTo));
    List<Input> first = store.read(waiting::next);
    if (first.isEmpty()) {
      return;
    }
    Grouping at = grouping == null ? store.<@Nullable Grouping>read(PlaceStep::resumed) : grouping;
    grouping = null;
    if (at == null || at.isLate(first.getFirst())) {
      anew(upTo, progress);
      return;
    }
    Counting counting = new Counting(progress, store.<Long>read(t -> t.sketches().unplaced()));
    List<Input> batch = first;
    while (!batch.isEmpty()) {
      List<Input> now = batch;
      store.change(t -> place(t, at, now, counting));
      batch = store.read(waiting::next);
    }
    grouping = at;
  }

  private void anew(Instant upTo, Progress progress) {
    grouping = null;
    grouping = store.write(t -> anew(t, upTo, new Counting(progress, t.reports().count())));
  }

  private static Grouping anew(Transaction t, Instant upTo, Counting counting) {
    Grouping grouping = new Grouping(Grouping.WINDOW);
    t.stories()
        .anew(
            () -> {
              InOrder all = InOrder.all(t, upTo);
              for (List<Input> batch = all.next(t); !batch.isEmpty(); batch = all.next(t)) {
                place(t, grouping, batch, counting);
              }
            });
    t.pending().placedAnew();
    return grouping;
  }

  /** The stories as the last run left them; null where the store has them in another way. */
  private static @Nullable Grouping resumed(Transaction t) {
    Instant newest = t.sketches().newestPlaced().orElse(Instant.EPOCH);
    Instant since = newest.truncatedTo(SECONDS).minus(Grouping.WINDOW);
    try (Stream<Standing> standing = t.sketches().standing(since).map(PlaceStep::standing)) {
      return Grouping.restored(Grouping.WINDOW, standing, InOrder.corrections(t, true));
    } catch (IllegalArgumentException changed) {
      return null;
    }
  }

  private static Standing standing(Sketches.Standing kept) {
    return new Standing(InOrder.sighting(kept.sketched()), kept.story(), kept.storyline());
  }

  private static void place(
      Transaction t, Grouping grouping, List<Input> inputs, Counting counting) {
    for (Input input : inputs) {
      grouping.apply(input).forEach(event -> keep(t.stories(), event, input.at()));
      if (!(input instanceof Sighting)) {
        t.stories().log(new Stories.Event(input.at(), InOrder.CORRECTED, "", null, input.id(), ""));
      }
      counting.one();
    }
  }

  /** How many of so many were placed. */
  private static final class Counting {
    private final Progress progress;
    private final long all;
    private long done;

    Counting(Progress progress, long all) {
      this.progress = progress;
      this.all = all;
    }

    void one() {
      progress.at("placed", ++done, Math.max(done, all));
    }
  }

  private static void keep(Stories stories, Event event, Instant at) {
    switch (event) {
      case Event.Began(String story, String report) -> {
        stories.place(report, story);
        stories.log(new Stories.Event(at, "began", story, report, null, ""));
      }
      case Event.Joined(String story, String report, String nearest, double score, String why) -> {
        stories.place(report, story);
        stories.log(new Stories.Event(at, "joined", story, report, null, why));
      }
      case Event.Merged(String into, String from, String why) -> {
        stories.headlines(from).forEach(one -> stories.place(one.report(), into));
        stories.log(new Stories.Event(at, "merged", into, null, from, why));
      }
      case Event.Split(String from, String into, List<String> reports, String why) -> {
        reports.forEach(report -> stories.place(report, into));
        stories.log(new Stories.Event(at, "split", from, null, into, why));
      }
      case Event.Moved(String report, String from, String to, String why) -> {
        stories.place(report, to);
        stories.log(new Stories.Event(at, "moved", to, report, from, why));
      }
      case Event.Followed(String story, String earlier, String why) ->
          stories.log(new Stories.Event(at, "followed", story, null, earlier, why));
      case Event.Continues(String story, String storyline) -> stories.storyline(story, storyline);
      case Event.Left(String story) ->
          stories.log(new Stories.Event(at, "left", story, null, null, ""));
    }
  }
}
