package rashomon.model;

import java.util.List;

/**
 * The answer to "who said what, and what is contested" for one story; what the comparison document
 * holds.
 */
public record Comparison(
    Story story, List<Point> points, List<Retelling> retellings, List<Rejection> rejected) {

  public Comparison {
    points = List.copyOf(points);
    retellings = List.copyOf(retellings);
    rejected = List.copyOf(rejected);
  }
}
