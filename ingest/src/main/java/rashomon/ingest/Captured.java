package rashomon.ingest;

import java.util.List;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Version;

/** Stand-in until merged. */
public record Captured(List<Version> versions, List<Rejection> rejected) {
  /** Nothing. */
  public static Captured read(Capture capture) {
    return new Captured(List.of(), List.of());
  }
}
