package rashomon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Rejection;
import rashomon.model.Stamp;

class FeedTest {

  private static final String URL = "https://globe.example/feeds/world.xml";

  private final List<Rejection> rejected = new ArrayList<>();

  private Feed read(String text) {
    return Feed.read(Given.capture(URL, text), rejected::add);
  }

  @Test
  void rssIsReadWithPublisherTimesAndNamesOfAuthors() {
    Feed feed = read(Given.RSS);
    assertThat(feed.label()).isEqualTo("The Harbour Globe – World");
    assertThat(feed.entries()).hasSize(3);
    Feed.Entry first = feed.entries().getFirst();
    assertThat(first.link()).isEqualTo("https://globe.example/ferry?id=1&page=2");
    assertThat(first.title()).isEqualTo("Ferry stopped at Orvan & Lisk");
    assertThat(first.publisher()).isEqualTo("Lisk Wire");
    assertThat(first.id()).isEqualTo("globe-1");
    assertThat(first.authors()).containsExactlyInAnyOrder("Jane Roe", "Jon Doe");
    assertThat(first.published()).isEqualTo(stamp("2031-03-04T23:30:00-05:00"));
    Feed.Entry second = feed.entries().get(1);
    assertThat(second.link()).isEqualTo("https://globe.example/talks");
    assertThat(second.title()).isEqualTo("Talks & tolls");
    assertThat(second.published()).isEqualTo(stamp("2031-03-05T07:15:00-05:00"));
    assertThat(feed.entries().get(2).link()).isEqualTo("https://globe.example/by-guid");
  }

  @Test
  void whatAFeedGetsWrongIsToldOnceForEachKind() {
    read(Given.RSS);
    assertThat(rejected).extracting(Rejection::code).containsExactly("no-link", "bad-time");
    assertThat(rejected).extracting(Rejection::file).containsOnly(URL);
    assertThat(rejected.getFirst().why()).isEqualTo("1 entry leads to no web address: left out.");
    assertThat(rejected.getLast().why()).contains("sometime on Tuesday");
  }

  @Test
  void atomLinksAreSeenFromEveryBaseAroundThem() {
    Feed feed = read(Given.ATOM);
    assertThat(feed.label()).isEqualTo("Lisk & Sons");
    Feed.Entry first = feed.entries().getFirst();
    assertThat(first.link()).isEqualTo("https://lisk.example/a/2031/vote.html");
    assertThat(first.title()).isEqualTo("5 < 6 say voters");
    assertThat(first.publisher()).isEqualTo("Northern Desk");
    assertThat(first.published()).isEqualTo(stamp("2031-03-04T10:00:00+09:00"));
    assertThat(first.updated()).isEqualTo(stamp("2031-03-04T12:00:00+09:00"));
    assertThat(first.authors()).containsExactly("Mara Vale");
    Feed.Entry second = feed.entries().getLast();
    assertThat(second.link()).isEqualTo("https://lisk.example/mayor");
    assertThat(second.title()).isEqualTo("Mayor resigns");
    assertThat(second.published()).isNull();
    assertThat(second.updated()).isEqualTo(stamp("2031-03-05T12:00:00Z"));
    assertThat(rejected).isEmpty();
  }

  @Test
  void rdfIsRead() {
    Feed feed = read(Given.RDF);
    assertThat(feed.label()).isEqualTo("Old Post");
    assertThat(feed.entries())
        .containsExactly(
            new Feed.Entry(
                "https://old.example/1",
                "Bridge opens",
                stamp("2031-03-04T05:00:00+02:00"),
                null,
                "Orvan Press",
                "https://old.example/1",
                List.of()));
    assertThat(rejected).isEmpty();
  }

  @Test
  void jsonFeedIsReadWhereverItsTitleStands() {
    Feed feed = read(Given.JSON_FEED);
    assertThat(feed.label()).isEqualTo("Json Daily");
    assertThat(feed.entries())
        .extracting(Feed.Entry::link)
        .containsExactly("https://globe.example/feeds/one", "https://json.example/two");
    assertThat(feed.entries().getFirst().title()).isEqualTo("Dam breaks");
    assertThat(feed.entries().getFirst().authors()).containsExactly("A. Penn", "B. Quill");
    assertThat(feed.entries().getLast().authors()).containsExactly("C");
    assertThat(rejected).extracting(Rejection::code).containsExactly("no-link", "bad-time");
  }

  @Test
  void aLongTitleIsCutAndALongAddressIsNot() {
    String address = "https://globe.example/" + "a".repeat(2_000);
    Feed feed =
        read(
            "<rss><channel><item><guid>"
                + address
                + "</guid><title>"
                + "x".repeat(9_000)
                + "</title></item></channel></rss>");
    assertThat(feed.entries().getFirst().link()).isEqualTo(address);
    assertThat(feed.entries().getFirst().title()).isEqualTo("x".repeat(500) + "…");
  }

