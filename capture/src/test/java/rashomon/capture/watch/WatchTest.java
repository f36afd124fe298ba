package rashomon.capture.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.capture.fetch.FakeTime;
import rashomon.capture.fetch.Fetcher;
import rashomon.capture.fetch.Lookup;
import rashomon.capture.fetch.Site;
import rashomon.capture.fetch.Time;
import rashomon.capture.watch.Visit.Feed;
import rashomon.capture.watch.Visit.Page;
import rashomon.model.Capture;
import rashomon.model.Via;

/** Days of watching in moments, of real servers. */
class WatchTest {

  private static final Schedule SCHEDULE =
      new Schedule(
          Duration.ofMinutes(5),
          Duration.ofHours(6),
          List.of(Duration.ofMinutes(30), Duration.ofHours(2)),
          3);

  private final FakeTime time = new FakeTime();
  private final Site site = Site.open();
  private final List<Progress> progress = new ArrayList<>();
  private final Fetcher fetcher =
      new Fetcher(Watcher.manners(), Lookup.system(), _ -> true, time, new Random(1));
  private Path file;
  private Journal journal;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    file = folder.resolve("journal");
    journal = new Journal(file);
  }

  @AfterEach
  void close() throws Exception {
    fetcher.close();
    site.close();
    journal.close();
  }

  /** Watches what is remembered and these feeds until something is so. */
  private void watch(Predicate<Progress> until, String... feeds) {
    List<Visit> visits = new ArrayList<>(journal.visits.values());
    for (String feed : feeds) {
      visits.add(SCHEDULE.feed(feed, null, time.instant()));
    }
    Consumer<Progress> tell =
        now -> {
          progress.add(now);
          if (until.test(now)) {
            Thread.currentThread().interrupt();
          }
        };
    new Watch(fetcher, Watcher::leads, journal, SCHEDULE, time, tell).run(visits);
    Thread.interrupted();
  }

  private Predicate<Progress> during(Duration duration) {
    Instant end = time.instant().plus(duration);
    return _ -> time.instant().isAfter(end);
  }

  private long asked(String path) {
    return site.asked.stream().filter(path::equals).count();
  }

  private Visit visit(String path) {
    return Objects.requireNonNull(journal.visits.get(site.at(path)));
  }

  @Test
  void pagesOfAFeedAreCapturedAndTheFeedsNameGoesWithThem() throws Exception {
    site.on("/feed", site.at("/a") + "\n" + site.at("/b#x") + "\n" + site.at("/b"));
    site.on("/a", "one").on("/b", "two");
    List<Capture> kept = new ArrayList<>();
    Thread here = Thread.currentThread();
    journal.before =
        capture -> {
          kept.add(capture);
          if (kept.size() == 2) {
            here.interrupt();
          }
        };
    new Watch(fetcher, Watcher::leads, journal, SCHEDULE, time, progress::add)
        .run(List.of(SCHEDULE.feed(site.at("/feed"), null, time.instant())));
    assertThat(Thread.interrupted()).as("stays interrupted").isTrue();
    assertThat(kept).extracting(Capture::url).containsExactly(site.at("/a"), site.at("/b"));
    Via via = new Via(site.at("/feed"), "Invented", null, null, null);
    assertThat(kept).extracting(Capture::via).containsOnly(via);
    assertThat(Files.readAllLines(file, UTF_8).getFirst().split("\\|"))
        .as("the feed and its pages are remembered at once")
        .hasSize(3);
    assertThat(progress.getLast().found()).isEqualTo(2);
    assertThat(progress.getLast().captured()).isEqualTo(2);
    assertThat(progress.getLast().next()).isNotNull();
  }

  @Test
  void pagesAreVisitedAgainEverMoreSeldom() {
    site.on("/feed", site.at("/a")).on("/a", "text");
    watch(during(Duration.ofDays(2)), site.at("/feed"));
    assertThat(asked("/a")).isEqualTo(3);
    assertThat(visit("/a").due()).isNull();
    assertThat(((Page) visit("/a")).visits()).isEqualTo(3);
  }

  @Test
  void aNewVersionIsCapturedAndAnUnchangedPageIsNot() {
    AtomicInteger times = new AtomicInteger();
    site.on("/feed", site.at("/a"));
    site.on(
        "/a",
        exchange -> {
          String etag = times.getAndIncrement() < 2 ? "\"1\"" : "\"2\"";
          boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          (same ? Site.status(304) : Site.bytes(etag.getBytes(UTF_8), "ETag", etag))
              .answer(exchange);
        });
    watch(during(Duration.ofDays(1)), site.at("/feed"));
    assertThat(asked("/a")).isEqualTo(3);
    assertThat(journal.captures).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aFeedIsReadAsOftenAsItHasNews() {
    site.on("/quiet", "");
    AtomicInteger pages = new AtomicInteger();
    site.on(
        "/busy",
        exchange -> {
          String page = site.at("/page" + pages.incrementAndGet());
          Site.bytes(page.getBytes(UTF_8)).answer(exchange);
        });
    watch(during(Duration.ofDays(1)), site.at("/quiet"), site.at("/busy"));
    assertThat(((Feed) visit("/quiet")).interval()).isEqualTo(SCHEDULE.longest());
    assertThat(((Feed) visit("/busy")).interval()).isEqualTo(SCHEDULE.shortest());
    assertThat(asked("/quiet")).isBetween(8L, 12L);
    assertThat(asked("/busy")).isBetween(200L, 290L);
  }

  @Test
  void theWishesOfAFeedAndItsServerAreHeededWithinBounds() {
    site.on("/ttl", "ttl");
    site.on("/age", Site.bytes(new byte[0], "Cache-Control", "max-age=7200"));
    site.on("/never", Site.bytes(new byte[0], "Cache-Control", "max-age=99999999"));
    watch(
        progressed -> progressed.unchanged() == 3,
        site.at("/ttl"),
        site.at("/age"),
        site.at("/never"));
    Instant now = time.instant();
    assertThat(visit("/ttl").due())
        .isBetween(now.plusSeconds(3 * 3600 - 60), now.plusSeconds(3 * 3600));
    assertThat(visit("/age").due())
        .isBetween(now.plusSeconds(2 * 3600 - 60), now.plusSeconds(2 * 3600));
    assertThat(visit("/never").due())
        .isBetween(now.plusSeconds(6 * 3600 - 60), now.plusSeconds(6 * 3600));
  }

  @Test
  void garbageInsteadOfAFeedIsToldAndReadMoreSeldomUntilItIsMended() {
    site.on("/feed", "<html>Our server is being repaired.");
    watch(during(Duration.ofHours(2)), site.at("/feed"));
    assertThat(journal.rejections).hasSize(4).containsOnly("broken-feed");
    assertThat(visit("/feed").failures()).isEqualTo(4);
    assertThat(time.instant()).isAfter(FakeTime.START.plus(Duration.ofMinutes(30 + 60 + 120)));
    site.on("/feed", site.at("/a")).on("/a", "text");
    watch(during(Duration.ofHours(6)));
    assertThat(journal.captures).isNotEmpty();
    assertThat(visit("/feed").failures()).isZero();
  }

  @Test
  void onePageThatFailsStopsNoOther() {
    site.on(
        "/feed", site.at("/none") + "\nhttp:///\n" + site.at("/troubled") + "\n" + site.at("/a"));
    site.on("/troubled", Site.status(500)).on("/a", "text");
    watch(during(Duration.ofHours(1)), site.at("/feed"));
    assertThat(journal.captures).isNotEmpty();
    assertThat(journal.rejections)
        .containsExactlyInAnyOrder("http-404", "bad-address", "http-500", "http-500", "http-500");
    assertThat(visit("/none").due()).isNull();
    assertThat(visit("/troubled").due()).isNull();
    assertThat(asked("/none")).isEqualTo(1);
  }

  @Test
  void aPageThatFailsForAWhileIsCapturedAfterwards() {
    AtomicInteger times = new AtomicInteger();
    site.on("/feed", site.at("/a"));
    site.on(
        "/a",
        exchange ->
            (times.getAndIncrement() == 0
                    ? Site.status(429, "Retry-After", "7200")
                    : Site.bytes(new byte[] {1}))
                .answer(exchange));
    watch(progressed -> progressed.captured() == 1, site.at("/feed"));
    assertThat(time.instant()).isAfter(FakeTime.START.plus(Duration.ofHours(2)));
    assertThat(asked("/a")).isEqualTo(2);
  }

  @Test
  void pagesAreNotGivenUpForAHostThatIsToBeLeftAlone() {
    AtomicInteger times = new AtomicInteger();
    Site.Page page =
        exchange ->
            (times.getAndIncrement() < 6
                    ? Site.status(429, "Retry-After", "7200")
                    : Site.bytes(new byte[] {1}))
                .answer(exchange);
    StringBuilder feed = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      site.on("/" + i, page);
      feed.append(site.at("/" + i)).append('\n');
    }
    site.on("/feed", feed.toString());
    watch(during(Duration.ofHours(18)), site.at("/feed"));
    assertThat(journal.rejections).hasSize(6).containsOnly("retry-later");
    assertThat(new HashSet<>(journal.captures)).hasSize(6);
  }

  @Test
  void aFeedThatIsGoneIsReadNoMore() {
    site.on("/feed", Site.status(410));
    watch(_ -> false, site.at("/feed"));
    assertThat(visit("/feed").due()).isNull();
    assertThat(asked("/feed")).isEqualTo(1);
  }

  @Test
  void aListOfListsIsFollowed() {
    site.on("/index", "lists\n" + site.at("/feed")).on("/feed", site.at("/a")).on("/a", "text");
    watch(progressed -> progressed.captured() == 1, site.at("/index"));
    assertThat(visit("/feed")).isInstanceOf(Feed.class);
  }

  @Test
  void aSlowHostHoldsUpNoOther() {
    site.on("/feed", site.at("/a")).on("/a", "text");
    try (Site slow = new Site("127.0.0.3")) {
      slow.on(
          "/feed",
          exchange -> {
            try {
              Thread.sleep(Duration.ofMinutes(10));
            } catch (InterruptedException closed) {
              Thread.currentThread().interrupt();
            }
          });
      long start = System.nanoTime();
      watch(progressed -> progressed.captured() == 1, slow.at("/feed"), site.at("/feed"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(slow.asked).contains("/feed");
    }
  }

  @Test
  void aMemoryThatFailsEndsTheWatchAndThePageIsStillToBeVisited() {
    site.on("/feed", site.at("/a")).on("/a", "text");
    journal.before =
        _ -> {
          throw new IllegalStateException("The disk is full.");
        };
    assertThatThrownBy(() -> watch(_ -> false, site.at("/feed"))).hasMessage("The disk is full.");
    journal.before = _ -> {};
    assertThat(visit("/a").due()).isNotNull();
    watch(progressed -> progressed.captured() == 1);
    assertThat(journal.captures).hasSize(1);
  }

  @Test
  void anInterruptedWatchStopsAtOnceThoughAServerDoesNotAnswer() throws Exception {
    site.on(
        "/feed",
        exchange -> {
          try {
            Thread.sleep(Duration.ofMinutes(10));
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        });
    Time real = Time.system();
    Watch watch = new Watch(fetcher, Watcher::leads, journal, SCHEDULE, real, progress::add);
    Thread running =
        Thread.ofPlatform()
            .start(() -> watch.run(List.of(SCHEDULE.feed(site.at("/feed"), null, real.instant()))));
    while (!site.asked.contains("/feed")) {
      Thread.sleep(1);
    }
    running.interrupt();
    assertThat(running.join(Duration.ofSeconds(10))).isTrue();
    assertThat(journal.visits).isEmpty();
  }
}
