package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Party;
import rashomon.model.Report;

class StoryTest {

  @Test
  void aSurnameInOneReportIsThePersonNamedInFullInAnother() {
    Comparison told =
        Told.by(
            "Nadia Brek said the bridge was closed.",
            "Ms. Brek said the bridge would open in June.");
    assertThat(told.story().parties())
        .singleElement()
        .satisfies(
            party -> {
              assertThat(party.name()).isEqualTo("Nadia Brek");
              assertThat(party.kind()).isEqualTo(Party.Kind.PERSON);
              assertThat(party.names()).contains("Nadia Brek", "Brek");
            });
    assertThat(told.story().statements())
        .extracting(statement -> statement.party())
        .hasSize(2)
        .containsOnly(told.story().parties().getFirst().id());
  }

  @Test
  void aSurnameThatTwoPeopleBearIsNeither() {
    Comparison told =
        Told.by(
            "Nadia Brek said the bridge was closed. Peter Brek said it was safe.",
            "Mr. Brek said the mill was closed.");
    assertThat(Told.parties(told)).containsExactly("Nadia Brek", "Peter Brek", "Brek");
  }

  @Test
  void aBodyIsFoundByItsLastWord() {
    Comparison told =
        Told.by(
            "The Free Strait Council said the boats were empty.",
            "The Council said the boats would sail on Friday.");
    assertThat(Told.parties(told)).containsExactly("Free Strait Council");
  }

  @Test
  void anInventedStateIsKnownByItsAdjectiveInEveryReport() {
    Comparison told =
        Told.by(
            "The border of Orvane was shut. Orvane said the bridge was mined. "
                + "The Orvanian army said the road was mined.",
            "The Orvanian government said the border was open.");
    assertThat(Told.parties(told)).contains("Orvane");
    Party state = party(told, "Orvane");
    assertThat(party(told, "Orvanian government").speaksFor()).isEqualTo(state.id());
    assertThat(party(told, "Orvanian army").speaksFor()).isEqualTo(state.id());
  }

  @Test
  void witnessesInTwoReportsAreNotTakenForEachOther() {
    Comparison told =
        Told.by("A witness said the boat was full.", "A witness said the boat was empty.");
    assertThat(told.story().parties()).hasSize(2);
  }

  @Test
  void aReportAndItsCopyHaveOneOrigin() {
    String text = "Divers reached the lower deck before noon. Nadia Brek said the bridge was shut.";
    Comparison told = Told.by(text, text, "Nothing of this kind was in the third report at all.");
    assertThat(told.story().origins())
        .extracting(origin -> origin.reports().size())
        .containsExactly(2, 1);
    assertThat(told.points())
        .allSatisfy(point -> assertThat(point.answers().getFirst().origins()).isEqualTo(1));
    assertThat(told.points()).isNotEmpty();
  }

  @Test
  void reportsStandInTheOrderOfTheirTimes() {
    Report late = Told.report(0, "Nadia Brek said the bridge was closed.", Told.stamp(5));
    Report early = Told.report(1, "Peter Olt said the bridge was open.", Told.stamp(2));
    Comparison told = Told.compare(List.of(late, early));
    assertThat(told.story().reports()).containsExactly(early, late);
    assertThat(told).isEqualTo(Told.compare(List.of(early, late)));
  }

  @Test
  void idsHoldForTheWholeStory() {
    Comparison told =
        Told.by(
            "Nadia Brek said the bridge was closed. Peter Olt said that it was safe.",
            "Emil Rask said the captain told him that the radio was dead.");
    var story = told.story();
    assertThat(story.statements())
        .hasSize(4)
        .allSatisfy(
            statement -> {
              assertThat(story.statement(statement.id())).isSameAs(statement);
              var party = statement.party();
              assertThat(party).isNotNull();
              if (party != null) {
                assertThat(story.party(party).id()).isEqualTo(party);
              }
            });
    assertThat(story.statements().getLast().within()).isEqualTo(story.statements().get(2).id());
  }

  private static Party party(Comparison told, String name) {
    return told.story().parties().stream()
        .filter(party -> party.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + Told.parties(told)));
  }
}
