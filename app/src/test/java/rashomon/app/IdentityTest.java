package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;
import rashomon.capture.Warc;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Version;
import rashomon.store.Store;

/** Which report a page is, what of it is its own, and what is none, down the whole road. */
class IdentityTest {

  private static final String TEXT =
      "<article><p>The ferry Marisol sank off Kessen on Tuesday and 31 people died, the coast guard said."
          + "<p>The harbour master, Ilse Vant, said that the ferry had passed an inspection in May.";

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
  private int seconds;

  @Test
  void aPageElsewhereIsNoVersionOfTheOneItClaimsToBe() throws IOException {
    String claim = "<link rel=canonical href=https://www.harborpost.example/a4>";
    page("https://www.harborpost.example/a4", "<title>Ferry - Harbor Post</title>" + claim + TEXT);
    page(
        "https://evil.example/x",
        claim + "<meta property=og:site_name content='Evil Blog'>" + TEXT.replace("31", "13"));
    assertThat(ingest().out()).contains("holds 2 reports");
    assertThat(versions())
        .extracting(one -> one.report().outlet(), one -> one.report().url())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Harbor Post", "https://www.harborpost.example/a4"),
            org.assertj.core.groups.Tuple.tuple("Evil Blog", "https://evil.example/x"));
  }

  @Test
  void aStubIsNamedWhereItIsShown() throws IOException {
    page("https://www.harborpost.example/a4", TEXT);
    page(
        "https://pay.example/a",
        TEXT.substring(0, TEXT.indexOf("<p>The harbour"))
            + "<p>The rest of this story is for our members: subscribe to continue reading.");
    ingest();
    JsonNode story = JSON.readTree(run("stories", "--format", "json").out()).get(0);
    assertThat(story.path("reports"))
        .extracting(report -> report.path("outlet").asText(), report -> report.path("stub"))
        .hasSize(2);
    assertThat(story.findParents("stub"))
        .singleElement()
        .satisfies(stub -> assertThat(stub.path("outlet").asText()).isEqualTo("pay.example"));
    assertThat(run("stories").out()).contains("pay.example [stub]");
    String id = story.path("id").asText();
    assertThat(run("story", id).out()).containsPattern("pay\\.example \\[stub: ");
    assertThat(run("story", id).out()).doesNotContainPattern("harborpost\\.example \\[");
    assertThat(run("story", id, "--format", "html").out()).contains(Wording.STUB, "· stub");
    assertThat(run("story", id, "--format", "markdown").out()).contains("stub: ");
    assertThat(
            JSON.readTree(run("story", id, "--format", "json").out())
                .path("reports")
                .findValuesAsText("stub"))
        .containsExactlyInAnyOrder("true", "false");
  }

  @Test
  void whatIsExportedKeepsAuthorsCreditAndStub() throws IOException {
    page(
        "https://pay.example/a",
        "<meta name=author content='Ada Quill'><meta name=author content='Ben Reed'>"
            + "<p>By Ada Quill and Ben Reed"
            + TEXT
            + "<p>Source: owa<div class=paywall></div>");
    ingest();
    String lines = folder.resolve("all.jsonl").toString();
    run("export", lines);
    Version before = versions().getFirst();
    assertThat(before.authors()).containsExactly("Ada Quill", "Ben Reed");
    assertThat(before.report().credit()).isEqualTo("Source: owa");
    assertThat(before.report().stub()).isTrue();
    assertThat(before.report().text()).doesNotContain("Ada Quill");
    Path other = folder.resolve("other");
    assertThat(Consoles.run("ingest", "--store", other.toString(), lines).code()).isZero();
    Version after = versions(other).getFirst();
    assertThat(after.authors()).isEqualTo(before.authors());
    assertThat(after.report().text()).isEqualTo(before.report().text());
    assertThat(after.report().credit()).isEqualTo("Source: owa");
    assertThat(after.report().stub()).isTrue();
  }

  @Test
  void whatIsNoReportIsToldByItsKindAndATimeLeftOutIsNotCounted() throws IOException {
    page("https://www.harborpost.example/feed", "<rss version=2.0><channel></channel></rss>");
    page("https://www.harborpost.example/gone", "<title>Not found</title><p>Try the search.");
    Path lines = folder.resolve("lines.jsonl");
    Files.writeString(lines, "{\"id\": \"b2\", \"published\": \"soon\", \"text\": \"It rained.\"}");
    Run run = ingest(lines.toString());
    assertThat(run.out()).startsWith("3 captures kept, 2 without a report to read. The store");
    assertThat(run.err())
        .contains("harborpost.example/feed: This is a feed and no report")
        .contains("harborpost.example/gone: No article was found")
        .contains("the report is read without it");
    assertThat(ingest(lines.toString()).out())
        .startsWith("0 captures kept, 3 known before. The store holds 1 report ");
  }

  private void page(String url, String html) {
    Payload payload = Payload.of(html.getBytes(StandardCharsets.UTF_8));
    Instant seen = Instant.parse("2031-03-04T09:00:00Z").plusSeconds(seconds++);
    archive.writeBytes(Warc.bytes(new Capture(url, seen, "text/html", payload, null)));
  }

  private Run ingest(String... more) throws IOException {
    Path file = folder.resolve("pages.warc.gz");
    Files.write(file, archive.toByteArray());
    List<String> arguments = new java.util.ArrayList<>(List.of("ingest", file.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private List<Version> versions() {
    return versions(folder.resolve("store"));
  }

  private static List<Version> versions(Path place) {
    try (Store store = Store.existing(place.toString(), Remembered.ARCHIVE)) {
      return store.read(
          t ->
              t.reports().all().stream()
                  .flatMap(report -> t.reports().versions(report).stream())
                  .toList());
    }
  }

  private Run run(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--store", folder.resolve("store").toString()));
    return Consoles.run(all.toArray(String[]::new));
  }
}
