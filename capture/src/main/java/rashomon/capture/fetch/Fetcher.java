package rashomon.capture.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.Answer.Again;
import rashomon.capture.fetch.Answer.Failed;
import rashomon.capture.fetch.Answer.Reply;
import rashomon.capture.fetch.Connections.Bound;
import rashomon.capture.fetch.Outcome.Fetched;
import rashomon.capture.fetch.Outcome.NotModified;
import rashomon.capture.fetch.Outcome.Refused;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Via;

/**
 * Fetches pages with manners: it says who it is, reads robots.txt first, asks one thing at a time
 * of a host and leaves it alone in between, and longer where the host asks for that or fails. It
 * connects to allowed addresses only, and follows redirects itself so that each is checked like the
 * first. Threads may share it; {@link #fetch} blocks and is meant for virtual threads.
 */
public final class Fetcher implements AutoCloseable {

  private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age=\"?(\\d{1,9})\\b");

  private final Manners manners;
  private final Time time;
  private final Backoff backoff;
  private final Connections connections;
  private final Robots robots;
  private final Map<String, Host> hosts = new ConcurrentHashMap<>();

  /**
   * @param allowed which addresses may be connected to: {@link PublicAddresses#contain} unless a
   *     person wants it otherwise
   * @param random for the pauses after failures
   */
  public Fetcher(
      Manners manners,
      Lookup lookup,
      Predicate<InetAddress> allowed,
      Time time,
      RandomGenerator random) {
    this.manners = manners;
    this.time = time;
    this.backoff = new Backoff(random);
    this.connections = new Connections(manners, lookup, allowed);
    this.robots = new Robots(manners.name(), time, this::robotsTxt);
  }

  /**
   * The page at an address, where it can be had. {@code via} is kept with the capture; {@code
   * validators} are those that came with the page before, or else {@link Validators#NONE}.
   */
  public Outcome fetch(String address, @Nullable Via via, Validators validators)
      throws InterruptedException {
    Optional<URI> url = WebAddress.of(address);
    if (url.isEmpty()) {
      return refused(address, noAddress(address), null);
    }
    Arrival arrival = follow(url.get(), at -> page(at, validators));
    return switch (arrival.answer) {
      case Reply reply -> outcome(address, arrival.url, reply, via, validators);
      case Failed failed ->
          refused(
              address,
              arrival.url.equals(url.get()) ? failed : moved(arrival.url, failed),
              failed.again() == Again.NEVER ? null : again(arrival.url));
    };
  }

  private Outcome outcome(
      String address, URI url, Reply reply, @Nullable Via via, Validators validators) {
    Duration fresh = fresh(reply);
    if (reply.status() == 304 && !conditions(url, validators).isEmpty()) {
      return new NotModified(fresh);
    }
    if (reply.status() == 200) {
      return new Fetched(
          new Capture(
              url.toString(), time.instant(), reply.header("Content-Type"), reply.body(), via),
          new Validators(url.toString(), reply.header("ETag"), reply.header("Last-Modified")),
          fresh);
    }
    return refused(address, status(url, reply), reply.passes() ? again(url) : null);
  }

  private Failed status(URI url, Reply reply) {
    int status = reply.status();
    return switch (status) {
      case 410 -> new Failed("gone", url + " was taken away, its server says.", Again.NEVER);
      case 429, 503 ->
          new Failed(
              "retry-later",
              url.getHost()
                  + " answers no more "
                  + (reply.header("Retry-After") == null
                      ? "for now"
                      : "before " + again(url).truncatedTo(ChronoUnit.SECONDS))
                  + " (status "
                  + status
                  + ").",
              Again.LATER);
      default ->
          new Failed(
              "http-" + status,
              url + " gives no page: its server answered with status " + status + ".",
              Again.NEVER);
    };
  }

  /** Where the road ended, and with what. */
  private record Arrival(URI url, Answer answer) {}

  /** One request on the way. */
  private interface Step {
    Answer take(URI url) throws InterruptedException;
  }

  private Arrival follow(URI start, Step step) throws InterruptedException {
    Set<URI> passed = new LinkedHashSet<>();
    URI url = start;
    while (true) {
      Answer answer = step.take(url);
      Optional<String> location =
          answer instanceof Reply reply ? reply.location() : Optional.empty();
      if (location.isEmpty()) {
        return new Arrival(url, answer);
      }
      passed.add(url);
      Optional<URI> next = WebAddress.resolve(url.toString(), location.get());
      if (next.isEmpty()) {
        return new Arrival(url, noAddress(location.get()));
      }
      if (passed.contains(next.get())) {
        return new Arrival(
            url,
            new Failed(
                "redirect-loop", "Its redirects lead back to " + next.get() + ".", Again.NEVER));
      }
      if (passed.size() > manners.redirects()) {
        return new Arrival(
            url,
            new Failed(
                "too-many-redirects",
                "There are more than " + manners.redirects() + " redirects.",
                Again.NEVER));
      }
      url = next.get();
    }
  }

  private Answer robotsTxt(URI robotsTxt) throws InterruptedException {
    Bound bound = new Bound(Robots.MAX_BYTES, true);
    return follow(robotsTxt, url -> ask(url, manners.delay(), Map.of(), bound)).answer;
  }

  /** A page is asked for where robots.txt allows it. */
  private Answer page(URI url, Validators validators) throws InterruptedException {
    Robots.Permission permission = robots.permission(url);
    if (permission.refusal() != null) {
      return permission.refusal();
    }
    Duration delay =
        permission.delay().compareTo(manners.delay()) > 0 ? permission.delay() : manners.delay();
    return ask(url, delay, conditions(url, validators), new Bound(manners.maxBytes(), false));
  }

  /** Asks when it is our turn, and again where the failure may pass. */
  private Answer ask(URI url, Duration delay, Map<String, String> conditions, Bound bound)
      throws InterruptedException {
    Map<String, String> headers = new HashMap<>(conditions);
    headers.put("Accept", "*/*");
    headers.put("Accept-Encoding", "gzip, deflate");
    Host host = host(url);
    for (int attempt = 0; ; attempt++) {
      host.enter();
      try {
        Duration wait = Duration.between(time.instant(), host.free());
        if (wait.compareTo(manners.patience()) > 0) {
          return new Failed(
              "not-yet",
              url.getHost()
                  + " is to be left alone until "
                  + host.free().truncatedTo(ChronoUnit.SECONDS)
                  + ", and was not asked.",
              Again.LATER);
        }
        if (wait.isPositive()) {
          time.sleep(wait);
        }
        Answer answer = connections.get(url, headers, bound);
        boolean passes = passes(answer);
        Duration pause = passes ? pause(answer, attempt, delay) : delay;
        host.free(time.instant().plus(pause));
        if (!passes || attempt == manners.retries() || pause.compareTo(manners.patience()) > 0) {
          return answer;
        }
      } finally {
        host.leave();
      }
    }
  }

  private static boolean passes(Answer answer) {
    return switch (answer) {
      case Reply reply -> reply.passes();
      case Failed failed -> failed.again() == Again.AT_ONCE;
    };
  }

  private Duration pause(Answer answer, int attempt, Duration delay) {
    String retryAfter = answer instanceof Reply reply ? reply.header("Retry-After") : null;
    Duration pause = backoff.pause(attempt, retryAfter, time.instant());
    return pause.compareTo(delay) > 0 ? pause : delay;
  }

  private static Map<String, String> conditions(URI url, Validators validators) {
    Map<String, String> conditions = new HashMap<>();
    if (validators.url().equals(url.toString())) {
      if (validators.etag() != null) {
        conditions.put("If-None-Match", validators.etag());
      }
      if (validators.lastModified() != null) {
        conditions.put("If-Modified-Since", validators.lastModified());
      }
    }
    return conditions;
  }

  private static @Nullable Duration fresh(Reply reply) {
    String control = reply.header("Cache-Control");
    Matcher maxAge = MAX_AGE.matcher(control == null ? "" : control);
    return maxAge.find() ? Duration.ofSeconds(Integer.parseInt(maxAge.group(1))) : null;
  }

  private Host host(URI url) {
    return hosts.computeIfAbsent(url.getHost(), _ -> new Host());
  }

  private Instant again(URI url) {
    Instant free = host(url).free();
    return free.isBefore(time.instant()) ? time.instant() : free;
  }

  private static Failed noAddress(String address) {
    return new Failed(
        "bad-address", "This is no address of a page on the web: " + address + ".", Again.NEVER);
  }

  private static Failed moved(URI url, Failed failed) {
    return new Failed(
        failed.code(), "It was redirected to " + url + ". " + failed.why(), failed.again());
  }

  private static Refused refused(String address, Failed failed, @Nullable Instant again) {
    return new Refused(new Rejection(address, failed.code(), failed.why()), again);
  }

  @Override
  public void close() {
    connections.close();
  }
}
