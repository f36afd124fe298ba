package rashomon.app;

import rashomon.model.Answer;
import rashomon.model.Evidence;
import rashomon.model.FigureId;
import rashomon.model.PartyId;
import rashomon.model.Point;
import rashomon.model.ReportId;
import rashomon.model.StatementId;

/**
 * What places on the page are called. Those of the comparison document keep their ids: {@code r1},
 * {@code s1}, {@code f1} and {@code p1}, {@code q1}; the parts of a point are numbered from 1.
 */
final class Anchors {

  private Anchors() {}

  static String report(ReportId report) {
    return report.toString();
  }

  /** A paragraph of a report; 0 is the headline. */
  static String paragraph(ReportId report, int paragraph) {
    return report + "-" + paragraph;
  }

  /** The words of a statement in its report. */
  static String statement(StatementId statement) {
    return statement.toString();
  }

  /** The words of a figure in its report. */
  static String figure(FigureId figure) {
    return figure.toString();
  }

  /** The row of a figure in the table of figures. */
  static String row(FigureId figure) {
    return "row-" + figure;
  }

  /** The row of a party among those who said something. */
  static String party(PartyId party) {
    return party.toString();
  }

  static String point(Point point) {
    return point.id().toString();
  }

  static String answer(Point point, Answer answer) {
    return point.id() + "-" + (point.answers().indexOf(answer) + 1);
  }

  /** The words of a report that give an answer, where they stand in it. */
  static String evidence(Point point, Answer answer, Evidence evidence) {
    return answer(point, answer) + "-" + (answer.evidence().indexOf(evidence) + 1);
  }
}
