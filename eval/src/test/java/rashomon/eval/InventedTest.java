package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import rashomon.compare.Compare;
import rashomon.eval.invented.InventedStory;
import rashomon.eval.invented.Truth;
import rashomon.eval.invented.Truth.Place;
import rashomon.extract.Extractor;
import rashomon.ingest.Ingest;
import rashomon.model.Comparison;
import rashomon.model.Reading;
import rashomon.model.Relation;
import rashomon.model.Report;

/** What is true of invented stories, and what the program finds of it. */
@TestInstance(Lifecycle.PER_CLASS)
class InventedTest {

  private static final int REPORTS = 60;
  private static final int SEEDS = 8;

  /** What was measured, less a little. */
  private static final double COPIED = 0.85;

  private static final double TAKEN = 0.08;

  private final Extractor extractor = Extractor.load();
  private InventedScore all = InventedScore.NONE;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  void compare() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      all = all.plus(InventedCommand.of(InventedStory.of(REPORTS, seed, seed), extractor));
    }
    System.out.println(InventedCommand.json(all));
  }

  @Test
  void originsAreFound() {
    assertThat(all.origins().gold()).isGreaterThan(500);
    assertThat(all.origins().f1()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void copiedParagraphsAreListed() {
    assertThat(all.copied()).isGreaterThan(40);
    assertThat(all.copiedFound() / (double) all.copied()).isGreaterThanOrEqualTo(COPIED);
  }

  @Test
  void whatWasSaidOnceIsNoCopy() {
    assertThat(all.quotations()).isGreaterThan(300);
    assertThat(all.quotationsCopied() / (double) all.quotations()).isLessThanOrEqualTo(TAKEN);
  }

  /** What was measured, less a little. */
  @ParameterizedTest
  @CsvSource({"CONFLICT, 0.55", "UPDATE, 0.95", "SCOPE, 0.55", "ROUNDING, 0.85"})
  void relationsAreFound(Relation relation, double rate) {
    InventedScore.Related related =
        all.related().getOrDefault(relation, InventedScore.Related.NONE);
    assertThat(related.right() + related.other() + related.apart()).isGreaterThan(20);
    assertThat(related.rate()).isGreaterThanOrEqualTo(rate);
  }

  @Test
  void theSameSeedMakesTheSameStory() {
    assertThat(InventedStory.of(30, 3, 3)).isEqualTo(InventedStory.of(30, 3, 3));
    assertThat(InventedStory.of(30, 3, 3)).isNotEqualTo(InventedStory.of(30, 4, 4));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyPlaceHasItsWordsAndEveryReportItsOrigin(long seed) {
    InventedStory story = InventedStory.of(REPORTS, seed, seed);
    Map<String, String> texts = new HashMap<>();
    story.reports().forEach(report -> texts.put(report.file(), report.text()));
    List<Place> places = places(story.truth());
    assertThat(places).hasSizeGreaterThan(REPORTS);
    for (Place place : places) {
      String text = String.valueOf(texts.get(place.report()));
      assertThat(text.substring(place.start(), place.end())).isEqualTo(place.text());
    }
    List<String> known = story.truth().origins().stream().flatMap(List::stream).sorted().toList();
    assertThat(known).isEqualTo(texts.keySet().stream().sorted().toList());
    assertThat(String.join("", texts.values())).doesNotContainPattern("[\\[\\]{}#\\uE000-\\uF8FF]");
  }

  @Test
  void theOrderOfReportsChangesNothing() {
    List<Reading> readings =
        new ArrayList<>(
            InventedStory.of(REPORTS, 2, 2).reports().stream().map(extractor::read).toList());
    Comparison once = Compare.compare(readings, List.of());
    Collections.shuffle(readings, new Random(5));
    assertThat(Compare.compare(readings, List.of())).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void otherNamesChangeNothing(long seed) {
    InventedScore one = InventedCommand.of(InventedStory.of(REPORTS, seed, seed), extractor);
    InventedStory renamed = InventedStory.of(REPORTS, seed, seed + 100);
    assertThat(renamed.reports()).isNotEqualTo(InventedStory.of(REPORTS, seed, seed).reports());
    InventedScore other = InventedCommand.of(renamed, extractor);
    assertThat(other.origins()).isEqualTo(one.origins());
    assertThat(other.related()).isEqualTo(one.related());
  }

  @Test
  void theCommandWritesWhatCompareReads() throws IOException {
    Path file = folder.resolve("story.jsonl");
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new EvalCommand()).setOut(new PrintWriter(out));
    int code = command.execute("generate", "--reports", "20", "--seed", "9", "-o", file.toString());
    assertThat(code).as(out.toString()).isZero();
    InventedStory story = InventedStory.of(20, 9, 9);
    assertThat(
            Ingest.read(List.of(file.toString()), java.io.InputStream.nullInputStream()).reports())
        .extracting(Report::text, Report::outlet, Report::published)
        .containsExactlyElementsOf(
            story.reports().stream()
                .map(r -> org.assertj.core.groups.Tuple.tuple(r.text(), r.outlet(), r.published()))
                .toList());
    JsonNode truth = new ObjectMapper().readTree(folder.resolve("story.truth.json").toFile());
    assertThat(truth.get("origins")).hasSize(story.truth().origins().size());
  }

  private static List<Place> places(Truth truth) {
    List<Place> places = new ArrayList<>();
    truth.copies().forEach(copied -> places.add(copied.place()));
    truth.quotations().forEach(q -> q.versions().forEach(version -> places.add(version.place())));
    truth.questions().forEach(q -> q.answers().forEach(answer -> places.addAll(answer.places())));
    return places;
  }
}
