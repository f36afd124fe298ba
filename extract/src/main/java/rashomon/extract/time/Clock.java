package rashomon.extract.time;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.TaggedText;

/** A time of day that ends before token {@code last}, as a minute of the day. */
record Clock(int last, int minute) {

  private static final Map<String, Integer> WORDS =
      Map.of("noon", 720, "midday", 720, "midnight", 0);
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?");
  private static final Pattern MILITARY = Pattern.compile("([01]\\d|2[0-3]):?([0-5]\\d)");
  private static final Pattern COLON = Pattern.compile("(0\\d|1[3-9]|2[0-3]):([0-5]\\d)");
  private static final Set<String> ZONES =
      Set.of(
          "GMT", "UTC", "BST", "CET", "CEST", "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST",
          "MDT", "PT", "PST", "PDT", "IST", "JST", "MSK", "AEST");

  /** The time of day that begins at a token, null where none does. Its zone belongs to it. */
  static @Nullable Clock at(TaggedText text, int i) {
    Integer word = WORDS.get(text.word(i));
    if (word != null) {
      return new Clock(i + 1, word);
    }
    return Character.isDigit(text.word(i).charAt(0)) ? digits(text, i) : null;
  }

  private static @Nullable Clock digits(TaggedText text, int i) {
    Matcher hour = HOUR.matcher(text.word(i));
    int half = half(text, i + 1);
    if (half >= 0 && hour.matches()) {
      int hours = Integer.parseInt(hour.group(1));
      int minutes = hour.group(2) == null ? 0 : Integer.parseInt(hour.group(2));
      boolean valid = hours >= 1 && hours <= 12 && minutes < 60;
      return valid ? new Clock(zoned(text, i + 2), hours % 12 * 60 + minutes + half) : null;
    }
    Matcher whole = (isZone(text, i + 1) ? MILITARY : COLON).matcher(text.word(i));
    return whole.matches()
        ? new Clock(
            zoned(text, i + 1),
            Integer.parseInt(whole.group(1)) * 60 + Integer.parseInt(whole.group(2)))
        : null;
  }

  /** The minutes that a.m. or p.m. adds; negative where neither stands there. */
  private static int half(TaggedText text, int i) {
    return switch (text.lower(i)) {
      case "am", "a.m.", "a.m" -> 0;
      case "pm", "p.m.", "p.m" -> 720;
      default -> -1;
    };
  }

  private static int zoned(TaggedText text, int last) {
    return isZone(text, last) ? last + 1 : last;
  }

  private static boolean isZone(TaggedText text, int i) {
    return i < text.size()
        && ZONES.contains(text.word(i).toUpperCase(Locale.ROOT))
        && text.word(i).equals(text.word(i).toUpperCase(Locale.ROOT));
  }
}
