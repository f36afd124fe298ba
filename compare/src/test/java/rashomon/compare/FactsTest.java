package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Point;
import rashomon.model.Relation;

class FactsTest {

  @Test
  void aClauseThatTwoReportsTellAlikeIsAgreement() {
    Comparison told =
        Told.by(
            "While the harbour office kept silent all morning, the pilot was pulled from the water by a tug.",
            "A tug pulled the pilot from the water, which nobody on the quay had thought possible.");
    assertThat(agreed(told))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.answers().getFirst().evidence()).hasSize(2);
              assertThat(point.answers().getFirst().origins()).isEqualTo(2);
            });
  }

  @Test
  void whatOneNegatesIsNoAgreement() {
    assertThat(
            agreed(
                Told.by(
                    "The pilot was pulled from the water by a tug.",
                    "The pilot was not pulled from the water by a tug.")))
        .isEmpty();
  }

  @Test
  void whatOneDeniesIsNoAgreement() {
    assertThat(
            agreed(
                Told.by(
                    "The council claimed that the navy had fired on the ferry.",
                    "The navy denied that it had fired on the ferry.")))
        .isEmpty();
  }

  @Test
  void otherNumbersAreNoAgreement() {
    assertThat(
            agreed(
                Told.by(
                    "Divers pulled 3 sailors from the water.",
                    "Divers pulled 9 sailors from the water.")))
        .isEmpty();
  }

  private static List<Point> agreed(Comparison told) {
    return told.points().stream()
        .filter(point -> point.relation() == Relation.AGREE)
        .filter(point -> point.why().startsWith("Told"))
        .toList();
  }
}
