package rashomon.app.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import rashomon.extract.Extractor;
import rashomon.model.Engine;
import rashomon.model.Reading;
import rashomon.model.Version;
import rashomon.store.Reports.Said;
import rashomon.store.Store;
import rashomon.store.Stories.Event;
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
  int stories(int most, Progress progress) {
    List<String> stories = store.read(t -> t.stories().readBy(Engine.FAST.name(), 2, most));
    int changed = 0;
    for (int i = 0; i < stories.size(); i++) {
      String story = stories.get(i);
      changed += again(store.read(t -> latest(t, story)), t -> {}) ? 1 : 0;
      progress.at("read again", i + 1, stories.size());
    }
    return changed;
  }

  /** What is to be read again, since the model had read it before all was derived anew. */
  void pending(Progress progress) {
    long all = store.<Long>read(t -> t.pending().toBeReadAgain());
    if (all == 0) {
      return;
    }
    long done = 0;
    List<Version> batch = store.read(t -> t.reports().pending(BATCH));
    while (!batch.isEmpty()) {
      List<Version> now = batch;
      again(now, t -> now.forEach(t.pending()::readAgain));
      done += now.size();
      progress.at("read again", done, all);
      batch = store.read(t -> t.reports().pending(BATCH));
    }
    store.change(t -> t.pending().allReadAgain());
  }

  private static List<Version> latest(Transaction t, String story) {
    return t.reports().of(story).stream().map(Said::version).toList();
  }

  /** Without a model rules would say the same again, and nothing is changed. */
  private boolean again(List<Version> versions, Consumer<Transaction> then) {
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
          then.accept(t);
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
