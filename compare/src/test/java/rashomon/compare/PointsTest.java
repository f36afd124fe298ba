package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.Relation;

class PointsTest {

  @Test
  void twoAimsOfOneOperationAreAConflict() {
    Comparison told =
        Told.by(
            "Hesna Torvald said the aim of the operation is to clear the mines from the channel.",
            "Palo Renn said the aim of the operation is to disarm the council.");
    Point point = only(told, Facet.AIM);
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(Told.answers(told, point))
        .containsExactly(
            "Hesna Torvald: clear the mines from the channel", "Palo Renn: disarm the council");
    assertThat(point.why()).contains("Hesna Torvald").contains("Palo Renn");
  }

  @Test
  void oneAimInOtherWordsIsNoConflict() {
    Comparison told =
        Told.by(
            "Hesna Torvald said the aim of the operation is to clear the mines from the channel.",
            "Palo Renn said the aim of the operation is to clear all mines in the channel.");
    assertThat(only(told, Facet.AIM).relation()).isEqualTo(Relation.AGREE);
  }

  @Test
  void aimsOfTwoThingsAreNoPoint() {
    Comparison told =
        Told.by(
            "Hesna Torvald said the aim of the operation is to clear the mines from the channel.",
            "Palo Renn said the aim of the tax is to pay for a new school.");
    assertThat(Told.points(told, Facet.AIM)).isEmpty();
  }

  @Test
  void aBoundAgainstAnOpenEndIsAConflict() {
    Comparison told =
        Told.by(
            "Hesna Torvald said the operation was limited.",
            "Palo Renn said the operation will continue until the last boat has been handed over.");
    Point point = only(told, Facet.EXTENT);
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(Told.answers(told, point))
        .containsExactly(
            "Hesna Torvald: limited",
            "Palo Renn: continue until the last boat has been handed over");
  }

  @Test
  void aDayByWhichItEndsIsNoOpenEnd() {
    Comparison told =
        Told.by(
            "Hesna Torvald said the operation was limited.",
            "Palo Renn said the operation will continue until Friday.");
    assertThat(Told.points(told, Facet.EXTENT)).isEmpty();
  }

  @Test
  void oneReportOpenAndALaterOneClosedIsAnUpdate() {
    Comparison told =
        Told.by("The harbour was open on Tuesday morning.", "The harbour was closed by nightfall.");
    assertThat(only(told, Facet.STATUS).relation()).isEqualTo(Relation.UPDATE);
  }

  @Test
  void openAndClosedAtOneTimeIsAConflict() {
    var one = Told.report(0, "The harbour was open on Tuesday.", Told.stamp(1));
    var other = Told.report(1, "The harbour was closed on Tuesday.", Told.stamp(1));
    assertThat(only(Told.compare(List.of(one, other)), Facet.STATUS).relation())
        .isEqualTo(Relation.CONFLICT);
  }

  @Test
  void whatReopensWasClosedBeforeWhoeverSaysSo() {
    Point point =
        only(
            Told.compare(
                List.of(
                    Told.report(
                        0, "The harbour office said the port remained closed.", Told.stamp(1)),
                    Told.report(1, "The mayor said the port had reopened.", Told.stamp(1)))),
            Facet.STATUS);
    assertThat(point.relation()).isEqualTo(Relation.UPDATE);
  }

  @Test
  void twoThingsInOppositeStatesAreNoPoint() {
    Comparison told =
        Told.by("The harbour was open on Tuesday.", "The library was closed on Tuesday.");
    assertThat(Told.points(told, Facet.STATUS)).isEmpty();
  }

  @Test
  void whatPartiesCallOneThingIsSetSideBySide() {
    Comparison told =
        Told.by(
            "Hesna Torvald described the raid as a rescue of sailors.",
            "Palo Renn condemned the raid as an act of piracy.");
    assertThat(Told.answers(told, only(told, Facet.CHARACTERISATION)))
        .containsExactly("Hesna Torvald: a rescue of sailors", "Palo Renn: an act of piracy");
  }

  @Test
  void namesForTwoThingsAreNoPoint() {
    Comparison told =
        Told.by(
            "Hesna Torvald described the raid as a rescue of sailors.",
            "Palo Renn condemned the budget as an act of piracy.");
    assertThat(Told.points(told, Facet.CHARACTERISATION)).isEmpty();
  }

  @Test
  void aDenialIsAnAnswerOfItsOwn() {
    Comparison told =
        Told.by(
            "Joss Amaro said the patrol boat fired on the ferry without a warning.",
            "Oren Dask denied that the patrol boat fired on the ferry.");
    Point point = only(told, Facet.DENIAL);
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(Told.answers(told, point))
        .containsExactly(
            "Joss Amaro: the patrol boat fired on the ferry without a warning",
            "Oren Dask: denied that the patrol boat fired on the ferry");
  }

  @Test
  void aDenialOfSomethingElseIsNoAnswer() {
    Comparison told =
        Told.by(
            "Joss Amaro said the patrol boat fired on the ferry without a warning.",
            "Oren Dask denied that the council had raised the tax on grain.");
    assertThat(Told.points(told, Facet.DENIAL)).isEmpty();
  }

  @Test
  void aPartyThatDeniesTwiceContradictsNobody() {
    Comparison told =
        Told.by(
            "Oren Dask denied that the patrol boat fired on the ferry.",
            "Dask denied that the patrol boat had fired on the ferry at night.");
    assertThat(Told.points(told, Facet.DENIAL)).isEmpty();
  }

  @Test
  void oneSentenceInTwoReportsIsAgreement() {
    Comparison told =
        Told.by(
            "Divers reached the lower deck of the ferry before noon and found the radio.",
            "Divers reached the lower deck before noon and found the ferry's radio.");
    Point point = only(told, Facet.OTHER);
    assertThat(point.relation()).isEqualTo(Relation.AGREE);
    assertThat(point.answers().getFirst().evidence()).hasSize(2);
  }

  @Test
  void aSentenceAndItsNegationAreNoAgreement() {
    Comparison told =
        Told.by(
            "Divers reached the lower deck of the ferry before noon.",
            "Divers never reached the lower deck of the ferry before noon.");
    assertThat(Told.points(told, Facet.OTHER)).isEmpty();
  }

  @Test
  void conflictsComeFirst() {
    Comparison told =
        Told.by(
            "Divers reached the lower deck of the ferry before noon and found the radio. "
                + "The harbour was open on Tuesday. Hesna Torvald said the operation was limited.",
            "Divers reached the lower deck of the ferry before noon and found the radio. "
                + "The harbour was closed on Tuesday. "
                + "Palo Renn said the operation will continue for as long as necessary.");
    assertThat(told.points())
        .extracting(Point::relation)
        .startsWith(Relation.CONFLICT, Relation.UPDATE, Relation.AGREE)
        .isSorted();
  }

  private static Point only(Comparison told, Facet facet) {
    List<Point> points = Told.points(told, facet);
    assertThat(points).as("points: %s", told.points()).hasSize(1);
    return points.getFirst();
  }
}
