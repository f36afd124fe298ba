package rashomon.extract.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.TaggedText;
import rashomon.model.DateRange;
import rashomon.model.ReportId;
import rashomon.model.Stamp;
import rashomon.model.Tag;
import rashomon.model.TimeExpression;
import rashomon.model.TimeId;

/**
 * Finds the words that say when: days, months, years and times of day. A preposition before them is
 * left out, and so is a day or a month that is part of a name. One pass over the words.
 */
public final class Times {

  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  private static final Map<String, Month> MONTHS = new HashMap<>();

  static {
    for (DayOfWeek day : DayOfWeek.values()) {
      WEEKDAYS.put(capitalised(day.name()), day);
    }
    for (Month month : Month.values()) {
      MONTHS.put(capitalised(month.name()), month);
      if (month != Month.MAY) {
        MONTHS.put(capitalised(month.name().substring(0, 3)) + ".", month);
      }
    }
    MONTHS.put("Sept.", Month.SEPTEMBER);
    MONTHS.put("Sept", Month.SEPTEMBER);
  }

  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("([1-9]|0[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?");
  private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
  private static final Pattern DECADE = Pattern.compile("1[0-9]{2}0s|20[0-9]0s");

  /**
   * Months whose names are also given names, verbs or nouns: they need a number or one of the words
   * before.
   */
  private static final Set<Month> DOUBTFUL =
      Set.of(Month.MARCH, Month.APRIL, Month.MAY, Month.JUNE, Month.AUGUST);

  private static final Set<String> BEFORE_MONTH =
      Set.of(
          "in", "since", "until", "till", "last", "next", "this", "early", "mid", "late", "during",
          "for", "every");
  private static final Set<String> BEFORE_YEAR =
      Set.of(
          "in", "since", "until", "during", "early", "mid", "late", "by", "before", "after",
          "from");
  private static final Set<String> PARTS_OF_DAY =
      Set.of("morning", "afternoon", "evening", "night");
  private static final Set<String> PERIODS = Set.of("week", "weekend", "month", "year");
  private static final Set<String> EDGES = Set.of("early", "mid", "late");
  private static final Set<String> AHEAD =
      Set.of(
          "will",
          "'ll",
          "’ll",
          "would",
          "due",
          "expected",
          "scheduled",
          "set",
          "next",
          "upcoming",
          "planned");
  private static final Set<String> SAID =
      Set.of("said", "told", "announced", "added", "reported", "warned");

  /**
   * Words for newspapers and for feasts, which a day is part of: the Sunday Times, Black Friday.
   */
  private static final Set<String> AFTER_NAMING_DAY =
      Set.of(
          "Times",
          "Mirror",
          "Express",
          "Telegraph",
          "Mail",
          "Post",
          "People",
          "Herald",
          "Independent",
          "Night",
          "Prayer");

  private static final Set<String> BEFORE_NAMING_DAY =
      Set.of(
          "Black", "Bloody", "Good", "Ash", "Super", "Palm", "Holy", "Maundy", "Cyber", "Fat",
          "Shrove");

  private final TaggedText text;
  private final Days days;
  private final List<TimeExpression> found = new ArrayList<>();
  private int ahead = -1;

  private Times(TaggedText text, Days days) {
    this.text = text;
    this.days = days;
  }

  /** All of them in order, numbered from 1, as words of report 1. */
  public static List<TimeExpression> find(TaggedText text, @Nullable Stamp published) {
    Times times = new Times(text, new Days(published == null ? null : published.date()));
    int i = 0;
    while (i < text.size()) {
      times.listen(i);
      i = Math.max(times.read(i), i + 1);
    }
    return times.found;
  }

  /** Keeps the last word of the present clause that looks ahead. */
  private void listen(int i) {
    boolean idle =
        text.is(i, "next") && text.is(i + 1, "to")
            || text.is(i, "set") && !text.is(i + 1, "for") && !text.is(i + 1, "to");
    if (AHEAD.contains(text.lower(i)) && !idle) {
      ahead = i;
    } else if (SAID.contains(text.lower(i)) && !text.is(i - 1, Tag.AUX)
        || i == text.sentenceOf(i).first()
        || text.word(i).length() == 1 && ";:—–“”\"".contains(text.word(i))) {
      ahead = -1;
    }
  }

