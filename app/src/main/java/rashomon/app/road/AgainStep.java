package rashomon.app.road;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rashomon.extract.Extractor;
import rashomon.model.Engine;
import rashomon.model.Reading;
import rashomon.model.Version;
import rashomon.store.Store;
import rashomon.store.Transaction;

/** Reads again with the model what the rules read first. */
final class AgainStep {

  private record Again(Version version, Reading before, Reading after) {}

  private static final int BATCH = 16;

  private final Store store;
  private final Supplier<Extractor> better;

  AgainStep(Store store, Supplier<Extractor> better) {
    this.store = store;
    this.better = better;
  }

  int run(int most, Progress progress) {
    List<String> stories = store.read(t -> t.stories().readBy(Engine.FAST.name(), 2, most));
    for (int i = 0; i < stories.size(); i++) {
      String story = stories.get(i);
      again(store.read(t -> latest(t, story)));
      progress.at("read again", i + 1, stories.size());
    }
    return stories.size();
  }

  /** These versions, those of them that rules read. */
  void run(List<Version> versions, Progress progress) {
    for (int i = 0; i < versions.size(); i += BATCH) {
      List<Version> some = versions.subList(i, Math.min(versions.size(), i + BATCH));
      again(some);
      progress.at("read again", i + some.size(), versions.size());
    }
  }

  private void again(List<Version> versions) {
    Extractor extractor = better.get();
    List<Again> read =
        versions.parallelStream()
            .flatMap(
                version ->
                    fast(version).stream()
                        .map(
                            before -> new Again(version, before, extractor.read(version.report()))))
            .toList();
    store.change(
        t -> {
          for (Again one : read) {
            t.reports().keep(one.version(), one.after(), one.before());
            t.stories().of(one.version().id()).ifPresent(t.stories()::touch);
          }
        });
  }

  private Optional<Reading> fast(Version version) {
    return store
        .read(t -> t.reports().reading(version))
        .filter(reading -> reading.engine() == Engine.FAST);
  }

  private static List<Version> latest(Transaction t, String story) {
    return t.stories().headlines(story).stream()
        .map(headline -> t.reports().latest(headline.report()).orElseThrow())
        .toList();
  }
}