  @Test
  void aSourceWithoutWordsGoesByItsHost() {
    Feed feed =
        read(
            "<rss><channel><item><link>/a</link><source url='https://Lisk.example/f'/></item></channel></rss>");
    assertThat(feed.entries().getFirst().publisher()).isEqualTo("lisk.example");
  }

  @Test
  void aFeedFromAFileIsSeenFromItsOwnAddress() {
    String text = "<rss><channel><link>https://a.example/x/</link><item><link>y z/ü</link></item>";
    Feed feed = Feed.read(Given.capture("saved.xml", text + "</channel></rss>"), rejected::add);
    assertThat(feed.entries().getFirst().link()).isEqualTo("https://a.example/x/y%20z/%C3%BC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\n  ", "PHP Notice: x\n", "<!-- x -->", "\u0000\u0001"})
  void whatStandsBeforeAFeedDoesNoHarm(String before) {
    assertThat(read(before + Given.RSS).entries()).hasSize(3);
    assertThat(read(before + Given.RDF).entries()).hasSize(1);
    assertThat(Discovered.read(Given.capture(URL, before + Given.RSS)).leads()).hasSize(3);
  }

  @Test
  void entitiesControlsAndBareAmpersandsDoNoHarm() {
    Feed feed =
        read(
            "<!DOCTYPE rss [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss><channel><item>"
                + "<title>Caf&eacute; &e; \u0007R&D</title><link>/a?b&c</link></item></channel></rss>");
    assertThat(feed.entries().getFirst().title()).isEqualTo("Café &e; R&D");
    assertThat(feed.entries().getFirst().link()).isEqualTo("https://globe.example/a?b&c");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ISO-8859-1, ",
    "windows-1252, UTF-8, ",
    "windows-1251, utf-8, text/xml; charset=windows-1251",
    "windows-1251, windows-1251, ",
    "UTF-16LE, UTF-8, ",
    "UTF-16, UTF-8, "
  })
  void aWrongCharsetIsSeenThrough(String real, String declared, String contentType) {
    String title = real.endsWith("1251") ? "Пожар у реки" : "Feuer über Brücke";
    String text =
        "<?xml version='1.0' encoding='"
            + declared
            + "'?><rss><channel><title>"
            + title
            + "</title></channel></rss>";
    byte[] bytes = text.getBytes(Charset.forName(real));
    Feed feed = Feed.read(Given.capture(URL, contentType, bytes), rejected::add);
    assertThat(feed.label()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "garbage", "<html><body>Not found</body></html>", "{}", "{\"a", "[]", "<"})
  void garbageIsToldAndGivesNothing(String text) {
    assertThat(read(text).entries()).isEmpty();
    assertThat(rejected).extracting(Rejection::code).containsExactly("broken-feed");
    assertThat(rejected.getFirst().file()).isEqualTo(URL);
  }

  @Test
  void aFeedThatUnpacksWithoutEndIsRefused() {
    Feed.read(Given.capture(URL, null, Given.bomb()), rejected::add);
    assertThat(rejected).extracting(Rejection::code).containsExactly("too-long");
    assertThat(rejected.getFirst().why()).contains("64 MiB");
  }

  @Test
  void packedFeedsAreRead() {
    byte[] packed = Given.gzip(Given.ATOM.getBytes(StandardCharsets.UTF_8));
    assertThat(Feed.read(Given.capture(URL, null, packed), rejected::add).entries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 04 Mar 2031 10:15:30 GMT      | 2031-03-04T10:15:30Z",
        "Mon, 04 Mar 2031 10:15:30 +0200    | 2031-03-04T10:15:30+02:00",
        "4 March 2031 10:15 PDT             | 2031-03-04T10:15:00-07:00",
        "Tues., 4 Sept 99 1:15:30 Z         | 1999-09-04T01:15:30Z",
        "Tue, 04-Mar-31 10:15:30 UTC        | 2031-03-04T10:15:30Z",
        "Tue, 04 Mar 2031 10:15:30 GMT+0100 | 2031-03-04T10:15:30+01:00",
        "Tue, 04 Mar 2031 10:15:30          | 2031-03-04T10:15:30Z",
        "Fri, 04 Jul 2031 10:15:30 CEST     | 2031-07-04T10:15:30+02:00",
        "2031-03-04 10:15:30 +0100          | 2031-03-04T10:15:30+01:00",
        "2031-03-04                         | 2031-03-04",
        "Sat, 31 Feb 2031 10:00:00 GMT      | ",
        "Tue, 04 Mar 2031 10:15:30 +9900    | ",
        "1932000000                         | ",
        "yesterday                          | "
      })
  void timesAreReadAsFeedsWriteThem(String text, String iso) {
    assertThat(Times.stamp(text).map(Stamp::text).orElse(null)).isEqualTo(iso);
  }

  private static Stamp stamp(String text) {
    return Objects.requireNonNull(Stamp.parse(text).orElse(null));
  }
}
