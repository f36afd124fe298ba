package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;
import rashomon.app.Newsroom.Item;
import rashomon.app.Site.Answer;
import rashomon.model.Capture;
import rashomon.store.Store;

/** Watching as a person does, of real servers. */
@Timeout(120)
class WatchCommandTest {

  private static final List<Item> ITEMS = Newsroom.items(3, 41);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private String store;
  private Site good;
  private Site busy;
  private Site garbage;

  @BeforeEach
  void open() throws Exception {
    store = folder.resolve("store").toString();
    Store.open(store, Remembered.ARCHIVE).close();
    good = new Site("127.0.0.1");
    busy = new Site("127.0.0.2");
    garbage = new Site("127.0.0.3");
  }

  @AfterEach
  void close() {
    good.close();
    busy.close();
    garbage.close();
  }

  /**
   * One site has two events, of which three pages come only later; one asks for a second's rest
   * first, and has the third event; one sends garbage.
   */
  @Test
  void aKilledWatchGoesOnAndNothingIsLostOrTwice() throws Exception {
    CountDownLatch later = new CountDownLatch(1);
    good.on("/feed.xml", () -> good.feed(List.of("/p0", "/p1", "/p2", "/p3", "/p4", "/p5")));
    for (int i = 0; i < 6; i++) {
      Answer page = new Answer(200, "text/html", ITEMS.get(i).html(), 0);
      boolean waits = i >= 3;
      good.on(
          "/p" + i,
          () -> {
            if (waits) {
              await(later);
            }
            return page;
          });
    }
    AtomicInteger askedBusy = new AtomicInteger();
    busy.on(
        "/feed.xml",
        () ->
            askedBusy.getAndIncrement() == 0
                ? new Answer(503, "text/plain", "later", 1)
                : busy.feed(List.of("/p6", "/p7", "/p8")));
    for (int i = 6; i < 9; i++) {
      busy.page("/p" + i, ITEMS.get(i).html());
    }
    garbage.on("/feed.xml", () -> new Answer(200, "application/xml", "\u0001{<rss <<]]", 0));
    Path feeds = folder.resolve("feeds.opml");
    Files.writeString(
        feeds,
        "<opml version='2.0'><head><title>All</title></head><body><outline text='Good' xmlUrl='"
            + good.at("/feed.xml")
            + "'/><outline text='Busy' xmlUrl='"
            + busy.at("/feed.xml")
            + "'/></body></opml>");

    Process killed = watch(feeds.toString(), garbage.at("/feed.xml"));
    until(killed, () -> placed() == 6);
    until(killed, () -> good.asked("/p3") > 0);
    killed.toHandle().destroyForcibly();
    assertThat(killed.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Consoles.run("status", "--store", store).out())
        .contains("6 captures", good.at("/feed.xml") + " · Good · due ")
        .contains(busy.at("/feed.xml") + " · Busy · due ")
        .contains(garbage.at("/feed.xml") + " · due ", " · failed once: ", "NOT READ");

    later.countDown();
    Process again = watch();
    until(again, () -> captures().size() == 9);
    again.toHandle().destroy();
    String told = new String(again.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(again.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(told).endsWith("rashomon: stopped; watch again to go on.\n\n");

    List<String> pages = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      pages.add((i < 6 ? good : busy).at("/p" + i));
    }
    assertThat(captures()).containsExactlyInAnyOrderElementsOf(pages);
    assertThat(good.asked).filteredOn(path -> path.matches("/p[0-2]|/feed.xml")).hasSize(4);
    assertThat(busy.asked("/feed.xml")).isEqualTo(2);
    JsonNode stories =
        new JsonMapper()
            .readTree(Consoles.run("stories", "--store", store, "--format", "json").out());
    assertThat(stories).hasSize(3);
    assertThat(stories.findValuesAsText("url")).containsExactlyInAnyOrderElementsOf(pages);
    for (JsonNode story : stories) {
      assertThat(story.findValuesAsText("outlet")).hasSize(3).doesNotHaveDuplicates();
    }
    assertThat(Consoles.run("rebuild", "--store", store).out())
        .isEqualTo("9 reports in 3 stories, all as before.\n");
  }

  /** The watch alone would go on for good. */
  @Test
  void whereTheRoadFailsTheWatchEndsAndGoesOnLater() throws Exception {
    Path one = folder.resolve("one.jsonl");
    Newsroom.lines(one, List.of(ITEMS.get(3).seen(Instant.parse("2026-03-02T06:00:00Z"))));
    assertThat(Consoles.run("ingest", "--store", store, one.toString()).code()).isZero();
    sql("CREATE TRIGGER hinders BEFORE INSERT ON version BEGIN SELECT RAISE(ABORT, 'no'); END");
    good.on("/feed.xml", () -> good.feed(List.of("/p0")));
    good.page("/p0", ITEMS.getFirst().html());
    String[] command = command(good.at("/feed.xml")).toArray(String[]::new);
    Run failed = Consoles.run(command);
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out())
        .containsOnlyOnce(" kept " + good.at("/p0") + " from All, " + good.at("/feed.xml") + "\n");
    assertThat(failed.err().lines()).hasSize(1);
    assertThat(failed.err()).startsWith("rashomon: " + Path.of(store, "rashomon.db") + ": ");
    assertThat(captures()).hasSize(2);
    assertThat(placed()).isEqualTo(1);

    sql("DROP TRIGGER hinders");
    CompletableFuture<Run> run = new CompletableFuture<>();
    Thread watching = Thread.ofPlatform().start(() -> run.complete(Consoles.run(command)));
    until(() -> placed() == 2);
    watching.interrupt();
    assertThat(run.get(30, TimeUnit.SECONDS).code()).isZero();
    assertThat(run.get().err()).isEqualTo("rashomon: stopped; watch again to go on.\n");
    assertThat(good.asked("/p0")).isEqualTo(1);
  }

