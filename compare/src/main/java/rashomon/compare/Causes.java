package rashomon.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Story;

/** Rival causes and reasons of one happening. */
final class Causes implements PointFinder {

  private static final double SAME_CAUSE = 0.5;

  /** How near sentences must be whose effects share a word. */
  private static final double NEAR = 0.5;

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster :
        Clusters.of(Voices.of(story, Facet.CAUSE), (one, other) -> sameEffect(story, one, other))) {
      List<List<Assertion>> groups = Clusters.of(cluster, Causes::sameCause);
      List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
      String effect = Words.few(cluster.getFirst().topicWords());
      if (groups.size() > 1 && Voices.toldApart(groups)) {
        points.add(
            new Point(
                new PointId(1),
                "Why “" + effect + "”?",
                Facet.CAUSE,
                Relation.CONFLICT,
                "Each is given as the reason: " + Voices.each(story, answers) + ".",
                answers));
      } else if (groups.size() == 1 && Voices.shared(cluster)) {
        points.add(
            new Point(
                new PointId(1),
                "Why “" + effect + "”?",
                Facet.CAUSE,
                Relation.AGREE,
                "Each gives the same cause.",
                answers));
      }
    }
    return points;
  }

  private static boolean sameEffect(Story story, Assertion one, Assertion other) {
    Set<String> a = new HashSet<>(one.topic());
    Set<String> b = new HashSet<>(other.topic());
    Set<String> mine = Stems.withoutNames(one.topic());
    boolean word = Stems.shared(mine, other.topic()) > 0;
    return word
        && (Stems.containment(a, b) >= 0.5 && Stems.shared(a, b) > 1
            || Sentences.likeness(story, one, other) >= NEAR);
  }

  private static boolean sameCause(Assertion one, Assertion other) {
    return Stems.containment(new HashSet<>(one.value()), new HashSet<>(other.value()))
        >= SAME_CAUSE;
  }
}
