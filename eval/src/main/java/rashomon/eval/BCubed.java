package rashomon.eval;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far stories agree with events: for each report, which part of its story is of its event, and
 * which part of its event is in its story, on average over reports (Bagga and Baldwin, Algorithms
 * for scoring coreference chains, 1998).
 */
record BCubed(double precision, double recall) {

  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /**
   * @param counted the reports that the average is over; the others are there to be confused with
   */
  static BCubed of(List<Labelled> all, Map<String, String> stories, Collection<Labelled> counted) {
    Map<String, Integer> ofStory = new HashMap<>();
    Map<String, Integer> ofEvent = new HashMap<>();
    Map<List<String>, Integer> ofBoth = new HashMap<>();
    for (Labelled report : all) {
      ofStory.merge(story(report, stories), 1, Integer::sum);
      ofEvent.merge(report.event(), 1, Integer::sum);
      ofBoth.merge(List.of(story(report, stories), report.event()), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Labelled report : counted) {
      double both = count(ofBoth, List.of(story(report, stories), report.event()));
      precision += both / count(ofStory, story(report, stories));
      recall += both / count(ofEvent, report.event());
    }
    return new BCubed(precision / counted.size(), recall / counted.size());
  }

  private static String story(Labelled report, Map<String, String> stories) {
    return Objects.requireNonNull(stories.get(report.file()), report.file());
  }

  private static <T> int count(Map<T, Integer> counts, T of) {
    return Objects.requireNonNull(counts.get(of));
  }
}