  /**
   * Reads what begins at a token, and gives the token after it; the same token where nothing
   * begins.
   */
  private int read(int i) {
    int edge = edge(i);
    String part = edge > i ? text.lower(i) : "";
    int last = weekday(edge, i);
    last = last > edge ? last : month(edge, i, part);
    last = last > edge ? last : year(edge, i);
    if (last == edge && edge == i) {
      last = isoDate(i);
      last = last > i ? last : relative(i);
      last = last > i ? last : dayBeforeMonth(i);
      last = last > i ? last : clock(i);
    }
    return last > edge ? last : i;
  }

  /** After <i>early</i>, <i>mid</i> or <i>late</i>. */
  private int edge(int i) {
    return EDGES.contains(text.lower(i)) && i + 1 < text.size()
        ? i + (text.is(i + 1, "-") ? 2 : 1)
        : i;
  }

  private int weekday(int i, int first) {
    DayOfWeek day = i < text.size() ? WEEKDAYS.get(text.word(i)) : null;
    if (day == null || inName(i)) {
      return i;
    }
    boolean shifted = first == i && i > 0 && (text.is(i - 1, "last") || text.is(i - 1, "next"));
    boolean next = shifted && text.is(i - 1, "next") || looksAhead(i);
    int last = partOfDay(i + 1);
    int date = text.is(last, ",") ? last + 1 : last;
    Month month = date < text.size() ? MONTHS.get(text.word(date)) : null;
    if (month != null && dayOfMonth(date + 1) > 0) {
      return monthDay(month, date, first);
    }
    int dayFirst = dayOfMonth(date);
    if (dayFirst > 0 && date + 1 < text.size() && MONTHS.containsKey(text.word(date + 1))) {
      return dayBeforeMonth(date, first);
    }
    return add(shifted ? i - 1 : first, last, days.weekday(day, next), null);
  }

  private boolean looksAhead(int i) {
    return ahead >= text.sentenceOf(i).first();
  }

  private boolean inName(int i) {
    boolean named =
        i + 1 < text.size()
            && together(i, i + 1)
            && (AFTER_NAMING_DAY.contains(text.word(i + 1))
                || text.is(i + 1, Tag.PROPN) && text.is(i - 1, "the"));
    return named || i > 0 && BEFORE_NAMING_DAY.contains(text.word(i - 1));
  }

  private boolean together(int one, int other) {
    return text.token(one).sentence() == text.token(other).sentence();
  }

  private int partOfDay(int i) {
    return PARTS_OF_DAY.contains(text.lower(i)) && together(i - 1, i) ? i + 1 : i;
  }

  private int month(int i, int first, String part) {
    if (i >= text.size()) {
      return i;
    }
    String word = text.word(i);
    int hyphen = word.indexOf('-');
    boolean glued = first == i && hyphen > 0 && EDGES.contains(text.lower(i).substring(0, hyphen));
    Month month = MONTHS.get(glued ? word.substring(hyphen + 1) : word);
    if (month == null) {
      return i;
    }
    if (dayOfMonth(i + 1) > 0 && !glued) {
      return monthDay(month, i, first);
    }
    Integer year = yearAt(text.is(i + 1, ",") || text.is(i + 1, "of") ? i + 2 : i + 1);
    boolean cued =
        first < i || glued || year != null || i > 0 && BEFORE_MONTH.contains(text.lower(i - 1));
    boolean inName = i > 0 && text.is(i - 1, Tag.PROPN) || text.is(i + 1, Tag.PROPN);
    if (!cued && (DOUBTFUL.contains(month) || inName)) {
      return i;
    }
    int last = year == null ? i + 1 : text.is(i + 1, ",") || text.is(i + 1, "of") ? i + 3 : i + 2;
    DateRange whole = days.month(year, month, looksAhead(i));
    String which = glued ? text.lower(i).substring(0, hyphen) : part;
    boolean shifted =
        first == i && year == null && i > 0 && (text.is(i - 1, "last") || text.is(i - 1, "next"));
    return add(
        shifted ? i - 1 : first, last, which.isEmpty() ? whole : Days.part(whole, which), null);
  }

  /** <i>May 7</i>, <i>May 7th</i>, <i>May 7, 2024</i>, <i>May 7 2024</i>. */
  private int monthDay(Month month, int i, int first) {
    int comma = text.is(i + 2, ",") ? i + 3 : i + 2;
    Integer year = yearAt(comma);
    int last = year == null ? i + 2 : comma + 1;
    return add(
        first, partOfDay(last), days.day(year, month, dayOfMonth(i + 1), looksAhead(i)), null);
  }

