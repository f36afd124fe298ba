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

/** What reports say that a person is, where their words have nothing in common. */
final class Identities implements PointFinder {

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster :
        Clusters.of(
            Voices.of(story, Facet.IDENTITY),
            Assertion::topic,
            Assertion::topic,
            (one, other) -> true)) {
      List<List<Assertion>> groups =
          Clusters.of(
              cluster,
              Assertion::facet,
              Assertion::value,
              (one, other) -> Stems.shared(one.value(), other.value()) > 0);
      boolean several = groups.size() > 1 && Voices.toldApart(groups);
      if (several) {
        List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
        points.add(
            new Point(
                new PointId(1),
                "Who is " + Voices.topicWords(cluster) + "?",
                Facet.IDENTITY,
                Relation.SCOPE,
                "Each report describes the same person in other words.",
                answers));
      }
    }
    return points;
  }
}
