package rashomon.app.road;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rashomon.cluster.Event;
import rashomon.cluster.Group;
import rashomon.cluster.Grouping;
import rashomon.cluster.Input;
import rashomon.cluster.Sighting;
import rashomon.store.Sketches.Place;
import rashomon.store.Sketches.Sketched;
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

  private static final int PAGE = 500;

  private final Store store;

  /**
   * What the next reports are placed among.
   *
   * @param before storylines that begin before the window, by the first story of each that is in it
   * @param storylines the storyline of each story of the window, as the store has it
   */
  private record Window(
      Grouping grouping, Map<String, String> before, Map<String, String> storylines) {

    static Window empty() {
      return new Window(new Grouping(Grouping.WINDOW), Map.of(), Map.of());
    }

    static Window of(Grouping grouping, Map<String, String> before) {
      Map<String, String> storylines = new HashMap<>();
      for (Group story : grouping.stories()) {
        String first = story.storyline();
        storylines.put(story.id(), before.getOrDefault(first, first));
      }
      return new Window(grouping, before, storylines);
    }

    String storyline(String first) {
      return before.getOrDefault(first, first);
    }
  }

  /** Where the last run ended; absent before the first, and where a run was cut off. */
  private @Nullable Window window;

  PlaceStep(Store store) {
    this.store = store;
  }

  /** Lets the next run begin from the store. */
  void forget() {
    window = null;
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
    Window at = window == null ? store.<@Nullable Window>read(PlaceStep::resumed) : window;
    window = null;
    if (at == null || at.grouping().isLate(first.getFirst())) {
      anew(upTo, progress);
      return;
    }
    Counting counting = new Counting(progress, store.<Long>read(t -> t.sketches().unplaced()));
    List<Input> batch = first;
    while (!batch.isEmpty()) {
      List<Input> now = batch;
      Window before = at;
      at = store.write(t -> placed(t, before, now, counting));
      batch = store.read(waiting::next);
    }
    window = at;
  }

  private void anew(Instant upTo, Progress progress) {
    window = null;
    window = store.write(t -> anew(t, upTo, new Counting(progress, t.reports().count())));
  }

  private static Window anew(Transaction t, Instant upTo, Counting counting) {
    AtomicReference<Window> window = new AtomicReference<>(Window.empty());
    t.stories()
        .anew(
            () -> {
              InOrder all = InOrder.all(t, upTo);
              for (List<Input> batch = all.next(t); !batch.isEmpty(); batch = all.next(t)) {
                window.set(placed(t, window.get(), batch, counting));
              }
            });
    t.pending().placedAnew();
    return window.get();
  }

  /** The window as the last run left it; null where that cannot be made out from the window. */
  private static @Nullable Window resumed(Transaction t) {
    Optional<Instant> newest = t.sketches().newestPlaced();
    if (newest.isEmpty()) {
      return Window.empty();
    }
    Grouping replayed = new Grouping(Grouping.WINDOW);
    InOrder placed = InOrder.placed(t, newest.get().minus(Grouping.WINDOW.multipliedBy(2)));
    for (List<Input> batch = placed.next(t); !batch.isEmpty(); batch = placed.next(t)) {
      batch.forEach(replayed::apply);
    }
    return isAsKept(t, replayed, newest.get().minus(Grouping.WINDOW))
        ? Window.of(replayed, before(t, replayed))
        : null;
  }

  /**
   * Whether the reports that were seen since then are in the stories that the store has them in.
   */
  private static boolean isAsKept(Transaction t, Grouping grouping, Instant since) {
    Place after = Place.from(since);
    while (true) {
      List<Sketched> page = t.sketches().placed(after, Instant.MAX, PAGE);
      for (Sketched one : page) {
        if (!grouping.storyOf(one.report()).equals(Optional.ofNullable(one.story()))) {
          return false;
        }
        after = one.place();
      }
      if (page.size() < PAGE) {
        return true;
      }
    }
  }

  private static Map<String, String> before(Transaction t, Grouping replayed) {
    Map<String, String> before = new HashMap<>();
    for (Group story : replayed.stories()) {
      t.stories().storyline(story.id()).ifPresent(kept -> before.put(story.storyline(), kept));
    }
    return before;
  }

  private static Window placed(
      Transaction t, Window window, List<Input> inputs, Counting counting) {
    for (Input input : inputs) {
      for (Event event : window.grouping().apply(input)) {
        keep(t.stories(), event, input.at());
        if (event instanceof Event.Left(String story, String first)) {
          t.stories().storyline(story, window.storyline(first));
        }
      }
      if (!(input instanceof Sighting)) {
        t.stories().log(new Stories.Event(input.at(), InOrder.CORRECTED, "", null, input.id(), ""));
      }
      counting.one();
    }
    Window after = Window.of(window.grouping(), window.before());
    after
        .storylines()
        .forEach(
            (story, storyline) -> {
              if (!storyline.equals(window.storylines().getOrDefault(story, story))) {
                t.stories().storyline(story, storyline);
              }
            });
    return after;
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
      case Event.Left(String story, String storyline) ->
          stories.log(new Stories.Event(at, "left", story, null, null, ""));
    }
  }
}
