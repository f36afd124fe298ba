package rashomon.capture;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.model.Stamp;

/**
 * The times that feeds give: ISO 8601, and the mail format of RFC 822 and 5322 as loosely as feeds
 * write it. The offset is kept, so that the calendar day is the outlet's. A weekday is not looked
 * at, since where it contradicts the date nobody knows which of them is wrong.
 */
final class Times {

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{Alpha}+\\.?,?\\s+)?(\\d{1,2})[\\s-]+(\\p{Alpha}{3})\\p{Alpha}*\\.?,?[\\s-]+(\\d{4}|\\d{2})"
              + ",?\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?\\s*(\\S.*)?");

  private static final Pattern SPACE_BEFORE_OFFSET =
      Pattern.compile("(?<=\\d) (?=[+-]\\d{2}:?\\d{2}$)");

  /** No time is longer. */
  private static final int MOST = 80;

  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM ")
          .appendValueReduced(ChronoField.YEAR, 2, 4, 1970)
          .appendPattern(" H:mm[:ss]")
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The zones that RFC 822 names. */
  private static final Map<String, ZoneId> ZONES =
      Map.ofEntries(
          entry("Z", ZoneOffset.UTC),
          entry("UT", ZoneOffset.UTC),
          entry("UTC", ZoneOffset.UTC),
          entry("GMT", ZoneOffset.UTC),
          entry("EST", ZoneOffset.ofHours(-5)),
          entry("EDT", ZoneOffset.ofHours(-4)),
          entry("CST", ZoneOffset.ofHours(-6)),
          entry("CDT", ZoneOffset.ofHours(-5)),
          entry("MST", ZoneOffset.ofHours(-7)),
          entry("MDT", ZoneOffset.ofHours(-6)),
          entry("PST", ZoneOffset.ofHours(-8)),
          entry("PDT", ZoneOffset.ofHours(-7)));

  private static final DateTimeFormatter ZONE_NAME =
      DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

  private Times() {}

  static Optional<Stamp> stamp(String text) {
    String line = Bytes.oneLine(text, MOST);
    Matcher matcher = MAIL.matcher(line);
    return matcher.matches()
        ? mail(matcher)
        : Stamp.parse(SPACE_BEFORE_OFFSET.matcher(line).replaceFirst(""));
  }

  private static Optional<Stamp> mail(Matcher matcher) {
    try {
      String local =
          matcher.group(1)
              + " "
              + matcher.group(2)
              + " "
              + matcher.group(3)
              + " "
              + matcher.group(4);
      ZonedDateTime time = LOCAL.parse(local, LocalDateTime::from).atZone(zone(matcher.group(5)));
      OffsetDateTime fixed = time.toOffsetDateTime();
      return Stamp.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(fixed));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static ZoneId zone(@Nullable String name) {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    String zone = name.replaceAll("\\s*\\(.*\\)$", "").replaceFirst("^(?:GMT|UTC)(?=[+-])", "");
    ZoneId known = ZONES.get(zone.toUpperCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    return zone.matches("[+-].*") ? ZoneOffset.of(zone) : ZONE_NAME.parse(zone, ZoneId::from);
  }
}
