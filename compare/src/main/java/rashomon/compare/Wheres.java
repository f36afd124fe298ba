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
 * Where reports place one happening, where they name different places: one may lie in the other, or
 * they tell of different moments.
 */
final class Wheres implements PointFinder {

  /** Verbs shorter than this say too little of what happened to bring two places together. */
  private static final int TELLING = 4;

  /** The topic of whatever happened, under whatever name. */
  private static final String EVENT = "*";

  private static boolean sameHappening(Assertion one, Assertion other) {
    String verb = one.topic().getFirst();
    return verb.equals(other.topic().getFirst())
        && (verb.length() > TELLING || verb.equals(EVENT) || one.topic().equals(other.topic()));
  }

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster :
        Clusters.of(
            Voices.of(story, Facet.PLACE), Stems::head, Stems::sense, Wheres::sameHappening)) {
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
                "What place is given for “" + Voices.topicWords(cluster) + "”?",
                Facet.PLACE,
                Relation.SCOPE,
                "The reports name different places, of which one may lie in the other.",
                answers));
      } else if (groups.size() == 1
          && cluster.stream().map(Assertion::report).distinct().count() > 1) {
        points.add(
            new Point(
                new PointId(1),
                "What place is given for “" + Voices.topicWords(cluster) + "”?",
                Facet.PLACE,
                Relation.AGREE,
                "Each names the same place.",
                List.of(Voices.answer(story, cluster))));
      }
    }
    return points;
  }
}
