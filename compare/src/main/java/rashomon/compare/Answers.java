package rashomon.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rashomon.model.Answer;
import rashomon.model.Evidence;
import rashomon.model.Holder;
import rashomon.model.ReportId;
import rashomon.model.Story;

/** Makes answers out of evidence: who holds it, how many origins carry it, who had it first. */
final class Answers {

  static final Comparator<Evidence> IN_ORDER =
      Comparator.comparing(Evidence::report).thenComparing(Evidence::span);

  private Answers() {}

  /** The answer that this evidence gives; its holders in order of first appearance, each once. */
  static Answer of(Story story, String answer, List<Evidence> evidence) {
    List<Evidence> ordered = evidence.stream().distinct().sorted(IN_ORDER).toList();
    Set<Holder> holders = new LinkedHashSet<>();
    ordered.forEach(one -> holders.add(story.holder(one)));
    ReportId first = ordered.getFirst().report();
    return new Answer(
        answer, new ArrayList<>(holders), Sources.count(story, ordered), first, ordered);
  }
}
