package rashomon.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time as an outlet or a capture gives it, in ISO 8601, to the precision it gives. {@code
 * instant} places it on the time line; a date alone counts from its first moment, and a time
 * without an offset counts as UTC. {@code date} is the calendar day at the outlet.
 */
public record Stamp(String text, Instant instant, LocalDate date) implements Comparable<Stamp> {

  private static final Pattern BLANK = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)");
  private static final Pattern BARE_OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");
  private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d{2}:\\d{2})$");

  /**
   * Reads {@code 2024-05-07}, {@code 2024-05-07T10:15:30} or {@code 2024-05-07T10:15:30+02:00};
   * else empty.
   */
  public static Optional<Stamp> parse(String text) {
    String joined = BLANK.matcher(text.strip()).replaceFirst("$1T");
    String iso = BARE_OFFSET.matcher(joined).replaceFirst("$1:$2");
    try {
      if (!iso.contains("T")) {
        LocalDate date = LocalDate.parse(iso);
        return Optional.of(new Stamp(iso, date.atStartOfDay().toInstant(ZoneOffset.UTC), date));
      }
      if (OFFSET.matcher(iso).matches()) {
        OffsetDateTime time = OffsetDateTime.parse(iso);
        return Optional.of(new Stamp(iso, time.toInstant(), time.toLocalDate()));
      }
      LocalDateTime time = LocalDateTime.parse(iso);
      return Optional.of(new Stamp(iso, time.toInstant(ZoneOffset.UTC), time.toLocalDate()));
    } catch (DateTimeParseException notIso) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(Stamp other) {
    int byInstant = instant.compareTo(other.instant);
    return byInstant != 0 ? byInstant : text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
