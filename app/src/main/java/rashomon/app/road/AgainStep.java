package rashomon.app.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import rashomon.extract.Extractor;
import rashomon.model.Engine;
import rashomon.model.Reading;
import rashomon.model.Version;
import rashomon.store.Store;
import rashomon.store.Stories.Event;
import rashomon.store.Stories.Headline;
import rashomon.store.Transaction;

/** Reads again with the model what the rules read first. */
final class AgainStep {

  private static final int BATCH = 64;

  private record Again(Version version, Reading before, Reading after) {}

  private final Store store;
  private final Supplier<Extractor> better;

  AgainStep(Store store, Supplier<Extractor> better) {
    this.store = store;
    this.better = better;
  }

  /** The latest versions of the reports of so many stories; how many stories that changed. */
  int run(int most, Progress progress) {
    List<String> stories = store.read(t -> t.stories().readBy(Engine.FAST.name(), 2, most));
    int changed = 0;
    for (int i = 0; i < stories.size(); i++) {
      String story = stories.get(i);
      changed += again(store.read(t -> latest(t, story))) ? 1 : 0;
      progress.at("read again", i + 1, stories.size());
    }
    return changed;
  }

  void run(List<Version> versions, Progress progress) {
    for (int from = 0; from < versions.size(); from += BATCH) {
      int to = Math.min(versions.size(), from + BATCH);
      again(versions.subList(from, to));
      progress.at("read again", to, versions.size());
    }
  }

  private static List<Version> latest(Transaction t, String story) {
    return t.stories().headlines(story).stream()
        .map(Headline::report)
        .flatMap(report -> t.reports().latest(report).stream())
        .toList();
  }

  /** Without a model rules would say the same again, and nothing is changed. */
  private boolean again(List<Version> versions) {
    Extractor extractor = better.get();
    List<Again> read =
        store.read(t -> fast(t, versions)).parallelStream()
            .map(
                one ->
                    new Again(one.version(), one.before(), extractor.read(one.version().report())))
            .filter(one -> one.after().engine() != Engine.FAST)
            .toList();
    store.change(
        t -> {
          for (Again one : read) {
            t.reports().keep(one.version(), one.after());
            t.stories().of(one.version().id()).ifPresent(t.stories()::touch);
            t.stories().log(event(one));
          }
        });
    return !read.isEmpty();
  }

  private static List<Again> fast(Transaction t, List<Version> versions) {
    List<Again> fast = new ArrayList<>();
    for (Version version : versions) {
      t.reports()
          .reading(version)
          .filter(reading -> reading.engine() == Engine.FAST)
          .ifPresent(reading -> fast.add(new Again(version, reading, reading)));
    }
    return fast;
  }

  /**
   * What the model changed; of the report, and dated as it, so that a replay says the same whatever
   * story it is in.
   */
  private static Event event(Again one) {
    return new Event(
        Objects.requireNonNull(one.version().report().seen()).instant(),
        "read again",
        "",
        one.version().id(),
        null,
        one.before().statements().size()
            + " statements before, "
            + one.after().statements().size()
            + " now.");
  }
}
