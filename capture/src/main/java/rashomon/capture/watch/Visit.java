package rashomon.capture.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.Validators;
import rashomon.model.Via;

/**
 * An address that is visited, and all there is to remember of it. {@code via} is what led there,
 * and of a feed that none led to, itself with its own label; {@code due} is when it is to be
 * visited next, absent where that is over; {@code failures} is how often it failed since it last
 * worked.
 */
public sealed interface Visit {

  String url();

  @Nullable Via via();

  Validators validators();

  @Nullable Instant due();

  int failures();

  /** A feed, a sitemap or another list of pages. {@code interval} is how often it is read. */
  record Feed(
      String url,
      @Nullable Via via,
      Validators validators,
      @Nullable Instant due,
      int failures,
      Duration interval)
      implements Visit {

    Feed via(Via other) {
      return new Feed(url, other, validators, due, failures, interval);
    }
  }

  /** A page, visited a few times in case it changes. {@code visits} is how often it was. */
  record Page(
      String url,
      @Nullable Via via,
      Validators validators,
      @Nullable Instant due,
      int failures,
      int visits)
      implements Visit {}
}
