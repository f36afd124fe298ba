package rashomon.cluster;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a person says against the stories as they are. It holds until it is taken back. */
public sealed interface Correction extends Input {

  /** These reports are one story. */
  record Together(String id, Instant at, List<String> reports) implements Correction {
    public Together {
      reports = List.copyOf(reports);
    }
  }

  /** None of these reports is in one story with any of the others. */
  record Apart(String id, Instant at, List<String> reports, List<String> others)
      implements Correction {
    public Apart {
      reports = List.copyOf(reports);
      others = List.copyOf(others);
      Set<String> both = new HashSet<>(reports);
      both.retainAll(others);
      if (!both.isEmpty()) {
        throw new IllegalArgumentException("apart from themselves: " + both);
      }
    }
  }
}
