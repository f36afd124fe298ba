package rashomon.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is placed.
 *
 * @param report its id
 * @param capture the id of the capture it was read from
 * @param seen when it was captured
 * @param when when it was published; where that is absent, words alone decide
 */
public record Sighting(
    String report, String capture, Instant seen, @Nullable Instant when, Sketch sketch)
    implements Input {

  @Override
  public Instant at() {
    return seen;
  }

  @Override
  public String id() {
    return capture;
  }
}
