package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeTest {

  static Stream<Table> tables() {
    return Knowledge.tables().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableMadeAnewIsTheOneThatShips(Table table) throws IOException {
    assertThat(table.text().lines())
        .containsExactlyElementsOf(shipped(table.name()).lines().toList());
  }

  @Test
  void reportingCuesCountedAnewAreTheOnesThatShip() throws IOException {
    Path train =
        Path.of(
            Optional.ofNullable(System.getenv("RASHOMON_DATA")).orElse("no-data"),
            "data/attribution/polnear/train");
    assumeTrue(
        Files.isDirectory(train),
        "set RASHOMON_DATA to the folder that has data/attribution/polnear/train");
    assertThat(Cues.table(Brat.readSplit(train)).text().lines())
        .containsExactlyElementsOf(shipped("cues.tsv").lines().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "countries.tsv Ivory Coast\tCI\tCôte d’Ivoire",
        "countries.tsv USA\tUS\tUnited States",
        "demonyms.tsv Dutchman\tNetherlands\tNL\tperson",
        "demonyms.tsv Chinese\tChina\tCN\tadjective",
        "demonyms.tsv Scottish\tScotland\t-\tadjective",
        "places.tsv Kyiv\tnational capital\tUA",
        "places.tsv Atlanta\tstate capital\tUS",
        "given-names.tsv Fatima\tf",
        "given-names.tsv Kim\tu",
        "verbs.tsv announce\t1\t-",
        "verbs.tsv believe\t-\t1",
        "irregular.tsv said\tsay\tv",
        "irregular.tsv children\tchild\tn",
        "nouns.tsv spokesman\tperson\t+person",
        "antonyms.tsv dead\talive\ta"
      })
  void aRowReadsAsItsHeaderSays(String tableAndRow) throws IOException {
    int blank = tableAndRow.indexOf(' ');
    assertThat(shipped(tableAndRow.substring(0, blank)).lines())
        .contains(tableAndRow.substring(blank + 1));
  }

  @Test
  void noTableIsLarge() throws IOException {
    int all = 0;
    for (String name :
        List.of(
            "countries",
            "demonyms",
            "places",
            "given-names",
            "verbs",
            "irregular",
            "nouns",
            "antonyms",
            "cues")) {
      int size = shipped(name + ".tsv").getBytes(StandardCharsets.UTF_8).length;
      assertThat(size).as(name).isBetween(1_000, 1_000_000);
      all += size;
    }
    assertThat(all).isLessThan(2_500_000);
  }

  /** Land that is fought over belongs to nobody in our tables. */
  @ParameterizedTest
  @ValueSource(strings = {"Golan Heights", "West Bank", "Gaza Strip", "Crimea", "Kashmir"})
  void disputedLandHasNoCountry(String name) throws IOException {
    assertThat(shipped("places.tsv").lines().filter(row -> row.startsWith(name + "\t")))
        .isNotEmpty()
        .allMatch(row -> row.endsWith("\t-"));
  }

  private static String shipped(String name) throws IOException {
    try (InputStream in =
        KnowledgeTest.class.getResourceAsStream("/rashomon/extract/knowledge/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
