package rashomon.compare;

import java.util.List;
import java.util.Set;
import rashomon.model.Token;

/** Clauses that say on what something depends: <i>unless the talks fail</i>. */
final class Conditions {

  private static final Set<String> OPENING =
      Set.of("if", "unless", "until", "till", "provided", "providing", "once", "except");

  /** After these, <i>if</i> is <i>whether</i>. */
  private static final Set<String> ASKING =
      Set.of("ask", "wonder", "know", "see", "doubt", "tell", "check", "decide", "unsure");

  private static final Set<String> AS = Set.of("long", "soon");

  private Conditions() {}

  /** Where a condition opens among these words, at {@code from} or after; -1 where none does. */
  static int opening(List<Token> words, int from) {
    for (int i = from; i < words.size(); i++) {
      String before = i == 0 ? "" : key(words, i - 1);
      boolean supposes =
          OPENING.contains(key(words, i)) && !before.equals("even") && !ASKING.contains(before);
      boolean only = (is(words, i, "when") || is(words, i, "after")) && before.equals("only");
      boolean lasting =
          i + 2 < words.size()
              && (is(words, i, "as") || is(words, i, "so"))
              && AS.contains(key(words, i + 1))
              && is(words, i + 2, "as");
      if (supposes && !before.equals("as") || only || lasting) {
        return i;
      }
    }
    return -1;
  }

  private static boolean is(List<Token> words, int i, String word) {
    return key(words, i).equals(word);
  }

  private static String key(List<Token> words, int i) {
    return Passage.key(words.get(i));
  }
}
