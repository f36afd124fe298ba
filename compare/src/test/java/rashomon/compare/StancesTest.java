package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.Relation;

class StancesTest {

  @Test
  void whatOneDemandsAndAnotherRefusesIsContested() {
    Comparison told =
        Told.by(
            "The miners are calling for a truce in the valley.",
            "Mayor Ada Brek rejected a truce in the valley.");
    Point point = points(told).getFirst();
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(point.answers())
        .extracting(answer -> answer.answer())
        .containsExactly("calling for a truce in the valley", "rejected a truce in the valley");
  }

  @Test
  void aNegatedVerbTurnsTheSide() {
    assertThat(
            points(
                    Told.by(
                        "The miners did not accept the truce in the valley.",
                        "Mayor Ada Brek rejected the truce in the valley."))
                .getFirst()
                .relation())
        .isEqualTo(Relation.AGREE);
  }

  @Test
  void anotherMatterIsNoRival() {
    assertThat(
            points(
                Told.by(
                    "The miners demanded higher wages at the pit.",
                    "Mayor Ada Brek rejected a truce in the valley.")))
        .isEmpty();
  }

  @Test
  void whatIsOnlySupposedIsNoPosition() {
    assertThat(
            points(
                Told.by(
                    "The miners demanded a truce in the valley.",
                    "If Mayor Ada Brek rejected a truce in the valley the talks would end.")))
        .isEmpty();
  }

  private static List<Point> points(Comparison told) {
    return Told.points(told, Facet.POSITION);
  }
}
