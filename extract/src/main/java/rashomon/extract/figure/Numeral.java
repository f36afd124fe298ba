package rashomon.extract.figure;

import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in tokens {@code first} to {@code last} (excluded); a null bound is open.
 */
record Numeral(int first, int last, @Nullable Double low, @Nullable Double high, boolean exact) {}
