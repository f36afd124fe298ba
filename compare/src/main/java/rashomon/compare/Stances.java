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

/** What one side wants and another does not: the same matter, demanded and refused. */
final class Stances implements PointFinder {

  private static final double SAME_MATTER = 0.5;
  private static final int WORDS = 3;

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster :
        Clusters.of(
            Voices.of(story, Facet.POSITION),
            Assertion::facet,
            Stems::sense,
            Stances::sameMatter)) {
      List<List<Assertion>> groups =
          Clusters.of(cluster, Assertion::value, Assertion::value, (one, other) -> true);
      boolean apart = groups.size() > 1 && Voices.heldApart(groups);
      if (apart || groups.size() == 1 && Voices.shared(cluster)) {
        List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
        points.add(
            new Point(
                new PointId(1),
                "Who is for “" + Words.few(cluster.getFirst().topicWords()) + "”, and who against?",
                Facet.POSITION,
                apart ? Relation.CONFLICT : Relation.AGREE,
                apart
                    ? "One side wants it and another does not: " + Voices.each(story, answers) + "."
                    : "Each takes the same position.",
                answers));
      }
    }
    return points;
  }

  private static boolean sameMatter(Assertion one, Assertion other) {
    Set<String> a = new HashSet<>(one.topic());
    Set<String> b = new HashSet<>(other.topic());
    boolean first = one.topic().getFirst().equals(other.topic().getFirst());
    return (first || Stems.shared(a, b) >= WORDS) && Stems.containment(a, b) >= SAME_MATTER;
  }
}
