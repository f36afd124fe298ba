package rashomon.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rashomon.model.Answer;
import rashomon.model.Facet;
import rashomon.model.Measure;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Story;

/**
 * Numbers that one may take for rivals and that count different people: the killed here, the killed
 * and injured there; all of them here, the civilians there; in this happening here, since January
 * there. Shown where one report gives only the one, and another only the other.
 */
final class Scopes {

  /** Nobody takes numbers for rivals of which one is so many times the other. */
  private static final double NEAR = 4;

  private Scopes() {}

  /** Of the figures that answer one question each, those questions that stand beside each other. */
  static List<Point> of(Story story, List<List<Count>> questions) {
    List<List<Count>> clusters = questions.stream().filter(Scopes::happensToPeople).toList();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      for (int j = i + 1; j < clusters.size(); j++) {
        List<Count> one = clusters.get(i);
        List<Count> other = clusters.get(j);
        if (kin(one.getFirst(), other.getFirst())
            && mayBeTakenForRivals(one, other)
            && Counts.alike(one, other)
            && toldApart(one, other)) {
          points.add(point(story, one, other));
        }
      }
    }
    return points;
  }

  private static boolean happensToPeople(List<Count> cluster) {
    Count first = cluster.getFirst();
    return first.figure().unit().equals("people")
        && !first.figure().measure().event().isEmpty()
        && cluster.stream().allMatch(count -> count.past() == null || count.width() == Width.TIME);
  }

  /** Whether one counts what the other counts and more. */
  private static boolean kin(Count one, Count other) {
    Set<String> mine = events(one.figure().measure());
    Set<String> theirs = events(other.figure().measure());
    boolean wider = !mine.equals(theirs) && (mine.containsAll(theirs) || theirs.containsAll(mine));
    boolean narrower = mine.equals(theirs) && one.generic() != other.generic();
    boolean more =
        mine.equals(theirs)
            && one.generic() == other.generic()
            && (one.width() == Width.ONE) != (other.width() == Width.ONE);
    return wider || narrower || more;
  }

  /** Whether a number of one comes near to one of the other, and none is given for both. */
  private static boolean mayBeTakenForRivals(List<Count> one, List<Count> other) {
    boolean near = false;
    for (Count count : one) {
      for (Count that : other) {
        if (count.sameNumber(that)) {
          return false;
        }
        near |= count.samePlace(that) && count.apart(that) <= NEAR;
      }
    }
    return near;
  }

  private static Set<String> events(Measure measure) {
    return Arrays.stream(measure.event().split(" or ")).collect(Collectors.toSet());
  }

  /**
   * Whether a report has only the one; for some of all, such as the civilians, also one that has
   * only the other.
   */
  private static boolean toldApart(List<Count> one, List<Count> other) {
    boolean first = !reports(other).containsAll(reports(one));
    boolean second = !reports(one).containsAll(reports(other));
    boolean some = one.getFirst().generic() != other.getFirst().generic();
    return some ? first && second : first || second;
  }

  private static Set<ReportId> reports(List<Count> counts) {
    return counts.stream().map(count -> count.figure().report()).collect(Collectors.toSet());
  }

  private static Point point(Story story, List<Count> one, List<Count> other) {
    List<Answer> answers = List.of(answer(story, one), answer(story, other));
    return new Point(
        new PointId(1),
        "Who is counted: " + phrase(one) + " or " + phrase(other) + "?",
        Facet.COUNT,
        Relation.SCOPE,
        "They count different people: “"
            + answers.get(0).answer()
            + "” are "
            + phrase(one)
            + ", “"
            + answers.get(1).answer()
            + "” are "
            + phrase(other)
            + ".",
        answers);
  }

  private static String phrase(List<Count> counts) {
    String phrase = counts.getFirst().figure().measure().phrase();
    return switch (counts.getFirst().width()) {
      case ONE -> phrase;
      case TIME -> phrase + ", over a longer time";
      case PLACES -> phrase + ", in several places";
    };
  }

  private static Answer answer(Story story, List<Count> counts) {
    List<Count> inOrder =
        counts.stream().sorted(Comparator.comparing(count -> count.figure().id())).toList();
    return Counts.answer(story, inOrder);
  }
}
