package rashomon.capture.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.capture.fetch.Outcome.Fetched;
import rashomon.capture.fetch.Outcome.Refused;

/** What robots.txt says, and pauses. */
class MannersTest extends Fetching {

  @Test
  void robotsTxtIsReadOnceAndHeeded() throws Exception {
    site.on("/robots.txt", "User-agent: rashomon\nDisallow: /no\nUser-agent: *\nDisallow: /\n");
    site.on("/yes", "text").on("/no/a", "text");
    fetched(site.at("/yes"));
    assertThat(refused("robots", site.at("/no/a")).again()).isNull();
    fetched(site.at("/yes"));
    assertThat(site.asked).containsExactly("/robots.txt", "/yes", "/yes");
    time.pass(Duration.ofDays(2));
    fetched(site.at("/yes"));
    assertThat(site.asked).containsExactly("/robots.txt", "/yes", "/yes", "/robots.txt", "/yes");
  }

  @Test
  void aRedirectToAnotherHostMeetsItsRobotsTxt() throws Exception {
    try (Site other = Site.open()) {
      other.on("/robots.txt", "User-agent: *\nDisallow: /\n").on("/b", "text");
      site.on("/a", Site.redirect(other.at("/b")));
      refused("robots", site.at("/a"));
      assertThat(other.asked).containsExactly("/robots.txt");
    }
  }

  @Test
  void aForbiddenRobotsTxtAllows() throws Exception {
    site.on("/robots.txt", Site.status(403)).on("/a", "text");
    fetched(site.at("/a"));
  }

  @Test
  void aTroubledRobotsTxtForbidsForAnHour() throws Exception {
    site.on("/robots.txt", Site.status(500)).on("/a", "text");
    assertThat(refused("robots", site.at("/a")).again()).isNotNull();
    assertThat(site.asked).containsOnly("/robots.txt").hasSize(3);
    site.on("/robots.txt", Site.status(404));
    refused("robots", site.at("/a"));
    time.pass(Duration.ofHours(1));
    fetched(site.at("/a"));
  }

  @Test
  void robotsTxtMayNotLeadInside() throws Exception {
    site.on("/robots.txt", Site.redirect("http://127.0.0.1/robots.txt")).on("/a", "text");
    refused("private-address", site.at("/a"));
    assertThat(site.asked).containsExactly("/robots.txt");
  }

  @Test
  void aRobotsTxtThatIsTooLongIsReadToTheLimit() throws Exception {
    String rules = "User-agent: *\nDisallow: /no\n# " + "x".repeat(600_000);
    site.on("/robots.txt", rules).on("/no", "text").on("/yes", "text");
    refused("robots", site.at("/no"));
    fetched(site.at("/yes"));
  }

