package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.Relation;

class CausesTest {

  @Test
  void twoReasonsForOneDismissalAreAConflict() {
    Point point =
        only(
            Told.by(
                "The mayor fired the harbour master in May for lying to the council.",
                "Nadia Brek said the mayor fired the harbour master because he had refused to sign the lease."));
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(point.answers())
        .extracting(answer -> answer.answer())
        .containsExactly("lying to the council", "he had refused to sign the lease");
    assertThat(point.why()).contains("lying to the council").contains("Nadia Brek");
  }

  @Test
  void oneReasonInTwoReportsIsAgreement() {
    Point point =
        only(
            Told.by(
                "The bridge collapsed because of the flood on the upper river.",
                "The old bridge collapsed due to the flood."));
    assertThat(point.relation()).isEqualTo(Relation.AGREE);
  }

  @Test
  void reasonsForDifferentThingsAreNotSetAgainstEachOther() {
    assertThat(
            Told.points(
                Told.by(
                    "The bridge collapsed because of the flood on the upper river.",
                    "The school was closed because of a strike of teachers."),
                Facet.CAUSE))
        .isEmpty();
  }

  @Test
  void aCauseThatAnotherDeniesIsAConflictAndReadsAsADenial() {
    for (String denial :
        List.of(
            "Nadia Brek said that the blast at the Kessen plant was not caused by a gas leak.",
            "Nadia Brek denied that the blast was caused by a gas leak.")) {
      Point point = only(Told.by("Odra Lenn said the blast was caused by a gas leak.", denial));
      assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
      assertThat(point.answers().getFirst().answer()).isEqualTo("a gas leak");
      assertThat(point.answers().getLast().answer())
          .containsPattern("^(not|denied that) .*a gas leak$");
      assertThat(point.why()).startsWith("What some give as the reason others deny: ");
    }
  }

  @Test
  void whatNobodyGivesAsTheCauseIsNoAnswerToDeny() {
    assertThat(
            Told.points(
                Told.by(
                    "Odra Lenn said the blast was caused by a gas leak.",
                    "Nadia Brek said the blast was not caused by a faulty pump."),
                Facet.CAUSE))
        .isEmpty();
  }

  private static Point only(Comparison told) {
    List<Point> points = Told.points(told, Facet.CAUSE);
    assertThat(points).hasSize(1);
    return points.getFirst();
  }
}
