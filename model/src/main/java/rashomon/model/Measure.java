package rashomon.model;

import java.util.List;

/**
 * What a figure counts: a {@code noun} (<i>people</i>, <i>schoolgirls</i>), the {@code event} it takes part in
 * (<i>kill</i>; empty where none is given), both as lemmas, and the {@code qualifiers} that narrow the noun (<i>American</i>).
 * {@code phrase} is what a person reads.
 */
public record Measure(String noun, String event, List<String> qualifiers, String phrase) {

  public Measure {
    qualifiers = List.copyOf(qualifiers);
  }
}
