package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;

/** What a person may choose of a comparison: kinds of points, a party, a moment. */
class ChoosingTest {

  @TempDir Path folder;

  @BeforeEach
  void demo() throws IOException {
    Demo.save(folder);
  }

  @Test
  void onlyWhatIsContested() throws IOException {
    assertThat(all(compared("--relation", "conflict"), "relation"))
        .isNotEmpty()
        .containsOnly("conflict");
    assertThat(all(compared("--relation", "update,scope"), "relation")).doesNotContain("conflict");
  }

  @Test
  void onlyOneKind() throws IOException {
    assertThat(all(compared("--facet", "count"), "facet")).isNotEmpty().containsOnly("count");
  }

  @Test
  void onlyWhatOnePartyAnswers() throws IOException {
    JsonNode whole = compared();
    JsonNode chosen = compared("--party", "amaro");
    assertThat(chosen.get("points")).isNotEmpty();
    assertThat(chosen.get("points").size()).isLessThan(whole.get("points").size());
    String party =
        children(whole.get("parties"))
            .filter(one -> one.get("name").asText().contains("Amaro"))
            .map(one -> one.get("id").asText())
            .findFirst()
            .orElseThrow();
    assertThat(children(chosen.get("points")))
        .allSatisfy(point -> assertThat(point.findValuesAsText("party")).contains(party));
    assertThat(chosen.get("statements")).isEqualTo(whole.get("statements"));
  }

  @Test
  void anUnknownKindIsWrongUsage() {
    Run run = Consoles.run("compare", "--facet", "colour", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("colour", "count, time, place");
  }

  @Test
  void oneNumberOnlyByARuleThatIsNamed() throws IOException {
    assertThat(compared().has("estimates")).isFalse();
    for (String rule : List.of("full-range", "most-conservative", "majority", "latest")) {
      JsonNode document = compared("--estimate", rule);
      assertThat(document.get("estimates")).isNotEmpty();
      assertThat(children(document.get("estimates")))
          .allSatisfy(one -> assertThat(one.get("rule").asText()).isEqualTo(rule));
      String text = Consoles.run("compare", "--estimate", rule, folder.toString()).out();
      assertThat(text).containsPattern("rule\\s+" + rule);
    }
    Run wrong = Consoles.run("compare", "--estimate", "average", folder.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("average", "most-conservative");
  }

  @Test
  void anotherCodebookIsNamed() throws IOException {
    Path report = folder.resolve("dozens.txt");
    Files.writeString(report, "Dozens of miners were killed in Ardvale on Tuesday.");
    Path own = folder.resolve("own.tsv");
    Files.writeString(own, "# word, least, greatest\ndozens\t36\t96\n");
    assertThat(dozens(report, "rashomon")).containsExactly("rashomon", "24", "null");
    assertThat(dozens(report, "acled")).containsExactly("acled", "12", "12");
    assertThat(dozens(report, own.toString())).containsExactly("own", "36", "96");
    Files.writeString(own, "dozens\t36\tmany\n");
    Run wrong = Consoles.run("compare", "--codebook", own.toString(), report.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("own.tsv, line 1", "many");
    assertThat(Consoles.run("compare", "--codebook", "gone", report.toString()).err())
        .contains("gone", "acled");
  }

  private static List<String> dozens(Path report, String codebook) throws IOException {
    Run run =
        Consoles.run("extract", "--format", "json", "--codebook", codebook, report.toString());
    JsonNode document = new ObjectMapper().readTree(run.out());
    JsonNode figure = document.get("figures").get(0);
    return List.of(
        document.get("reports").get(0).get("codebook").asText(),
        figure.get("low").asText(),
        figure.get("high").asText());
  }

  @Test
  void asOfAMomentOnlyWhatWasPublishedByThen() throws IOException {
    List<String> times = reports(compared(), "published").stream().sorted().toList();
    String third = times.get(2);
    Run run = Consoles.run("compare", "--format", "json", "--as-of", third, folder.toString());
    JsonNode then = new ObjectMapper().readTree(run.out());
    assertThat(reports(then, "published"))
        .hasSize(3)
        .containsExactlyElementsOf(times.subList(0, 3));
    assertThat(run.err().lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains("left out"));
  }

  @Test
  void aDayCountsToItsEnd() throws IOException {
    String day = reports(compared(), "published").getFirst().substring(0, 10);
    assertThat(reports(compared("--as-of", day), "published"))
        .isNotEmpty()
        .allSatisfy(time -> assertThat(time).isLessThan(day + "U"));
    assertThat(Consoles.run("compare", "--as-of", "soon", folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void whoIsSilentGivesNoEvidence() throws IOException {
    int silent = 0;
    for (JsonNode point : compared().get("points")) {
      List<String> speaking = new ArrayList<>();
      point
          .get("answers")
          .forEach(a -> a.get("evidence").forEach(e -> speaking.add(e.get("report").asText())));
      for (JsonNode report : point.get("silent")) {
        assertThat(speaking).doesNotContain(report.asText());
        silent++;
      }
    }
    assertThat(silent).isPositive();
  }

  private JsonNode compared(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("compare", "--format", "json"));
    arguments.addAll(List.of(options));
    arguments.add(folder.toString());
    Run run = Consoles.run(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> all(JsonNode comparison, String field) {
    return children(comparison.get("points")).map(point -> point.get(field).asText()).toList();
  }

  private static List<String> reports(JsonNode comparison, String field) {
    return children(comparison.get("reports")).map(report -> report.get(field).asText()).toList();
  }

  private static Stream<JsonNode> children(JsonNode array) {
    List<JsonNode> children = new ArrayList<>();
    array.forEach(children::add);
    return children.stream();
  }
}
