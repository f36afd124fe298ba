package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.cluster.Weights;

class BCubedTest {

  private static final String LINES =
      """
      {"id": "a", "story": "ferry", "published": "2026-03-02T09:00:00", "title": "Ferry sinks off Halmo", \
      "text": "The ferry Nordstar sank off Halmo with 60 people aboard, said the coast guard of Orvania."}
      {"id": "b", "story": "ferry", "published": "2026-03-02", "title": "60 aboard as Halmo ferry sinks", \
      "text": "A ferry, the Nordstar, sank near Halmo with 60 aboard, the Orvania coast guard said."}

      {"story": "budget", "title": "Sarrat passes budget", \
      "text": "Parliament in Sarrat passed the budget by two votes after a night of talks with Mila Varga."}
      """;

  @TempDir Path folder = Path.of("");

  private List<Labelled> reports() throws IOException {
    return Labelled.read(Files.writeString(folder.resolve("reports.jsonl"), LINES));
  }

  @Test
  void labelsAreFoundByIdOrElseByLine() throws IOException {
    assertThat(reports())
        .extracting(Labelled::file, Labelled::event)
        .containsExactly(tuple("4", "budget"), tuple("b", "ferry"), tuple("a", "ferry"));
  }

  @Test
  void storiesThatAreTheEventsScoreOne() throws IOException {
    List<Labelled> reports = reports();
    Map<String, String> stories = Labelled.stories(reports, Weights.FITTED);
    assertThat(BCubed.of(reports, stories, reports)).isEqualTo(new BCubed(1, 1));
  }

  @Test
  void aReportTooManyCostsPrecisionAndOneApartCostsRecall() throws IOException {
    List<Labelled> reports = reports();
    BCubed all = BCubed.of(reports, Map.of("a", "s", "b", "s", "4", "s"), reports);
    assertThat(all.precision()).isCloseTo(5.0 / 9, within(1e-9));
    assertThat(all.recall()).isEqualTo(1);
    BCubed none = BCubed.of(reports, Map.of("a", "s", "b", "t", "4", "u"), reports);
    assertThat(none).isEqualTo(new BCubed(1, none.recall()));
    assertThat(none.recall()).isCloseTo(2.0 / 3, within(1e-9));
  }

  @Test
  void weightsThatAreFittedTellEventsApart() throws IOException {
    List<Labelled> reports = reports();
    Weights weights = new ClusteringFit(reports).weights(ClusteringFit.SHIFT);
    assertThat(weights.words() + weights.leads()).isPositive();
    assertThat(Labelled.stories(reports, weights).values().stream().distinct()).hasSize(2);
  }
}
