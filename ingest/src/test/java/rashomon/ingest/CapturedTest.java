package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;
import rashomon.model.Stamp;
import rashomon.model.Version;
import rashomon.model.Via;

final class CapturedTest {

  private static final String URL = "https://www.orvapost.example/news/ferries?from=feed";
  private static final String ARTICLE = "<meta property=og:type content=article>";
  private static final Instant SEEN = Instant.parse("2031-03-04T09:00:00Z");

  private static Captured read(byte[] bytes, @Nullable String contentType, @Nullable Via via) {
    return Captured.read(new Capture(URL, SEEN, contentType, Payload.of(bytes), via));
  }

  private static Version page(String html) {
    return read(ARTICLE + html).versions().getFirst();
  }

  private static Captured read(String html) {
    return read(html.getBytes(StandardCharsets.UTF_8), "text/html", null);
  }

  @Test
  void aPageIsNamedByItsCanonicalAddress() {
    Version one = page("<link rel=canonical href=/news/ferries><p>The wind rose.");
    Version other = page("<link rel=canonical href=/news/ferries><p>The wind fell.");
    assertThat(one.report().url()).isEqualTo("https://www.orvapost.example/news/ferries");
    assertThat(one.id()).matches("[0-9a-f]{16}").isEqualTo(other.id());
    assertThat(one.capture()).isNotEqualTo(other.capture());
    assertThat(one.report().file()).isEqualTo(URL);
    assertThat(one.report().seen()).hasToString("2031-03-04T09:00:00Z");
  }

  @Test
  void aCanonicalAddressThatIsTheSitesOwnIsNotBelieved() {
    assertThat(
            page("<link rel=canonical href=https://www.orvapost.example/><p>Rain.").report().url())
        .isEqualTo(URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=canonical href=https://other.example/a4>",
        "<meta property=og:url content=https://other.example/a4>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@id\":\"https://other.example/a4\"}}</script>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"url\":\"https://other.example/a4\"}</script>"
      })
  void aPageSpeaksForItsOwnSiteAlone(String claim) {
    Version copy = page(claim + "<p>The wind rose.");
    Version original =
        Captured.read(
                new Capture(
                    "https://other.example/a4",
                    SEEN,
                    "text/html",
                    Payload.of(
                        (ARTICLE + claim + "<p>The wind rose.").getBytes(StandardCharsets.UTF_8)),
                    null))
            .versions()
            .getFirst();
    assertThat(copy.id()).isNotEqualTo(original.id());
    assertThat(copy.report().url()).isEqualTo(URL);
    assertThat(copy.report().credit()).isEqualTo("other.example");
    assertThat(original.report().url()).isEqualTo("https://other.example/a4");
    assertThat(original.report().credit()).isNull();
  }

  @Test
  void aSiteHasManyHosts() {
    assertThat(
            page("<link rel=canonical href=https://m.orvapost.example/f><p>Rain.").report().url())
        .isEqualTo("https://m.orvapost.example/f");
    assertThat(Site.same("https://www.post.co.uk/a", "http://news.post.co.uk:8080/b?q=[")).isTrue();
    assertThat(Site.same("https://one.co.uk/", "https://two.co.uk/")).isFalse();
    assertThat(Site.same("https://one.blogspot.com/", "https://two.blogspot.com/")).isFalse();
    assertThat(Site.same("http://127.0.0.1:1/a", "http://127.0.0.1:2/b")).isTrue();
    assertThat(Site.same("http://10.0.0.1/a", "http://127.0.0.1/a")).isFalse();
    assertThat(Site.of("press.pdf")).isNull();
  }

