package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.app.Consoles.Run;
import rashomon.app.Newsroom.Item;
import rashomon.store.Store;

/** The whole road over real PostgreSQL: as over SQLite, and what goes wrong around a server. */
@Timeout(120)
class PostgresRoadTest {

  private static final List<Item> ITEMS = Newsroom.items(4, 41);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path kept;
  private static EmbeddedPostgres server;
  private static int schemas;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    server = started(0);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** On a port, or any where 0; what was kept there before is there again. */
  private static EmbeddedPostgres started(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(kept.resolve("data"))
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "off")
        .start();
  }

  private static void again() throws IOException {
    int port = server.getPort();
    server.close();
    server = started(port);
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String fresh() throws SQLException {
    String schema = "road" + ++schemas;
    sql("CREATE SCHEMA " + schema);
    return "postgresql://postgres:postgres@localhost:"
        + server.getPort()
        + "/postgres?currentSchema="
        + schema;
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private String lines(List<Item> items) throws IOException {
    return Newsroom.lines(folder.resolve("items.jsonl"), items);
  }

  private static Run run(String store, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--store", store));
    all.addAll(Arrays.asList(arguments));
    return Consoles.run(all.toArray(String[]::new));
  }

  private static String derived(String place) {
    try (Store store = Store.existing(place, Remembered.ARCHIVE)) {
      return store.read(t -> t.derived().sha256());
    }
  }

  @Test
  void everyCommandGivesWhatItGivesOverSqlite() throws Exception {
    String postgres = fresh();
    String sqlite = at("sqlite");
    String items = lines(ITEMS);
    assertThat(run(postgres, "ingest", items)).isEqualTo(run(sqlite, "ingest", items));
    same(postgres, sqlite);
    assertThat(run(postgres, "ingest", items)).isEqualTo(run(sqlite, "ingest", items));
    assertThat(run(postgres, "export", at("p.jsonl")).code()).isZero();
    assertThat(run(sqlite, "export", at("s.jsonl")).code()).isZero();
    assertThat(folder.resolve("p.jsonl")).hasSameTextualContentAs(folder.resolve("s.jsonl"));
    assertThat(run(postgres, "rebuild").out())
        .isEqualTo("12 reports in 4 stories, all as before.\n");

    String url = ITEMS.get(4).url();
    assertThat(run(postgres, "forget", url).out()).isEqualTo("1 report of " + url + " removed.\n");
    assertThat(run(sqlite, "forget", url).code()).isZero();
    same(postgres, sqlite);
    assertThat(run(postgres, "search", "--outlet", "harbour post", "--format", "json").out())
        .contains("r0-1")
        .doesNotContain("r1-1");
  }

  /** As JSON and as text, all that can be asked of either. */
  private static void same(String postgres, String sqlite) throws IOException {
    String stories = run(sqlite, "stories", "--format", "json").out();
    String story = JSON.readTree(stories).get(0).path("id").asText();
    JsonNode said = JSON.readTree(run(sqlite, "search", "warned", "--format", "json").out());
    String party = said.path("statements").get(0).path("party").asText();
    assertThat(party).isNotEmpty();
    List<List<String>> questions =
        List.of(
            List.of("stories", "--format", "json"),
            List.of("stories"),
            List.of("story", story, "--format", "json"),
            List.of("story", story, "--history"),
            List.of("search", "ferry", "--format", "json"),
            List.of("search", "\"lifeboats and cranes\"", "harbour"),
            List.of("search", "--party", party),
            List.of("search", "--from", "2031-03-03T14:00:00Z", "--format", "json"),
            List.of("party", party, "--format", "json"),
            List.of("party", party));
    for (List<String> question : questions) {
      String[] arguments = question.subList(1, question.size()).toArray(String[]::new);
      Run here = run(postgres, question.getFirst(), arguments);
      assertThat(here).as("%s", question).isEqualTo(run(sqlite, question.getFirst(), arguments));
      assertThat(here.code()).as("%s", question).isZero();
    }
    ObjectNode status = status(postgres);
    assertThat(status.remove("store").asText()).startsWith("postgresql://localhost:");
    ObjectNode other = status(sqlite).without("store");
    assertThat(timeless(status)).isEqualTo(timeless(other));
    assertThat(derived(postgres)).isEqualTo(derived(sqlite));
  }

  /** Without when something was removed. */
  private static ObjectNode timeless(ObjectNode status) {
    status.path("removals").forEach(note -> ((ObjectNode) note).remove("at"));
    return status;
  }

  private static int status(String store, String name) {
    try {
      return status(store).path(name).asInt();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static ObjectNode status(String store) throws IOException {
    return (ObjectNode) JSON.readTree(run(store, "status", "--format", "json").out());
  }

  @Test
  void aBackupGoesFromOneDatabaseToTheOther() throws Exception {
    String postgres = fresh();
    assertThat(run(postgres, "ingest", lines(ITEMS)).code()).isZero();
    assertThat(run(postgres, "backup", at("friday")).code()).isZero();
    String sqlite = at("sqlite");
    assertThat(run(sqlite, "restore", at("friday")).code()).isZero();
    same(postgres, sqlite);
    assertThat(run(sqlite, "backup", at("saturday")).code()).isZero();
    String other = fresh();
    Run restored = run(other, "restore", at("saturday"));
    assertThat(restored.out())
        .startsWith(at("saturday") + " is restored to postgresql://localhost");
    same(other, sqlite);
    assertThat(run(other, "rebuild").out()).endsWith("all as before.\n");
    Run twice = run(other, "restore", at("saturday"));
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err().lines()).hasSize(1);
    assertThat(twice.err()).contains("There is a store at").doesNotContain(":postgres@");
  }

  /** The server stops when the ingest tells for the first time that it has come so far. */
  @ParameterizedTest
  @ValueSource(strings = {"kept", "read", "placed", "compared"})
  void aServerThatIsLostEndsTheIngestAndTheNextGoesOn(String stage) throws Exception {
    String postgres = fresh();
    String items = lines(ITEMS);
    var out = new ByteArrayOutputStream();
    var err =
        new ByteArrayOutputStream() {
          private boolean stopped;

          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            String line = new String(bytes, from, length, StandardCharsets.UTF_8);
            if (!stopped && line.contains(stage)) {
              stopped = true;
              try {
                server.close();
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            }
          }
        };
    Console console = Console.of(InputStream.nullInputStream(), out, err, false, true, Map.of());
    int code = Main.run(console, "ingest", "--store", postgres, items);
    again();
    String told = err.toString(StandardCharsets.UTF_8);
    assertThat(code).as(told).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(told.substring(told.indexOf("rashomon: ")))
        .startsWith("rashomon: postgresql://localhost:" + server.getPort() + "/postgres ")
        .endsWith(", and try again.\n")
        .satisfies(sentence -> assertThat(sentence.lines()).hasSize(1));
    assertThat(run(postgres, "ingest", items).code()).isZero();
    String sqlite = at("sqlite");
    assertThat(run(sqlite, "ingest", items).code()).isZero();
    assertThat(run(postgres, "stories", "--format", "json"))
        .isEqualTo(run(sqlite, "stories", "--format", "json"));
    assertThat(derived(postgres)).isEqualTo(derived(sqlite));
  }

  /** Nothing is under way when it is lost, so that the road alone can tell. */
  @Test
  void aWatchThatLosesTheServerEndsAndGoesOnLater() throws Exception {
    String postgres = fresh();
    try (Site site = new Site("127.0.0.1")) {
      site.on("/feed.xml", () -> site.feed(List.of("/p0")));
      site.page("/p0", ITEMS.getFirst().html());
      Store.open(postgres, Remembered.ARCHIVE).close();
      CompletableFuture<Run> lost = watch(postgres, site.at("/feed.xml"), new CountDownLatch(1));
      WatchCommandTest.until(() -> lost.isDone() || placed(postgres) == 1);
      assertThat(lost).isNotDone();
      server.close();
      Run run = lost.get(60, TimeUnit.SECONDS);
      again();
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).startsWith("rashomon: postgresql://localhost:" + server.getPort());
      site.on("/more.xml", () -> site.feed(List.of("/p0", "/p1")));
      site.page("/p1", ITEMS.get(1).html());
      CountDownLatch enough = new CountDownLatch(1);
      CompletableFuture<Run> next = watch(postgres, site.at("/more.xml"), enough);
      WatchCommandTest.until(() -> next.isDone() || status(postgres, "captures") == 2);
      enough.countDown();
      assertThat(next.get(60, TimeUnit.SECONDS).code()).isZero();
      assertThat(site.asked("/p0")).isEqualTo(1);
      assertThat(placed(postgres)).isEqualTo(2);
    }
  }

  /** Watches until {@code enough}. */
  private static CompletableFuture<Run> watch(String store, String feed, CountDownLatch enough) {
    CompletableFuture<Run> run = new CompletableFuture<>();
    Thread watching =
        Thread.ofPlatform()
            .start(
                () -> run.complete(run(store, "watch", "--delay", "0", "--allow-private", feed)));
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                enough.await();
              } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
              }
              watching.interrupt();
            });
    return run;
  }

  private static int placed(String place) {
    try (Store store = Store.existing(place, Remembered.ARCHIVE)) {
      return store.read(t -> t.stories().latest(false, Instant.EPOCH, 10)).stream()
          .mapToInt(story -> story.reports().size())
          .sum();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "desk:wrong@localhost:PORT/postgres, lets nobody in under that name",
    "desk:right@localhost:PORT/nowhere, lets nobody in under that name",
    "nobody:right@localhost:PORT/postgres, lets nobody in under that name",
    "desk:right@localhost:1/postgres, does not answer",
    "desk:right@no-such-host.invalid:5432/postgres, does not answer",
    "postgres:postgres@localhost:PORT/postgres?currentSchema=nowhere, has no such schema",
  })
  void whoIsNotLetInIsToldInOneSentence(String address, String words) throws Exception {
    Path users = kept.resolve("data/pg_hba.conf");
    String before = Files.readString(users);
    if (!before.contains("desk")) {
      Files.writeString(
          users, "host all desk,nobody all scram-sha-256\n" + before, StandardCharsets.UTF_8);
      sql("CREATE USER desk PASSWORD 'right'", "SELECT pg_reload_conf()");
    }
    String store = "postgresql://" + address.replace("PORT", "" + server.getPort());
    for (String command : List.of("ingest", "stories")) {
      Run run = command.equals("ingest") ? run(store, command, lines(ITEMS)) : run(store, command);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err())
          .startsWith("rashomon: " + store.replaceFirst("//.*@", "//").replaceFirst("\\?.*", ""))
          .contains(words)
          .doesNotContain("wrong", "right@");
    }
  }
}
