package rashomon.model;

import java.util.List;

/**
 * The answer to "who said what, and what is contested" for one story; what the comparison document
 * holds. {@code estimates} is empty unless a rule was picked.
 */
public record Comparison(
    Story story,
    List<Point> points,
    List<Estimate> estimates,
    List<Retelling> retellings,
    List<Rejection> rejected) {

  public Comparison {
    points = List.copyOf(points);
    estimates = List.copyOf(estimates);
    retellings = List.copyOf(retellings);
    rejected = List.copyOf(rejected);
  }
}
