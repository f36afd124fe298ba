package rashomon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumsTest {

  @Test
  void largestFirstAndOfEqualsTheLargerKey() {
    Sums sums = new Sums(8);
    sums.add(3, 1);
    sums.add(9, 2);
    sums.add(4, 0.5);
    sums.add(4, 0.5);
    assertThat(sums.largestFirst()).containsExactly(9, 4, 3);
    assertThat(sums.largestFirst()).isEmpty();
  }

  @Test
  void addsUpWhateverKeysShareAPlace() {
    Random chance = new Random(1);
    Sums sums = new Sums(1_000);
    for (int round = 0; round < 3; round++) {
      Map<Integer, Integer> expected = new HashMap<>();
      for (int i = 0; i < 5_000; i++) {
        int key = chance.nextInt(1_000) * 4_096;
        expected.merge(key, 1, Integer::sum);
        sums.add(key, 1);
      }
      assertThat(sums.largestFirst())
          .containsExactly(
              expected.entrySet().stream()
                  .sorted(
                      Map.Entry.<Integer, Integer>comparingByValue()
                          .thenComparing(Map.Entry.comparingByKey())
                          .reversed())
                  .mapToInt(Map.Entry::getKey)
                  .toArray());
    }
  }
}
