package rashomon.app.road;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import rashomon.extract.Extractor;
import rashomon.model.Engine;
import rashomon.model.Reading;
import rashomon.model.Version;
import rashomon.store.Store;
import rashomon.store.Stories;
import rashomon.store.Stories.Headline;
import rashomon.store.Transaction;

/** Reads again with the model what the rules read first. */
final class AgainStep {

  private record Again(Version version, Reading before, Reading after) {}

  private final Store store;
  private final Supplier<Extractor> better;

  AgainStep(Store store, Supplier<Extractor> better) {
    this.store = store;
    this.better = better;
  }

  int run(int most, Progress progress) {
    List<String> stories = store.read(t -> t.stories().readBy(Engine.FAST.name(), 2, most));
    for (int i = 0; i < stories.size(); i++) {
      again(stories.get(i), report -> true);
      progress.at("read again", i + 1, stories.size());
    }
    return stories.size();
  }

  /** Those of these reports that are in a story. */
  void run(Set<String> reports, Progress progress) {
    Map<String, Set<String>> stories = new TreeMap<>();
    for (String report : reports) {
      store
          .read(t -> t.stories().of(report))
          .ifPresent(story -> stories.computeIfAbsent(story, fresh -> new HashSet<>()).add(report));
    }
    stories.forEach((story, those) -> again(story, those::contains));
  }

  private void again(String story, Predicate<String> which) {
    Extractor extractor = better.get();
    List<Again> read =
        store.read(t -> fast(t, story)).stream()
            .filter(one -> which.test(one.version().id()))
            .toList()
            .parallelStream()
            .map(
                one ->
                    new Again(one.version(), one.before(), extractor.read(one.version().report())))
            .toList();
    store.change(
        t -> {
          read.forEach(one -> t.reports().keep(one.version(), one.after()));
          t.stories().touch(story);
          for (Again one : read) {
            t.stories().log(event(story, one));
          }
        });
  }

  private static List<Again> fast(Transaction t, String story) {
    List<Again> fast = new ArrayList<>();
    for (Headline headline : t.stories().headlines(story)) {
      Version version = t.reports().latest(headline.report()).orElseThrow();
      t.reports()
          .reading(version)
          .filter(reading -> reading.engine() == Engine.FAST)
          .ifPresent(reading -> fast.add(new Again(version, reading, reading)));
    }
    return fast;
  }

  /** What the model changed; dated as the report, so that a replay says the same. */
  private static Stories.Event event(String story, Again one) {
    return new Stories.Event(
        Objects.requireNonNull(one.version().report().seen()).instant(),
        "read again",
        story,
        one.version().id(),
        null,
        one.before().statements().size()
            + " statements before, "
            + one.after().statements().size()
            + " now.");
  }
}
