package rashomon.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import rashomon.ingest.Captured;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Report;

/**
 * The bodies found in pages against the true ones. Precision is the mean over the pages where
 * something was found, recall over those where there is something to find, and F1 is made of the
 * two means, as the benchmark does it.
 */
record ExtractionScore(SortedMap<String, Shingles> pages) {

  static final String TRUTH = "ground-truth.json";
  static final String LAYOUT =
      "a folder is needed with ground-truth.json, {\"KEY\": {\"articleBody\": TEXT, \"url\": URL}}, and"
          + " html/KEY.html or html/KEY.html.gz for each key";

  private static final ObjectMapper JSON = new ObjectMapper();

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(TRUTH)) && Files.isDirectory(folder.resolve("html"));
  }

  /** A page with what is known of it; the address may be empty. */
  record Page(String key, String url, String truth, Payload html) {}

  static List<Page> pages(Path folder) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Map.Entry<String, JsonNode> page :
        JSON.readTree(folder.resolve(TRUTH).toFile()).properties()) {
      pages.add(
          new Page(
              page.getKey(),
              page.getValue().path("url").asText(""),
              page.getValue().path("articleBody").asText(""),
              Payload.of(Files.readAllBytes(file(folder, page.getKey())))));
    }
    return pages;
  }

  /** The bodies that the program finds. */
  static Map<String, String> found(Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Page page : pages(folder)) {
      found.put(page.key(), body(page.html(), page.url()));
    }
    return found;
  }

  /** The bodies in a file of the benchmark's form, bare or with the version that made them. */
  static Map<String, String> recorded(Path file) throws IOException {
    JsonNode root = JSON.readTree(file.toFile());
    JsonNode outputs = root.has("output") ? root.get("output") : root;
    Map<String, String> bodies = new TreeMap<>();
    outputs
        .properties()
        .forEach(page -> bodies.put(page.getKey(), page.getValue().path("articleBody").asText("")));
    return bodies;
  }

  static ExtractionScore of(Path folder, Map<String, String> found) throws IOException {
    SortedMap<String, Shingles> pages = new TreeMap<>();
    for (Page page : pages(folder)) {
      pages.put(page.key(), Shingles.of(found.getOrDefault(page.key(), ""), page.truth()));
    }
    return new ExtractionScore(pages);
  }

  double precision() {
    return mean(Shingles::predicted, Shingles::precision);
  }

  double recall() {
    return mean(Shingles::gold, Shingles::recall);
  }

  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  /** At most {@code most} pages, the worst first. */
  Scoreboard.Result result(int most) {
    List<String> rows =
        pages.entrySet().stream()
            .sorted(Comparator.comparingDouble(page -> page.getValue().f1()))
            .limit(most)
            .map(page -> row(page.getKey(), page.getValue()))
            .toList();
    return new Scoreboard.Result(
        rows,
        JSON.createObjectNode()
            .put("pages", pages.size())
            .put("f1", Counts.thousandths(f1()))
            .put("precision", Counts.thousandths(precision()))
            .put("recall", Counts.thousandths(recall())));
  }

  private static String row(String page, Shingles shingles) {
    return String.format(
        Locale.ROOT,
        "f1 %.3f  precision %.3f  recall %.3f  %s",
        shingles.f1(),
        shingles.precision(),
        shingles.recall(),
        page);
  }

  private double mean(ToDoubleFunction<Shingles> where, ToDoubleFunction<Shingles> what) {
    return pages.values().stream()
        .filter(page -> where.applyAsDouble(page) > 0)
        .mapToDouble(what)
        .average()
        .orElse(0);
  }

  private static Path file(Path folder, String key) throws IOException {
    return Stream.of(key + ".html.gz", key + ".html")
        .map(name -> folder.resolve("html").resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new IOException("there is no page for " + key + ": " + LAYOUT));
  }

  /** Nothing where the page is rejected; else its text without the title that it begins with. */
  static String body(Payload html, String url) {
    return Captured.read(capture(html, url)).versions().stream()
        .findFirst()
        .map(version -> version.report())
        .map(ExtractionScore::withoutTitle)
        .orElse("");
  }

  static Capture capture(Payload html, String url) {
    String place = url.isEmpty() ? "https://page.example/" : url;
    return new Capture(place, Instant.EPOCH, "text/html", html, null);
  }

  private static String withoutTitle(Report report) {
    return report.text().substring(report.title().length());
  }
}
