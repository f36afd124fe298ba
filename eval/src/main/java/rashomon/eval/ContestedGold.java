package rashomon.eval;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What two readers found in the reports of one event: {@code gold.json}. */
record ContestedGold(String event, List<GoldFigure> figures, List<GoldPoint> points) {

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Both readers' where {@code annotators} is 2. */
  record GoldFigure(
      String report,
      int start,
      int end,
      @Nullable Double low,
      @Nullable Double high,
      int annotators) {

    Place place() {
      return new Place(report, start, end);
    }
  }

  /** {@code relations} holds two where the readers differed. */
  record GoldPoint(
      String question, List<String> relations, int annotators, List<GoldAnswer> answers) {

    boolean isAgreement() {
      return relations.equals(List.of("agree"));
    }
  }

  /** One answer, by the words that give it. */
  record GoldAnswer(List<Place> evidence) {}

  /** Words of a report, which is named by its file. */
  record Place(String report, int start, int end) {

    boolean overlaps(Place other) {
      return report.equals(other.report) && start < other.end && other.start < end;
    }

    int shared(Place other) {
      return overlaps(other) ? Math.min(end, other.end) - Math.max(start, other.start) : 0;
    }
  }

  static ContestedGold read(Path folder) throws IOException {
    return Objects.requireNonNull(
        JSON.readValue(folder.resolve("gold.json").toFile(), ContestedGold.class));
  }
}
