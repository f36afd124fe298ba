package rashomon.compare;

import java.util.ArrayList;
import java.util.List;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Story;

/** What different parties say that one thing will or would do. */
final class Prospects implements PointFinder {

  private static final double ALIKE = 0.4;

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    List<Assertion> all =
        Voices.of(story, Facet.OTHER).stream()
            .filter(a -> !a.topicWords().isEmpty() && a.party() != null)
            .toList();
    for (List<Assertion> cluster :
        Clusters.of(all, Stems::head, Stems::head, (one, other) -> true)) {
      List<List<Assertion>> groups =
          Clusters.of(
              cluster,
              Assertion::facet,
              Assertion::value,
              (one, other) ->
                  Stems.containment(
                          Stems.withoutNames(one.value()), Stems.withoutNames(other.value()))
                      >= ALIKE);
      if (groups.size() > 1 && Voices.heldApart(groups)) {
        List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
        String why =
            Voices.names(story, answers.get(0))
                + " and "
                + Voices.names(story, answers.get(1))
                + " expect different things of it: “"
                + Words.few(answers.get(0).answer())
                + "”, “"
                + Words.few(answers.get(1).answer())
                + "”.";
        points.add(
            new Point(
                new PointId(1),
                "What is expected of " + Voices.topicWords(cluster) + "?",
                Facet.CHARACTERISATION,
                Relation.CONFLICT,
                why,
                answers));
      }
    }
    return points;
  }
}
