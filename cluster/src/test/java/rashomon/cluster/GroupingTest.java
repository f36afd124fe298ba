package rashomon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.cluster.Correction.Apart;
import rashomon.cluster.Correction.Together;
import rashomon.cluster.Event.Followed;
import rashomon.cluster.Event.Joined;

class GroupingTest {

  private static final Sighting QUAKE =
      Inputs.sighting(
          "quake-1",
          "2026-03-02T06:00:00Z",
          "Strong earthquake kills 14 in Vessany",
          "An earthquake of magnitude 6.1 struck the Vessany valley in northern Orvania early on Monday, killing"
              + " at least 14 people and bringing down houses in the town of Tolm. Rescue workers dug through the"
              + " rubble of a school in Tolm, mayor Ina Keldar said.");

  private static final Sighting QUAKE_TOO =
      Inputs.sighting(
          "quake-2",
          "2026-03-02T09:30:00Z",
          "Orvania earthquake: at least 17 dead as houses collapse in Tolm",
          "At least 17 people died when a 6.1-magnitude earthquake hit the valley of Vessany in Orvania on Monday."
              + " In Tolm, where a school collapsed, rescue workers searched the rubble for survivors, said the"
              + " mayor, Ina Keldar.");

  private static final Sighting OTHER_QUAKE =
      Inputs.sighting(
          "quake-3",
          "2026-03-09T10:00:00Z",
          "Earthquake kills nine on Sarrat island",
          "An earthquake of magnitude 5.8 struck the island of Sarrat on Monday, killing nine people and bringing"
              + " down a hotel in the port of Perrin. Rescue workers dug through the rubble, governor Luc Damar"
              + " said.");

  private static Grouping placed(Sighting... sightings) {
    return Grouping.replay(Grouping.WINDOW, List.of(sightings));
  }

  @Test
  void reportsOfOneEventAreOneStory() {
    Grouping grouping = placed(QUAKE, QUAKE_TOO);
    assertThat(grouping.stories()).hasSize(1);
    Group story = grouping.stories().getFirst();
    assertThat(story.reports()).containsExactly("quake-1", "quake-2");
    assertThat(story.id()).matches("s[0-9a-f]{10}").isEqualTo(story.storyline());
  }

  @Test
  void twoEarthquakesAWeekApartAreTwoStories() {
    Grouping grouping = placed(QUAKE, QUAKE_TOO, OTHER_QUAKE);
    assertThat(grouping.stories())
        .extracting(Group::reports)
        .containsExactly(List.of("quake-1", "quake-2"), List.of("quake-3"));
    assertThat(grouping.stories()).extracting(Group::storyline).doesNotHaveDuplicates();
  }

  @Test
  void twoMatchesOfOneEveningAreTwoStories() {
    Grouping grouping =
        placed(
            Inputs.sighting(
                "match-1",
                "2026-04-11T21:00:00Z",
                "Halmo Rovers beat Tolm 3-1 to go top",
                "Halmo Rovers went top of the league with a 3-1 win over Tolm on Saturday. Striker Per Asund scored"
                    + " twice in the second half before a crowd of 20,000."),
            Inputs.sighting(
                "match-2",
                "2026-04-11T21:30:00Z",
                "Late Varga goal gives Perrin City 1-0 win over Sarrat",
                "A late goal by Mila Varga gave Perrin City a 1-0 win over Sarrat in the league on Saturday. The"
                    + " striker came on in the second half before a crowd of 12,000."));
    assertThat(grouping.stories()).hasSize(2);
  }

  @Test
  void twoTrialsAreTwoStories() {
    Grouping grouping =
        placed(
            Inputs.sighting(
                "trial-1",
                "2026-05-06T12:00:00Z",
                "Former minister Dorn jailed for six years over bribes",
                "A court in Halmo sentenced the former transport minister Egil Dorn to six years in prison on"
                    + " Wednesday for taking bribes from a builder of bridges. The judge said he had betrayed the"
                    + " public."),
            Inputs.sighting(
                "trial-2",
                "2026-05-06T13:00:00Z",
                "Nurse sentenced to nine years for poisoning patients",
                "A court in Perrin sentenced the nurse Tilda Braun to nine years in prison on Wednesday for"
                    + " poisoning three patients at a clinic. The judge said she had shown no remorse."));
    assertThat(grouping.stories()).hasSize(2);
  }

  @Test
  void aReportSaysWhyItJoined() {
    Grouping grouping = new Grouping(Grouping.WINDOW);
    grouping.apply(QUAKE);
    List<Event> events = grouping.apply(QUAKE_TOO);
    assertThat(events).hasSize(1);
    Joined joined = (Joined) events.getFirst();
    assertThat(joined.nearest()).isEqualTo("quake-1");
    assertThat(joined.score()).isBetween(0.5, 1.0);
    assertThat(joined.why()).startsWith("Both have the words ").contains("Tolm", "3 hours apart");
  }

  @Test
  void namesThatNobodyKnowsAreAsGoodAsOthers() {
    String[] from = {"Vessany", "Orvania", "Tolm", "Ina", "Keldar"};
    String[] to = {"Munabe", "Sedovia", "Karresh", "Ola", "Winther"};
    String one =
        "A 6.1-magnitude earthquake hit Vessany in Orvania. In Tolm a school fell, said Ina Keldar.";
    String other =
        "The quake near Tolm in Orvania killed 17, mayor Ina Keldar said of the Vessany valley.";
    assertThat(score(one, other))
        .isEqualTo(score(renamed(one, from, to), renamed(other, from, to)));
  }