  @Test
  void aHostIsLeftAloneBetweenRequests() throws Exception {
    site.on("/a", "text").on("/b", "text");
    fetched(site.at("/a"));
    fetched(site.at("/b"));
    assertThat(time.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void robotsTxtMayAskForMoreTime() throws Exception {
    site.on("/robots.txt", "User-agent: *\nCrawl-delay: 7\n").on("/a", "text").on("/b", "text");
    fetched(site.at("/a"));
    fetched(site.at("/b"));
    assertThat(time.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(7));
  }

  @Test
  void aConnectionServesSeveralRequests() throws Exception {
    Set<InetSocketAddress> from = new HashSet<>();
    Site.Page page =
        exchange -> {
          from.add(exchange.getRemoteAddress());
          Site.bytes(new byte[2000]).answer(exchange);
        };
    site.on("/a", page).on("/b", page);
    fetched(site.at("/a"));
    fetched(site.at("/b"));
    assertThat(from).hasSize(1);
  }

  @Test
  void aHostIsAskedOneThingAtATimeAndOthersMeanwhile() throws Exception {
    AtomicInteger here = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Site.Page slow =
        exchange -> {
          most.accumulateAndGet(here.incrementAndGet(), Math::max);
          try {
            Thread.sleep(30);
          } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
          }
          here.decrementAndGet();
          Site.bytes(new byte[] {1}).answer(exchange);
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Fetcher many =
            fetcher(MANNERS, host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.2")})) {
      site.on("/slow", slow);
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        outcomes.add(
            threads.submit(
                () ->
                    many.fetch(
                        "http://one.example:" + site.port() + "/slow", null, Validators.NONE)));
      }
      for (Future<Outcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(Fetched.class);
      }
      assertThat(most).hasValue(1);
      outcomes.clear();
      for (int i = 0; i < 16; i++) {
        String host = "http://host" + i + ".example:" + site.port();
        outcomes.add(threads.submit(() -> many.fetch(host + "/slow", null, Validators.NONE)));
      }
      for (Future<Outcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(Fetched.class);
      }
      assertThat(most.get()).isBetween(2, MANNERS.connections());
    }
  }

  @Test
  void whoWaitsForAConnectionIsNotSlow() throws Exception {
    Manners single =
        new Manners(
            "Rashomon/test",
            Duration.ZERO,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            1000,
            5,
            0,
            Duration.ofMinutes(5),
            1);
    site.on(
        "/slow",
        exchange -> {
          try {
            Thread.sleep(400);
          } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
          }
          Site.bytes(new byte[] {1}).answer(exchange);
        });
    Lookup lookup = host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.2")};
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Fetcher many = fetcher(single, lookup)) {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String address = "http://host" + i + ".example:" + site.port() + "/slow";
        outcomes.add(threads.submit(() -> many.fetch(address, null, Validators.NONE)));
      }
      for (Future<Outcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(Fetched.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"120", "Tue, 04 Mar 2031 09:02:01 GMT", "Tuesday, 04-Mar-31 09:02:01 GMT"})
  void retryAfterIsHeededInSecondsAndAsADate(String asked) throws Exception {
    AtomicInteger times = new AtomicInteger();
    site.on(
        "/a",
        exchange ->
            (times.getAndIncrement() == 0
                    ? Site.status(429, "Retry-After", asked)
                    : Site.bytes(new byte[] {1}))
                .answer(exchange));
    fetched(site.at("/a"));
    assertThat(time.slept).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(2));
  }

  @Test
  void aHostThatAsksForALongTimeIsLeftAlone() throws Exception {
    site.on("/a", Site.status(503, "Retry-After", "99999999")).on("/b", "text");
    Refused later = refused("retry-later", site.at("/a"));
    Instant again = Objects.requireNonNull(later.again());
    assertThat(again).isEqualTo(time.instant().plus(Duration.ofDays(1)));
    assertThat(later.rejection().why())
        .endsWith(" before " + again.truncatedTo(ChronoUnit.SECONDS) + " (status 503).");
    assertThat(refused("not-yet", site.at("/b")).again()).isEqualTo(again);
    assertThat(site.asked).containsExactly("/robots.txt", "/a");
    time.pass(Duration.ofDays(1));
    fetched(site.at("/b"));
  }

  @Test
  void failuresAreTriedAgainWithGrowingPauses() throws Exception {
    site.on("/a", Site.status(500));
    Refused refused = refused("http-500", site.at("/a"));
    assertThat(site.asked).containsExactly("/robots.txt", "/a", "/a", "/a");
    assertThat(time.slept).hasSize(3);
    assertThat(time.slept.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));
    assertThat(time.slept.get(2)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    assertThat(refused.again())
        .isBetween(time.instant().plusSeconds(2), time.instant().plusSeconds(6));
  }

  @Test
  void whoWaitsCanBeInterrupted() throws Exception {
    try (BrokenServer server = new BrokenServer(voice -> Thread.sleep(Duration.ofMinutes(10)))) {
      Thread here = Thread.currentThread();
      Thread.ofVirtual()
          .start(
              () -> {
                while (server.pagesAsked.get() == 0) {
                  Thread.onSpinWait();
                }
                here.interrupt();
              });
      assertThatThrownBy(() -> fetch(server.address())).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void mannersThatAreNoneAreOurMistake() {
    assertThatThrownBy(() -> Manners.of("no version")).hasMessageContaining("no version");
    assertThat(Manners.of("Rashomon/1 (+x)").name()).isEqualTo("Rashomon");
  }
}
