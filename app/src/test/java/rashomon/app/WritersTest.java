package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Comparison;
import rashomon.model.Engine;
import rashomon.model.Meanings;
import rashomon.model.Reading;
import rashomon.model.Report;

class WritersTest {

  @Test
  void aComparisonAsTextReadsAsItAlwaysDid() throws IOException {
    Golden.check("comparison.txt", ComparisonText.of(Fixture.comparison(), 100, false));
  }

  @Test
  void aComparisonAsMarkdownReadsAsItAlwaysDid() throws IOException {
    Golden.check("comparison.md", ComparisonMarkdown.of(Fixture.comparison()));
  }

  @Test
  void aComparisonAsJsonReadsAsItAlwaysDid() throws IOException {
    Golden.check("comparison.json", json(Fixture.comparison()));
  }

  @Test
  void aReadingAsTextReadsAsItAlwaysDid() throws IOException {
    Golden.check("reading.txt", ReadingText.of(Fixture.reading(), 100, false));
  }

  @Test
  void aReadingAsJsonReadsAsItAlwaysDid() throws IOException {
    Golden.check("reading.json", json(Fixture.reading()));
  }

  @Test
  void bothDocumentsFollowTheSchema() throws IOException {
    assertThat(Schema.violations(json(Fixture.comparison()))).isEmpty();
    assertThat(Schema.violations(json(Fixture.reading()))).isEmpty();
  }

  @Test
  void theSchemaRefusesADocumentWithAnUnknownRelationOrAMissingField() throws IOException {
    String document = json(Fixture.comparison());
    assertThat(Schema.violations(document.replace("\"conflict\"", "\"quarrel\""))).isNotEmpty();
    assertThat(Schema.violations(document.replace("\"polarity\"", "\"pole\""))).isNotEmpty();
    assertThat(Schema.violations(document.replace("\"rejected\"", "\"refused\""))).isNotEmpty();
  }

  @Test
  void everySpanOfTheDocumentHoldsTheWordsItGives() throws IOException {
    assertThat(Spans.check(json(Fixture.comparison()))).isEqualTo(36);
  }

  @Test
  void aLoneSurrogateKeepsTheDocumentWholeAndTheOffsetsRight() throws IOException {
    Report report = new Report("a.json", null, null, "", null, null, null, "und", "a\ud800b");
    String document =
        json(
            new Reading(
                report,
                Engine.FAST,
                "rashomon",
                List.of(),
                Meanings.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    var bytes = new java.io.ByteArrayOutputStream();
    Output.print(Consoles.to(bytes), to -> to.write(document));
    JsonNode tree = new ObjectMapper().readTree(bytes.toByteArray());
    assertThat(tree.at("/reports/0/text").asText()).isEqualTo("a?b");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 80})
  void noLineIsWiderThanTheColumns(int columns) {
    assertThat(ComparisonText.of(Fixture.comparison(), columns, false).lines())
        .allSatisfy(line -> assertThat(Page.columns(line)).isLessThanOrEqualTo(columns));
  }

  @Test
  void colourIsAllThatATerminalAdds() {
    String coloured = ComparisonText.of(Fixture.comparison(), 100, true);
    assertThat(coloured).contains("\u001b[1m");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(ComparisonText.of(Fixture.comparison(), 100, false));
  }

  static String json(Comparison comparison) throws IOException {
    StringWriter document = new StringWriter();
    ComparisonJson.write(comparison, document);
    return document.toString();
  }

  static String json(Reading reading) throws IOException {
    StringWriter document = new StringWriter();
    ComparisonJson.write(reading, document);
    return document.toString();
  }

  /** The schema that comes with the program. */
  static final class Schema {

    private static final JsonSchema SCHEMA =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                WritersTest.class.getResourceAsStream("/rashomon/schema/comparison.schema.json"));

    private Schema() {}

    static List<String> violations(String document) throws IOException {
      return SCHEMA.validate(new ObjectMapper().readTree(document)).stream()
          .map(Object::toString)
          .toList();
    }
  }

  /** The spans of a document. */
  static final class Spans {

    private Spans() {}

    /** Checks that each span holds its words in its report; returns how many there were. */
    static int check(String document) throws IOException {
      JsonNode tree = new ObjectMapper().readTree(document);
      Map<String, String> texts = new HashMap<>();
      tree.get("reports")
          .forEach(report -> texts.put(report.get("id").asText(), report.get("text").asText()));
      return check(tree, "", texts);
    }

    private static int check(JsonNode node, String report, Map<String, String> texts) {
      String within = node.path("report").asText(report);
      int spans = 0;
      if (node.path("start").isInt()) {
        String text = texts.getOrDefault(within, "");
        assertThat(text.substring(node.get("start").asInt(), node.get("end").asInt()))
            .isEqualTo(node.get("text").asText());
        spans++;
      }
      for (JsonNode child : node) {
        spans += check(child, within, texts);
      }
      return spans;
    }
  }
}
