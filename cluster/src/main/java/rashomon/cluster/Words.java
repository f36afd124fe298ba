package rashomon.cluster;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words and numbers of a text, in order. */
final class Words {

  /**
   * One word.
   *
   * @param key in lower case, with straight apostrophes, without a possessive's ending; digits
   *     without grouping commas
   * @param shown the same, but with its capitals
   * @param first whether it begins a sentence, a quotation or a line
   */
  record Word(String key, String shown, boolean first) {

    boolean capital() {
      return Character.isUpperCase(shown.codePointAt(0));
    }

    boolean isNumber() {
      return Character.isDigit(key.charAt(0));
    }

    /** Whether it may tell what a report is about: no single letter, no name of a day or month. */
    boolean tells() {
      return isNumber() || (key.length() > 1 && !(capital() && CALENDAR.contains(key)));
    }
  }

  private static final Set<String> CALENDAR =
      Stream.concat(
              Stream.of(DayOfWeek.values())
                  .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
              Stream.of(Month.values())
                  .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private Words() {}

  /** At most the first {@code most} words. */
  static List<Word> of(String text, int most) {
    List<Word> words = new ArrayList<>();
    boolean first = true;
    int i = 0;
    while (i < text.length() && words.size() < most) {
      int point = text.codePointAt(i);
      if (!Character.isLetterOrDigit(point)) {
        first |= ".!?\n\r:\"“”‘|".indexOf(point) >= 0;
        i += Character.charCount(point);
        continue;
      }
      int end = end(text, i);
      words.add(word(text.substring(i, end), first));
      first = false;
      i = end;
    }
    return words;
  }

  private static Word word(String raw, boolean first) {
    String straight =
        Character.isDigit(raw.charAt(0)) ? raw.replace(",", "") : raw.replace('’', '\'');
    String shown =
        straight.endsWith("'s") ? straight.substring(0, straight.length() - 2) : straight;
    return new Word(shown.toLowerCase(Locale.ROOT), shown, first);
  }

  private static int end(String text, int start) {
    boolean number = Character.isDigit(text.charAt(start));
    int i = start;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      boolean within =
          Character.isLetterOrDigit(point)
              || (i + 1 < text.length()
                  && (number ? ",." : "'’").indexOf(point) >= 0
                  && (number
                      ? Character.isDigit(text.charAt(i + 1))
                      : Character.isLetter(text.charAt(i + 1))));
      if (!within) {
        break;
      }
      i += Character.charCount(point);
    }
    return i;
  }
}
