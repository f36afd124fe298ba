package rashomon.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Stamp;
import rashomon.model.Story;

/**
 * What one says has been done and another says has not: an update where it was done later, else a
 * conflict.
 */
final class Doings implements PointFinder {

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster :
        Clusters.of(
            Voices.of(story, Facet.DENIAL), Doings::what, Doings::what, (one, other) -> true)) {
      List<Assertion> done = cluster.stream().filter(a -> !a.denied()).toList();
      List<Assertion> not = cluster.stream().filter(Assertion::denied).toList();
      boolean apart =
          !done.isEmpty()
              && !not.isEmpty()
              && Voices.heldApart(List.of(done, not))
              && !done.getFirst().report().equals(not.getFirst().report());
      if (apart) {
        List<Answer> answers = List.of(Voices.answer(story, not), Voices.answer(story, done));
        boolean later = isLater(story, answers.get(1), answers.get(0));
        points.add(
            new Point(
                new PointId(1),
                "Is it done or not: “" + Words.few(answers.get(1).answer()) + "”?",
                Facet.STATUS,
                later ? Relation.UPDATE : Relation.CONFLICT,
                why(story, answers, later),
                answers));
      }
    }
    return points;
  }

  /** The thing and what is done to it. */
  private static List<Object> what(Assertion assertion) {
    return List.of(Stems.head(assertion), assertion.value());
  }

  private static boolean isLater(Story story, Answer done, Answer not) {
    Stamp one = published(story, done);
    Stamp other = published(story, not);
    return one != null && other != null && one.compareTo(other) > 0;
  }

  private static @Nullable Stamp published(Story story, Answer answer) {
    return story.report(answer.firstMover()).published();
  }

  private static String why(Story story, List<Answer> answers, boolean later) {
    String both =
        Voices.names(story, answers.get(0))
            + " says that it is not so, "
            + Voices.names(story, answers.get(1))
            + " that it is";
    return later
        ? both + ", in a later report."
        : both + ", and nothing says that time passed between them.";
  }
}
