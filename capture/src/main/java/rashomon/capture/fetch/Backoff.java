package rashomon.capture.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** How long to leave a host alone that failed. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);

  /** However long a server asks for, and however often it failed. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * What {@code Retry-After} says (RFC 9110, 10.2.3: seconds, or a date), at most a day; where it
   * says nothing, a second, doubled with each attempt before, times something between a half and
   * one and a half.
   *
   * @param attempt how many attempts there were before, from 0
   */
  Duration pause(int attempt, @Nullable String retryAfter, Instant now) {
    Duration asked = asked(retryAfter, now);
    Duration pause =
        asked != null
            ? asked
            : FIRST
                .multipliedBy(1L << Math.min(attempt, 20))
                .multipliedBy(500 + chance())
                .dividedBy(1000);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private synchronized int chance() {
    return random.nextInt(1000);
  }

  private static @Nullable Duration asked(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null) {
      return null;
    }
    if (retryAfter.strip().matches("\\d{1,9}")) {
      return Duration.ofSeconds(Integer.parseInt(retryAfter.strip()));
    }
    Instant date = DateUtils.parseStandardDate(retryAfter);
    return date == null ? null : Duration.between(now, date.isBefore(now) ? now : date);
  }
}