  @Test
  void aRecordFromTheWebTakesNoOthersId() {
    String theirs = page("<p>The wind rose.").id();
    String claim =
        "{\"id\": \"" + theirs + "\", \"url\": \"" + URL + "\", \"text\": \"The wind rose.\"}";
    Payload payload = Payload.of(claim.getBytes(StandardCharsets.UTF_8));
    String json = "application/json";
    assertThat(
            Captured.read(new Capture("https://evil.example/x", SEEN, json, payload, null))
                .versions())
        .extracting(Version::id)
        .doesNotContain(theirs);
    assertThat(Captured.read(new Capture(URL, SEEN, json, payload, null)).versions())
        .extracting(Version::id)
        .containsExactly(theirs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/rss+xml     | <?xml version='1.0'?><!-- a --><rss version='2.0'><channel><title>Wind</title></channel></rss> | a feed",
        "text/html               | <feed xmlns='http://www.w3.org/2005/Atom'><title>Wind</title></feed> | a feed",
        "application/xml         | <urlset><url><loc>https://a.example/</loc></url></urlset> | a sitemap",
        "text/x-opml             | <?xml version='1.0'?><opml version='2.0'><body/></opml> | a list of feeds",
        "application/feed+json   | {\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []} | a feed",
        "text/css; charset=utf-8 | body { color: red } | a style sheet"
      })
  void whatIsBesideReportsIsToldByItsKind(String type, String text, String kind) {
    Captured captured = read(text.getBytes(StandardCharsets.UTF_8), type, null);
    assertThat(captured.versions()).isEmpty();
    assertThat(captured.rejected())
        .singleElement()
        .satisfies(no -> assertThat(no.code()).isEqualTo("no-report"))
        .satisfies(no -> assertThat(no.why()).contains("This is " + kind + " "));
  }

