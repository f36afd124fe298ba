package rashomon.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verb forms to lemmas by WordNet's morphy: exceptions first, then the word itself, then endings.
 */
record Lemmas(Set<String> verbs, Map<String, List<String>> exceptions) {

  private static final List<List<String>> ENDINGS =
      List.of(
          List.of("s", ""),
          List.of("ies", "y"),
          List.of("es", "e"),
          List.of("es", ""),
          List.of("ed", "e"),
          List.of("ed", ""),
          List.of("ing", "e"),
          List.of("ing", ""));

  static Lemmas read() {
    return new Lemmas(WordNet.read("v").index().keySet(), WordNet.exceptions("v"));
  }

  /** The verb a lower-case word is a form of, if any. */
  Optional<String> verb(String word) {
    List<String> irregular = exceptions.getOrDefault(word, List.of());
    if (!irregular.isEmpty()) {
      return Optional.of(irregular.getFirst());
    }
    if (verbs.contains(word)) {
      return Optional.of(word);
    }
    return ENDINGS.stream()
        .filter(ending -> word.endsWith(ending.getFirst()))
        .map(
            ending ->
                word.substring(0, word.length() - ending.getFirst().length()) + ending.getLast())
        .filter(verbs::contains)
        .findFirst();
  }
}
