package rashomon.extract.figure;

import java.util.List;

/**
 * What a number counts: tokens up to {@code last} (excluded) after it, with the head's lemma in
 * {@code noun} (empty where the number stands alone), and how it counts in {@code unit}.
 */
record Counted(
    int last, String noun, String unit, List<String> qualifiers, boolean measured, boolean alone) {

  static final String PEOPLE = "people";

  boolean people() {
    return unit.equals(PEOPLE);
  }
}
