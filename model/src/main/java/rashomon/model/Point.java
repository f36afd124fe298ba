package rashomon.model;

import java.util.List;

/**
 * A question about the event that at least two reports or two parties answer. {@code why} explains
 * the relation.
 */
public record Point(
    PointId id, String question, Facet facet, Relation relation, String why, List<Answer> answers) {

  public Point {
    answers = List.copyOf(answers);
  }
}
