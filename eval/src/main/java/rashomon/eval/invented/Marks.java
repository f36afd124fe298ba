package rashomon.eval.invented;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import rashomon.model.Span;

/**
 * Planted words, marked by characters of the private use area, so that the marks go wherever a desk
 * carries the words. Marks may lie within marks.
 */
final class Marks {

  private static final char CLOSE = '\uE000';
  private static final char FIRST = '\uE100';
  private static final int MOST = 0xF8FF - FIRST;

  /** Words found by their mark. */
  record Marked(int mark, Span span) {}

  /** A text without its marks, and what was marked, in order of ends. */
  record Bare(String text, List<Marked> marked) {}

  private Marks() {}

  static String mark(int mark, String words) {
    if (mark > MOST) {
      throw new IllegalArgumentException("more marks than there are characters for: " + mark);
    }
    return (char) (FIRST + mark) + words + CLOSE;
  }

  static boolean isMark(char character) {
    return character >= CLOSE && character <= FIRST + MOST;
  }

  static Bare bare(String text) {
    StringBuilder bare = new StringBuilder();
    List<Marked> marked = new ArrayList<>();
    Deque<Marked> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == CLOSE) {
        Marked begun = open.pop();
        if (bare.length() > begun.span.start()) {
          marked.add(new Marked(begun.mark, new Span(begun.span.start(), bare.length())));
        }
      } else if (isMark(character)) {
        // The end is known once the mark is closed.
        open.push(new Marked(character - FIRST, new Span(bare.length(), bare.length() + 1)));
      } else {
        bare.append(character);
      }
    }
    return new Bare(bare.toString(), marked);
  }

  /** With a capital first letter; marks and quotation marks before it stay. */
  static String capitalised(String words) {
    for (int i = 0; i < words.length(); i++) {
      char character = words.charAt(i);
      if (Character.isLetterOrDigit(character)) {
        return words.substring(0, i) + Character.toUpperCase(character) + words.substring(i + 1);
      }
    }
    return words;
  }
}
