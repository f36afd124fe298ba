package rashomon.ingest;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rashomon.model.Stamp;

/**
 * A time as pages and documents write it: ISO 8601, the same with a blank before the offset or
 * without separators, the date of e-mail and HTTP, or PDF's.
 */
final class Moment {

  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern BLANK_BEFORE_OFFSET =
      Pattern.compile("\\s+(?=[+-]\\d{2}:?\\d{2}$|Z$)");

  private Moment() {}

  static Optional<Stamp> parse(String text) {
    String stripped = BLANK_BEFORE_OFFSET.matcher(text.strip()).replaceAll("");
    return Stamp.parse(stripped).or(() -> compact(stripped)).or(() -> mail(text.strip()));
  }

  private static Optional<Stamp> compact(String text) {
    Matcher parts = COMPACT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String date = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3);
    if (parts.group(4) == null) {
      return Stamp.parse(date);
    }
    String second = parts.group(6) == null ? "00" : parts.group(6);
    String offset = parts.group(7) == null ? "" : parts.group(7);
    return Stamp.parse(date + "T" + parts.group(4) + ":" + parts.group(5) + ":" + second + offset);
  }

  private static Optional<Stamp> mail(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Stamp.parse(time.toString());
    } catch (DateTimeException notMail) {
      return Optional.empty();
    }
  }
}
