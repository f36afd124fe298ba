package rashomon.app.road;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rashomon.cluster.Event;
import rashomon.cluster.Group;
import rashomon.cluster.Grouping;
import rashomon.cluster.Input;
import rashomon.cluster.Sighting;
import rashomon.store.Reports.Sketched;
import rashomon.store.Store;
import rashomon.store.Stories;
import rashomon.store.Transaction;

/**
 * Places reports in stories, in the order of (seen, capture), and corrections with them. What comes
 * too late for that order has everything placed anew, so that the stories are those that would have
 * been had it come in time.
 */
final class PlaceStep {

  private final Store store;

  /**
   * What the next reports are placed among.
   *
   * @param before storylines that begin before the window, by the first story of each that is in it
   */
  private record Window(Grouping grouping, Map<String, String> before) {

    static Window empty() {
      return new Window(new Grouping(Grouping.WINDOW), Map.of());
    }

    String storyline(String first) {
      return before.getOrDefault(first, first);
    }

    /** The storyline of each story. */
    Map<String, String> storylines() {
      Map<String, String> storylines = new HashMap<>();
      grouping.stories().forEach(story -> storylines.put(story.id(), storyline(story.storyline())));
      return storylines;
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

  void run(Instant upTo, Progress progress) {
    List<Input> fresh = store.read(t -> Inputs.waiting(t, upTo));
    if (fresh.isEmpty()) {
      return;
    }
    Window at = window == null ? store.<@Nullable Window>read(PlaceStep::resumed) : window;
    window = null;
    if (at == null || fresh.stream().anyMatch(at.grouping()::isLate)) {
      List<Input> all = store.read(t -> Inputs.all(t, upTo));
      window = store.write(t -> anew(t, all, progress));
    } else {
      window = store.write(t -> placed(t, at, fresh, progress));
    }
  }

  /** Places every report anew. */
  void anew(Progress progress) {
    List<Input> all = store.read(t -> Inputs.all(t, Instant.MAX));
    window = store.write(t -> anew(t, all, progress));
  }

  /** The window as the last run left it; null where that cannot be made out from the window. */
  private static @Nullable Window resumed(Transaction t) {
    Optional<Instant> newest = t.stories().newestPlaced();
    if (newest.isEmpty()) {
      return Window.empty();
    }
    List<Sketched> placed =
        t.reports().sketches(newest.get().minus(Grouping.WINDOW.multipliedBy(2))).stream()
            .filter(one -> one.story() != null)
            .toList();
    List<Input> inputs = new ArrayList<>(Inputs.sightings(placed));
    inputs.addAll(Inputs.corrections(t, true));
    Grouping replayed = Grouping.replay(Grouping.WINDOW, inputs);
    Instant live = newest.get().minus(Grouping.WINDOW);
    boolean same =
        placed.stream()
            .filter(one -> !one.seen().isBefore(live))
            .allMatch(
                one -> replayed.storyOf(one.report()).equals(Optional.ofNullable(one.story())));
    return same ? new Window(replayed, before(t, replayed)) : null;
  }

  private static Map<String, String> before(Transaction t, Grouping replayed) {
    Map<String, String> before = new HashMap<>();
    for (Group story : replayed.stories()) {
      t.stories().storyline(story.id()).ifPresent(kept -> before.put(story.storyline(), kept));
    }
    return before;
  }

  /** A story that is the same again keeps what comparing it gave. */
  private static Window anew(Transaction t, List<Input> all, Progress progress) {
    List<Stories.Compared> before = t.stories().fresh();
    t.stories().clear();
    Window window = placed(t, Window.empty(), all, progress);
    before.forEach(t.stories()::again);
    return window;
  }

  private static Window placed(
      Transaction t, Window window, List<Input> inputs, Progress progress) {
    Map<String, String> before = window.storylines();
    List<Input> ordered = inputs.stream().sorted(Input.ORDER).toList();
    for (int i = 0; i < ordered.size(); i++) {
      Input input = ordered.get(i);
      for (Event event : window.grouping().apply(input)) {
        keep(t.stories(), event, input.at());
        if (event instanceof Event.Left(String story, String first)) {
          t.stories().storyline(story, window.storyline(first));
        }
      }
      if (!(input instanceof Sighting)) {
        t.stories().log(new Stories.Event(input.at(), Inputs.CORRECTED, "", null, input.id(), ""));
      }
      progress.at("placed", i + 1, ordered.size());
    }
    window
        .storylines()
        .forEach(
            (story, storyline) -> {
              if (!storyline.equals(before.getOrDefault(story, story))) {
                t.stories().storyline(story, storyline);
              }
            });
    return window;
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
