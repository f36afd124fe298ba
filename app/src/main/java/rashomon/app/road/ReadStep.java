package rashomon.app.road;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import rashomon.cluster.Sketch;
import rashomon.extract.Extractor;
import rashomon.ingest.Captured;
import rashomon.model.Capture;
import rashomon.model.Reading;
import rashomon.model.Rejection;
import rashomon.model.Version;
import rashomon.store.Reports.Change;
import rashomon.store.Reports.Kept;
import rashomon.store.Store;
import rashomon.store.Transaction;

/** Captures to reports and readings: one batch is read on all cores while the last one is kept. */
final class ReadStep {

  private static final int BATCH = 128;

  /** What a capture gave, each version with what it says and what it is grouped by. */
  private record Read(Capture capture, List<Said> versions, List<Rejection> rejected) {}

  private record Said(Version version, Reading reading, Sketch sketch) {}

  private final Store store;
  private final Supplier<Extractor> fast;

  ReadStep(Store store, Supplier<Extractor> fast) {
    this.store = store;
    this.fast = fast;
  }

  /**
   * Where something gives an earlier first version of a report that was placed by a later one,
   * every report is to be placed anew.
   */
  void run(Progress progress) {
    long all = store.<Long>read(t -> t.captures().waitingCount());
    if (all == 0) {
      return;
    }
    Extractor extractor = fast.get();
    long done = 0;
    List<Capture> batch = first();
    CompletableFuture<List<Read>> reading = begin(batch, extractor);
    while (!batch.isEmpty()) {
      List<Capture> following = following(batch);
      List<Read> read = reading.join();
      reading = begin(following, extractor);
      store.change(t -> read.forEach(one -> keep(t, one, extractor)));
      read.forEach(one -> one.rejected().forEach(progress::rejected));
      if (following.isEmpty()) { // what came meanwhile and was seen earlier
        following = first();
        reading = begin(following, extractor);
      }
      done += batch.size();
      batch = following;
      progress.at("read", done, Math.max(done, all));
    }
  }

  private List<Capture> first() {
    return store.read(t -> t.captures().waiting(BATCH));
  }

  /** What waits after these, which are not kept yet. */
  private List<Capture> following(List<Capture> inHand) {
    return store.read(t -> t.captures().waiting(inHand.getLast(), BATCH));
  }

  private static CompletableFuture<List<Read>> begin(List<Capture> batch, Extractor extractor) {
    return CompletableFuture.supplyAsync(
        () -> batch.parallelStream().map(capture -> read(capture, extractor)).toList());
  }

  private static Read read(Capture capture, Extractor extractor) {
    Captured captured = Captured.read(capture);
    List<Said> versions = new ArrayList<>();
    for (Version version : captured.versions()) {
      versions.add(
          new Said(version, extractor.read(version.report()), Sketch.of(version.report())));
    }
    return new Read(capture, versions, captured.rejected());
  }

  private static void keep(Transaction t, Read read, Extractor extractor) {
    for (Said said : read.versions()) {
      Version version = said.version();
      Kept kept = t.reports().add(version);
      for (Version unread : kept.unread()) {
        boolean mine = unread.capture().equals(version.capture());
        t.reports().keep(unread, mine ? said.reading() : extractor.read(unread.report()));
      }
      if (kept.number() == 1 && kept.change() != Change.SAME) {
        t.sketches().keep(version.id(), said.sketch().bytes());
      }
      if (kept.change() == Change.NEW_VERSION) {
        t.stories().of(version.id()).ifPresent(t.stories()::touch);
        if (kept.number() == 1) {
          t.pending().placeAnew();
        }
      }
    }
    read.rejected()
        .forEach(
            rejection -> t.reports().reject(read.capture().id(), rejection, read.capture().seen()));
    t.captures().done(read.capture());
  }
}
