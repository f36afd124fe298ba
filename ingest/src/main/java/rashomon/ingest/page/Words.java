package rashomon.ingest.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some words, read letter by letter: this one is a beginning that words have in common (a trie). In
 * what is looked up, the letters from A to Z are as good as those from a to z; the words have no
 * others.
 */
final class Words {

  private static final int LETTERS = 26;

  private final @Nullable Words[] next = new Words[LETTERS];

  /** The bits of the word that ends here; 0 where none does. */
  private int bits;

  private Words() {}

  /** The words, each with bits of its own. */
  static Words of(Map<String, Integer> words) {
    Words root = new Words();
    words.forEach((word, bits) -> root.end(word).bits |= bits);
    return root;
  }

  int bits() {
    return bits;
  }

  /** One letter on in a text; null where no word goes on like that, or the text ends. */
  @Nullable Words next(String text, int i) {
    int letter = i < text.length() ? (text.charAt(i) | ' ') - 'a' : -1;
    return letter < 0 || letter >= LETTERS ? null : next[letter];
  }

  private Words end(String word) {
    Words end = this;
    for (int i = 0; i < word.length(); i++) {
      int letter = word.charAt(i) - 'a';
      Words known = end.next[letter];
      Words next = known == null ? new Words() : known;
      end.next[letter] = next;
      end = next;
    }
    return end;
  }
}
