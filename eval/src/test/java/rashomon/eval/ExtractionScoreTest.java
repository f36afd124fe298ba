package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractionScoreTest {

  @TempDir Path folder = Path.of("");

  @Test
  void aSequenceCountsAsOftenAsItStandsInBoth() {
    assertThat(Shingles.of("one two three four. One", "one two three four five"))
        .isEqualTo(new Shingles(1, 2, 2));
    assertThat(Shingles.of("a b c d a b c d", "a b c d").shared()).isEqualTo(1);
    assertThat(Shingles.of("two words", "two words").f1()).isEqualTo(1);
    assertThat(Shingles.of("", "two words")).isEqualTo(new Shingles(0, 0, 1));
  }

  @Test
  void emptyPagesAreLeftOutOfThePrecisionAndNotOfTheRecall() {
    ExtractionScore score =
        new ExtractionScore(
            new TreeMap<>(Map.of("a", new Shingles(5, 10, 5), "b", new Shingles(0, 0, 4))));
    assertThat(score.precision()).isEqualTo(0.5);
    assertThat(score.recall()).isEqualTo(0.5);
    assertThat(score.f1()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void pagesAndRecordedBodiesAreScoredAlike() throws IOException {
    Files.createDirectories(folder.resolve("html"));
    Files.writeString(
        folder.resolve("ground-truth.json"),
        "{\"k\": {\"articleBody\": \"The wind rose over the lake.\", \"url\": \"https://a.example/x\"}}");
    Files.writeString(
        folder.resolve("html/k.html"),
        "<meta property='article:published_time' content='2031-03-04T06:40:00Z'><title>Wind</title>"
            + "<nav><p>Home of all our news</p></nav><p>The wind rose over the lake.");
    Path outputs =
        Files.writeString(
            folder.resolve("o.json"),
            "{\"version\": \"1\", \"output\": {\"k\": {\"articleBody\": \"The wind rose over\"}}}");
    assertThat(run(folder.toString()))
        .endsWith("{\"pages\":1,\"f1\":1.0,\"precision\":1.0,\"recall\":1.0}\n");
    assertThat(run(folder.toString(), "--rounds", "2"))
        .containsPattern("\"pages_per_second\":[1-9]\\d*,\"parsed_per_second\":[1-9]\\d*}");
    assertThat(run(folder.toString(), "--outputs", outputs.toString()))
        .contains("recall 0.333  k")
        .endsWith("{\"pages\":1,\"f1\":0.5,\"precision\":1.0,\"recall\":0.333}\n");
  }

  @Test
  void anotherLayoutIsToldWhatIsExpected() throws IOException {
    assertThat(run(Files.createDirectories(folder.resolve("none")).toString()))
        .contains("ground-truth.json")
        .contains("html/KEY.html");
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    new CommandLine(new ExtractionCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out))
        .execute(arguments);
    return out.toString().replace("\r", "");
  }
}
