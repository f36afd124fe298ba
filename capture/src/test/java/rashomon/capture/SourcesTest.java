package rashomon.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Stamp;
import rashomon.model.Via;

class SourcesTest {

  private static final InputStream NOTHING = InputStream.nullInputStream();

  @TempDir private Path folder;
  private final List<Capture> captures = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();

  private Path write(String name, byte[] bytes) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.write(path, bytes);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Source source(Path path) {
    return Sources.of(path.toString(), NOTHING);
  }

  private void read(Source source) {
    Sources.captures(source, Given.SEEN, captures::add, rejected::add);
  }

  private static String text(Capture capture) {
    return new String(capture.payload().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsNamedIsToldApartByItsNameOrElseByItsBytes() throws IOException {
    assertThat(source(write("a.warc.gz", Given.gzip(new byte[3]))))
        .isInstanceOf(Source.Archive.class);
    byte[] record = Warc.bytes(Given.capture("https://a.example/", "x"));
    assertThat(source(write("crawl", record))).isInstanceOf(Source.Archive.class);
    assertThat(source(write("a.jsonl.gz", Given.gzip(new byte[0]))))
        .isInstanceOf(Source.Lines.class);
    assertThat(source(write("a.OPML", ""))).isInstanceOf(Source.FeedList.class);
    assertThat(source(write("feeds.xml", Given.OPML))).isInstanceOf(Source.FeedList.class);
    assertThat(source(write("feed.xml", Given.RSS))).isInstanceOf(Source.Document.class);
    assertThat(source(write("a.json", "[]"))).isInstanceOf(Source.Document.class);
    assertThat(source(write("a.pdf", "%PDF-1.7"))).isInstanceOf(Source.Document.class);
    assertThat(source(folder)).isInstanceOf(Source.Folder.class);
    assertThat(Sources.of("-", NOTHING)).isEqualTo(new Source.StandardInput(NOTHING));
    assertThat(Sources.of("https://globe.example/a b#c", NOTHING))
        .isEqualTo(new Source.Address("https://globe.example/a%20b"));
  }

  @Test
  void whatIsNotThereIsToldAndStopsNothing() throws IOException {
    for (String argument : List.of("no-such-file.txt", "", "http://", "https://a b/", "a\0b")) {
      Source source = Sources.of(argument, NOTHING);
      assertThat(source).as(argument).isInstanceOf(Source.Missing.class);
      read(source);
    }
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("nowhere"));
    read(source(link));
    assertThat(rejected).hasSize(6).extracting(Rejection::code).containsOnly("missing");
  }

  @Test
  void anAddressHasToBeFetched() {
    Source address = Sources.of("https://globe.example/", NOTHING);
    assertThatThrownBy(() -> read(address)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyLineIsACaptureThatGoesByItsOwnUrlAndTime() throws IOException {
    Path path =
        write(
            "r.jsonl",
            """
            \uFEFF{"url":"https://globe.example/1","text":"Eins","seen":"2030-01-02"}\r
            {broken

            {"text":"Zwei","url":"none"}
            [1]
            {"uri":"urn:x:3","headline":"Drei"}""");
    read(source(path));
    assertThat(captures)
        .extracting(Capture::url)
        .containsExactly("https://globe.example/1", path + "#4", "urn:x:3");
    assertThat(captures)
        .extracting(Capture::seen)
        .containsExactly(Instant.parse("2030-01-02T00:00:00Z"), Given.SEEN, Given.SEEN);
    assertThat(captures).extracting(Capture::contentType).containsOnly("application/json");
    assertThat(text(captures.get(1))).isEqualTo("{\"text\":\"Zwei\",\"url\":\"none\"}");
    assertThat(rejected).extracting(Rejection::file).containsExactly(path + "#2", path + "#5");
    assertThat(rejected.getFirst().why()).contains("line 2, column");
  }

  @Test
  void jsonIsOneRecordOrAnArrayOrLines() throws IOException {
    read(source(write("one.json", "\n {\"text\":\n \"x\"}\n")));
    read(
        source(
            write(
                "array.json", " [{\"a\": 1.50, \"a\": 2}, 7, {\"url\":\"https://b.example/\"}]")));
    read(source(write("lines.json", "{\"text\":\"1\"}\n{\"text\":\"2\"}\n")));
    assertThat(captures)
        .extracting(SourcesTest::text)
        .containsExactly(
            " {\"text\":\n \"x\"}\n",
            "{\"a\":1.50,\"a\":2}",
            "{\"url\":\"https://b.example/\"}",
            "{\"text\":\"1\"}",
            "{\"text\":\"2\"}");
    assertThat(captures.getFirst().url()).isEqualTo(folder + "/one.json");
    assertThat(captures.get(1).url()).isEqualTo(folder + "/array.json#1");
    assertThat(captures.get(4).url()).isEqualTo(folder + "/lines.json#2");
    assertThat(rejected).extracting(Rejection::file).containsExactly(folder + "/array.json#2");
  }

  @Test
  void aBrokenArrayGivesWhatStandsBefore() throws IOException {
    read(source(write("a.json", "[{\"text\":\"1\"},\n{\"text\" \"2\"},{\"text\":\"3\"}]")));
    assertThat(captures).hasSize(1);
    assertThat(rejected)
        .singleElement()
        .satisfies(no -> assertThat(no.why()).contains("line 2, column"));
  }

  @Test
  void aFolderIsReadInTheOrderOfNamesAtAnyDepth() throws IOException {
    write("b/z.txt", "z");
    write("b/a.html.gz", Given.gzip("<p>a</p>".getBytes(StandardCharsets.UTF_8)));
    write("a.pdf", "%PDF-1.7 words");
    write("c.warc.gz", Warc.bytes(Given.capture("https://a.example/", "archived")));
    write("b/z.meta.json", "{}");
    write("gold.json", "{}");
    write(".hidden/x.txt", "x");
    write("empty.txt", "");
    read(source(folder));
    assertThat(captures)
        .extracting(Capture::url)
        .containsExactly(
            folder + "/a.pdf", folder + "/b/a.html.gz", folder + "/b/z.txt", "https://a.example/");
    assertThat(captures)
        .extracting(Capture::contentType)
        .containsExactly("application/pdf", "text/html", "text/plain", null);
    assertThat(text(captures.get(1))).isEqualTo("<p>a</p>");
    assertThat(rejected)
        .singleElement()
        .isEqualTo(
            new Rejection(
                folder + "/empty.txt",
                "empty",
                "It is empty: check that it was saved or downloaded whole."));
  }

  @Test
  void whatIsPipedInGoesByItsBytes() {
    read(Sources.of("-", new ByteArrayInputStream("Words".getBytes(StandardCharsets.UTF_8))));
    byte[] lines =
        Given.gzip("{\"text\":\"1\"}\n{\"text\":\"2\"}".getBytes(StandardCharsets.UTF_8));
    read(Sources.of("-", new ByteArrayInputStream(lines)));
    assertThat(captures)
        .extracting(Capture::url)
        .doesNotHaveDuplicates()
        .allMatch(url -> url.matches("-#[0-9a-f]{16}"));
    assertThat(captures).hasSize(3);
  }

  @Test
  void aFileThatUnpacksWithoutEndIsRefusedAndTheRestGoesOn() throws IOException {
    write("a.txt.gz", Given.bomb());
    write("b.jsonl.gz", Given.bomb());
    write("c.json.gz", Given.bomb());
    write("d.txt", "words");
    read(source(folder));
    assertThat(captures).extracting(SourcesTest::text).containsExactly("words");
    assertThat(rejected)
        .extracting(Rejection::code)
        .containsExactly("too-long", "too-long", "too-long");
  }

  @Test
  void aSavedListIsOneCaptureThatLeadsOn() throws IOException {
    read(source(write("feeds.opml", Given.OPML)));
    assertThat(captures).hasSize(1);
    assertThat(Discovered.read(captures.getFirst()).leads()).hasSize(2);
  }

  @Test
  void whatStandsBesideADocumentGoesWithIt() throws IOException {
    write("a.txt", "The ferry left.");
    write(
        "a.meta.json",
        """
        {"url": "https://post.example/a", "outlet": "Harbour Post", "title": "Ferry",
        "published": "2031-03-03T06:00:00Z", "seen": "2031-03-03T06:05:00Z"}""");
    write("b.html.gz", Given.gzip("<p>The tram left.</p>".getBytes(StandardCharsets.UTF_8)));
    write("b.meta.json", "{\"outlet\": \"Ledger\", \"published\": \"soon\"}");
    write("c.txt", "The mill left.");
    write("c.meta.json", "[1, 2");
    write("d.txt", "The dam left.");
    read(source(folder));
    Capture first = captures.getFirst();
    assertThat(first.url()).isEqualTo("https://post.example/a");
    assertThat(first.seen()).isEqualTo(Instant.parse("2031-03-03T06:05:00Z"));
    Stamp published = Stamp.parse("2031-03-03T06:00:00Z").orElseThrow();
    assertThat(first.via())
        .isEqualTo(new Via(folder + "/a.meta.json", null, "Harbour Post", "Ferry", published));
    assertThat(text(first)).isEqualTo("The ferry left.");
    assertThat(captures.get(1).via())
        .isEqualTo(new Via(folder + "/b.meta.json", null, "Ledger", null, null));
    assertThat(captures.subList(1, 4)).extracting(Capture::seen).containsOnly(Given.SEEN);
    assertThat(captures.subList(2, 4)).extracting(Capture::via).containsOnlyNulls();
    assertThat(captures).hasSize(4);
    assertThat(rejected)
        .extracting(one -> one.file() + " " + one.code())
        .containsExactly(folder + "/b.meta.json bad-time", folder + "/c.meta.json broken-sidecar");
  }
}
