package rashomon.extract.figure;

import org.jspecify.annotations.Nullable;

/**
 * A number in digits or words: tokens {@code first} (included) to {@code last} (excluded).
 *
 * @param vague whether the words give no value: <i>dozens</i>
 * @param tail what a hyphen ties to it: <i>car</i> in <i>two-car</i>; empty where nothing is
 */
record Numeral(
    int first, int last, @Nullable Double low, @Nullable Double high, boolean vague, String tail) {

  Numeral until(int end, Codebook.Bounds value) {
    return new Numeral(first, end, value.low(), value.high(), vague, tail);
  }

  Codebook.Bounds value() {
    return new Codebook.Bounds(low, high);
  }
}
