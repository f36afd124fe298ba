package rashomon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.cluster.Likeness.Side;

class PairsTest {

  @Test
  void eachPairIsWhatTheTwoAloneHaveInCommon() {
    Vocabulary vocabulary = new Vocabulary();
    List<Placed> placed = new ArrayList<>();
    List<Sighting> sightings = new ArrayList<>(Inputs.stream(30, 7));
    sightings.add(Inputs.sighting("short", "2031-05-04T10:00:00Z", "Fire", "A fire in Tolm."));
    sightings.add(Inputs.sighting("empty", "2031-05-04T10:00:00Z", "", ""));
    for (Sighting sighting : sightings) {
      int[] terms = vocabulary.add(sighting.sketch().terms());
      placed.add(Placed.of(sighting, placed.size(), terms, vocabulary));
    }
    List<Side> sides = placed.stream().map(report -> new Side(report, vocabulary)).toList();
    Pairs pairs = new Pairs(sides);
    int alike = 0;
    for (int i = 0; i < sides.size(); i++) {
      for (int j = 0; j < i; j++) {
        Likeness alone = sides.get(i).to(sides.get(j));
        Likeness together = pairs.likeness(i, j);
        assertThat(together.words()).isCloseTo(alone.words(), within(1e-9));
        assertThat(together.leads()).isCloseTo(alone.leads(), within(1e-9));
        assertThat(together.days()).isEqualTo(alone.days());
        assertThat(together.strangers()).isEqualTo(alone.strangers());
        alike += together.words() > 0.1 ? 1 : 0;
      }
    }
    assertThat(alike).isGreaterThan(20);
  }
}
