package rashomon.extract.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.extract.encoder.Chain.Path;

class ChainTest {

  private static final int WORDS = 4;

  private static Chain chain(Random chance) {
    float[][] transitions = new float[Label.COUNT][];
    for (int i = 0; i < Label.COUNT; i++) {
      transitions[i] = scores(chance);
    }
    return Chain.of(scores(chance), transitions);
  }

  private static float[] scores(Random chance) {
    float[] scores = new float[Label.COUNT];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) chance.nextGaussian();
    }
    return scores;
  }

  /** The third word begins a paragraph. */
  private static Inputs inputs() {
    return new Inputs(
        new int[WORDS][1], new int[WORDS], new int[] {0, 0, Inputs.BEGINS_PARAGRAPH, 0});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theBestLabelsAndTheirProbabilityAreThoseOfTryingEverything(long seed) {
    Random chance = new Random(seed);
    Chain chain = chain(chance);
    float[][] scores = {scores(chance), scores(chance), scores(chance), scores(chance)};
    Path path = chain.best(scores, inputs());
    List<Label> best = List.of();
    double most = Double.NEGATIVE_INFINITY;
    double all = 0;
    double first = 0;
    int ways = (int) Math.pow(Label.COUNT, WORDS);
    for (int way = 0; way < ways; way++) {
      List<Label> labels = new ArrayList<>();
      for (int i = 0, rest = way; i < WORDS; i++, rest /= Label.COUNT) {
        labels.add(Label.at(rest % Label.COUNT));
      }
      double weight = chain.weight(path, labels);
      all += Math.exp(weight);
      boolean same = labels.get(0) == path.label(0) && labels.get(1) == path.label(1);
      first += same && !labels.get(2).is(Label.Step.IN) ? Math.exp(weight) : 0;
      if (weight > most) {
        most = weight;
        best = labels;
      }
    }
    assertThat(labels(path)).isEqualTo(best);
    assertThat(path.probability(0, 2)).isCloseTo(first / all, within(1e-6));
  }

  private static List<Label> labels(Path path) {
    return IntStream.range(0, path.size()).mapToObj(path::label).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void noPartGoesOnOverAParagraphOrWithoutHavingBegun(long seed) {
    Random chance = new Random(seed);
    float[][] scores = {scores(chance), scores(chance), scores(chance), scores(chance)};
    Label wanted = Label.of(Role.CONTENT, Label.Step.IN);
    for (float[] word : scores) {
      word[Label.ALL.indexOf(wanted)] += 50;
    }
    Path path = chain(chance).best(scores, inputs());
    assertThat(path.label(0)).isNotEqualTo(wanted);
    assertThat(path.label(1)).isEqualTo(wanted);
    assertThat(path.label(2)).isNotEqualTo(wanted);
    assertThat(path.label(3)).isEqualTo(wanted);
  }

  @Test
  void noWordsHaveNoLabels() {
    Inputs nothing = new Inputs(new int[0][], new int[0], new int[0]);
    assertThat(chain(new Random(1)).best(new float[0][], nothing).size()).isZero();
  }

  @Test
  void theTableIsReadAsItWasWritten() throws IOException {
    StringBuilder table = new StringBuilder("# a comment\n");
    for (Label label : Label.values()) {
      int row = Label.ALL.indexOf(label);
      table.append(label).append("\t").append(row / 2.0);
      for (int next = 0; next < Label.COUNT; next++) {
        table.append("\t").append(row + next / 10.0);
      }
      table.append("\n");
    }
    Chain chain =
        Chain.read(new ByteArrayInputStream(table.toString().getBytes(StandardCharsets.UTF_8)));
    Path path = chain.best(new float[WORDS][Label.COUNT], inputs());
    List<Label> labels = List.of(Label.BEGIN_CUE, Label.IN_CUE, Label.OUTSIDE, Label.BEGIN_CONTENT);
    assertThat(chain.weight(path, labels)).isCloseTo(2.0 + 4.5 + 5.0 + 0.7, within(1e-5));
  }
}
