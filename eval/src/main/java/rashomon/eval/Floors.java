package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.model.Engine;

/**
 * What one scoreboard must reach.
 *
 * @param engine what finds the statements
 * @param data the folder of its data, under the folder that the gate is given
 * @param checksum of that data: scores on other data are not compared
 * @param margin how far a measure may be from its floor without anything being said
 * @param note what to know when reading the measures, such as that the data was learnt from; or
 *     null
 * @param history the floors as they were set, the newest last; that one holds
 */
record Floors(
    String scoreboard,
    Engine engine,
    String data,
    String checksum,
    double margin,
    @Nullable String note,
    List<Entry> history) {

  /** Floors by measure; {@code reason} says why one is lower than before. */
  record Entry(String date, Map<String, Double> floors, @Nullable String reason) {}

  /** What the gate says of one measure. */
  record Verdict(String measure, Optional<Double> value, double floor, Standing standing) {}

  /** Where a measure stands to its floor. A measure that is not there is under it. */
  enum Standing {
    UNDER,
    HELD,
    ABOVE
  }

  /** The floors that are kept with the program. */
  static List<Floors> read() throws IOException {
    try (InputStream in = Objects.requireNonNull(Floors.class.getResourceAsStream("floors.json"))) {
      return List.of(new ObjectMapper().readValue(in, Floors[].class));
    }
  }

  /** One verdict for each floor, in order of name. */
  List<Verdict> judge(Map<String, Double> measures) {
    return new TreeMap<>(history.getLast().floors)
        .entrySet().stream()
            .map(
                floor -> {
                  Optional<Double> value = Optional.ofNullable(measures.get(floor.getKey()));
                  return new Verdict(
                      floor.getKey(), value, floor.getValue(), standing(value, floor.getValue()));
                })
            .toList();
  }

  private Standing standing(Optional<Double> value, double floor) {
    if (value.isEmpty() || Counts.thousandths(floor - margin) > value.get()) {
      return Standing.UNDER;
    }
    return Counts.thousandths(floor + margin) < value.get() ? Standing.ABOVE : Standing.HELD;
  }

  /** The floors that were lowered or left out at some time with no reason given. */
  List<String> loweredSilently() {
    return Stream.iterate(1, i -> i < history.size(), i -> i + 1)
        .filter(
            i -> history.get(i).reason == null || String.valueOf(history.get(i).reason).isBlank())
        .flatMap(
            i ->
                history.get(i - 1).floors.entrySet().stream()
                    .filter(
                        before ->
                            history.get(i).floors.getOrDefault(before.getKey(), -1.0)
                                < before.getValue())
                    .map(
                        before ->
                            scoreboard + " " + before.getKey() + " on " + history.get(i).date))
        .toList();
  }
}
