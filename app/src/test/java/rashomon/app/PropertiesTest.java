package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for the comparison of any reports, shown on those of the demo. */
class PropertiesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ORDERS = 3;

  @TempDir Path folder;

  @Test
  void theOrderOfTheReportsChangesNothing() throws IOException {
    List<String> reports = new ArrayList<>(saved(UnaryOperator.identity()));
    String once = json(reports);
    Random random = new Random(7);
    for (int i = 0; i < ORDERS; i++) {
      Collections.shuffle(reports, random);
      assertThat(json(reports)).isEqualTo(once);
    }
  }

  /** Two men or two women with surnames that nobody else has: whole words for whole words. */
  @ParameterizedTest
  @CsvSource({
    "Marrin, Amaro",
    "Renn, Marrin",
    "Torvald, Venn",
    "Harrow, Olm",
    "Dask, Amaro",
    "Venn, Harrow"
  })
  void twoPeopleWhoSwapSurnamesSwapPlacesAndNothingElse(String one, String other)
      throws IOException {
    JsonNode before = JSON.readTree(json(saved(UnaryOperator.identity())));
    JsonNode after = JSON.readTree(json(saved(text -> swapped(text, one, other))));
    assertThat(after).isNotEqualTo(before);
    List<String> expected = leaves(before, UnaryOperator.identity());
    List<String> actual = leaves(after, text -> swapped(text, one, other));
    assertThat(actual.stream().filter(leaf -> !expected.contains(leaf))).isEmpty();
    assertThat(expected.stream().filter(leaf -> !actual.contains(leaf))).isEmpty();
  }

  @Test
  void otherNamesForAStateAndABodyLeaveNineInTenStatementsAndPoints() throws IOException {
    Map<String, String> names =
        Map.of(
            "Ilmerian",
            "Orvanian",
            "Ilmeria",
            "Orvane",
            "Free Strait Council",
            "Blue Harbour Front",
            "the Council",
            "the Front",
            "The Council",
            "The Front");
    JsonNode before = JSON.readTree(json(saved(UnaryOperator.identity())));
    JsonNode after = JSON.readTree(json(saved(text -> renamed(text, names))));
    assertThat(kept(statements(before, names), statements(after, Map.of())))
        .isGreaterThanOrEqualTo(0.9);
    assertThat(kept(points(before, names), points(after, Map.of()))).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void everySpanHasItsWords() throws IOException {
    JsonNode comparison = JSON.readTree(json(saved(UnaryOperator.identity())));
    Map<String, String> texts =
        elements(comparison.get("reports"))
            .collect(Collectors.toMap(r -> r.get("id").asText(), r -> r.get("text").asText()));
    assertThat(spansHold(comparison, null, texts)).isGreaterThan(200);
  }

  @Test
  void aReportBesideItselfHasOneOrigin() throws IOException {
    for (String report : saved(UnaryOperator.identity())) {
      Path copy = folder.resolve("copy-of-it.txt");
      Files.copy(Path.of(report), copy);
      JsonNode origins = JSON.readTree(json(List.of(report, copy.toString()))).get("origins");
      Files.delete(copy);
      assertThat(origins).as(report).hasSize(1);
    }
  }

  @Test
  void aSentenceOfAMillionCharactersEnds() {
    read("The minister said the road was closed and ".repeat(24_000));
  }

  @Test
  void aMillionCharactersWithoutASpaceEnd() {
    read("“harbour”".repeat(110_000));
  }

  @Test
  void twoMillionCharactersWithoutAParagraphEnd() {
    read("The minister said “the road is closed”. Nadia Brek denied it. ".repeat(32_000));
  }

  private void read(String text) {
    assertTimeoutPreemptively(
        Duration.ofMinutes(5),
        () -> {
          Path file = folder.resolve("long.txt");
          Files.writeString(file, text);
          var run = Consoles.run("compare", "--format", "json", file.toString());
          assertThat(run.err()).isEmpty();
          assertThat(run.code()).isZero();
        });
  }

  private List<String> saved(UnaryOperator<String> change) throws IOException {
    Demo.save(folder);
    List<String> files = new ArrayList<>();
    for (String report : Demo.reports()) {
      Path file = folder.resolve(report);
      Files.writeString(file, change.apply(Files.readString(file)));
      Path meta = folder.resolve(report.replace(".txt", ".meta.json"));
      Files.writeString(meta, change.apply(Files.readString(meta)));
      files.add(file.toString());
    }
    return files;
  }

  private static String json(List<String> files) {
    List<String> arguments = new ArrayList<>(List.of("compare", "--format", "json"));
    arguments.addAll(files);
    var run = Consoles.run(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static String swapped(String text, String one, String other) {
    return renamed(text, Map.of(one, other, other, one));
  }

  /** Whole words; the longest name first. */
  private static String renamed(String text, Map<String, String> names) {
    if (names.isEmpty()) {
      return text;
    }
    String any =
        names.keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile("\\b(" + any + ")\\b")
        .matcher(text)
        .replaceAll(found -> names.getOrDefault(found.group(), found.group()));
  }

  /** <i>.statements[3].source.text: Marrin</i>, and so on for every value but offsets. */
  private static List<String> leaves(JsonNode tree, UnaryOperator<String> change) {
    List<String> leaves = new ArrayList<>();
    collect(without(tree, Set.of("start", "end")), "", change, leaves);
    return leaves;
  }

  private static void collect(
      JsonNode node, String path, UnaryOperator<String> change, List<String> into) {
    if (node.isValueNode()) {
      into.add(path + ": " + change.apply(node.asText()));
    }
    for (var field : node.properties()) {
      collect(field.getValue(), path + "." + field.getKey(), change, into);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), path + "[" + i + "]", change, into);
    }
  }

  private static JsonNode without(JsonNode node, Set<String> fields) {
    if (node instanceof ObjectNode object) {
      object.remove(fields);
    }
    node.forEach(child -> without(child, fields));
    return node;
  }

  private static List<String> statements(JsonNode comparison, Map<String, String> names) {
    return elements(comparison.get("statements"))
        .map(s -> renamed(without(s, Set.of("start", "end", "id", "within")).toString(), names))
        .map(s -> partyNamed(s, comparison, names))
        .toList();
  }

  private static List<String> points(JsonNode comparison, Map<String, String> names) {
    return elements(comparison.get("points"))
        .map(
            p ->
                p.get("facet").asText()
                    + p.get("relation").asText()
                    + renamed(p.get("question").asText(), names)
                    + elements(p.get("answers"))
                        .map(a -> renamed(a.get("answer").asText(), names))
                        .toList())
        .toList();
  }

  /** A party's number may differ; its name may not. */
  private static String partyNamed(
      String statement, JsonNode comparison, Map<String, String> names) {
    String text = statement;
    for (JsonNode party : comparison.get("parties")) {
      String id = "\"party\":\"" + party.get("id").asText() + "\"";
      text = text.replace(id, renamed(party.get("name").asText(), names));
    }
    return text;
  }

  private static double kept(List<String> before, List<String> after) {
    Set<String> there = new HashSet<>(after);
    assertThat(before).isNotEmpty();
    return before.stream().filter(there::contains).count() / (double) before.size();
  }

  private static int spansHold(JsonNode node, @Nullable String report, Map<String, String> texts) {
    String here = node.path("report").isTextual() ? node.get("report").asText() : report;
    int spans = 0;
    if (node.path("start").isInt()) {
      String text = here == null ? "" : texts.getOrDefault(here, "");
      assertThat(text.substring(node.get("start").asInt(), node.get("end").asInt()))
          .isEqualTo(node.get("text").asText());
      spans++;
    }
    for (JsonNode child : node) {
      spans += spansHold(child, here, texts);
    }
    return spans;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements.stream();
  }
}
