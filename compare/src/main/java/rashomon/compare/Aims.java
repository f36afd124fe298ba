package rashomon.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Story;

/**
 * Rival aims: what one act is meant to achieve, by whom. Two goals given each as the aim are a
 * conflict.
 */
final class Aims implements PointFinder {

  /** Two goals are one where this share of the shorter one's words stands in the other. */
  private static final double ALIKE = 0.4;

  /** Aims of unlike acts belong together where they share so many words. */
  private static final int SHARED = 2;

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster : Clusters.of(Voices.of(story, Facet.AIM), Aims::together)) {
      String topic = Voices.topicWords(cluster);
      List<List<Assertion>> groups = Clusters.of(cluster, Aims::sameGoal);
      List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
      if (topic.isEmpty()) {
        continue;
      }
      String question = "What is the aim of " + topic + "?";
      if (groups.size() > 1 && Voices.heldApart(groups)) {
        points.add(
            new Point(
                new PointId(1),
                question,
                Facet.AIM,
                Relation.CONFLICT,
                "Each is given as the aim of the same act: " + Voices.each(story, answers) + ".",
                answers));
      } else if (groups.size() == 1 && Voices.shared(groups.getFirst())) {
        points.add(
            new Point(
                new PointId(1),
                question,
                Facet.AIM,
                Relation.AGREE,
                "Each gives the same aim.",
                answers));
      }
    }
    return points;
  }

  private static boolean together(Assertion one, Assertion other) {
    boolean open = one.topic().isEmpty() || other.topic().isEmpty();
    boolean sameMatter =
        Stems.shared(one.value(), other.value()) >= SHARED
            && Stems.shared(names(one), names(other)) > 0;
    return sameMatter
        || (open
            ? sameGoal(one, other) || namedIn(one, other) || namedIn(other, one)
            : Stems.sameTopic(one, other));
  }

  private static List<String> names(Assertion assertion) {
    return assertion.value().stream().filter(Stems::isName).toList();
  }

  /** An aim without a topic of its own is about what is named in it. */
  private static boolean namedIn(Assertion without, Assertion with) {
    return without.topic().isEmpty()
        && without.value().stream().filter(Stems::isName).anyMatch(with.topic()::contains);
  }

  private static boolean sameGoal(Assertion one, Assertion other) {
    Set<String> a = Stems.withoutNames(one.value());
    Set<String> b = Stems.withoutNames(other.value());
    return Stems.containment(a, b) >= ALIKE;
  }
}
