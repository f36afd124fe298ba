package rashomon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.capture.Discovered.Kind;
import rashomon.capture.Discovered.Lead;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;
import rashomon.model.Stamp;
import rashomon.model.Via;

class DiscoveredTest {

  private static Discovered read(String url, String text) {
    return Discovered.read(Given.capture(url, text));
  }

  @Test
  void aFeedLeadsToItsReportsAndSaysWhatItKnowsOfThem() {
    Discovered found = read("https://globe.example/f", Given.RSS);
    assertThat(found.kind()).isEqualTo(Kind.FEED);
    assertThat(found.leads()).hasSize(3);
    assertThat(found.leads().getFirst())
        .isEqualTo(
            new Lead(
                "https://globe.example/ferry?id=1&page=2",
                new Via(
                    "https://globe.example/f",
                    "The Harbour Globe – World",
                    "Lisk Wire",
                    "Ferry stopped at Orvan & Lisk",
                    Stamp.parse("2031-03-04T23:30:00-05:00").orElseThrow())));
    assertThat(found.rejected()).extracting(Rejection::code).contains("no-link");
    assertThat(read("x", Given.ATOM).kind()).isEqualTo(Kind.FEED);
    assertThat(read("x", Given.RDF).kind()).isEqualTo(Kind.FEED);
    assertThat(read("x", Given.JSON_FEED).kind()).isEqualTo(Kind.FEED);
  }

  @Test
  void aListOfFeedsLeadsToEachOnceAtAnyDepth() {
    Discovered found = read("feeds.opml", Given.OPML);
    assertThat(found.kind()).isEqualTo(Kind.FEED_LIST);
    assertThat(found.leads())
        .containsExactly(
            new Lead(
                "https://globe.example/feed?a=1&b=2",
                new Via("feeds.opml", "Globe", null, null, null)),
            new Lead("https://lisk.example/atom", new Via("feeds.opml", "Lisk", null, null, null)));
    assertThat(found.rejected())
        .singleElement()
        .satisfies(no -> assertThat(no.why()).contains("ftp://x.example/feed"));
  }

  @Test
  void aSitemapForNewsNamesPublisherTitleAndDay() {
    Discovered found = read("https://globe.example/s.xml", Given.NEWS_SITEMAP);
    assertThat(found.kind()).isEqualTo(Kind.SITEMAP);
    assertThat(found.leads())
        .extracting(Lead::url)
        .containsExactly("https://globe.example/a?x=1&y=2", "https://globe.example/b");
    Via via = found.leads().getFirst().via();
    assertThat(via.publisher()).isEqualTo("Harbour Globe");
    assertThat(via.title()).isEqualTo("Ferry stopped");
    assertThat(Objects.requireNonNull(via.published()).text()).isEqualTo("2031-03-04");
    assertThat(via.label()).isNull();
  }

  @Test
  void anIndexLeadsToSitemapsPackedOrNot() {
    byte[] packed = Given.gzip(Given.SITEMAP_INDEX.getBytes(StandardCharsets.UTF_8));
    Discovered found =
        Discovered.read(Given.capture("https://globe.example/s.gz", "application/gzip", packed));
    assertThat(found.kind()).isEqualTo(Kind.SITEMAP_INDEX);
    assertThat(found.leads())
        .extracting(Lead::url)
        .containsExactly("https://globe.example/s1.xml.gz", "https://globe.example/s2.xml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><head></head><body><rss></rss></body></html>",
        "<html><a href='f.rss'>feed</a></html>",
        "Just words about a <feed> of words",
        "{\"text\": \"see jsonfeed.org\"}",
        "{\"version\": 1, \"a\": \"https://jsonfeed.org/version/1\"}",
        "%PDF-1.7",
        "",
        "<"
      })
  void everythingElseIsAPage(String text) {
    Discovered found = read("https://globe.example/p", text);
    if (!text.startsWith("Just")) {
      assertThat(found.kind()).isEqualTo(Kind.PAGE);
      assertThat(found.leads()).isEmpty();
    }
  }

  @Test
  void aFeedWithoutATitleGoesByTheNameInTheList() {
    Via listed = new Via("feeds.opml", "Globe", null, null, null);
    byte[] bytes =
        "<rss><channel><item><link>/a</link></item></channel></rss>"
            .getBytes(StandardCharsets.UTF_8);
    Capture capture =
        new Capture("https://globe.example/f", Given.SEEN, null, Payload.of(bytes), listed);
    assertThat(Discovered.read(capture).leads().getFirst().via().label()).isEqualTo("Globe");
  }

  @Test
  void whatUnpacksWithoutEndOrNotAtAllIsBroken() {
    Discovered bomb = Discovered.read(Given.capture("https://x.example/", null, Given.bomb()));
    assertThat(bomb.kind()).isEqualTo(Kind.BROKEN);
    assertThat(bomb.rejected()).extracting(Rejection::code).containsExactly("too-long");
    byte[] damaged = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3};
    Discovered broken = Discovered.read(Given.capture("https://x.example/", null, damaged));
    assertThat(broken.rejected()).extracting(Rejection::code).containsExactly("broken-gzip");
  }
}
