package rashomon.capture.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.Answer.Again;
import rashomon.capture.fetch.Answer.Failed;
import rashomon.capture.fetch.Answer.Reply;

/**
 * What robots.txt lets us read (RFC 9309), for each scheme, host and port. A server that is
 * troubled forbids everything for an hour; one that has no such file, or hides it behind endless
 * redirects, allows everything. Any other failure is passed on as it is. What was read holds a day.
 */
final class Robots {

  /** What RFC 9309 asks a program to read at least; the rest is cut. */
  static final int MAX_BYTES = 500 << 10;

  private static final Duration HOLDS = Duration.ofDays(1);
  private static final Duration TROUBLE_HOLDS = Duration.ofHours(1);

  private final String name;
  private final Time time;
  private final Fetch fetch;
  private final Map<URI, Site> sites = new ConcurrentHashMap<>();

  Robots(String name, Time time, Fetch fetch) {
    this.name = name;
    this.time = time;
    this.fetch = fetch;
  }

  /** How robots.txt is fetched, through redirects and with manners. */
  @FunctionalInterface
  interface Fetch {
    Answer of(URI robots) throws InterruptedException;
  }

  /** {@code refusal} is absent where the page may be read, {@code delay} apart from the others. */
  record Permission(@Nullable Failed refusal, Duration delay) {}

  Permission permission(URI page) throws InterruptedException {
    URI robots = page.resolve("/robots.txt");
    sites.values().removeIf(site -> !time.instant().isBefore(site.expires));
    Site site = sites.computeIfAbsent(robots, _ -> new Site());
    site.lock.lockInterruptibly();
    try {
      if (site.rules == null) {
        Failed failed = read(robots, site);
        if (failed != null) {
          return new Permission(failed, Duration.ZERO);
        }
      }
      return judge(page, robots, site.rules);
    } finally {
      site.lock.unlock();
    }
  }

  private Permission judge(URI page, URI robots, @Nullable BaseRobotRules rules) {
    if (rules == null || rules.isAllowed(page.toString())) {
      long delay = rules == null ? 0 : rules.getCrawlDelay();
      return new Permission(null, Duration.ofMillis(Math.max(0, delay)));
    }
    Failed refusal =
        rules.isDeferVisits()
            ? new Failed(
                "robots",
                robots + " cannot be read now, so that nothing may be read there for an hour.",
                Again.LATER)
            : new Failed("robots", robots + " asks " + name + " not to read it.", Again.NEVER);
    return new Permission(refusal, Duration.ZERO);
  }

  private @Nullable Failed read(URI robots, Site site) throws InterruptedException {
    Duration holds = HOLDS;
    switch (fetch.of(robots)) {
      case Reply(int status, _, var body) when status == 200 ->
          site.rules =
              new SimpleRobotRulesParser()
                  .parseContent(
                      robots.toString(),
                      body.bytes(),
                      "text/plain",
                      List.of(name.toLowerCase(Locale.ROOT)));
      case Reply reply when reply.passes() -> {
        site.rules = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        site.rules.setDeferVisits(true);
        holds = TROUBLE_HOLDS;
      }
      case Reply _ -> site.rules = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
      case Failed failed when failed.code().contains("redirect") ->
          site.rules = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
      case Failed failed -> {
        return failed;
      }
    }
    site.expires = time.instant().plus(holds);
    return null;
  }

  /** The rules of one robots.txt, guarded by the lock; absent until it was read. */
  private static final class Site {
    final ReentrantLock lock = new ReentrantLock();
    @Nullable BaseRobotRules rules;
    volatile Instant expires = Instant.MAX;
  }
}
