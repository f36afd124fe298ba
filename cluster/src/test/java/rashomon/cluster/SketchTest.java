package rashomon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SketchTest {

  private static final Sketch SKETCH =
      Inputs.sketch(
          "Ferry sinks off Halmo; 12 missing",
          "A ferry carrying 1,240 people sank near Halmo on Tuesday. The Orvanian ferries’ owner, Nordline,"
              + " said the ferry had been inspected. Élan was its name.");

  @Test
  void isTheSameAfterBytes() {
    assertThat(Sketch.of(SKETCH.bytes())).isEqualTo(SKETCH);
    Sketch empty = Inputs.sketch("", "");
    assertThat(Sketch.of(empty.bytes())).isEqualTo(empty);
  }

  @Test
  void keepsNamesWithTheirCapitalsAndNumbersWithoutCommas() {
    assertThat(SKETCH.terms())
        .anyMatch(term -> term.word().equals("Nordline") && term.name())
        .anyMatch(term -> term.word().equals("1240") && !term.name())
        .anyMatch(term -> term.word().equals("ferry") && term.title() && term.times() == 4)
        .noneMatch(term -> term.word().equalsIgnoreCase("tuesday"));
  }

  @Test
  void aTitleThatTheTextBeginsWithCountsOnce() {
    assertThat(SKETCH.terms())
        .anyMatch(term -> term.word().equals("sinks") && term.title() && term.times() == 1);
  }

  @Test
  void bytesThatAreNoSketchAreRefused() {
    byte[] bytes = SKETCH.bytes();
    for (int length : new int[] {0, 1, 2, 5, bytes.length / 2}) {
      assertThatThrownBy(() -> Sketch.of(Arrays.copyOf(bytes, length)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    bytes[0] = 9;
    assertThatThrownBy(() -> Sketch.of(bytes)).isInstanceOf(IllegalArgumentException.class);
  }
}
