package rashomon.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One number for a point about a count or a measure, by a rule that a person picked; never made
 * otherwise.
 *
 * @param low the least value, null where open or where the rule gives none
 * @param high the greatest value, null where open or where the rule gives none
 * @param unit what the values count in, as {@link Figure#unit}
 * @param evidence the figures that decided; empty where the rule gives no number
 */
public record Estimate(
    PointId point,
    Rule rule,
    @Nullable Double low,
    @Nullable Double high,
    String unit,
    List<Evidence> evidence) {

  /** How one number is made of several. */
  public enum Rule {
    /** From the least to the greatest value that anybody gives. */
    FULL_RANGE,
    /** The least value that anybody gives. */
    MOST_CONSERVATIVE,
    /** The answer of more than half of the origins. */
    MAJORITY,
    /** The answer of the report published last. */
    LATEST;

    /** The name as a person types it: <i>full-range</i>. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Estimate {
    evidence = List.copyOf(evidence);
  }
}
