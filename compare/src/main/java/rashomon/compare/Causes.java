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
        Clusters.of(
            Voices.of(story, Facet.CAUSE),
            (one, other) -> sameEffect(story, one, other) || denies(one, other))) {
      List<Assertion> given = cluster.stream().filter(one -> !one.denied()).toList();
      List<List<Assertion>> groups = new ArrayList<>(Clusters.of(given, Causes::sameCause));
      groups.addAll(
          Clusters.of(
              cluster.stream().filter(one -> given.stream().anyMatch(o -> denies(one, o))).toList(),
              Causes::sameCause));
      if (groups.isEmpty()) {
        continue;
      }
      List<Answer> answers = groups.stream().map(group -> answer(story, group)).toList();
      String effect = Words.few(groups.getFirst().getFirst().topicWords());
      if (groups.size() > 1 && Voices.toldApart(groups)) {
        points.add(
            new Point(
                new PointId(1),
                "Why “" + effect + "”?",
                Facet.CAUSE,
                Relation.CONFLICT,
                why(groups) + Voices.each(story, answers) + ".",
                answers));
      } else if (groups.size() == 1 && Voices.shared(given)) {
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

  private static String why(List<List<Assertion>> groups) {
    return groups.getLast().getFirst().denied()
        ? "What some give as the reason others deny: "
        : "Each is given as the reason: ";
  }

  /** What denies a cause alone would read as if it gave it. */
  private static Answer answer(Story story, List<Assertion> same) {
    return same.getFirst().denied() ? Denials.denying(story, same) : Voices.answer(story, same);
  }

  /** Whether one gives as the cause of something what the other says is not. */
  private static boolean denies(Assertion one, Assertion other) {
    return one.denied() != other.denied()
        && sameCause(one, other)
        && Stems.shared(Stems.withoutNames(one.topic()), other.topic()) > 0;
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