  @Test
  void aPageThatNothingShowsToBeAnArticleIsNone() {
    String gone = "<title>Page not found</title><h1>Page not found</h1><p>Try the search.";
    assertThat(read(gone).rejected()).extracting(Rejection::code).containsExactly("no-article");
    String login = "<p>Log in to continue reading.<form class=paywall><input type=password></form>";
    assertThat(read(login).rejected()).extracting(Rejection::code).containsExactly("no-article");
    assertThat(read(gone + "<p>" + "It rained on the lake. ".repeat(12)).versions()).hasSize(1);
    assertThat(read("<article>" + gone).versions()).hasSize(1);
    assertThat(read("<meta name=author content='Ilse Vant'>" + gone).versions()).hasSize(1);
    assertThat(read("<p>The wind rose.<p class=paywall>Subscribe to read on.").versions())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Wind rises - Orva Post            ~              ~ Orva Post",
        "Orva Post: news from the lake     ~              ~ orvapost.example",
        "The Orva Post | Wind rises        ~              ~ The Orva Post",
        "Wind rises - Lake                 ~              ~ orvapost.example",
        "Wind rises                        ~ Orva Post UK ~ Orva Post",
        "Wind rises                        ~ Orva Post    ~ Orva Post",
        "Wind rises                        ~ Orva         ~ Orva",
        "Wind rises                        ~ Lake Weekly  ~ Lake Weekly"
      })
  void editionsOfASiteAreOneOutlet(String title, @Nullable String named, String outlet) {
    String site = named == null ? "" : "<meta property=og:site_name content='" + named + "'>";
    assertThat(page("<title>" + title + "</title>" + site + "<p>Rain.").report().outlet())
        .isEqualTo(outlet);
  }

  @ParameterizedTest
  @CsvSource({
    "Lake News,lake.example,Lake News",
    "Lake UK,lake.example,Lake",
    "The Lake New Zealand edition,lake.example,The Lake New Zealand edition",
    "Lake New Zealand,lake.example,Lake",
    "Lake Post Weekend,lakepost.example,Lake Post",
    "The Lake Post,lake-post.co.uk,The Lake Post",
    "Lake and Town Gazette US,latg.example,Lake and Town Gazette",
    "Lake Post Weekend,gazette.example,Lake Post Weekend"
  })
  void oneWordAloneLosesOnlyAnEdition(String said, String site, String name) {
    assertThat(Outlet.name(said, site)).isEqualTo(name);
  }

  @Test
  void aBylineIsNoParagraph() {
    String authors =
        "<meta name=author content='Ilse Vant'><meta name=author content='Osric Bey'>"
            + "<meta property=og:site_name content='Orva Post'>";
    for (String byline :
        List.of("By Ilse Vant", "ILSE VANT and Osric Bey", "By Ilse Vant, Orva Post")) {
      assertThat(page(authors + "<p>" + byline + "<p>The wind rose.").report().text())
          .isEqualTo("\n\nThe wind rose.");
    }
    for (String other : List.of("By Ilse Vant in Dunmarsh", "By Tom Rusk", "Orva Post")) {
      assertThat(page(authors + "<p>" + other + "<p>The wind rose.").report().text())
          .contains(other);
    }
  }

  @Test
  void anOutletIsWhatThePageSaysThenTheFeedThenTheHost() {
    byte[] bare = (ARTICLE + "<p>The wind rose.").getBytes(StandardCharsets.UTF_8);
    Via via = new Via("https://f.example/rss", "Lake news", "Orva Wire", "Wind", null);
    assertThat(page("<meta property=og:site_name content='Orva Post'><p>Rain.").report().outlet())
        .isEqualTo("Orva Post");
    assertThat(read(bare, "text/html", via).versions().getFirst().report())
        .satisfies(report -> assertThat(report.outlet()).isEqualTo("Orva Wire"))
        .satisfies(report -> assertThat(report.title()).isEqualTo("Wind"));
    assertThat(read(bare, "text/html", null).versions().getFirst().report().outlet())
        .isEqualTo("orvapost.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a graph   | {'@graph':[{'@type':'WebPage'},{'@id':'#o','@type':'Organization','name':'Orva Post'},{'@type':'NewsArticle','headline':'Wind','datePublished':'2031-03-04','publisher':{'@id':'#o'},'author':[{'@type':'Person','name':'Ilse Vant'},{'name':'Osric Bey'}]}]}",
        "a list    | [{'@type':'Organization','name':'x'},{'@type':['Thing','ReportageNewsArticle'],'headline':'Wind','datePublished':'2031-03-04','publisher':{'name':'Orva Post'},'author':['Ilse Vant','Osric Bey']}]",
        "wrapped   | <!-- {'@type':'Article','headline':'Wind','datePublished':'2031-03-04','publisher':[{'name':'Orva Post'}],'author':[{'name':'By Ilse Vant'},{'name':'Osric Bey'}]} -->",
        "a comma   | {'@type':'Article','headline':'Wind','datePublished':'2031-03-04T00:00','publisher':{'name':'Orva Post'},'author':[{'name':'Ilse Vant'},{'name':'Osric Bey'},],};"
      })
  void linkedDataIsReadInAnyShape(String kind, String json) {
    Version version =
        page(
            "<script type=application/ld+json>"
                + json.replace('\'', '"')
                + "</script><p>It rained.");
    assertThat(version.report().title()).as(kind).isEqualTo("Wind");
    assertThat(version.report().outlet()).isEqualTo("Orva Post");
    assertThat(version.report().published()).isNotNull();
    assertThat(version.authors()).containsExactly("Ilse Vant", "Osric Bey");
  }

  @Test
  void brokenLinkedDataStillGivesItsFields() {
    Version version =
        page(
            "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": \"Wind \\u0026 rain\","
                + " \"datePublished\": \"2031-03-04\", \"description\": \"say \"no\" to it\"}</script><p>It rained.");
    assertThat(version.report().title()).isEqualTo("Wind & rain");
    assertThat(version.report().published()).hasToString("2031-03-04");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2031-03-04 08:30:00 +0100     | 2031-03-04T08:30:00+01:00",
        "20310304T083000Z              | 2031-03-04T08:30:00Z",
        "20310304                      | 2031-03-04",
        "Tue, 4 Mar 2031 08:30:00 GMT  | 2031-03-04T08:30Z",
        "yesterday                     | "
      })
  void timesAreReadAsPagesWriteThem(String written, @Nullable String read) {
    Stamp published =
        page("<meta name=date content='" + written + "'><p>Rain.").report().published();
    assertThat(published == null ? null : published.text()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>DUNMARSH, Orvania (OWA) — The wind rose. | (OWA)",
        "<p>The wind rose.<p>Orva Wire contributed to this report. | Orva Wire contributed to this report.",
        "<p>The wind rose.<p>Reporting by Ilse Vant; Editing by Osric Bey | Reporting by Ilse Vant; Editing by Osric Bey",
        "<meta name=syndication-source content='Orva Wire'><p>The wind rose. | Orva Wire",
        "<p>The wind rose.<p>Source: owa | Source: owa",
        "<p>The wind rose.<p>OWA | OWA",
        "<p>The wind rose.<p>— Northline | Northline",
        "<p>The wind rose.<p>ENDS | ",
        "<p>The wind rose.<p>(Reporting by Ilse Vant; Editing by Osric Bey) | Reporting by Ilse Vant; Editing by Osric Bey",
        "<p>The wind rose.<p>(Reporting by Ilse Vant (Dunmarsh)) | Reporting by Ilse Vant (Dunmarsh)",
        "<meta name=author content='By OWA'><p>By OWA<p>The wind rose. | OWA",
        "<meta name=author content='Orva Press Agency'><p>The wind rose. | Orva Press Agency",
        "<meta name=author content=Northline><p>The wind rose. | Northline",
        "<meta name=author content=Staff><p>The wind rose. | ",
        "<meta name=author content='Ilse Vant'><p>The wind rose. | ",
        "<meta name=author content='Lake News'><meta property=og:site_name content='Lake News'><p>The wind rose. | ",
        "<meta property=og:site_name content='Lake News'><p>The wind rose.<p>© 2031 Lake News | ",
        "<p>The wind rose (again). | "
      })
  void wordsThatCreditOthersAreKept(String html, @Nullable String credit) {
    assertThat(page(html).report().credit()).isEqualTo(credit);
  }

  @Test
  void aStubIsNamedAsSuch() {
    String gated =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\",\"hasPart\":"
            + "{\"isAccessibleForFree\":false,\"cssSelector\":\".rest\"}}</script>";
    assertThat(page(gated + "<p>The wind rose.").report().stub()).isTrue();
    assertThat(
            page(gated + "<p>The wind rose.<p class=rest>" + "It rained on. ".repeat(30))
                .report()
                .stub())
        .isFalse();
    assertThat(page("<p>The wind rose.<div>Subscribe to continue reading.</div>").report().stub())
        .isTrue();
    assertThat(page("<p>The wind rose.").report().stub()).isFalse();
  }

  @Test
  void theServersCharsetCountsWhereTheBytesFitNoOther() {
    byte[] bytes = (ARTICLE + "<p>Ветер усилился.").getBytes(Charset.forName("windows-1251"));
    assertThat(
            read(bytes, "text/html; charset=windows-1251", null)
                .versions()
                .getFirst()
                .report()
                .text())
        .contains("Ветер усилился.");
    byte[] utf8 =
        (ARTICLE + "<meta charset=windows-1251><p>Ветер усилился.")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(
            read(utf8, "text/html; charset=iso-8859-1", null).versions().getFirst().report().text())
        .contains("Ветер усилился.");
    assertThat(read(Given.gzip(utf8), "text/html", null).versions()).hasSize(1);
  }

  @Test
  void bytesCountBeforeWhatTheServerSays() {
    byte[] json =
        "{\"id\": \"a1\", \"body\": \"The wind rose.\", \"seen\": \"2031-03-01\"}"
            .getBytes(StandardCharsets.UTF_8);
    Version version = read(json, "text/html", null).versions().getFirst();
    assertThat(version.id()).isEqualTo("a1");
    assertThat(version.report().seen()).hasToString("2031-03-01");
    assertThat(
            read("The wind rose.".getBytes(StandardCharsets.UTF_8), "text/plain", null)
                .versions()
                .getFirst()
                .report()
                .text())
        .isEqualTo("The wind rose.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'uri':'tag:orva,2031:9','headline':'Wind','body_html':'<p>The wind rose.</p><p>It rained.</p>','versioncreated':'2031-03-04T08:00:00Z','byline':'By Ilse Vant and Osric Bey','copyrightholder':'Orva Wire'}",
        "{'uri':'tag:orva,2031:9','headlines':[{'role':'main','value':'Wind'}],'bodies':[{'role':'main','value':'<p>The wind rose.</p><p>It rained.</p>'}],'versionCreated':'2031-03-04T08:00:00Z','by':'Ilse Vant, Osric Bey','rightsInfo':{'copyrightHolder':'Orva Wire'}}"
      })
  void anItemInNinjsIsAReport(String json) {
    Version version =
        read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "application/json", null)
            .versions()
            .getFirst();
    assertThat(version.id()).isEqualTo("tag:orva,2031:9");
    assertThat(version.report().text()).isEqualTo("Wind\n\nThe wind rose.\n\nIt rained.");
    assertThat(version.report().outlet()).isEqualTo("Orva Wire");
    assertThat(version.report().published()).hasToString("2031-03-04T08:00:00Z");
    assertThat(version.authors()).containsExactly("Ilse Vant", "Osric Bey");
  }

  @Test
  void aWithheldItemIsNotRead() {
    Captured captured =
        read(
            "{\"uri\":\"x\",\"pubstatus\":\"canceled\",\"headline\":\"Wind\"}"
                .getBytes(StandardCharsets.UTF_8),
            null,
            null);
    assertThat(captured.rejected()).extracting(Rejection::code).containsExactly("withheld");
  }

  @Test
  void aPressReleaseInPdfIsRead() throws IOException {
    byte[] pdf =
        pdf(
            List.of(
                "Harbour office",
                "Ferries stop",
                "",
                "The harbour master said that no fer-",
                "ry would leave.",
                "1"),
            List.of("Harbour office", "", "Forty people waited.", "2"));
    Version version = read(pdf, "application/pdf", null).versions().getFirst();
    assertThat(version.report().title()).isEqualTo("Wind on the lake");
    assertThat(version.report().published()).hasToString("2031-03-04T08:30Z");
    assertThat(version.report().text())
        .contains("The harbour master said that no ferry would leave.")
        .contains("Forty people waited.")
        .doesNotContain("Harbour office")
        .doesNotContain("1");
  }

  @Test
  void aReleaseIsNamedAndDatedByItsFirstLines() throws IOException {
    byte[] pdf =
        pdf(
            List.of(
                "Orva Harbour Office",
                "",
                "FOR IMMEDIATE RELEASE",
                "",
                "Ferries to stop within three weeks",
                "",
                "DUNMARSH, March 6, 2031 - The office will stop all ferries.",
                "",
                "On May 1, 2030, two ferries had met."));
    Version version = read(untitled(pdf), "application/pdf", null).versions().getFirst();
    assertThat(version.report().title()).isEqualTo("Ferries to stop within three weeks");
    assertThat(version.report().published()).hasToString("2031-03-06");
    assertThat(version.report().outlet()).isEqualTo("Orva Harbour Office");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6 March 2031                                 | 2031-03-06",
        "Dunmarsh, Orvania (Mar. 6, 2031) - It rained. | 2031-03-06",
        "Lemburg, 6. März 2031 – Es regnete.          | 2031-03-06",
        "On March 6, 2031, it rained.                 | ",
        "LEMBURG, Rain 6, 2031 - It rained.           | ",
        "February 30, 2031                            | "
      })
  void theDayOfAReleaseIsReadAsReleasesWriteIt(String line, @Nullable String day) {
    Stamp date = Release.of(List.of("Rain", line, "It rained.")).date().orElse(null);
    assertThat(date == null ? null : date.text()).isEqualTo(day);
  }

  @Test
  void aPdfCutBeforeItsTextIsToldToBeCut() throws IOException {
    byte[] pdf = pdf(List.of());
    assertThat(read(pdf, null, null).rejected())
        .extracting(Rejection::code)
        .containsExactly("no-text");
    byte[] cut = Arrays.copyOf(pdf, pdf.length - 7);
    assertThat(read(cut, null, null).rejected())
        .singleElement()
        .satisfies(no -> assertThat(no.why()).contains("cut off"));
  }

  @Test
  void aPdfCutAnywhereIsAReportOrARejection() throws IOException {
    byte[] pdf = pdf(List.of("Ferries stop", "The harbour master spoke."));
    for (int length = 0; length < pdf.length; length += 7) {
      Captured captured = read(Arrays.copyOf(pdf, length), "application/pdf", null);
      assertThat(captured.versions().size() + captured.rejected().size()).isEqualTo(1);
    }
    assertThat(read(Arrays.copyOf(pdf, 60), null, null).rejected())
        .extracting(Rejection::file, Rejection::code)
        .containsExactly(tuple(URL, "broken-pdf"));
  }

  private static byte[] untitled(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle("release-final.docx");
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  @SafeVarargs
  private static byte[] pdf(List<String>... pages) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          for (int i = 0; i < lines.size(); i++) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(72, 700 - 16 * i);
            content.showText(lines.get(i));
            content.endText();
          }
        }
      }
      document.getDocumentInformation().setTitle("Wind on the lake");
      Calendar time = Calendar.getInstance(TimeZone.getTimeZone("UTC"), java.util.Locale.ROOT);
      time.clear();
      time.set(2031, Calendar.MARCH, 4, 8, 30, 0);
      document.getDocumentInformation().setCreationDate(time);
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
