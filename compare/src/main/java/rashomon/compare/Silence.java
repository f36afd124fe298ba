package rashomon.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rashomon.model.Evidence;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Story;
import rashomon.model.Token;

/**
 * Which reports do not mention a point: they give no evidence for it, and where answers differ, no
 * sentence of theirs is near in meaning to one that does. What is withdrawn is not counted.
 */
final class Silence {

  private static final double NEAR = 0.6;

  private Silence() {}

  static List<ReportId> about(Story story, Point point, Set<Report> withdrawn) {
    List<Evidence> evidence =
        point.answers().stream().flatMap(answer -> answer.evidence().stream()).toList();
    Set<ReportId> speaking = new HashSet<>(evidence.stream().map(Evidence::report).toList());
    List<ReportId> silent = new ArrayList<>();
    for (int i = 1; i <= story.reports().size(); i++) {
      ReportId report = new ReportId(i);
      boolean mentions =
          speaking.contains(report)
              || withdrawn.contains(story.report(report))
              || point.relation() != Relation.AGREE
                  && evidence.stream().anyMatch(one -> mentions(story, report, one));
      if (!mentions) {
        silent.add(report);
      }
    }
    return silent;
  }

  private static boolean mentions(Story story, ReportId report, Evidence evidence) {
    int sentence = Sentences.number(story, evidence.report(), evidence.span());
    List<Token> tokens = story.tokens().get(report.number() - 1);
    int sentences = tokens.isEmpty() ? 0 : tokens.getLast().sentence() + 1;
    for (int i = 0; i < sentences; i++) {
      if (story.likeness(report, i, evidence.report(), sentence) >= NEAR) {
        return true;
      }
    }
    return false;
  }
}
