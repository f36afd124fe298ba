package rashomon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
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
  @ValueSource(longs = {10, 11, 12, 13})
  void whatIsRestoredGoesOnAsIfItHadNeverStopped(long seed) {
    List<Input> inputs = corrected(Inputs.related(300, seed), seed);
    int cut = 150 + new Random(seed).nextInt(100);
    Map<String, Sighting> sightings = new HashMap<>();
    List<Input> corrections = new ArrayList<>();
    Grouping whole = new Grouping(WINDOW);
    for (Input input : inputs.subList(0, cut)) {
      whole.apply(input);
      if (input instanceof Sighting sighting) {
        sightings.put(sighting.report(), sighting);
      } else {
        corrections.add(input);
      }
    }
    List<Standing> standing = new ArrayList<>();
    for (Group group : whole.stories()) {
      for (String report : group.reports()) {
        standing.add(
            new Standing(
                Objects.requireNonNull(sightings.get(report)), group.id(), group.storyline()));
      }
    }
    standing.sort(Comparator.comparing(Standing::sighting, Input.ORDER));
    Grouping restored = Grouping.restored(WINDOW, standing.stream(), corrections);
    assertThat(restored.stories()).isEqualTo(whole.stories());
    List<String> told = new ArrayList<>();
    List<String> toldAgain = new ArrayList<>();
    for (Input input : inputs.subList(cut, inputs.size())) {
      whole.apply(input).forEach(event -> told.add(sentence(event)));
      restored.apply(input).forEach(event -> toldAgain.add(sentence(event)));
    }
    assertThat(toldAgain).isEqualTo(told).hasSizeGreaterThan(50);
    assertThat(restored.stories()).isEqualTo(whole.stories());
    assertThat(corrections).isNotEmpty();
    assertThat(told).anyMatch(sentence -> sentence.startsWith("Left"));
  }

  /** The sightings, in order, with corrections between them; every other is taken back. */
  private static List<Input> corrected(List<Sighting> stream, long seed) {
    Random chance = new Random(seed);
    List<Sighting> sightings = stream.stream().sorted(Input.ORDER).toList();
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < sightings.size(); i++) {
      Sighting sighting = sightings.get(i);
      inputs.add(sighting);
      if (i > 10 && chance.nextInt(10) == 0) {
        List<String> one = List.of(sighting.report());
        List<String> other = List.of(sightings.get(i - 1 - chance.nextInt(10)).report());
        Instant at = sighting.seen();
        inputs.add(
            chance.nextBoolean()
                ? new Together("c" + i, at, List.of(one.getFirst(), other.getFirst()))
                : new Apart("c" + i, at, one, other));
        if (chance.nextBoolean()) {
          inputs.add(new Undone("u" + i, at, "c" + i));
        }
      }
    }
    return inputs.stream().sorted(Input.ORDER).toList();
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
    List<Sighting> sorted = Inputs.related(200, seed).stream().sorted(Input.ORDER).toList();
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
      assertThat(Inputs.storylines(events))
          .isEqualTo(
              grouping.stories().stream().collect(Collectors.toMap(Group::id, Group::storyline)));
    }
    assertThat(events).anyMatch(Event.Continues.class::isInstance);
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
