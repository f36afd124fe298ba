package rashomon.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A time as an outlet or a capture gives it, in ISO 8601, to the precision it gives. {@code
 * instant} places it on the time line; a date alone counts from its first moment, and a time
 * without an offset counts as UTC. {@code date} is the calendar day at the outlet.
 */
public record Stamp(String text, Instant instant, LocalDate date) implements Comparable<Stamp> {

  /**
   * Reads {@code 2024-05-07}, {@code 2024-05-07T10:15:30} or {@code 2024-05-07T10:15:30+02:00};
   * else empty.
   */
  public static Optional<Stamp> parse(String text) {
    String iso =
        text.strip()
            .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)", "$1T")
            .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    try {
      if (!iso.contains("T")) {
        LocalDate date = LocalDate.parse(iso);
        return Optional.of(new Stamp(iso, date.atStartOfDay().toInstant(ZoneOffset.UTC), date));
      }
      if (iso.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})$")) {
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