  private static double score(String one, String other) {
    Grouping grouping = new Grouping(Grouping.WINDOW);
    grouping.apply(Inputs.sighting("a", "2026-03-02T06:00:00Z", "", one));
    Event event =
        grouping.apply(Inputs.sighting("b", "2026-03-02T07:00:00Z", "", other)).getFirst();
    return event instanceof Joined joined ? joined.score() : 0;
  }

  private static String renamed(String text, String[] from, String[] to) {
    String renamed = text;
    for (int i = 0; i < from.length; i++) {
      renamed = renamed.replace(from[i], to[i]);
    }
    return renamed;
  }

  @Test
  void whatCameOfAnEventDaysLaterIsOfItsStoryline() {
    Grouping grouping = new Grouping(Grouping.WINDOW);
    List<Event> events = new ArrayList<>();
    List.of(
            Inputs.sighting(
                "day-1",
                "2026-06-01T18:00:00Z",
                "Bomb at Perrin station kills eight",
                "A bomb exploded at the central station of Perrin on Monday evening, killing eight people and"
                    + " wounding 40. Police chief Rosa Emrin said the bomb had been left in a locker at the"
                    + " station."),
            Inputs.sighting(
                "day-1b",
                "2026-06-01T20:00:00Z",
                "Eight dead, 40 wounded in bombing at Perrin central station",
                "Eight people were killed and 40 wounded when a bomb left in a locker exploded at Perrin's central"
                    + " station on Monday, police chief Rosa Emrin said."),
            Inputs.sighting(
                "day-12",
                "2026-06-13T11:00:00Z",
                "Three brothers face judge in Tolm",
                "Detectives arrested three brothers in Tolm on Friday and searched the garage they run, where they"
                    + " found chemicals and plans of railway lines. The arrests followed a tip from a neighbour,"
                    + " prosecutor Jan Velt said. The brothers denied through a lawyer that they had to do with"
                    + " the attack on Perrin station. A judge will decide on Monday whether they stay in custody, and"
                    + " Velt expects charges before the autumn."))
        .forEach(sighting -> events.addAll(grouping.apply(sighting)));
    assertThat(grouping.stories())
        .extracting(Group::reports)
        .containsExactly(List.of("day-1", "day-1b"), List.of("day-12"));
    assertThat(events).filteredOn(Followed.class::isInstance).hasSize(1);
    assertThat(grouping.stories())
        .extracting(Group::storyline)
        .containsOnly(grouping.stories().getFirst().id());
  }

  @Test
  void aPersonMayJoinStoriesAndTakeThatBack() {
    Grouping grouping = placed(QUAKE, QUAKE_TOO, OTHER_QUAKE);
    List<Group> before = grouping.stories();
    Instant now = Instant.parse("2026-03-10T00:00:00Z");
    assertThat(grouping.apply(new Together("c1", now, List.of("quake-3", "quake-1"))))
        .hasOnlyElementsOfType(Event.Merged.class)
        .hasSize(1);
    assertThat(grouping.stories()).hasSize(1);
    grouping.apply(new Undone("u1", now, "c1"));
    assertThat(grouping.stories()).isEqualTo(before);
  }

  @Test
  void aPersonMayTakeReportsApartAndTakeThatBack() {
    Grouping grouping = placed(QUAKE, QUAKE_TOO);
    List<Group> before = grouping.stories();
    Instant now = Instant.parse("2026-03-10T00:00:00Z");
    grouping.apply(new Apart("c1", now, List.of("quake-2"), List.of("quake-1")));
    assertThat(grouping.stories())
        .extracting(Group::reports)
        .containsExactly(List.of("quake-1"), List.of("quake-2"));
    grouping.apply(new Undone("u1", now, "c1"));
    assertThat(grouping.stories()).isEqualTo(before);
    assertThatThrownBy(() -> grouping.apply(new Undone("u2", now, "c1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c1");
  }

  @Test
  void anOldStoryLeavesTheWindow() {
    Grouping grouping = placed(QUAKE, QUAKE_TOO);
    String id = grouping.stories().getFirst().id();
    assertThat(grouping.advance(Instant.parse("2026-04-01T09:30:00Z"))).isEmpty();
    assertThat(grouping.advance(Instant.parse("2026-04-01T09:30:01Z")))
        .containsExactly(new Event.Left(id));
    assertThat(grouping.stories()).isEmpty();
    assertThat(grouping.storyOf("quake-1")).isEmpty();
    assertThat(grouping.isLate(OTHER_QUAKE)).isTrue();
  }

  @Test
  void aLateReportIsRefusedAndFoundByAReplay() {
    Grouping grouping = placed(QUAKE_TOO, OTHER_QUAKE);
    assertThat(grouping.isLate(QUAKE)).isTrue();
    assertThatThrownBy(() -> grouping.apply(QUAKE)).isInstanceOf(IllegalArgumentException.class);
    assertThat(placed(OTHER_QUAKE, QUAKE_TOO, QUAKE).stories())
        .isEqualTo(placed(QUAKE, QUAKE_TOO, OTHER_QUAKE).stories());
  }

  @Test
  void aReportThatIsThereAlreadyChangesNothing() {
    Grouping grouping = placed(QUAKE, QUAKE_TOO);
    assertThat(
            grouping.apply(
                Inputs.sighting("quake-1", "2026-03-03T06:00:00Z", "Something else", "Quite.")))
        .isEmpty();
    assertThat(grouping.stories()).hasSize(1);
  }
}
