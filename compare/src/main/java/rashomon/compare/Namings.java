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

/** What different parties call one thing. */
final class Namings implements PointFinder {

  /** Stems of words that take up whatever is spoken of. */
  private static final Set<String> ANYTHING =
      Set.of("move", "step", "event", "action", "decis", "matter", "situat", "thing");

  private static boolean together(Assertion one, Assertion other) {
    return Stems.sameTopic(one, other) || takesUp(one, other) || takesUp(other, one);
  }

  /** <i>A move that …</i> takes up what another names by its name. */
  private static boolean takesUp(Assertion one, Assertion other) {
    return ANYTHING.contains(one.topic().getFirst())
        && other.topic().stream().anyMatch(Stems::isName);
  }

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster :
        Clusters.of(Voices.of(story, Facet.CHARACTERISATION), Namings::together)) {
      List<List<Assertion>> groups =
          Clusters.of(
              cluster,
              (one, other) ->
                  Stems.containment(
                          Stems.withoutNames(one.value()), Stems.withoutNames(other.value()))
                      >= 0.5);
      List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
      String question = "What is " + Voices.topicWords(cluster) + " called?";
      if (groups.size() > 1 && Voices.heldApart(groups)) {
        String why =
            Voices.names(story, answers.get(0))
                + " and "
                + Voices.names(story, answers.get(1))
                + " describe it in words of their own: “"
                + Words.few(answers.get(0).answer())
                + "”, “"
                + Words.few(answers.get(1).answer())
                + "”.";
        points.add(
            new Point(
                new PointId(1), question, Facet.CHARACTERISATION, Relation.CONFLICT, why, answers));
      } else if (groups.size() == 1 && Voices.shared(cluster)) {
        points.add(
            new Point(
                new PointId(1),
                question,
                Facet.CHARACTERISATION,
                Relation.AGREE,
                "Each calls it the same.",
                answers));
      }
    }
    return points;
  }
}
