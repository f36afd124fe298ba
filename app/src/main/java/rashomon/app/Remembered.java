package rashomon.app;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Option;
import rashomon.app.road.Progress;
import rashomon.app.road.Road;
import rashomon.capture.Warc;
import rashomon.extract.Extractor;
import rashomon.model.Capture;
import rashomon.model.Engine;
import rashomon.store.Archive;
import rashomon.store.Store;
import rashomon.store.StoreProblem;

/** The option of every command that touches the store. */
final class Remembered {

  /** Captures are kept as records of a web archive. */
  static final Archive ARCHIVE =
      new Archive() {
        @Override
        public byte[] pack(Capture capture) {
          return Warc.bytes(capture);
        }

        @Override
        public Capture unpack(byte[] record) {
          List<Capture> captures = new ArrayList<>();
          Warc.captures(
              new ByteArrayInputStream(record),
              "store",
              captures::add,
              broken -> {
                throw new IllegalStateException(broken.why());
              });
          return captures.getFirst();
        }
      };

  @Option(
      names = "--store",
      paramLabel = "PATH-or-URL",
      defaultValue = "${env:RASHOMON_STORE:-rashomon-store}",
      description =
          "Where everything is remembered: a folder (SQLite), or postgresql://user@host/database. Default: the environment's RASHOMON_STORE, else the folder rashomon-store.")
  private String place = "rashomon-store";

  String place() {
    return place;
  }

  /** The store, made where there is none. */
  Store open() {
    return Store.open(place, ARCHIVE);
  }

  /**
   * The store that is there. Where every report was to be placed anew, as after one was removed,
   * and that was cut off, it is done first, unless another writes there, who does it.
   */
  Store existing() {
    Store store = Store.existing(place, ARCHIVE);
    if (Road.isToBePlacedAnew(store)) {
      try {
        new Road(store, () -> quietly(Engine.FAST), () -> quietly(Engine.TRAINED))
            .place(Progress.NONE);
      } catch (StoreProblem refused) {
        if (refused.code() != StoreProblem.Code.USER) {
          store.close();
          throw refused;
        }
      }
    }
    return store;
  }

  private static Extractor quietly(Engine engine) {
    return Engines.load(engine, told -> {});
  }

  /** The road over a store; the rules are loaded meanwhile. */
  static Road road(Store store, Console console) {
    CompletableFuture<Extractor> fast =
        CompletableFuture.supplyAsync(() -> Engines.load(Engine.FAST, console::tell));
    return new Road(store, fast::join, () -> Engines.load(Engine.TRAINED, console::tell));
  }

  /** Shows how far a step has come, on a terminal alone. */
  static Progress progress(Console console) {
    return console.errTerminal()
        ? (step, done, of) -> console.progress(step + " " + done + (of == 0 ? "" : " of " + of))
        : Progress.NONE;
  }

  /** Ends a line of progress. */
  static void done(Console console) {
    if (console.errTerminal()) {
      console.progress("");
    }
  }
}