  private int dayBeforeMonth(int i) {
    return dayBeforeMonth(i, i);
  }

  /** <i>7 October</i>, <i>7th of October 2023</i>. */
  private int dayBeforeMonth(int i, int first) {
    int day = dayOfMonth(i);
    int at = text.is(i + 1, "of") ? i + 2 : i + 1;
    Month month = day > 0 && at < text.size() ? MONTHS.get(text.word(at)) : null;
    if (month == null || !together(i, at)) {
      return i;
    }
    Integer year = yearAt(text.is(at + 1, ",") ? at + 2 : at + 1);
    int last = year == null ? at + 1 : text.is(at + 1, ",") ? at + 3 : at + 2;
    return add(first, last, days.day(year, month, day, looksAhead(i)), null);
  }

  /** <i>in 2014</i>, <i>since the 1950s</i>. */
  private int year(int i, int first) {
    if (i == 0 || i >= text.size()) {
      return i;
    }
    if (DECADE.matcher(text.word(i)).matches()) {
      return add(
          first, i + 1, Days.years(Integer.parseInt(text.word(i).substring(0, 4)), 10), null);
    }
    Integer year = yearAt(i);
    boolean counts = text.is(i + 1, Tag.NOUN) || text.is(i + 1, Tag.ADJ) || text.is(i + 1, "%");
    return year == null || counts || !BEFORE_YEAR.contains(text.lower(i - 1))
        ? i
        : add(first, i + 1, Days.years(year, 1), null);
  }

  private int isoDate(int i) {
    if (i + 4 >= text.size() || yearAt(i) == null || text.span(i, i + 5).length() != 10) {
      return i;
    }
    Stamp stamp = Stamp.parse(text.span(i, i + 5).of(text.text())).orElse(null);
    return stamp == null ? i : add(i, i + 5, new DateRange(stamp.date(), stamp.date()), null);
  }

  /** <i>today</i>, <i>yesterday evening</i>, <i>last night</i>, <i>this week</i>. */
  private int relative(int i) {
    String next = text.lower(i + 1);
    return switch (text.lower(i)) {
      case "today" ->
          text.is(i, Tag.PROPN) && text.is(i - 1, Tag.PROPN)
              ? i
              : add(i, i + 1, days.after(0), null);
      case "tonight" -> add(i, i + 1, days.after(0), null);
      case "tomorrow" -> add(i, partOfDay(i + 1), days.after(1), null);
      case "yesterday" -> add(i, partOfDay(i + 1), days.after(-1), null);
      case "this" ->
          PARTS_OF_DAY.contains(next) ? add(i, i + 2, days.after(0), null) : period(i, 0);
      case "last" -> next.equals("night") ? add(i, i + 2, days.after(-1), null) : period(i, -1);
      case "next" -> period(i, 1);
      default -> i;
    };
  }

  /** <i>last week</i>, but neither <i>the last week of the war</i> nor <i>his last year</i>. */
  private int period(int i, int after) {
    String unit = text.lower(i + 1);
    boolean bound =
        after != 0
            && i > 0
            && (text.is(i - 1, Tag.DET) || text.is(i - 1, Tag.PRON) || text.is(i - 1, Tag.PART));
    return PERIODS.contains(unit) && !bound ? add(i, i + 2, days.period(unit, after), null) : i;
  }

  private int clock(int i) {
    Clock clock = Clock.at(text, i);
    return clock == null ? i : add(i, clock.last(), null, clock.minute());
  }

  private int dayOfMonth(int i) {
    String word = i < text.size() ? text.word(i) : "";
    Matcher day = DAY_OF_MONTH.matcher(word);
    return day.matches() ? Integer.parseInt(day.group(1)) : 0;
  }

  private @Nullable Integer yearAt(int i) {
    return i < text.size() && YEAR.matcher(text.word(i)).matches()
        ? Integer.valueOf(text.word(i))
        : null;
  }

  private int add(int first, int last, @Nullable DateRange range, @Nullable Integer clock) {
    found.add(
        new TimeExpression(
            new TimeId(found.size() + 1), new ReportId(1), text.span(first, last), range, clock));
    return last;
  }

  private static String capitalised(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
