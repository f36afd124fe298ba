package rashomon.cluster;

import java.util.List;

/**
 * Cuts the endings of English inflection, in the manner of Harman's S-stemmer (How effective is
 * suffixing?, 1991) and the first step of Porter's (An algorithm for suffix stripping, 1980).
 * Irregular forms stay as they are; words of other languages lose what looks like such an ending.
 */
final class Stemmer {

  private static final int SHORTEST = 3;

  /** What takes <i>es</i> in the plural. */
  private static final List<String> HISSING = List.of("ses", "xes", "zes", "ches", "shes");

  private Stemmer() {}

  /** Of a word in lower case. */
  static String stem(String word) {
    String base = withoutEnding(withoutEnding(singular(word), "ing"), "ed");
    return base.length() > SHORTEST && base.endsWith("e")
        ? base.substring(0, base.length() - 1)
        : base;
  }

  private static String singular(String word) {
    int length = word.length();
    if (length <= SHORTEST || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
      return word;
    }
    if (word.endsWith("ies") && length > SHORTEST + 1) {
      return word.substring(0, length - 3) + "y";
    }
    boolean hissing = HISSING.stream().anyMatch(word::endsWith);
    return word.substring(0, length - (hissing ? 2 : 1));
  }

  private static String withoutEnding(String word, String ending) {
    int end = word.length() - ending.length();
    if (end < SHORTEST || !word.endsWith(ending)) {
      return word;
    }
    boolean doubled =
        word.charAt(end - 1) == word.charAt(end - 2)
            && "bdgmnprt".indexOf(word.charAt(end - 1)) >= 0;
    return word.substring(0, doubled ? end - 1 : end);
  }
}
