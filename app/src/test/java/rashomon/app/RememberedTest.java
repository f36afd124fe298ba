package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;
import rashomon.app.Newsroom.Item;
import rashomon.capture.Warc;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.store.Store;

/** The commands over a store, as a person gives them. */
class RememberedTest {

  private static final List<Item> ITEMS = Newsroom.items(4, 41);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void storiesAsJsonHaveTheseFieldsAndNoOthers() throws IOException {
    ingest(ITEMS);
    JsonNode stories = JSON.readTree(run("stories", "--format", "json").out());
    assertThat(stories).hasSize(4);
    JsonNode story = stories.get(0);
    assertThat(story.fieldNames())
        .toIterable()
        .containsExactly("id", "title", "first", "last", "reports", "origins", "contested");
    assertThat(story.path("id").asText()).matches("s[0-9a-f]{10}");
    assertThat(story.path("first").asText()).isEqualTo("2031-03-03T15:00:00Z");
    assertThat(story.path("last").asText()).isEqualTo("2031-03-03T17:00:00Z");
    assertThat(story.path("origins").isInt() && story.path("contested").isInt()).isTrue();
    List<JsonNode> reports = new ArrayList<>();
    story.path("reports").forEach(reports::add);
    assertThat(reports)
        .allSatisfy(
            report ->
                assertThat(report.fieldNames())
                    .toIterable()
                    .containsExactly("id", "outlet", "published", "title", "url"));
    assertThat(reports.stream().map(one -> one.path("id").asText()))
        .containsExactly("r3-0", "r3-1", "r3-2");
    Item first = ITEMS.get(9);
    assertThat(reports.getFirst().path("outlet").asText()).isEqualTo(first.outlet());
    assertThat(reports.getFirst().path("published").asText()).isEqualTo("2031-03-03T15:00:00Z");
    assertThat(reports.getFirst().path("title").asText()).isEqualTo(first.title());
    assertThat(reports.getFirst().path("url").asText()).isEqualTo(first.url());
  }

