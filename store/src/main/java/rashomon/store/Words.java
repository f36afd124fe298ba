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

  private static final int LONGEST = 64;

  private Words() {}

  static List<String> of(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    PorterStemmer stemmer = new PorterStemmer();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < plain.length(); ) {
      int point = plain.codePointAt(i);
      i += Character.charCount(point);
      if (Character.isLetterOrDigit(point)) {
        word.appendCodePoint(point);
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
      String stem = stemmer.stem(word.toString());
      words.add(
          stem.substring(
              0,
              stem.offsetByCodePoints(
                  0, Math.min(LONGEST, stem.codePointCount(0, stem.length())))));
      word.setLength(0);
    }
  }

  /** Marks and signs within a word, among them the apostrophe and what joins or hides. */
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
