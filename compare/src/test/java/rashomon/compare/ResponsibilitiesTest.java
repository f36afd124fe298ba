package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.Relation;

class ResponsibilitiesTest {

  @Test
  void oneClaimsItAndAnotherBlamesSomebodyElse() {
    Comparison told =
        Told.by(
            "The Northern Brigade claimed responsibility for the attack on Wednesday.",
            "Interior minister Ada Brek blamed the Harbour Guild for the attack.");
    Point point = only(told);
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(point.question()).isEqualTo("Who is responsible for “the attack on Wednesday”?");
    assertThat(point.why()).contains("by Northern Brigade", "by Ada Brek");
    assertThat(Told.answers(told, point))
        .containsExactly(
            "Northern Brigade: The Northern Brigade claimed responsibility for the attack on"
                + " Wednesday",
            "Ada Brek: blamed the Harbour Guild for the attack");
  }

  @Test
  void whatNobodyKnewIsAnUpdateOnceSomebodyIsNamed() {
    Point point =
        only(
            Told.by(
                "It is not known who is responsible for the attack.",
                "The Northern Brigade (NB) claimed responsibility for the attack."));
    assertThat(point.relation()).isEqualTo(Relation.UPDATE);
  }

  @Test
  void aDenialIsAnAnswerOfItsOwn() {
    Point point =
        only(
            Told.by(
                "Police accused the Harbour Guild of burning the mill.",
                "The Harbour Guild denied responsibility for burning the mill."));
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(point.answers()).hasSize(2);
  }

  @Test
  void blameForAnotherActIsNoRival() {
    assertThat(
            points(
                Told.by(
                    "The Northern Brigade claimed responsibility for the bombing of the mill.",
                    "Ada Brek blamed the Harbour Guild for the price of bread.")))
        .isEmpty();
  }

  @Test
  void twoWhoNameTheSameAgree() {
    assertThat(
            only(Told.by(
                    "The Northern Brigade claimed responsibility for the attack.",
                    "Ada Brek blamed the Northern Brigade for the attack."))
                .relation())
        .isEqualTo(Relation.AGREE);
  }

  private static Point only(Comparison told) {
    assertThat(points(told)).as(told.story().assertions().toString()).hasSize(1);
    return points(told).getFirst();
  }

  private static List<Point> points(Comparison told) {
    return Told.points(told, Facet.RESPONSIBILITY);
  }
}
