package rashomon.cluster;

import java.time.Instant;
import java.util.Comparator;

/** What decides which reports are one story. The same inputs in the same order give the same. */
public sealed interface Input permits Sighting, Correction, Undone {

  /** By time; at one time reports before corrections; then by id. */
  Comparator<Input> ORDER =
      Comparator.comparing(Input::at)
          .thenComparing(input -> !(input instanceof Sighting))
          .thenComparing(Input::id);

  Instant at();

  String id();
}
