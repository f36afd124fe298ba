package rashomon.extract.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  private static Inputs inputs(int words, Random chance) {
    int[][] pieces = new int[words][];
    for (int i = 0; i < words; i++) {
      pieces[i] = new int[1 + (chance.nextInt(6) == 0 ? chance.nextInt(12) : 0)];
    }
    return new Inputs(pieces, new int[words], new int[words]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 200, 255, 256, 1000, 5000})
  void everyWordCountsOnceAndWithWordsOnBothSides(int words) {
    Inputs inputs = inputs(words, new Random(words));
    List<Window> windows = Window.over(inputs);
    int next = 0;
    for (Window window : windows) {
      assertThat(window.heldFrom()).isEqualTo(next);
      assertThat(window.heldTo()).isGreaterThan(window.heldFrom());
      assertThat(window.first()).isLessThanOrEqualTo(window.heldFrom());
      assertThat(window.last()).isGreaterThanOrEqualTo(window.heldTo());
      int pieces = 0;
      for (int i = window.first(); i < window.last(); i++) {
        pieces += inputs.pieceCount(i);
      }
      assertThat(pieces).isLessThanOrEqualTo(Window.ROOM);
      boolean atStart = window.first() == 0;
      boolean atEnd = window.last() == words;
      assertThat(atStart || window.heldFrom() - window.first() >= 2).isTrue();
      assertThat(atEnd || window.last() - window.heldTo() >= 2).isTrue();
      next = window.heldTo();
    }
    assertThat(next).isEqualTo(words);
  }

  @Test
  void noWordsNeedNoWindow() {
    assertThat(Window.over(inputs(0, new Random(1)))).isEmpty();
  }
}