  @Test
  void eachCaptureAndEachRefusalIsTold() throws Exception {
    good.on("/feed.xml", () -> good.feed(List.of("/p0", "/gone")));
    good.page("/p0", ITEMS.getFirst().html());
    String missing = garbage.at("/feed.xml");
    CompletableFuture<Run> run = new CompletableFuture<>();
    Thread watching =
        Thread.ofPlatform()
            .start(
                () ->
                    run.complete(
                        Consoles.run(
                            command(good.at("/feed.xml"), missing, missing)
                                .toArray(String[]::new))));
    until(() -> good.asked("/gone") > 0 && placed() == 1);
    until(() -> status().path("feeds").get(1).hasNonNull("problem"));
    watching.interrupt();
    Run told = run.get(30, TimeUnit.SECONDS);
    assertThat(told.out().lines().findFirst().orElse("")).contains("Z watching 2 feeds; next at 2");
    assertThat(told.out().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ kept .*")
                    .endsWith(" kept " + good.at("/p0") + " from All, " + good.at("/feed.xml")))
        .anySatisfy(
            line -> assertThat(line).contains(" 1 captured, 2 found, ", " since the start; next"));
    String reason = " gives no page: its server answered with status 404.";
    assertThat(told.err().lines())
        .containsOnlyOnce("rashomon: " + missing + ": " + missing + reason)
        .containsOnlyOnce("rashomon: " + good.at("/gone") + ": " + good.at("/gone") + reason)
        .hasSize(3);
    assertThat(garbage.asked("/feed.xml")).isEqualTo(1);
    JsonNode feeds = status().path("feeds");
    assertThat(feeds.findValuesAsText("label")).containsExactly("All", "null");
    assertThat(feeds.get(1).path("problem").asText()).isEqualTo(missing + reason);
    assertThat(Consoles.run("status", "--store", store).out())
        .contains(good.at("/feed.xml") + " · All · due ", " · failed once:\n");
  }

  private JsonNode status() {
    try {
      return new JsonMapper()
          .readTree(Consoles.run("status", "--store", store, "--format", "json").out());
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void whatARemovedAddressIsLedToIsNotAskedForAgain() throws Exception {
    good.on("/feed.xml", () -> good.feed(List.of("/p0")));
    good.page("/p0", ITEMS.getFirst().html());
    assertThat(
            Consoles.run(
                    "ingest",
                    "--store",
                    store,
                    "--delay",
                    "0",
                    "--allow-private",
                    good.at("/feed.xml"))
                .code())
        .isZero();
    assertThat(Consoles.run("forget", "--store", store, good.at("/p0")).code()).isZero();
    assertThat(Consoles.run("forget", "--store", store, good.at("/feed.xml")).code()).isZero();
    Run run = Consoles.run(command(good.at("/feed.xml")).toArray(String[]::new));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("This was removed for good on ", "There is nothing to watch");
    assertThat(good.asked("/feed.xml")).isEqualTo(1);
  }

  @Test
  void withoutAnyFeedThereIsNothingToWatch() {
    Run run = Consoles.run("watch", "--store", store);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("rashomon: There is nothing to watch: ");
  }

  private List<String> command(String... feeds) {
    List<String> command =
        new ArrayList<>(
            List.of("watch", "--store", store, "--delay", "0", "--allow-private", "--engine"));
    command.add("fast");
    command.addAll(List.of(feeds));
    return command;
  }

  private Process watch(String... feeds) throws Exception {
    return Program.start(command(feeds));
  }

  private List<String> captures() {
    try (Store open = Store.existing(store, Remembered.ARCHIVE)) {
      return open.captures().map(Capture::url).toList();
    }
  }

  /** How many reports stand in stories. */
  private int placed() {
    try (Store open = Store.existing(store, Remembered.ARCHIVE)) {
      return open.read(t -> t.stories().latest(false, Instant.EPOCH, 10)).stream()
          .mapToInt(story -> story.reports().size())
          .sum();
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + Path.of(store, "rashomon.db"));
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  private static void until(Process running, BooleanSupplier isSo) throws Exception {
    until(() -> !running.isAlive() || isSo.getAsBoolean());
    assertThat(running.isAlive()).isTrue();
  }

  static void until(BooleanSupplier isSo) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isSo.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
