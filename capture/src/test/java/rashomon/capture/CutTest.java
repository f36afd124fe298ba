package rashomon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rashomon.model.Capture;
import rashomon.model.Rejection;

/**
 * Every kind of input, cut at every byte: nothing is thrown, nothing is lost that stands before the
 * cut, and nothing is made up of what is cut through.
 */
class CutTest {

  static Stream<String> lists() {
    return Stream.of(
        Given.RSS,
        Given.ATOM,
        Given.RDF,
        Given.JSON_FEED,
        Given.OPML,
        Given.NEWS_SITEMAP,
        Given.SITEMAP_INDEX);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void ofACutListTheBeginningIsRead(String text) {
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    List<Discovered.Lead> whole = leads(bytes);
    int before = 0;
    for (int cut = 0; cut < bytes.length; cut++) {
      byte[] part = Arrays.copyOf(bytes, cut);
      Discovered found = Discovered.read(Given.capture("https://globe.example/list", null, part));
      List<String> urls = found.leads().stream().map(Discovered.Lead::url).toList();
      List<String> expected = whole.stream().map(Discovered.Lead::url).limit(urls.size()).toList();
      assertThat(urls).as("cut at " + cut).isEqualTo(expected);
      assertThat(urls.size()).as("cut at " + cut).isGreaterThanOrEqualTo(before);
      if (found.kind() != Discovered.Kind.PAGE) {
        assertThat(found.rejected()).as("cut at " + cut).isNotEmpty();
      }
      // jsoup takes a tag that ends in = for a whole one
      before = cut > 0 && bytes[cut - 1] == '=' ? before : urls.size();
    }
    assertThat(before).isEqualTo(whole.size()).isPositive();
  }

  private static List<Discovered.Lead> leads(byte[] bytes) {
    return Discovered.read(Given.capture("https://globe.example/list", null, bytes)).leads();
  }

  static Stream<byte[]> files() {
    byte[] lines =
        "{\"text\":\"Eins\"}\n{\"text\":\"Zwei é\"}\n\n{\"text\":\"3\"}"
            .getBytes(StandardCharsets.UTF_8);
    byte[] array =
        "[{\"text\":\"Eins\"},\n {\"text\":\"Zwei é\", \"a\": [1, {}]}, {\"text\":\"3\"}]"
            .getBytes(StandardCharsets.UTF_8);
    return Stream.of(lines, array, Given.gzip(lines), Given.gzip(array));
  }

  @ParameterizedTest
  @MethodSource("files")
  void ofACutFileOfRecordsTheBeginningIsRead(byte[] bytes) {
    List<Capture> whole = records(bytes, new ArrayList<>());
    assertThat(whole).hasSize(3);
    int most = 0;
    for (int cut = 0; cut < bytes.length; cut++) {
      List<Rejection> rejected = new ArrayList<>();
      List<Capture> found = records(Arrays.copyOf(bytes, cut), rejected);
      int kept = found.size();
      if (kept != 1) {
        assertThat(found).as("cut at " + cut).isEqualTo(whole.subList(0, kept));
      }
      assertThat(kept).isGreaterThanOrEqualTo(most);
      most = kept;
    }
    assertThat(most).isGreaterThanOrEqualTo(2);
  }

  private static List<Capture> records(byte[] bytes, List<Rejection> rejected) {
    List<Capture> captures = new ArrayList<>();
    Intake intake = new Intake(Given.SEEN, captures::add, rejected::add);
    intake.stream("x.json", new ByteArrayInputStream(bytes));
    return captures;
  }

  @Test
  void ofACutArchiveTheBeginningIsRead() throws Exception {
    WarcTest.Archive archive = WarcTest.archive();
    byte[] bytes = archive.payload().bytes();
    List<Capture> whole = new ArrayList<>();
    Warc.captures(new ByteArrayInputStream(bytes), "a", whole::add, no -> {});
    assertThat(whole).hasSize((int) archive.pagesBefore(bytes.length)).hasSize(6);
    for (int cut = 1; cut < bytes.length; cut++) {
      List<Capture> found = new ArrayList<>();
      List<Rejection> rejected = new ArrayList<>();
      byte[] part = Arrays.copyOf(bytes, cut);
      Warc.captures(new ByteArrayInputStream(part), "a", found::add, rejected::add);
      assertThat(found).as("cut at " + cut).isEqualTo(whole.subList(0, found.size()));
      assertThat((long) found.size()).isGreaterThanOrEqualTo(archive.pagesBefore(cut));
      long breaks = rejected.stream().filter(no -> no.code().equals("broken-warc")).count();
      assertThat(breaks).as("cut at " + cut).isEqualTo(archive.isBetweenRecords(cut) ? 0 : 1);
    }
  }
}
