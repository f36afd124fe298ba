package rashomon.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rashomon.model.Stamp;

/**
 * What the first lines of a press release say of it.
 *
 * @param issuer the only line above the one that says that this is a release
 * @param title the first line below that, or else of all
 * @param date where a line begins with it, with no more than a place before it; a day, no time
 */
record Release(Optional<String> issuer, String title, Optional<Stamp> date) {

  private static final int FIRST_LINES = 6;
  private static final int LONGEST_NAME = 60;
  private static final int DATELINE = 120;

  private static final Pattern LABEL =
      Pattern.compile(
          "\\W*(?:(?:for )?(?:immediate|general) release|(?:press|news|media) (?:release|statement|advisory)"
              + "|(?:for release|embargo(?:ed)?)\\b.{0,80}|pressemitteilung|presseinformation"
              + "|communiqué(?: de presse)?|comunicado(?: de prensa)?|comunicato stampa|persbericht)\\W*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** At the beginning of a line: KESSEN, March 6, 2031 –; 6 March 2031; 2031-03-06. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}.'’-]*+|[^\\p{L}\\p{N}])*(?:(?<iso>\\d{4}-\\d{2}-\\d{2})"
              + "|(?<month>\\p{L}{3,10})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})"
              + "|(?<day2>\\d{1,2})(?:st|nd|rd|th|\\.|º)?(?: de)? (?<month2>\\p{L}{3,10})\\.?,?(?: de)? (?<year2>\\d{4}))\\s*(?:[-–—:/|()]|$)");

  private static final Map<String, Month> MONTHS = months();

  static Release of(List<String> paragraphs) {
    List<String> first = paragraphs.subList(0, Math.min(FIRST_LINES, paragraphs.size()));
    int label =
        IntStream.range(0, first.size()).filter(i -> isLabel(first.get(i))).findFirst().orElse(-1);
    String title =
        first.stream()
            .skip(label + 1L)
            .filter(line -> !isLabel(line) && !isDate(line))
            .findFirst()
            .orElse(paragraphs.getFirst());
    Optional<String> issuer =
        label == 1 && first.getFirst().length() <= LONGEST_NAME && !isDate(first.getFirst())
            ? Optional.of(first.getFirst())
            : Optional.empty();
    return new Release(issuer, title, first.stream().flatMap(Release::date).findFirst());
  }

  /** Whether a line says that this is a release, and no more. */
  static boolean isLabel(String line) {
    return LABEL.matcher(line).matches();
  }

  private static boolean isDate(String line) {
    return line.length() <= DATELINE && DATE.matcher(line).matches();
  }

  private static Stream<Stamp> date(String line) {
    Matcher date = DATE.matcher(line.substring(0, Math.min(line.length(), DATELINE)));
    return date.lookingAt() ? stamp(date).stream() : Stream.empty();
  }

  private static Optional<Stamp> stamp(Matcher date) {
    if (date.group("iso") != null) {
      return Stamp.parse(date.group("iso"));
    }
    boolean monthFirst = date.group("month") != null;
    Month month = MONTHS.get(date.group(monthFirst ? "month" : "month2").toLowerCase(Locale.ROOT));
    if (month == null) {
      return Optional.empty();
    }
    int day = Integer.parseInt(date.group(monthFirst ? "day" : "day2"));
    int year = Integer.parseInt(date.group(monthFirst ? "year" : "year2"));
    try {
      return Stamp.parse(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (String language : List.of("en", "de", "fr", "es", "it", "nl", "pt")) {
      for (Month month : Month.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          String name = month.getDisplayName(style, Locale.of(language)).replace(".", "");
          months.putIfAbsent(name.toLowerCase(Locale.ROOT), month);
        }
      }
    }
    return Map.copyOf(months);
  }
}