  @Test
  void storiesAreChosenAndOwnersNamed() throws IOException {
    ingest(ITEMS);
    assertThat(run("stories").out())
        .contains("3 reports from", "Lethen Gazette, Harbour Post, Ardvale Ledger");
    assertThat(run("stories", "--most", "1").out()).endsWith("1 of 4 stories.\n");
    assertThat(
            JSON.readTree(
                run("stories", "--since", "2031-03-03T12:00:00Z", "--format", "json").out()))
        .hasSize(2);
    Run none = run("stories", "--since", "2040-01-01");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).startsWith("No story with a report of 2040-01-01 or later is in ");
    Path owners = folder.resolve("owners.tsv");
    Files.writeString(owners, "Harbour Post\tQuay Holdings\n");
    assertThat(run("stories", "--owners", owners.toString()).out())
        .contains("Harbour Post (Quay Holdings)");
    assertThat(
            JSON.readTree(run("stories", "--owners", owners.toString(), "--format", "json").out())
                .findValuesAsText("owner"))
        .hasSize(4)
        .containsOnly("Quay Holdings");
  }

  @Test
  void whereThereIsNoStoreOneSentenceSaysSo() {
    String place = folder.resolve("none").toString();
    List<List<String>> commands =
        List.of(
            List.of("stories"),
            List.of("story", "s1"),
            List.of("search", "ferry"),
            List.of("party", "Ann"),
            List.of("export", folder.resolve("x.jsonl").toString()),
            List.of("status"),
            List.of("forget", "https://a.example/"),
            List.of("rebuild"),
            List.of("backup", folder.resolve("b").toString()));
    assertThat(commands)
        .allSatisfy(
            command -> {
              List<String> all = new ArrayList<>(command);
              all.addAll(1, List.of("--store", place));
              Run run = Consoles.run(all.toArray(String[]::new));
              assertThat(run.code()).isEqualTo(1);
              assertThat(run.out()).isEmpty();
              assertThat(run.err())
                  .isEqualTo(
                      "rashomon: There is no store at "
                          + place
                          + "; `rashomon ingest` makes one.\n");
            });
    assertThat(folder.resolve("none")).doesNotExist();
    assertThat(folder.resolve("x.jsonl")).doesNotExist();
  }

  @Test
  void wrongUsageIsTwo() throws IOException {
    ingest(ITEMS);
    assertThat(
            List.of(
                run("ingest"),
                run("story"),
                run("party"),
                run("forget"),
                run("export"),
                run("stories", "--format", "yaml"),
                run("stories", "--since", "soon"),
                run("stories", "--most", "-1"),
                run("status", "--most", "-1"),
                run("search", "--most", "-5", "ferry"),
                run("ingest", "--delay", "-3", "x.txt"),
                run("watch", "--delay", "NaN"),
                run("search", "--most", "many")))
        .allSatisfy(run -> assertThat(run.code()).isEqualTo(2));
  }

  @Test
  void whatIsNotThereIsOne() throws IOException {
    ingest(ITEMS);
    Path file = folder.resolve("x.jsonl");
    List<Run> runs =
        List.of(
            run("story", "s0000000000"),
            run("story", "s0000000000", "--history"),
            run("export", "--story", "s0000000000", file.toString()),
            run("restore", folder.resolve("none").toString()));
    assertThat(runs)
        .allSatisfy(
            run -> {
              assertThat(run.code()).isEqualTo(1);
              assertThat(run.out()).isEmpty();
              assertThat(run.err().lines()).hasSize(1);
            });
    assertThat(file).doesNotExist();
    assertThat(run("search", "xylophone").code()).isEqualTo(1);
    assertThat(run("search", "xylophone").out())
        .startsWith("Nothing with the words “xylophone” is found in ");
    assertThat(run("party", "Nobody").code()).isEqualTo(1);
    assertThat(run("forget", "https://a.example/").code()).isEqualTo(1);
  }

  @Test
  void aStoreThatAnotherWritesToIsReadAndToldOf() throws IOException {
    ingest(ITEMS.subList(0, 3));
    try (Store other = Store.existing(folder.resolve("store").toString(), Remembered.ARCHIVE)) {
      other.change(t -> t.stories().anew(() -> {}));
      Run refused = run("ingest", lines("more", ITEMS));
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err())
          .isEqualTo(
              "rashomon: Another Rashomon writes to "
                  + folder.resolve("store")
                  + "; wait until it is done, or stop it, and try again.\n");
      assertThat(run("status").code()).isZero();
    }
    assertThat(run("ingest", lines("more", ITEMS)).code()).isZero();
    assertThat(run("status").out()).contains("12 reports", "4 stories");
  }

  @Test
  void whatIsBrokenIsToldAndTheRestIsKept() throws IOException {
    byte[] warc = archive(ITEMS.subList(0, 3));
    Path cut = folder.resolve("cut.warc.gz");
    Files.write(cut, Arrays.copyOf(warc, warc.length - 40));
    Path bomb = folder.resolve("bomb.html.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
    }
    Path records = folder.resolve("records.jsonl");
    Files.write(
        records, List.of(ITEMS.get(6).json(), "{\"text\": \"cut", "[]", ITEMS.get(7).json()));
    Path garbage = folder.resolve("feed.xml");
    Files.writeString(garbage, "<?xml version=\"1.0\"?><rss><channel><item><title>a</titl");
    String missing = folder.resolve("missing.txt").toString();
    Run run =
        run(
            "ingest",
            cut.toString(),
            bomb.toString(),
            records.toString(),
            garbage.toString(),
            missing);
    assertThat(run.code()).isZero();
    assertThat(run.err().lines())
        .anySatisfy(line -> assertThat(line).startsWith("rashomon: " + cut))
        .anySatisfy(line -> assertThat(line).startsWith("rashomon: " + bomb))
        .anySatisfy(line -> assertThat(line).startsWith("rashomon: " + records + "#2: "))
        .anySatisfy(line -> assertThat(line).startsWith("rashomon: " + records + "#3: "))
        .anySatisfy(line -> assertThat(line).startsWith("rashomon: " + garbage))
        .anySatisfy(line -> assertThat(line).startsWith("rashomon: " + missing));
    assertThat(run.out()).startsWith("4 captures kept, 6 not usable.").contains("holds 4 reports");
    assertThat(run("status").out()).contains("4 reports", "NOT READ", "missing.txt");
    Run alone = run("ingest", missing, bomb.toString());
    assertThat(alone.code()).isEqualTo(1);
    assertThat(alone.out()).startsWith("0 captures kept, 2 not usable.");
  }

  @Test
  void aFeedIsFollowedAndWhatLeadsInsideIsRefused() throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    String at = "http://127.0.0.1:" + site.getAddress().getPort();
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>All</title>");
    for (String path : List.of("/page", "/inside", "/gone")) {
      feed.append("<item><title>x</title><link>" + at + path + "</link></item>");
    }
    answer(
        site, "/feed.xml", 200, feed + "</channel></rss>", "Content-Type", "application/rss+xml");
    answer(site, "/page", 200, ITEMS.getFirst().html(), "Content-Type", "text/html");
    answer(site, "/inside", 302, "", "Location", "http://169.254.169.254/latest/meta-data/");
    answer(site, "/", 404, "", "Content-Type", "text/plain");
    site.start();
    try {
      Run refused = run("ingest", "--delay", "0", at + "/feed.xml");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err()).contains(at + "/feed.xml: ", "no address of the public internet");
      assertThat(refused.out()).startsWith("0 captures kept, 1 not usable.");
      Run allowed = run("ingest", "--delay", "0", "--allow-private", at + "/feed.xml");
      assertThat(allowed.code()).isZero();
      assertThat(allowed.out())
          .startsWith("1 capture kept, 2 not usable. The store holds 1 report");
      assertThat(allowed.err())
          .contains(at + "/gone: ", "169.254.169.254", "no address of the public internet");
      JsonNode report =
          JSON.readTree(run("stories", "--format", "json").out()).get(0).path("reports").get(0);
      assertThat(report.path("url").asText()).isEqualTo(at + "/page");
      assertThat(report.path("outlet").asText()).isEqualTo("Lethen Gazette");
      // The feed is fetched again, its page too; neither gives anything new.
      Run again = run("ingest", "--delay", "0", "--allow-private", at + "/feed.xml");
      assertThat(again.out()).startsWith("0 captures kept, 1 known before, 2 not usable.");
    } finally {
      site.stop(0);
    }
  }

  private static void answer(
      HttpServer site, String path, int status, String body, String... header) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    site.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().add(header[0], header[1]);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  @Test
  void whatIsExportedIsIngestedAgainAsItWas() throws IOException {
    ingest(ITEMS);
    Item first = ITEMS.getFirst();
    ingest(
        List.of(
            first
                .text(first.text() + "\nCranes came at noon.\n")
                .seen(first.seen().plusSeconds(60))));
    String jsonl = folder.resolve("all.jsonl").toString();
    assertThat(run("export", jsonl).out()).isEqualTo("13 versions in " + jsonl + "\n");
    String warc = folder.resolve("all.warc.gz").toString();
    assertThat(run("export", warc).out()).isEqualTo("13 captures in " + warc + "\n");
    assertThat(Consoles.run("ingest", "--store", at("lines"), jsonl).code()).isZero();
    assertThat(Consoles.run("ingest", "--store", at("archive"), warc).code()).isZero();
    assertThat(versions("lines")).isEqualTo(versions("store"));
    assertThat(versions("archive")).isEqualTo(versions("store"));
    assertThat(derived("archive")).isEqualTo(derived("store"));
    Run twice = run("export", jsonl);
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err()).contains("there is a file of that name");
    String story =
        JSON.readTree(run("stories", "--format", "json").out()).get(0).path("id").asText();
    String one = folder.resolve("one.jsonl").toString();
    assertThat(run("export", "--story", story, one).out()).startsWith("3 versions");
    assertThat(run("export", "--story", story, folder.resolve("one.warc.gz").toString()).out())
        .startsWith("3 captures");
  }

  @Test
  void aBackupIsRestoredAsItWas() throws IOException {
    ingest(ITEMS);
    String file = folder.resolve("friday").toString();
    assertThat(run("backup", file).code()).isZero();
    assertThat(run("backup", file).code()).isEqualTo(1);
    Run restored = Consoles.run("restore", "--store", at("again"), file);
    assertThat(restored.code()).isZero();
    assertThat(restored.out()).startsWith(file + " is restored to ");
    assertThat(derived("again")).isEqualTo(derived("store"));
    assertThat(run("restore", file).code()).isEqualTo(1);
    assertThat(Consoles.run("restore", "--store", at("other"), lines("no", ITEMS)).code())
        .isEqualTo(1);
  }

  @Test
  void searchFindsByWordsPartyOutletAndTime() throws IOException {
    ingest(ITEMS);
    String party = party();
    assertThat(ids("search", "ferry")).containsExactlyInAnyOrder("r0-0", "r0-1", "r0-2");
    assertThat(ids("search", "\"lifeboats and cranes\"", "harbour")).contains("r0-0");
    assertThat(ids("search", "\"cranes and lifeboats\"")).isEmpty();
    for (String outlet : List.of("harbour post", "Harbour", "POST")) {
      assertThat(ids("search", "--outlet", outlet))
          .containsExactlyInAnyOrder("r0-1", "r1-1", "r2-1", "r3-1");
    }
    assertThat(ids("search", "--party", party)).containsExactlyInAnyOrder("r0-0", "r0-1", "r0-2");
    assertThat(ids("search", "--from", "2031-03-03T14:00:00Z"))
        .containsExactlyInAnyOrder("r2-2", "r3-0", "r3-1", "r3-2");
    assertThat(ids("search", "--to", "2031-03-03T07:00:00Z"))
        .containsExactlyInAnyOrder("r0-0", "r0-1");
    assertThat(ids("search", "--to", "2031-03-02")).isEmpty();
    assertThat(ids("search", "--from", "2031-03-03", "--to", "2031-03-03", "--most", "50"))
        .hasSize(12);
    Run text = run("search", "warned", "--party", party);
    assertThat(text.out())
        .contains(
            "SAID",
            party + " — said: ",
            "We had warned of the ferry",
            "Lethen Gazette, 2031-03-03T06:00:00Z · s");
    JsonNode said =
        JSON.readTree(run("search", "warned", "--format", "json").out()).path("statements").get(0);
    int start = said.path("spans").get(0).path("start").asInt();
    int end = said.path("spans").get(0).path("end").asInt();
    assertThat(text("store", said.path("report").asText()).substring(start, end))
        .isEqualTo(said.path("words").asText());
  }

  @Test
  void aPartyIsShownOverTimeWithWhereItAnswersOtherwise() throws IOException {
    List<Item> items = new ArrayList<>();
    String said =
        "The ferry ran onto rocks near Haldalar.\n\n%d people were killed on the ferry, Mila Torv of the harbour office said.\n\nThe boats stayed in.\n";
    items.add(ITEMS.get(0).text(said.replace("%d", "12")));
    items.add(
        ITEMS
            .get(1)
            .text(said.replace("%d", "31").replace("stayed in", "went out again on Tuesday")));
    ingest(items);
    Run run = run("party", "Torv");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("2 statements by Torv, in order of time")
        .contains("GIVES SEVERAL ANSWERS");
    assertThat(run.out().indexOf("12 people")).isBetween(0, run.out().indexOf("31 people"));
    JsonNode json = JSON.readTree(run("party", "mila torv", "--format", "json").out());
    assertThat(json.path("statements")).hasSize(2);
    assertThat(json.path("differs").get(0).path("relation").asText()).isIn("conflict", "update");
    assertThat(json.path("differs").get(0).path("answers")).hasSize(2);
  }

  @Test
  void whatReportsAreWithoutATimeOrANameIsKeptToo() throws IOException {
    Path bare = folder.resolve("bare.txt");
    Files.writeString(bare, ITEMS.getFirst().text());
    assertThat(run("ingest", bare.toString()).code()).isZero();
    assertThat(run("stories").out()).contains("1 report from 1 origin", "outlet not known");
    assertThat(run("status").out()).contains("1 capture\n", "1 report\n", "1 story\n");
    assertThat(run("search", "ferry").out()).contains("outlet not known, ", "(seen)");
  }

  @Test
  void whatStandsBesideATextIsKeptWithIt() throws IOException {
    Item first = ITEMS.getFirst();
    Path pages = Files.createDirectory(folder.resolve("pages"));
    Files.writeString(pages.resolve("a.txt"), first.text());
    Files.writeString(
        pages.resolve("a.meta.json"),
        JSON.createObjectNode()
            .put("url", first.url())
            .put("outlet", first.outlet())
            .put("published", first.published().toString())
            .toString());
    assertThat(run("ingest", pages.toString()).out())
        .startsWith("1 capture kept. The store holds 1 report");
    JsonNode report =
        JSON.readTree(run("stories", "--format", "json").out()).get(0).path("reports").get(0);
    assertThat(report.path("outlet").asText()).isEqualTo(first.outlet());
    assertThat(report.path("url").asText()).isEqualTo(first.url());
    assertThat(report.path("published").asText()).isEqualTo(first.published().toString());
    assertThat(run("rebuild").out()).isEqualTo("1 report in 1 story, all as before.\n");
  }

  private String party() throws IOException {
    return JSON.readTree(run("search", "warned", "ferry", "--format", "json").out())
        .path("statements")
        .get(0)
        .path("party")
        .asText();
  }

  private List<String> ids(String... arguments) throws IOException {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--format";
    all[arguments.length + 1] = "json";
    JsonNode found = JSON.readTree(run(all).out());
    return found.path("reports").findValuesAsText("report");
  }

  private List<String> versions(String store) {
    try (Store open = Store.existing(at(store), Remembered.ARCHIVE)) {
      return open.read(
          t ->
              t.reports().all().stream()
                  .flatMap(id -> t.reports().versions(id).stream())
                  .map(one -> one.id() + " " + one.report() + " " + one.authors())
                  .toList());
    }
  }

  private String text(String store, String report) {
    try (Store open = Store.existing(at(store), Remembered.ARCHIVE)) {
      return open.read(t -> t.reports().latest(report).orElseThrow().report().text());
    }
  }

  private String derived(String store) {
    try (Store open = Store.existing(at(store), Remembered.ARCHIVE)) {
      return open.read(t -> t.derived().sha256());
    }
  }

  private static byte[] archive(List<Item> items) {
    var bytes = new ByteArrayOutputStream();
    for (Item item : items) {
      Payload page = Payload.of(item.html().getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(Warc.bytes(new Capture(item.url(), item.seen(), "text/html", page, null)));
    }
    return bytes.toByteArray();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private String lines(String name, List<Item> items) throws IOException {
    return Newsroom.lines(folder.resolve(name + ".jsonl"), items);
  }

  private void ingest(List<Item> items) throws IOException {
    assertThat(run("ingest", lines("items", items)).code()).isZero();
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--store", at("store")));
    return Consoles.run(all.toArray(String[]::new));
  }
}
