package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;

class EnginesTest {

  @TempDir Path folder;

  @BeforeEach
  void save() throws IOException {
    Demo.save(folder);
  }

  private static JsonNode compared(Path folder, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("compare", "--format", "json"));
    all.addAll(List.of(options));
    all.add(folder.toString());
    Run run = Consoles.run(all.toArray(String[]::new));
    assertThat(run.err().lines())
        .hasSize(List.of(options).contains("--min-confidence") ? 1 : 0)
        .allSatisfy(line -> assertThat(line).contains("left out, less probable than"));
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> all(JsonNode document, String list, String field) {
    return StreamSupport.stream(document.get(list).spliterator(), false)
        .map(one -> one.get(field).asText())
        .toList();
  }

  @Test
  void theModelReadsUnlessRulesAreAskedFor() throws IOException {
    assertThat(all(compared(folder), "reports", "engine")).containsOnly("trained");
    assertThat(all(compared(folder, "--engine", "fast"), "reports", "engine")).containsOnly("fast");
    assertThat(Consoles.run("compare", "--engine", "fast", folder.toString()).out())
        .contains("Statements were found by rules alone.");
    assertThat(Consoles.run("compare", folder.toString()).out())
        .contains("Statements were found by a trained model and rules");
  }

  @Test
  void anUnknownEngineIsWrongUsage() {
    Run run = Consoles.run("compare", "--engine", "best", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("trained or fast", "best");
  }

  @Test
  void whatIsNotSureEnoughIsLeftOut() throws IOException {
    JsonNode whole = compared(folder);
    JsonNode sure = compared(folder, "--min-confidence", "0.8");
    List<String> kept = all(sure, "statements", "confidence");
    assertThat(kept)
        .isNotEmpty()
        .allSatisfy(p -> assertThat(Double.parseDouble(p)).isGreaterThanOrEqualTo(0.8));
    assertThat(kept.size())
        .isEqualTo(
            all(whole, "statements", "confidence").stream()
                .filter(p -> Double.parseDouble(p) >= 0.8)
                .count())
        .isLessThan(whole.get("statements").size());
    assertThat(WritersTest.Schema.violations(sure.toString())).isEmpty();
    assertThat(WritersTest.Spans.check(sure.toString())).isPositive();
  }

  @Test
  void everythingMayBeLeftOut() throws IOException {
    JsonNode nothing = compared(folder, "--min-confidence", "1");
    assertThat(nothing.get("statements")).isEmpty();
    assertThat(nothing.get("reports")).hasSize(7);
  }

  @Test
  void aConfidenceIsAProbability() {
    for (String wrong : List.of("2", "-0.1", "NaN", "often")) {
      Run run = Consoles.run("compare", "--min-confidence=" + wrong, folder.toString());
      assertThat(run.code()).as(wrong).isEqualTo(2);
      assertThat(run.err()).contains("--min-confidence");
    }
  }

  @Test
  void theDemoTakesTheSameOptions() {
    assertThat(Consoles.run("demo", "--engine", "fast", "--format", "json").code()).isZero();
  }
}
