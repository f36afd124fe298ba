package rashomon.app.road;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

  /** Where the last run ended; absent before the first, and where a run was cut off. */
  private @Nullable Grouping grouping;

  PlaceStep(Store store) {
    this.store = store;
  }

  /** Lets the next run begin from the store. */
  void forget() {
    grouping = null;
  }

  void run(Instant upTo, Progress progress) {
    List<Input> fresh = store.read(t -> Inputs.waiting(t, upTo));
    if (fresh.isEmpty()) {
      return;
    }
    Grouping at = grouping == null ? store.<@Nullable Grouping>read(PlaceStep::resumed) : grouping;
    grouping = null;
    if (at == null || fresh.stream().anyMatch(at::isLate)) {
      List<Input> all = store.read(t -> Inputs.all(t, upTo));
      grouping = store.write(t -> anew(t, all, progress));
    } else {
      grouping = store.write(t -> placed(t, at, fresh, progress));
    }
  }

  /** Places every report anew. */
  void anew(Progress progress) {
    List<Input> all = store.read(t -> Inputs.all(t, Instant.MAX));
    grouping = store.write(t -> anew(t, all, progress));
  }

  /** The window as the last run left it; null where that cannot be made out from the window. */
  private static @Nullable Grouping resumed(Transaction t) {
    Optional<Instant> newest = t.stories().newestPlaced();
    if (newest.isEmpty()) {
      return new Grouping(Grouping.WINDOW);
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
    return same ? replayed : null;
  }

  /** A story that is the same again keeps what comparing it gave. */
  private static Grouping anew(Transaction t, List<Input> all, Progress progress) {
    List<Stories.Compared> before = t.stories().fresh();
    t.stories().clear();
    Grouping grouping = placed(t, new Grouping(Grouping.WINDOW), all, progress);
    before.forEach(t.stories()::again);
    return grouping;
  }

  private static Grouping placed(
      Transaction t, Grouping grouping, List<Input> inputs, Progress progress) {
    Map<String, String> before = storylines(grouping.stories());
    List<Input> ordered = inputs.stream().sorted(Input.ORDER).toList();
    for (int i = 0; i < ordered.size(); i++) {
      Input input = ordered.get(i);
      for (Event event : grouping.apply(input)) {
        keep(t.stories(), event, input.at());
      }
      if (!(input instanceof Sighting)) {
        t.stories().log(new Stories.Event(input.at(), Inputs.CORRECTED, "", null, input.id(), ""));
      }
      progress.at("placed", i + 1, ordered.size());
    }
    storylines(grouping.stories())
        .forEach(
            (story, storyline) -> {
              if (!storyline.equals(before.getOrDefault(story, story))) {
                t.stories().storyline(story, storyline);
              }
            });
    return grouping;
  }

  private static Map<String, String> storylines(Collection<Group> stories) {
    Map<String, String> storylines = new HashMap<>();
    stories.forEach(group -> storylines.put(group.id(), group.storyline()));
    return storylines;
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
      case Event.Left(String story) ->
          stories.log(new Stories.Event(at, "left", story, null, null, ""));
    }
  }
}
