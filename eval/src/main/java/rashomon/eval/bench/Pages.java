package rashomon.eval.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rashomon.ingest.Captured;
import rashomon.model.Capture;
import rashomon.model.Payload;

/**
 * Pages to reports on one core, in pages a second. The page is invented, and as large as the mean
 * of the pages that the extraction scoreboard reads: 170 kB, a third of it scripts, some 180
 * blocks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Pages {

  private final String page = page();
  private final Capture capture =
      new Capture(
          "https://orvapost.example/news/ferries",
          Instant.EPOCH,
          "text/html; charset=utf-8",
          Payload.of(page.getBytes(StandardCharsets.UTF_8)),
          null);

  /** Reads it. */
  @Benchmark
  public Captured read() {
    return Captured.read(capture);
  }

  /** Parses it alone, for scale. */
  @Benchmark
  public Document parse() {
    return Jsoup.parse(page);
  }

  private static String page() {
    String links =
        many(
            120,
            "<li class=\"menu-item item-%1$d\"><a class=\"link\" data-track=\"nav|%1$d\" href=\"/section/%1$d\">Section number %1$d</a></li>");
    String teasers =
        many(
            25,
            "<div class=\"card teaser\"><a href=\"/story/%1$d\"><img alt=\"\" src=\"/i/%1$d.jpg\"></a>"
                + "<h3><a href=\"/story/%1$d\">What else happened on day %1$d by the lake</a></h3>"
                + "<span class=\"meta\"><time datetime=\"2031-03-04\">4 March</time></span></div>");
    String body = "<p>" + Reports.of(12).text().replace("\n\n", "</p>\n<p>") + "</p>";
    String script =
        "<script>"
            + "var settings = {\"a\": [1, 2, 3], \"b\": \"<p>\"};\n".repeat(1_200)
            + "</script>";
    return "<!doctype html><html lang=en><head><title>Ferries stop | Orva Post</title>"
        + "<meta property=\"og:site_name\" content=\"Orva Post\">"
        + "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Ferries stop\"}</script>"
        + "</head><body class=\"single post\"><header><nav><ul>"
        + links
        + "</ul></nav></header><main><article class=\"story\"><h1>Ferries stop</h1><div class=\"story-body\">"
        + body
        + "</div></article><aside class=\"related\">"
        + teasers
        + "</aside></main>"
        + script
        + "<div style=\"display: none\">"
        + "<span data-empty=\"1\"></span>".repeat(1_500)
        + "</div><footer><ul>"
        + links
        + "</ul></footer></body></html>";
  }

  private static String many(int count, String format) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(Locale.ROOT, format, i))
        .collect(Collectors.joining("\n"));
  }
}
