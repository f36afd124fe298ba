package rashomon.app;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: lines no wider than {@code width} columns, broken between words. */
final class Page {

  /** A blank at which no line is broken. */
  static final String TIE = "\u00a0";

  private static final int FIRST_WIDE = 0x1100;

  private final int width;
  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  Page(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  Page gap() {
    text.append('\n');
    return this;
  }

  /** Adds {@code words} after {@code indent} blanks. */
  Page add(int indent, String words) {
    return add(indent, indent, words, Tone.PLAIN);
  }

  /**
   * Adds {@code words}, their first line after {@code first} blanks and the others after {@code
   * rest}.
   */
  Page add(int first, int rest, String words, Tone tone) {
    int indent = first;
    for (String line : wrap(printable(words), width - first, width - rest)) {
      text.append(" ".repeat(indent)).append(toned(line, tone)).append('\n');
      indent = rest;
    }
    return this;
  }

  /** Adds a line that is laid out already. */
  Page line(int indent, String words) {
    text.append(" ".repeat(indent)).append(words.stripTrailing()).append('\n');
    return this;
  }

  Page heading(String words) {
    return gap().add(0, 0, words, Tone.STRONG);
  }

  /** How loud words are. */
  enum Tone {
    PLAIN(""),
    STRONG("\u001b[1m"),
    QUIET("\u001b[2m");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  private String toned(String line, Tone tone) {
    return colour && tone != Tone.PLAIN ? tone.code + line + "\u001b[0m" : line;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Words on one line, with nothing in them that a terminal would obey. */
  static String printable(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    boolean blank = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space =
          c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029';
      if (space && !blank) {
        clean.append(' ');
      } else if (!space) {
        clean.append(Character.isISOControl(c) ? '\ufffd' : c);
      }
      blank = space;
    }
    return clean.toString().strip();
  }

  /** {@code words} cut between words to at most {@code columns}, with … for what is left out. */
  static String cut(String words, int columns) {
    String line = printable(words);
    if (columns(line) <= columns) {
      return line;
    }
    return wrap(line, columns - 2, columns).getFirst() + " …";
  }

  /** How many columns a terminal gives to {@code text}. */
  static int columns(String text) {
    return text.codePoints().map(Page::columns).sum();
  }

  private static int columns(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    if (codePoint < FIRST_WIDE) {
      return 1;
    }
    int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }

  private static List<String> wrap(String words, int first, int rest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : words.split(" ", -1)) {
      String left = word;
      int room = lines.isEmpty() ? first : rest;
      if (used > 0 && used + 1 + columns(left) > room) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
        room = rest;
      }
      while (used == 0 && columns(left) > room) {
        int end = fitting(left, room);
        lines.add(left.substring(0, end));
        left = left.substring(end);
        room = rest;
      }
      line.append(used > 0 ? " " : "").append(left);
      used += (used > 0 ? 1 : 0) + columns(left);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * How many code units of a word too long for a line fit in {@code room} columns; at least one
   * code point.
   */
  private static int fitting(String word, int room) {
    int end = Character.charCount(word.codePointAt(0));
    int used = columns(word.codePointAt(0));
    while (end < word.length() && used + columns(word.codePointAt(end)) <= room) {
      used += columns(word.codePointAt(end));
      end += Character.charCount(word.codePointAt(end));
    }
    return end;
  }
}
