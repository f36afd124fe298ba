package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.Report;

final class CountsTest {

  private static final String TWENTY =
      "A blast at the mill in Ardvale killed 20 workers on Tuesday.";
  private static final String THIRTY_ONE =
      "A blast at the mill in Ardvale killed 31 workers on Tuesday.";

  @Test
  void aHigherCountInALaterReportIsAnUpdate() {
    Point point = only(Told.by(TWENTY, THIRTY_ONE));
    assertThat(point.relation()).isEqualTo(Relation.UPDATE);
    assertThat(point.question()).isEqualTo("How many workers were killed?");
  }

  @Test
  void aLowerCountInALaterReportIsAConflict() {
    Point point = only(Told.by(THIRTY_ONE, TWENTY));
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(point.why()).contains("31 workers").contains("20 workers");
  }

  @Test
  void twoCountsAtOneTimeAreAConflict() {
    List<Report> reports =
        List.of(Told.report(0, TWENTY, Told.stamp(1)), Told.report(1, THIRTY_ONE, Told.stamp(1)));
    assertThat(only(Told.compare(reports)).relation()).isEqualTo(Relation.CONFLICT);
  }

  @Test
  void twoPartiesInOneReportCanConflict() {
    Comparison told =
        Told.by(
            "Mayor Ada Brek said 20 workers were killed in the blast at the mill in Ardvale.\n\n"
                + "Union leader Tom Varga said 31 workers were killed in the blast at the mill in"
                + " Ardvale.");
    assertThat(only(told).relation()).isEqualTo(Relation.CONFLICT);
  }

  @Test
  void moreThanTwoHundredLeavesRoomForTwoHundredSeventySix() {
    Point point =
        only(
            Told.by(
                "Raiders abducted more than 200 girls from the school in Ardvale in April 2029.",
                "Raiders abducted 276 girls from the school in Ardvale in April 2029."));
    assertThat(point.relation()).isEqualTo(Relation.ROUNDING);
  }

  @Test
  void moreThanAMileLeavesRoomForTwoKilometres() {
    Point point =
        only(
            Told.by(
                "The lorry drove more than a mile through the market crowd in Ardvale.",
                "The lorry drove 2 km through the market crowd in Ardvale."),
            Facet.EXTENT);
    assertThat(point.relation()).isEqualTo(Relation.ROUNDING);
  }

  @Test
  void oneCountInTwoReportsIsAgreedOn() {
    Point point =
        only(Told.by(TWENTY, "Twenty workers were killed when the mill in Ardvale blew up."));
    assertThat(point.relation()).isEqualTo(Relation.AGREE);
    assertThat(point.answers()).hasSize(1);
  }

  @Test
  void captivesGrowFewer() {
    Point point =
        only(
            Told.by(
                "The raiders still hold 40 girls captive in the Ardvale forest.",
                "The raiders still hold 33 girls captive in the Ardvale forest."));
    assertThat(point.relation()).isEqualTo(Relation.UPDATE);
  }

  @Test
  void theDeadAndTheInjuredAreTwoQuestions() {
    assertThat(counts(Told.by(TWENTY, "The blast at the mill injured 31 workers on Tuesday.")))
        .isEmpty();
  }

  @Test
  void someOfThemAreNoRivalCount() {
    assertThat(
            counts(
                Told.by(
                    "The blast in Ardvale killed 20 people.",
                    "Five of the people killed in the blast in Ardvale were buried.")))
        .noneMatch(point -> point.relation() == Relation.CONFLICT);
  }

  @Test
  void deathsLongAgoAreNoRivalCount() {
    assertThat(
            counts(
                Told.by(
                    "A blast in Ardvale killed 20 people on Tuesday.",
                    "In May 2019 a fire in Ardvale killed 31 people.")))
        .isEmpty();
  }

  @Test
  void deathsElsewhereAreNoRivalCount() {
    assertThat(
            counts(
                Told.by(
                    "Raiders killed 20 people in Ardvale.", "Raiders killed 31 people in Belmor.")))
        .isEmpty();
  }

  @Test
  void aRivalTollStaysAConflictWhileTheOtherIsUpdated() {
    Comparison told =
        Told.by(
            "The ministry said 31 people were killed when the mill in Ardvale blew up.",
            "The Mill Workers' Union said 52 people were killed when the mill in Ardvale blew up.",
            "The ministry said 44 people were killed when the mill in Ardvale blew up.\n\n"
                + "The Mill Workers' Union says 52 people were killed.");
    Point point = only(told);
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(point.why()).contains("52").contains("44");
  }

