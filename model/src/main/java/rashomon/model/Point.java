package rashomon.model;

import java.util.List;

/**
 * A question about the event that at least two reports or two parties answer. {@code why} explains
 * the relation; {@code silent} are the reports that do not mention it.
 */
public record Point(
    PointId id,
    String question,
    Facet facet,
    Relation relation,
    String why,
    List<Answer> answers,
    List<ReportId> silent) {

  public Point {
    answers = List.copyOf(answers);
    silent = List.copyOf(silent);
  }

  /** A point of which it is not known yet who is silent about it. */
  public Point(
      PointId id,
      String question,
      Facet facet,
      Relation relation,
      String why,
      List<Answer> answers) {
    this(id, question, facet, relation, why, answers, List.of());
  }
}
