package rashomon.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;

/**
 * Texts as they are searched, the same in every database: runs of letters and digits in small
 * letters, without marks above or below them, and by their English stem (Porter 1980). A word of
 * any other language is cut the same way in the text and in the question, and so still found.
 */
final class Words {

  /** What a tsvector of PostgreSQL can hold, whatever the words. */
  private static final int MOST_WORDS = 16_383;

  private static final int MOST_CHARS = 250_000;
  private static final int LONGEST = 64;

  private Words() {}

  /** The words in order; of a very long text, the first. */
  static List<String> of(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    PorterStemmer stemmer = new PorterStemmer();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int chars = 0;
    for (int i = 0; i < plain.length() && words.size() < MOST_WORDS && chars < MOST_CHARS; ) {
      int point = plain.codePointAt(i);
      i += Character.charCount(point);
      if (Character.isLetterOrDigit(point)) {
        chars += Character.charCount(point);
        if (word.length() < LONGEST) {
          word.appendCodePoint(point);
        }
      } else if (!isMark(point)) {
        add(word, words, stemmer);
      }
    }
    add(word, words, stemmer);
    return words;
  }

  /** The words with a space between. */
  static String line(@Nullable String text) {
    return String.join(" ", of(text));
  }

  private static void add(StringBuilder word, List<String> words, PorterStemmer stemmer) {
    if (!word.isEmpty()) {
      words.add(stemmer.stem(word.toString()));
      word.setLength(0);
    }
  }

  /** What stands on, in or between the letters of one word and is none. */
  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }
}
