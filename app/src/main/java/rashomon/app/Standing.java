package rashomon.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rashomon.model.Engine;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.Version;
import rashomon.store.Store;
import rashomon.store.Stories.Headline;
import rashomon.version.Validity;

/** What the reports of a story said at a moment: each in the version that stood then. */
final class Standing {

  private Standing() {}

  /** Reports without a version by then are left out, which {@code console} is told. */
  static Readings of(Store store, List<Headline> reports, AsOf moment, Console console) {
    List<Reading> readings = new ArrayList<>();
    for (Headline headline : reports) {
      List<Version> versions = store.read(t -> t.reports().versions(headline.report()));
      Optional<Version> standing = Validity.at(versions, moment.instant());
      if (standing.isPresent()) {
        readings.add(reading(store, standing.get(), console));
      } else {
        console.tell(leftOut(versions, moment));
      }
    }
    return new Readings(readings, List.of());
  }

  /** What was kept by a program whose readings have another shape is read anew. */
  private static Reading reading(Store store, Version version, Console console) {
    return store
        .read(t -> t.reports().reading(version))
        .orElseGet(() -> Engines.load(Engine.FAST, console::tell).read(version.report()));
  }

  private static String leftOut(List<Version> versions, AsOf moment) {
    Report first = versions.getFirst().report();
    Instant since = Validity.since(versions).getFirst();
    return "rashomon: "
        + first.file()
        + ": left out, its text is known since "
        + since
        + " and not by "
        + moment.text()
        + ".";
  }
}
