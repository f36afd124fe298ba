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
 * {@code s1}, {@code f1} and {@code p1}, {@code q1}. The answers of a point have letters, as in the
 * terminal, and the words that give one are numbered: {@code q1b}, {@code q1b3}.
 */
final class Anchors {

  private static final int LETTERS = 26;

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

  /** The row in the table of figures whose first figure this is. */
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

  /** An answer; the only one of its point has no place of its own. */
  static String answer(Point point, Answer answer) {
    return point.answers().size() == 1 ? point(point) : lettered(point, answer);
  }

  /** The words of a report that give an answer, where they stand in it. */
  static String evidence(Point point, Answer answer, Evidence evidence) {
    return lettered(point, answer) + (answer.evidence().indexOf(evidence) + 1);
  }

  private static String lettered(Point point, Answer answer) {
    return point.id() + letters(point.answers().indexOf(answer));
  }

  /** <i>a</i> to <i>z</i>, then <i>aa</i> and so on. */
  private static String letters(int number) {
    String last = String.valueOf((char) ('a' + number % LETTERS));
    return number < LETTERS ? last : letters(number / LETTERS - 1) + last;
  }
}
