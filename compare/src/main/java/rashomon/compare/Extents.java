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

/**
 * Rival extents: some call a thing limited, others say that it goes on until something is reached.
 */
final class Extents implements PointFinder {

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    List<Assertion> all = Voices.of(story, Facet.EXTENT).stream().filter(a -> !a.denied()).toList();
    for (List<Assertion> cluster : Clusters.of(all, Stems::sameTopic)) {
      List<List<Assertion>> groups =
          Clusters.of(cluster, (one, other) -> one.value().equals(other.value()));
      List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
      String question = "How far does " + Voices.topicWords(cluster) + " go?";
      if (groups.size() > 1 && Voices.heldApart(groups)) {
        Answer one = answers.get(0);
        Answer other = answers.get(1);
        String why =
            "“"
                + Words.few(one.answer())
                + "” ("
                + Voices.names(story, one)
                + ") sets a bound; “"
                + Words.few(other.answer())
                + "” ("
                + Voices.names(story, other)
                + ") gives a condition and no bound.";
        String turned =
            groups.getFirst().getFirst().value().contains("bounded")
                ? why
                : "“"
                    + Words.few(other.answer())
                    + "” ("
                    + Voices.names(story, other)
                    + ") sets a bound; “"
                    + Words.few(one.answer())
                    + "” ("
                    + Voices.names(story, one)
                    + ") gives a condition and no bound.";
        points.add(
            new Point(new PointId(1), question, Facet.EXTENT, Relation.CONFLICT, turned, answers));
      } else if (groups.size() == 1 && Voices.shared(cluster)) {
        points.add(
            new Point(
                new PointId(1),
                question,
                Facet.EXTENT,
                Relation.AGREE,
                "Each describes its extent alike.",
                answers));
      }
    }
    return points;
  }
}
