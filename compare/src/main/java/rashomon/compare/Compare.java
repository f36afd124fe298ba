package rashomon.compare;

import java.util.List;
import rashomon.model.Comparison;
import rashomon.model.Reading;
import rashomon.model.Rejection;
import rashomon.model.Story;

/** From the readings of reports about one event to their comparison. The order of the readings changes nothing. */
public final class Compare {

  private Compare() {}

  /** Brings readings together: reports in order, ids that hold for all, one party for one actor. No points. */
  public static Story story(List<Reading> readings) {
    return new Story(readings.stream().map(Reading::report).toList(), List.of(), readings.stream().map(Reading::tokens).toList(),
        List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The whole comparison. {@code rejected} is carried along unchanged. */
  public static Comparison compare(List<Reading> readings, List<Rejection> rejected) {
    return new Comparison(story(readings), List.of(), rejected);
  }
}
