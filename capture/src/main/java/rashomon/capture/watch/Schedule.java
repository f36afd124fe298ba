package rashomon.capture.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.Validators;
import rashomon.capture.watch.Visit.Feed;
import rashomon.capture.watch.Visit.Page;
import rashomon.model.Via;

/**
 * When to come again. A feed is read twice as often after it had something new, and half as much
 * less often after it had not, so that its interval settles near the time between its news. Its own
 * wishes are heeded, but none keeps us away for longer than the longest interval.
 *
 * @param shortest the shortest interval of a feed
 * @param longest the longest
 * @param revisits how long after each visit of a page to visit it again; none where pages are
 *     visited once
 * @param attempts how often a visit to a page may fail in a row before it is given up
 */
public record Schedule(Duration shortest, Duration longest, List<Duration> revisits, int attempts) {

  /** A first guess, within the bounds. */
  private static final Duration BEGINNING = Duration.ofMinutes(30);

  /** How long to leave a page that failed; four times longer with each failure. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  public Schedule {
    revisits = List.copyOf(revisits);
    if (!shortest.isPositive() || longest.compareTo(shortest) < 0 || attempts < 1) {
      throw new IllegalArgumentException(
          "Out of range: from " + shortest + " to " + longest + ", attempts " + attempts);
    }
  }

  /**
   * Feeds from every five minutes to every six hours; pages again after half an hour, and within
   * four days four times more.
   */
  public static Schedule standard() {
    return new Schedule(
        Duration.ofMinutes(5),
        Duration.ofHours(6),
        List.of(
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofDays(1),
            Duration.ofDays(3)),
        5);
  }

  /** A feed that was never read. */
  public Feed feed(String url, @Nullable Via via, Instant now) {
    return new Feed(url, via, Validators.NONE, now, 0, bounded(BEGINNING));
  }

  /** A page that was never visited. */
  public Page page(String url, @Nullable Via via, Instant now) {
    return new Page(url, via, Validators.NONE, now, 0, 0);
  }

  /**
   * After a feed was read.
   *
   * @param wish how long it, or its server, says that it need not be read again
   */
  Feed read(Feed feed, Validators validators, boolean news, @Nullable Duration wish, Instant now) {
    Duration interval =
        bounded(news ? feed.interval().dividedBy(2) : feed.interval().multipliedBy(3).dividedBy(2));
    Duration wait = wish == null || wish.compareTo(interval) < 0 ? interval : bounded(wish);
    return new Feed(feed.url(), feed.via(), validators, now.plus(wait), 0, interval);
  }

  /**
   * After a page was visited. One that was published, as its feed says, before all the time in
   * which pages are visited again is not.
   */
  Page visited(Page page, Validators validators, Instant now) {
    Duration all = revisits.stream().reduce(Duration.ZERO, Duration::plus);
    boolean old =
        page.via() != null
            && page.via().published() != null
            && page.via().published().instant().isBefore(now.minus(all));
    boolean over = old || page.visits() >= revisits.size();
    return new Page(
        page.url(),
        page.via(),
        validators,
        over ? null : now.plus(revisits.get(page.visits())),
        0,
        page.visits() + 1);
  }

  /**
   * After a visit that failed.
   *
   * @param again the earliest time at which it may work; absent where it would fail the same way. A
   *     page is then given up, and if it was there before, visited again as if nothing had been; a
   *     feed is read ever less often, for it may be mended
   */
  Visit failed(Visit visit, @Nullable Instant again, Instant now) {
    return switch (visit) {
      case Feed feed -> {
        Duration pause = bounded(growing(feed.interval(), 2, feed.failures()));
        yield due(feed, later(now.plus(pause), again), feed.failures() + 1);
      }
      case Page page when again == null || page.failures() + 1 >= attempts ->
          page.visits() > 0 ? visited(page, page.validators(), now) : over(page);
      case Page page -> {
        Duration pause = growing(PAUSE, 4, page.failures());
        yield due(page, later(now.plus(pause), again), page.failures() + 1);
      }
    };
  }

  /** After an address was given up by its server. */
  Visit over(Visit visit) {
    return switch (visit) {
      case Feed feed -> due(feed, null, feed.failures() + 1);
      case Page page -> due(page, null, page.failures() + 1);
    };
  }

  /** After a visit that did not take place, since its host is to be left alone. */
  Visit postponed(Visit visit, Instant again) {
    return switch (visit) {
      case Feed feed -> due(feed, again, feed.failures());
      case Page page -> due(page, again, page.failures());
    };
  }

  private static Feed due(Feed feed, @Nullable Instant due, int failures) {
    return new Feed(feed.url(), feed.via(), feed.validators(), due, failures, feed.interval());
  }

  private static Page due(Page page, @Nullable Instant due, int failures) {
    return new Page(page.url(), page.via(), page.validators(), due, failures, page.visits());
  }

  private static Duration growing(Duration first, int factor, int times) {
    return first.multipliedBy((long) Math.pow(factor, Math.min(times, 10)));
  }

  private Duration bounded(Duration interval) {
    return interval.compareTo(shortest) < 0
        ? shortest
        : interval.compareTo(longest) > 0 ? longest : interval;
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other == null || other.isBefore(one) ? one : other;
  }
}
