package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Estimate;
import rashomon.model.Estimate.Rule;

class EstimatesTest {

  private static final Comparison TOLD =
      Told.by(
          "A blast at the mill in Ardvale killed 20 to 25 workers on Tuesday, police said.",
          "The owner said 31 workers were killed when the mill of Ardvale blew up.",
          "According to a union, the explosion left 31 workers dead in the Ardvale mill.");

  @Test
  void noNumberIsMadeUnlessARuleIsPicked() {
    assertThat(TOLD.points()).isNotEmpty();
    assertThat(TOLD.estimates()).isEmpty();
  }

  @Test
  void eachRuleGivesItsNumberAndWhereItIsFrom() {
    assertThat(by(Rule.FULL_RANGE)).isEqualTo("20.0 31.0 2");
    assertThat(by(Rule.MOST_CONSERVATIVE)).isEqualTo("20.0 20.0 1");
    assertThat(by(Rule.MAJORITY)).isEqualTo("31.0 31.0 1");
    assertThat(by(Rule.LATEST)).isEqualTo("31.0 31.0 1");
  }

  @Test
  void withoutAMajorityTheRuleGivesNoNumber() {
    Comparison apart =
        Told.by(
            "A blast at the mill in Ardvale killed 20 workers on Tuesday.",
            "A blast at the mill in Ardvale killed 31 workers on Tuesday.");
    Estimate estimate = Estimates.by(Rule.MAJORITY, apart).estimates().getFirst();
    assertThat(estimate.evidence()).isEmpty();
    assertThat(estimate.low()).isNull();
  }

  @Test
  void aRangeIsGivenInOneUnit() {
    Comparison heights =
        Told.by(
            "The mast of the station in Ardvale is 300 feet high.",
            "The mast of the station in Ardvale is 101 metres high.");
    Estimate estimate = Estimates.by(Rule.FULL_RANGE, heights).estimates().getFirst();
    assertThat(estimate.unit()).isEqualTo("ft");
    assertThat(estimate.low()).isEqualTo(300);
    assertThat(estimate.high()).isCloseTo(331.4, org.assertj.core.data.Offset.offset(0.1));
  }

  @Test
  void theLatestIsWhatTheNewestReportGivesFirst() {
    Comparison restated =
        Told.by(
            "A blast at the mill in Ardvale killed 52 people, the union said on Tuesday.",
            "The blast at the mill in Ardvale killed 44 people, the ministry said. The union had said on Tuesday that 52 people were killed.");
    assertThat(Estimates.by(Rule.LATEST, restated).estimates())
        .isNotEmpty()
        .allSatisfy(estimate -> assertThat(estimate.low()).isEqualTo(44));
  }

  @Test
  void countsOfAnotherScopeAreNeverMadeOne() {
    Comparison scopes =
        Told.by(
            "A blast at the mill in Ardvale killed eight people on Tuesday.",
            "Twenty people were killed or injured in the blast at the mill in Ardvale.");
    assertThat(Estimates.by(Rule.FULL_RANGE, scopes).estimates()).isEmpty();
  }

  private static String by(Rule rule) {
    List<Estimate> estimates = Estimates.by(rule, TOLD).estimates();
    assertThat(estimates).hasSize(1);
    Estimate one = estimates.getFirst();
    return one.low() + " " + one.high() + " " + one.evidence().size();
  }
}
