package rashomon.app;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import rashomon.app.road.Inputs;
import rashomon.cluster.Correction.Apart;
import rashomon.cluster.Correction.Together;
import rashomon.cluster.Sighting;
import rashomon.cluster.Undone;
import rashomon.store.Stories.Correction;

/** What a person decided about stories, as a sentence. */
final class ByHand {

  private static final int SHOWN = 3;

  private ByHand() {}

  /**
   * The sentence.
   *
   * @param names what a report is called, by its id
   */
  static String said(Correction correction, UnaryOperator<String> names) {
    return switch (Inputs.input(correction)) {
      case Together one -> listed(one.reports(), names) + " are of one story.";
      case Apart two ->
          listed(two.reports(), names)
              + (two.reports().size() == 1 ? " is" : " are")
              + " of another story than "
              + listed(two.others(), names)
              + ".";
      case Undone undone -> "Correction " + undone.correction() + " is taken back.";
      case Sighting report -> throw new IllegalStateException("no correction: " + report);
    };
  }

  private static String listed(List<String> reports, UnaryOperator<String> names) {
    String shown = reports.stream().limit(SHOWN).map(names).collect(Collectors.joining("; "));
    return reports.size() > SHOWN
        ? shown + " and " + Wording.count(reports.size() - SHOWN, "other")
        : shown;
  }
}
