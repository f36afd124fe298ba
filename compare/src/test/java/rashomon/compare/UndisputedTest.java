package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Point;
import rashomon.model.Relation;

class UndisputedTest {

  private static final String CLOSED =
      "The port of Kessen was closed on Tuesday morning, the mayor said.";
  private static final String OPEN =
      "The port of Kessen was open on Tuesday morning, the governor said.";

  @Test
  void whatGivesAnotherAnswerToAContestedQuestionDoesNotAgree() {
    Comparison told = Told.by(CLOSED, CLOSED.replace("mayor", "pilot"), OPEN);
    assertThat(told.points())
        .anySatisfy(point -> assertThat(point.relation()).isNotEqualTo(Relation.AGREE));
    assertThat(agreeing(told))
        .isNotEmpty()
        .allSatisfy(
            evidence ->
                assertThat(evidence.stream().map(words -> words.report().number()))
                    .doesNotContain(3));
  }

  @Test
  void withoutASecondReportNothingIsLeftToAgree() {
    assertThat(agreeing(Told.by(CLOSED, OPEN))).isEmpty();
  }

  private static List<List<Evidence>> agreeing(Comparison told) {
    return told.points().stream()
        .filter(point -> point.relation() == Relation.AGREE)
        .map(Point::answers)
        .map(answers -> answers.getFirst().evidence())
        .toList();
  }
}
