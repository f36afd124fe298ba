package rashomon.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rashomon.model.Span;

/**
 * Cuts text into words and marks. Clitics stand apart (<i>Israel</i> <i>’s</i>), hyphenated words
 * and numbers with their commas stay whole, a number and the unit glued to it part (<i>12</i>
 * <i>mph</i>), and an abbreviation keeps its full stop. Linear in the length of the text.
 */
final class Tokenizer {

  private static final Set<String> CLITICS = Set.of("s", "m", "d", "re", "ve", "ll");

  private final String text;
  private final List<Span> tokens = new ArrayList<>();

  private Tokenizer(String text) {
    this.text = text;
  }

  /** The spans of all tokens, in order. */
  static List<Span> tokens(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    int at = 0;
    while (at < text.length()) {
      at =
          Character.isWhitespace(text.charAt(at)) || isBlank(text.charAt(at))
              ? at + 1
              : tokenizer.next(at);
    }
    return tokenizer.tokens;
  }

  private static boolean isBlank(char c) {
    return c == '\u00a0' || c == '\u200b' || c == '\ufeff' || c == '\u202f' || c == '\u2009';
  }

  private int next(int start) {
    int c = text.codePointAt(start);
    if (Character.isDigit(c)) {
      return number(start);
    }
    if (Character.isLetter(c)) {
      return word(start);
    }
    if ((c == '#' || c == '@') && start + 1 < text.length() && isWordPart(text.charAt(start + 1))) {
      return add(start, endOfLetters(start + 1));
    }
    int end = start + Character.charCount(c);
    if (c == '.' || c == '-') {
      while (end < text.length() && text.charAt(end) == c) {
        end++;
      }
    }
    return add(start, end);
  }

  private int number(int start) {
    int end = start;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end))
            || (".,:/".indexOf(text.charAt(end)) >= 0
                && end + 1 < text.length()
                && Character.isDigit(text.charAt(end + 1))))) {
      end++;
    }
    int letters = endOfLetters(end);
    String glued = text.substring(end, letters);
    boolean ordinalOrDecade = glued.matches("st|nd|rd|th|s|ers?");
    boolean compound =
        end < text.length()
            && text.charAt(end) == '-'
            && end + 1 < text.length()
            && Character.isLetter(text.charAt(end + 1));
    if (compound) {
      return add(start, endOfHyphenated(end));
    }
    return add(start, ordinalOrDecade ? letters : end);
  }

  private int word(int start) {
    int end = endOfHyphenated(start);
    int dotted = endOfInitials(start);
    if (dotted > start) {
      return add(start, dotted);
    }
    if (end < text.length() && isApostrophe(text.charAt(end))) {
      int tail = endOfLetters(end + 1);
      String clitic = text.substring(end + 1, tail);
      if (clitic.equals("t") && end - start > 1 && text.charAt(end - 1) == 'n') {
        add(start, end - 1);
        return add(end - 1, tail);
      }
      if (CLITICS.contains(clitic)) {
        add(start, end);
        return add(end, tail);
      }
      if (!clitic.isEmpty() && Character.isLetter(clitic.charAt(0)) && end - start <= 2) {
        return add(start, endOfHyphenated(end + 1));
      }
    }
    if (end < text.length()
        && text.charAt(end) == '.'
        && Abbreviations.isOne(text.substring(start, end))) {
      return add(start, end + 1);
    }
    return add(start, end);
  }

  /**
   * End of <i>U.S.</i>, <i>F.B.I.</i>, <i>p.m.</i> or the initial <i>J.</i>; {@code start} where
   * none begins here.
   */
  private int endOfInitials(int start) {
    int end = start;
    while (end + 1 < text.length()
        && Character.isLetter(text.charAt(end))
        && text.charAt(end + 1) == '.') {
      end += 2;
    }
    boolean single = end == start + 2;
    if (single && !(Character.isUpperCase(text.charAt(start)) && text.charAt(start) != 'I')) {
      return start;
    }
    return end < text.length() && Character.isLetterOrDigit(text.charAt(end)) ? start : end;
  }

  private int endOfLetters(int start) {
    int end = start;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfHyphenated(int start) {
    int end = endOfLetters(start);
    while (end + 1 < text.length()
        && isHyphen(text.charAt(end))
        && isWordPart(text.charAt(end + 1))) {
      end = endOfLetters(end + 1);
    }
    return end;
  }

  private int add(int start, int end) {
    tokens.add(new Span(start, end));
    return end;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }
}