  @Test
  void theKilledAndTheKilledOrInjuredAreCountsOfAnotherScope() {
    Point point =
        only(
            Told.by(
                "A blast at the mill in Ardvale killed eight people on Tuesday.",
                "Twenty people were killed or injured in the blast at the mill in Ardvale."));
    assertThat(point.relation()).isEqualTo(Relation.SCOPE);
    assertThat(point.why()).contains("people killed").contains("people killed or injured");
  }

  @Test
  void civiliansAreSomeOfAll() {
    Point point =
        only(
            Told.by(
                "A blast at the mill in Ardvale killed eight people on Tuesday.",
                "The blast at the mill in Ardvale killed six civilians on Tuesday."));
    assertThat(point.relation()).isEqualTo(Relation.SCOPE);
  }

  @Test
  void whoeverGivesBothScopesLeavesNoQuestion() {
    assertThat(
            counts(
                Told.by(
                    "A blast at the mill in Ardvale killed eight people on Tuesday.",
                    "The blast at the mill in Ardvale killed eight people, six civilians among"
                        + " the people killed in the blast.")))
        .noneMatch(point -> point.relation() == Relation.SCOPE);
  }

  @Test
  void deathsSinceTheStartOfTheYearAreNoRivalsOfTheseDeaths() {
    Point point =
        only(
            Told.by(
                "A blast at the mill in Ardvale killed 20 people on Tuesday.",
                "Since the start of the year 61 people have been killed in mills near Ardvale."
                    + " The blast on Tuesday was the worst of them."));
    assertThat(point.relation()).isEqualTo(Relation.SCOPE);
    assertThat(point.question()).contains("over a longer time");
  }

  @Test
  void deathsInAllTheMillsAreNoRivalsOfThoseInOne() {
    Point point =
        only(
            Told.by(
                "A flood at the mill in Ardvale killed 20 people on Tuesday.",
                "The flood killed 61 people in the three mills near Ardvale on Tuesday."));
    assertThat(point.relation()).isEqualTo(Relation.SCOPE);
    assertThat(point.question()).contains("in several places");
  }

  @Test
  void metresAndFeetAreOneAnswer() {
    Point point =
        only(
            Told.by(
                "The mast of the station in Ardvale is 101 metres high.",
                "The mast of the station in Ardvale is 330 feet high."),
            Facet.EXTENT);
    assertThat(point.relation()).isEqualTo(Relation.AGREE);
    assertThat(point.answers()).hasSize(1);
  }

  @Test
  void feetAreKnownNoCloserThanTheyAreGiven() {
    Point point =
        only(
            Told.by(
                "The mast of the station in Ardvale is 330 feet high.",
                "The mast of the station in Ardvale is 320 feet high."),
            Facet.EXTENT);
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
  }

  @Test
  void aRoundedNumberStandsBesideTheChangeOverTime() {
    List<Point> points =
        counts(
            Told.by(
                "The raiders hold 218 girls captive in the Ardvale forest.",
                "The raiders hold nearly 200 girls captive in the Ardvale forest.",
                "The raiders hold 197 girls captive in the Ardvale forest."));
    assertThat(points)
        .extracting(Point::relation)
        .containsExactly(Relation.UPDATE, Relation.ROUNDING);
    assertThat(points.getLast().answers())
        .extracting(answer -> answer.answer())
        .containsExactly("nearly 200 girls captive", "197 girls captive");
  }

  @Test
  void sentencesWithOtherNumbersDoNotAgree() {
    assertThat(
            Told.by(
                    "Eight people were killed in a fire at the harbour of Ardvale, police said.",
                    "Twenty people were killed in a fire at the harbour of Ardvale, police said.")
                .points())
        .filteredOn(point -> point.facet() == Facet.OTHER)
        .isEmpty();
  }

  @Test
  void theOrderOfReportsChangesNothing() {
    List<Report> reports =
        List.of(Told.report(0, TWENTY, Told.stamp(1)), Told.report(1, THIRTY_ONE, Told.stamp(2)));
    assertThat(Told.compare(reports.reversed()).points()).isEqualTo(Told.compare(reports).points());
  }

  private static Point only(Comparison told) {
    return only(told, Facet.COUNT);
  }

  private static Point only(Comparison told, Facet facet) {
    List<Point> points = Told.points(told, facet);
    assertThat(points).as(told.story().figures().toString()).hasSize(1);
    return points.getFirst();
  }

  private static List<Point> counts(Comparison told) {
    return Told.points(told, Facet.COUNT);
  }
}
