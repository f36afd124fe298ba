package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rashomon.eval.ContestedGold.GoldAnswer;
import rashomon.eval.ContestedGold.GoldFigure;
import rashomon.eval.ContestedGold.GoldPoint;
import rashomon.eval.ContestedGold.Place;
import rashomon.eval.ContestedScore.Count;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Holder;
import rashomon.model.Measure;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Story;

class ContestedScoreTest {

  private static final ReportId FIRST = new ReportId(1);
  private static final ReportId SECOND = new ReportId(2);
  private static final GoldAnswer ONE = new GoldAnswer(List.of(new Place("a.txt", 0, 10)));
  private static final GoldAnswer OTHER = new GoldAnswer(List.of(new Place("b.txt", 0, 10)));

  private static Report report(String file) {
    return new Report(file, null, null, "", null, null, null, "en", "x".repeat(1000));
  }

  private static Comparison comparison(List<Figure> figures, Point... points) {
    Story story =
        new Story(
            List.of(report("news/a.txt"), report("b.txt")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            figures,
            List.of());
    return new Comparison(story, List.of(points), List.of(), List.of(), List.of());
  }

  private static Figure figure(int start, int end, @Nullable Double low, @Nullable Double high) {
    return new Figure(
        new FigureId(1),
        FIRST,
        new Span(start, end),
        low,
        high,
        true,
        "people",
        new Measure("people", "", "", List.of(), "people"),
        null,
        null,
        null,
        null);
  }

  private static Evidence evidence(ReportId report, int start, int end) {
    return new Evidence(report, new Span(start, end), null, null);
  }

  private static Answer answer(Evidence... evidence) {
    return new Answer("so", List.of(new Holder.ByReport(FIRST)), 1, FIRST, List.of(evidence));
  }

  private static Point point(Relation relation, Answer... answers) {
    return new Point(new PointId(1), "Is it so?", Facet.OTHER, relation, "", List.of(answers));
  }

  private static ContestedScore score(
      List<GoldFigure> figures, List<GoldPoint> points, Comparison comparison) {
    return ContestedScore.of(new ContestedGold("flood", figures, points), comparison);
  }

  private static GoldPoint gold(int annotators, String... relations) {
    return new GoldPoint("Was it so?", List.of(relations), annotators, List.of(ONE, OTHER));
  }

  private static Point difference(Relation relation) {
    return point(relation, answer(evidence(FIRST, 5, 20)), answer(evidence(SECOND, 0, 10)));
  }

  @Test
  void aFigureIsRightWhereItOverlapsWithTheSameBounds() {
    List<GoldFigure> gold =
        List.of(
            new GoldFigure("a.txt", 0, 9, 51.0, null, 2),
            new GoldFigure("a.txt", 20, 29, 3.0, 3.0, 2));
    ContestedScore score =
        score(
            gold,
            List.of(),
            comparison(List.of(figure(5, 12, 51.0, null), figure(20, 29, 3.0, 4.0))));
    assertThat(score.rate(Count.FIGURES_FOUND, Count.FIGURES)).contains(0.5);
    assertThat(score.rate(Count.PREDICTED_FIGURES_RIGHT, Count.PREDICTED_FIGURES)).contains(0.5);
  }

  @Test
  void whatOneReaderMarkedIsNotAskedForButRight() {
    ContestedScore score =
        score(
            List.of(new GoldFigure("a.txt", 0, 9, 5.0, 5.0, 1)),
            List.of(),
            comparison(List.of(figure(0, 9, 5.0, 5.0))));
    assertThat(score.rate(Count.FIGURES_FOUND, Count.FIGURES)).isEmpty();
    assertThat(score.rate(Count.PREDICTED_FIGURES_RIGHT, Count.PREDICTED_FIGURES)).contains(1.0);
  }

  @Test
  void oneGoldFigureMatchesOneFigure() {
    ContestedScore score =
        score(
            List.of(new GoldFigure("a.txt", 0, 9, 5.0, 5.0, 2)),
            List.of(),
            comparison(List.of(figure(0, 4, 5.0, 5.0), figure(4, 9, 5.0, 5.0))));
    assertThat(score.count(Count.PREDICTED_FIGURES_RIGHT)).isEqualTo(1);
  }

  @Test
  void aConflictIsFoundWhereTwoAnswersStandForTwo() {
    ContestedScore score =
        score(
            List.of(),
            List.of(gold(2, "conflict")),
            comparison(List.of(), difference(Relation.CONFLICT)));
    assertThat(score.count(Count.CONFLICTS_FOUND)).isEqualTo(1);
    assertThat(score.count(Count.PREDICTED_CONFLICTS_RIGHT)).isEqualTo(1);
    assertThat(score.rows()).first().asString().contains("found");
  }

  @Test
  void anotherRelationFindsTheDifferenceButNotTheConflict() {
    ContestedScore score =
        score(
            List.of(),
            List.of(gold(2, "conflict")),
            comparison(List.of(), difference(Relation.SCOPE)));
    assertThat(score.count(Count.DIFFERENCES_FOUND)).isEqualTo(1);
    assertThat(score.count(Count.CONFLICTS_FOUND)).isZero();
    assertThat(score.rows()).first().asString().contains("as scope");
  }

  @Test
  void evidenceThatMostlyLiesElsewhereStandsForNothing() {
    Answer scattered =
        answer(evidence(FIRST, 0, 5), evidence(FIRST, 100, 110), evidence(FIRST, 200, 210));
    ContestedScore score =
        score(
            List.of(),
            List.of(gold(2, "conflict")),
            comparison(
                List.of(), point(Relation.CONFLICT, scattered, answer(evidence(SECOND, 0, 10)))));
    assertThat(score.count(Count.DIFFERENCES_FOUND)).isZero();
    assertThat(score.rows()).anyMatch(row -> row.contains("not in gold"));
  }

  @Test
  void evidenceOverThreeHundredUnitsIsIgnored() {
    Point wide =
        point(Relation.CONFLICT, answer(evidence(FIRST, 0, 301)), answer(evidence(SECOND, 0, 300)));
    assertThat(
            score(List.of(), List.of(gold(2, "conflict")), comparison(List.of(), wide))
                .count(Count.DIFFERENCES_FOUND))
        .isZero();
  }

  @Test
  void answersAfterTheTenthAreIgnored() {
    Stream<Answer> many =
        Stream.concat(
            Stream.of(answer(evidence(FIRST, 0, 10))),
            Stream.generate(() -> answer(evidence(FIRST, 500, 510))).limit(9));
    Answer[] answers =
        Stream.concat(many, Stream.of(answer(evidence(SECOND, 0, 10)))).toArray(Answer[]::new);
    assertThat(
            score(
                    List.of(),
                    List.of(gold(2, "conflict")),
                    comparison(List.of(), point(Relation.CONFLICT, answers)))
                .count(Count.DIFFERENCES_FOUND))
        .isZero();
  }

  @Test
  void anAgreementIsFoundWhereOneAnswerCoversTwoReports() {
    GoldAnswer shared =
        new GoldAnswer(List.of(new Place("a.txt", 0, 10), new Place("b.txt", 0, 10)));
    GoldPoint gold = new GoldPoint("Was it so?", List.of("agree"), 2, List.of(shared));
    Point together = point(Relation.AGREE, answer(evidence(FIRST, 0, 10), evidence(SECOND, 5, 8)));
    assertThat(
            score(List.of(), List.of(gold), comparison(List.of(), together))
                .count(Count.AGREEMENTS_FOUND))
        .isEqualTo(1);
    assertThat(
            score(
                    List.of(),
                    List.of(gold),
                    comparison(List.of(), point(Relation.AGREE, answer(evidence(FIRST, 0, 10)))))
                .count(Count.AGREEMENTS_FOUND))
        .isZero();
  }

  @Test
  void aPairIsMovedWhereAnotherCanOnlyBeMatchedSo() {
    List<String> left = List.of("ab", "a");
    assertThat(
            Assignment.of(left, List.of("a", "b"), (word, letter) -> word.contains(letter) ? 1 : 0))
        .hasSize(2);
  }
}
