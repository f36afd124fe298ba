package rashomon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.cluster.Correction.Apart;
import rashomon.cluster.Correction.Together;

class GroupingPropertiesTest {

  private static final Duration WINDOW = Duration.ofHours(60);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void arrivalOrderChangesNothing(long seed) {
    List<Input> inputs = new ArrayList<>(Inputs.stream(150, seed));
    Grouping inOrder = Grouping.replay(WINDOW, inputs);
    Collections.shuffle(inputs, new Random(seed));
    assertThat(Grouping.replay(WINDOW, inputs).stories())
        .isEqualTo(inOrder.stories())
        .hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12})
  void whatIsToldDoesNotDependOnWhatHasLeftTheWindow(long seed) {
    List<Sighting> all = Inputs.stream(300, seed).stream().sorted(Input.ORDER).toList();
    Instant from = all.get(250).seen().minus(WINDOW.multipliedBy(3));
    List<Sighting> newest =
        all.subList(0, 250).stream().filter(one -> !one.seen().isBefore(from)).toList();
    Grouping whole = Grouping.replay(WINDOW, all.subList(0, 250));
    Grouping resumed = Grouping.replay(WINDOW, newest);
    assertThat(newest).hasSizeLessThan(240);
    assertThat(resumed.stories()).hasSameSizeAs(whole.stories());
    List<String> told = new ArrayList<>();
    List<String> toldAgain = new ArrayList<>();
    for (Sighting sighting : all.subList(250, 300)) {
      whole.apply(sighting).forEach(event -> told.add(sentence(event)));
      resumed.apply(sighting).forEach(event -> toldAgain.add(sentence(event)));
    }
    assertThat(toldAgain).isEqualTo(told).hasSizeGreaterThan(50);
  }

  /** Scores are left out: they are equal but for rounding. */
  private static String sentence(Event event) {
    return event instanceof Event.Joined joined
        ? joined.report() + " " + joined.nearest() + " " + joined.why()
        : event.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void eventsKeepATableTrue(long seed) {
    Grouping grouping = new Grouping(WINDOW);
    List<Event> events = new ArrayList<>();
    Random chance = new Random(seed);
    int corrections = 0;
    List<Sighting> sorted = Inputs.stream(200, seed).stream().sorted(Input.ORDER).toList();
    int next = 0;
    for (Sighting sighting : sorted) {
      next++;
      events.addAll(grouping.apply(sighting));
      List<Group> groups = grouping.stories();
      Group one = groups.get(chance.nextInt(groups.size()));
      Group other = groups.get(chance.nextInt(groups.size()));
      String id = "c" + corrections;
      if (next < sorted.size() && !sorted.get(next).seen().isAfter(sighting.seen())) {
        continue;
      }
      if (chance.nextInt(8) == 0) {
        events.addAll(
            grouping.apply(
                new Together(
                    id,
                    sighting.seen(),
                    List.of(one.reports().getFirst(), other.reports().getFirst()))));
        corrections++;
      } else if (chance.nextInt(8) == 0 && one.reports().size() > 2) {
        events.addAll(
            grouping.apply(
                new Apart(
                    id,
                    sighting.seen(),
                    one.reports().subList(0, 1),
                    one.reports().subList(1, one.reports().size()))));
        corrections++;
      }
      assertThat(Inputs.told(events)).isEqualTo(Inputs.stories(grouping));
    }
    assertThat(corrections).isPositive();
    assertThat(events).anyMatch(Event.Left.class::isInstance);
  }

  @Test
  void whatBelongsTogetherIsFoundInAnyOrderOfOneMoment() {
    List<Sighting> inOrder = Inputs.stream(120, 9);
    List<Sighting> oneMoment = new ArrayList<>();
    List<Sighting> reversed = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      Sighting one = inOrder.get(i);
      oneMoment.add(at(one, String.valueOf(1000 + i)));
      reversed.add(at(one, String.valueOf(9000 - i)));
    }
    assertThat(groups(Grouping.replay(WINDOW, reversed)))
        .containsExactlyInAnyOrderElementsOf(groups(Grouping.replay(WINDOW, oneMoment)));
  }

  private static Sighting at(Sighting one, String capture) {
    return new Sighting(one.report(), capture, Instant.EPOCH, one.when(), one.sketch());
  }

  private static List<List<String>> groups(Grouping grouping) {
    return List.copyOf(Inputs.stories(grouping).values());
  }
}
