package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rashomon.model.Capture;
import rashomon.model.Payload;

/** What reading pages costs, in processor time beside parsing the same pages. */
final class PaceTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String PARAGRAPH =
      "<p>No ferry will leave the harbour of Dunmarsh before the wind has dropped, the master said on Tuesday.</p>";

  @ParameterizedTest
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  @CsvSource(
      delimiter = '|',
      value = {
        "boxes in boxes | 100000 | <div class=story>",
        "boxes with text in boxes | 50000 | <div id=a>the wind rose over the lake",
        "links          | 200000 | <a href=/x>The wind rose over the lake</a>",
        "boxes of links | 100000 | <div class=card><a href=/x>The wind rose</a></div>",
        "paragraphs     | 30000 | <p class=text>The wind rose over the lake, and the boats stayed in.</p>",
        "breaks         | 300000 | <br>",
        "properties     | 50000 | <span itemprop=author>Ilse Vant</span>",
        "headings       | 50000 | <h1>Ferries stop</h1>",
      })
  void aPageOfAMillionOfOneThingIsReadWithinSeconds(String what, int count, String thing) {
    Captured captured = read(page(thing.repeat(count)));
    assertThat(captured.versions().size() + captured.rejected().size()).as(what).isEqualTo(1);
  }

  @Test
  void tenTimesThePageTakesAboutTenTimesAsLong() {
    String some = "<div class=story><a href=/x>Ferries</a>" + PARAGRAPH + "</div>\n";
    String page = page(some.repeat(150));
    String longer = page(some.repeat(1_500));
    reading(longer);
    assertThat(reading(longer) / reading(page)).isLessThan(30);
  }

  /** About three times the parsing alone, once all is compiled; this holds long before. */
  @Test
  void aPageIsReadInAFewTimesWhatItsParsingTakes() {
    String page =
        page(
            "<ul>"
                + "<li class=\"menu item\"><a class=link href=/s>Section</a></li>".repeat(150)
                + "</ul><article>"
                + PARAGRAPH.repeat(40)
                + "</article>");
    double read = reading(page);
    double parsed = least(page, () -> assertThat(Jsoup.parse(page).childNodeSize()).isPositive());
    assertThat(read / parsed).isLessThan(15);
  }

  private static String page(String body) {
    return "<html lang=en><head><title>Ferries stop</title></head><body>" + body + "</body></html>";
  }

  private static Captured read(String page) {
    Payload payload = Payload.of(page.getBytes(StandardCharsets.UTF_8));
    return Captured.read(
        new Capture("https://orvapost.example/a", Instant.EPOCH, "text/html", payload, null));
  }

  private static double reading(String page) {
    return least(page, () -> assertThat(read(page).versions()).hasSize(1));
  }

  /** The least processor time of many runs; more of them for shorter pages. */
  private static double least(String page, Runnable run) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 4 + 2_000_000 / page.length(); i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      run.run();
      least = Math.min(least, (double) (THREADS.getCurrentThreadCpuTime() - start));
    }
    return least;
  }
}
