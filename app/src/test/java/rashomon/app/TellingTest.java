package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;
import rashomon.app.Newsroom.Item;
import rashomon.app.Site.Answer;

/** What commands over a store tell of what was not kept, is not new, or was removed. */
class TellingTest {

  private static final List<Item> ITEMS = Newsroom.items(1, 41);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() throws IOException {
    site = new Site("127.0.0.1");
    for (int i = 0; i < 3; i++) {
      site.page("/p" + i, ITEMS.get(i).html());
    }
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void whatHasNotChangedIsNoFailure() {
    site.on("/feed.xml", () -> site.feed(List.of("/p0", "/p1")));
    assertThat(fetch("/feed.xml").out()).startsWith("2 captures kept. The store holds 2 reports");
    Run again = fetch("/feed.xml");
    assertThat(again.code()).isZero();
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).startsWith("0 captures kept, 1 unchanged since last asked for.");
    Run page = fetch("/p0");
    assertThat(page.code()).isZero();
    assertThat(page.out()).startsWith("0 captures kept, 1 unchanged since last asked for.");
  }

  @Test
  void whereAListLeadsNowhereThatIsSaid() throws IOException {
    site.on("/none.xml", () -> site.feed(List.of()));
    Run feed = fetch("/none.xml");
    assertThat(feed.code()).isEqualTo(1);
    assertThat(feed.err())
        .isEqualTo("rashomon: " + site.at("/none.xml") + ": This list leads to no page.\n");
    Path none = folder.resolve("none.opml");
    Files.writeString(none, "<opml version='2.0'><body/></opml>");
    Run list = run("ingest", none.toString());
    assertThat(list.code()).isEqualTo(1);
    assertThat(list.err()).isEqualTo("rashomon: " + none + ": This list leads to no page.\n");
  }

  @Test
  void whatWasRemovedIsNeitherAskedForNorWrittenDown() throws IOException {
    site.on("/feed.xml", () -> site.feed(List.of("/p0", "/p1", "/short")));
    assertThat(fetch("/feed.xml").code()).isZero();
    String url = site.at("/p0");
    assertThat(run("forget", "--reason", "asked for", url).out())
        .isEqualTo("1 report of " + url + " removed.\n");
    long asked = site.asked("/p0");
    Run again = fetch("/p0");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains(url + ": This was removed for good on " + today());
    assertThat(again.out()).startsWith("0 captures kept, 1 of removed addresses left out.");
    site.on("/other.xml", () -> site.feed(List.of("/p0", "/p2")));
    assertThat(fetch("/other.xml").out())
        .startsWith("1 capture kept, 1 of removed addresses left out.");
    assertThat(site.asked("/p0")).isEqualTo(asked);
    try (var files = Files.walk(folder.resolve("store"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(url);
      }
    }
  }

  @Test
  void forgettingNothingWritesNothing() throws IOException {
    fetch("/p0");
    fetch("/p1");
    Run nothing = run("forget", site.at("/p9"));
    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err()).startsWith("rashomon: " + site.at("/p9") + ": Nothing is kept of it");
    assertThat(status().path("removed").asInt()).isZero();
    run("forget", "--reason", "court order 12", site.at("/p0"));
    run("forget", site.at("/p1"));
    Run twice = run("forget", site.at("/p0"));
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err()).contains("It was removed already, on " + today());
    JsonNode status = status();
    assertThat(status.path("removed").asInt()).isEqualTo(2);
    assertThat(status.path("removals").findValuesAsText("reason"))
        .containsExactly("", "court order 12");
    assertThat(status.path("removals").get(1).path("sha256").asText()).matches("[0-9a-f]{12}");
    assertThat(run("status").out())
        .contains("2 removed", "REMOVED")
        .containsPattern("  " + today() + " · [0-9a-f]{12} · court order 12\n")
        .doesNotContain(site.at("/p0"));
  }

  @Test
  void whatCannotBeReadIsToldToABoundAndListed() throws IOException {
    Path pages = Files.createDirectory(folder.resolve("pages"));
    for (int i = 10; i < 35; i++) {
      Files.writeString(pages.resolve("n" + i + ".pdf"), "%PDF-1.7 cut off " + i);
    }
    Files.writeString(pages.resolve("a.txt"), ITEMS.getFirst().text());
    Run run = run("ingest", pages.toString());
    assertThat(run.code()).isZero();
    List<String> told = run.err().lines().toList();
    assertThat(told).hasSize(21);
    assertThat(told.subList(0, 20))
        .allSatisfy(line -> assertThat(line).startsWith("rashomon: " + pages + "/n"))
        .doesNotHaveDuplicates();
    assertThat(told.getLast())
        .isEqualTo("rashomon: 5 more; `rashomon status --most 25` lists them all.");
    assertThat(run.out()).startsWith("26 captures kept, 25 without a report to read.");
    assertThat(run("status").out()).contains("25 rejected", "10 of 25; --most 25 lists them all.");
    assertThat(run("status", "--most", "25").out()).contains("/n10.pdf: ", "/n34.pdf: ");
    assertThat(run("status", "--most", "25").out()).doesNotContain(" of 25");
    assertThat(status().path("rejections")).hasSize(25);
  }

  @Test
  void refusalsSayWhatAndUntilWhen() {
    site.on("/busy", () -> new Answer(429, "text/plain", "slow", 7200));
    assertThat(fetch("/busy").err())
        .containsPattern(
            "127.0.0.1 answers no more before \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"
                + " \\(status 429\\)\\.\n");
    assertThat(run("ingest", "ftp://paper.example/a.html").err())
        .isEqualTo(
            "rashomon: ftp://paper.example/a.html: Only http and https are fetched, not ftp: save"
                + " it, and name the file.\n");
  }

  @Test
  void reportsAreExportedToStandardOutput() throws IOException {
    fetch("/p0");
    Run printed = run("export", "-");
    assertThat(printed.code()).isZero();
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out().lines()).hasSize(1);
    assertThat(JSON.readTree(printed.out()).path("url").asText()).isEqualTo(site.at("/p0"));
    assertThat(Path.of("-")).doesNotExist();
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  private JsonNode status() throws IOException {
    return JSON.readTree(run("status", "--format", "json").out());
  }

  private Run fetch(String path) {
    return run("ingest", "--delay", "0", "--allow-private", site.at(path));
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--store", folder.resolve("store").toString()));
    return Consoles.run(all.toArray(String[]::new));
  }
}
