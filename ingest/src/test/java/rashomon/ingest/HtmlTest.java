package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static rashomon.ingest.Given.codes;
import static rashomon.ingest.Given.readInput;
import static rashomon.ingest.Given.resource;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Report;

final class HtmlTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ferries.html", "ferries.html.gz"})
  void aPageIsItsTitleAndItsParagraphs(String name) {
    Report report = Given.read(new Given(folder).file(name, resource(name))).reports().getFirst();
    assertThat(report.text())
        .isEqualTo(
            """
        Ferries stop on Lake Orva & Dunmarsh

        The harbour master said on Tuesday that “no ferry will leave” until the wind drops.

        At the pier

        At least 40 passengers were taken back.

        They were given tea.

        Boats: two

        Crews: nine""");
  }

  @Test
  void aPageTellsItsMetadata() {
    Report report = readInput(resource("ferries.html")).reports().getFirst();
    assertThat(report.title()).isEqualTo("Ferries stop on Lake Orva & Dunmarsh");
    assertThat(report.outlet()).isEqualTo("The Orva Post");
    assertThat(report.url()).isEqualTo("https://orvapost.example/ferries");
    assertThat(report.published()).hasToString("2031-03-04T08:30:00+01:00");
    assertThat(report.modified()).hasToString("2031-03-04T11:00:00+01:00");
    assertThat(report.seen()).isNull();
    assertThat(report.language()).isEqualTo("en");
  }

  @Test
  void openGraphSpeaksWhereThereIsNoJsonLd() {
    Report report =
        readInput(
                """
        <html><head><title>x</title><meta property="og:title" content=" Ferries&nbsp;stop ">
        <meta property="og:site_name" content="Orva Post"><meta property="og:url" content="https://orvapost.example/2">
        <meta property="article:published_time" content="yesterday">
        <meta name="date" content="2031-03-04"><meta property="article:modified_time" content="2031-03-05T10:00Z">
        <script type="application/ld+json">{"@type": "NewsArticle", broken</script>
        </head><body><p>The wind rose.</p></body></html>""")
            .reports()
            .getFirst();
    assertThat(report.title()).isEqualTo("Ferries stop");
    assertThat(report.outlet()).isEqualTo("Orva Post");
    assertThat(report.url()).isEqualTo("https://orvapost.example/2");
    assertThat(report.published()).hasToString("2031-03-04");
    assertThat(report.modified()).hasToString("2031-03-05T10:00Z");
  }

  @Test
  void plainHtmlHasATitleAndATime() {
    Report report =
        readInput(
                "<title>Ferries stop</title><time datetime='2031-03-04T08:30:00Z'>today</time>"
                    + "<p>The wind rose.")
            .reports()
            .getFirst();
    assertThat(report.title()).isEqualTo("Ferries stop");
    assertThat(report.published()).hasToString("2031-03-04T08:30:00Z");
    assertThat(report.text()).isEqualTo("Ferries stop\n\nThe wind rose.");
  }

  @Test
  void aPageWithoutATitleBeginsWithABlankLine() {
    assertThat(readInput("<p>The wind rose.</p>").reports().getFirst().text())
        .isEqualTo("\n\nThe wind rose.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lines and breaks   | <body><div>One.<br><br>Two<br>and more.</div><div>Three.</div>",
        "a form around all  | <body><form><h1>x</h1><p>One.</p><p>Two and more.</p><p>Three.</p></form>",
        "a form beside it    | <form><p>Sign up</p></form><p>One.</p><p>Two and more.</p><p>Three.</p>",
        "an article and more| <body><p>More news.</p><article><p>One.</p><p>Two and more.</p><p>Three.</p></article>",
        "an article of body | <article><p>T</p><div itemprop=articleBody><p>One.</p><p>Two and more.</p><p>Three.</div>",
        "invisible signs    | <p>One.</p><p>T&shy;wo&nbsp; and &#8203;more.</p><p>Three.</p>",
        "links all around  | <ul><li><a>Home</a> <li><a>Up</a></ul><p>One.<p>Two <a>and</a> more.<p>Three.<p><a>Next</a>",
        "the title's start  | <h1>x</h1><p>One.</p><p>Two and more.</p><p>Three.</p>",
        "a teaser article   | <article>Ad</article><p>One.</p><p>Two and more.</p><p>Three.</p>"
      })
  void theTextOfManyKindsOfPages(String kind, String html) {
    String text = readInput("<html><title>x</title>" + html).reports().getFirst().text();
    assertThat(text).as(kind).isEqualTo("x\n\nOne.\n\nTwo and more.\n\nThree.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><title>Only a title</title></html>",
        "<html><body></body></html>",
        "<html><body><script>render('all')</script><nav><p>Home</p></nav></body></html>",
        "<!-- nothing --><html>"
      })
  void aPageWithoutTextIsRejected(String html) {
    assertThat(readInput(html).reports()).isEmpty();
    assertThat(codes(readInput(html))).containsExactly("no-body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "div",
        "b",
        "p",
        "ul",
        "table",
        "article",
        "main",
        "span",
        "blockquote",
        "form",
        "i",
        "font"
      })
  void tenThousandNestedElementsAreReadSoon(String tag) {
    String html =
        "<html><title>Deep</title><body>" + ("<" + tag + ">").repeat(10_000) + "The wind rose.";
    Batch batch =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> readInput(html));
    assertThat(batch.reports()).hasSize(1);
    assertThat(batch.reports().getFirst().text()).isEqualTo("Deep\n\nThe wind rose.");
  }
}
