package rashomon.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Stamp;
import rashomon.model.Story;

/**
 * Opposed states of one thing: open or closed, alive or dead. In a later report the state may have
 * changed: an update.
 */
final class States implements PointFinder {

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster :
        Clusters.of(Voices.of(story, Facet.STATUS), Stems::head, Stems::sense, States::sameThing)) {
      List<List<Assertion>> groups =
          Clusters.of(cluster, States::state, States::state, (one, other) -> true);
      List<List<Assertion>> opposed =
          groups.stream()
              .filter(
                  group ->
                      groups.stream()
                          .anyMatch(other -> opposed(group.getFirst(), other.getFirst())))
              .toList();
      String topic = Voices.topicWords(cluster);
      if (opposed.size() > 1 && (Voices.heldApart(opposed) || changes(opposed))) {
        List<Answer> answers = opposed.stream().map(group -> Voices.answer(story, group)).toList();
        Relation relation =
            isAgain(story, opposed)
                ? Relation.UPDATE
                : isRival(story, opposed)
                    ? Relation.CONFLICT
                    : changes(opposed) ? Relation.UPDATE : relation(story, answers);
        points.add(
            new Point(
                new PointId(1),
                "What state is " + topic + " in?",
                Facet.STATUS,
                relation,
                why(relation, answers),
                answers));
      } else {
        groups.stream()
            .filter(group -> group.stream().map(Assertion::report).distinct().count() > 1)
            .forEach(
                group ->
                    points.add(
                        new Point(
                            new PointId(1),
                            "What state is " + Voices.topicWords(group) + " in?",
                            Facet.STATUS,
                            Relation.AGREE,
                            "Each gives the same state.",
                            List.of(Voices.answer(story, group)))));
      }
    }
    return points;
  }

  private static boolean sameThing(Assertion one, Assertion other) {
    return !one.topic().isEmpty()
        && !other.topic().isEmpty()
        && one.topic().getFirst().equals(other.topic().getFirst())
        && (sameState(one, other) || opposed(one, other));
  }

  private static List<Object> state(Assertion assertion) {
    return List.of(assertion.value(), assertion.denied());
  }

  private static boolean sameState(Assertion one, Assertion other) {
    return one.value().equals(other.value()) && one.denied() == other.denied();
  }

  private static boolean opposed(Assertion one, Assertion other) {
    boolean opposite =
        Stems.shared(one.against(), other.value()) > 0 && one.denied() == other.denied();
    return opposite || one.value().equals(other.value()) && one.denied() != other.denied();
  }

  private static Relation relation(Story story, List<Answer> answers) {
    Stamp one = published(story, answers.get(0));
    Stamp other = published(story, answers.get(1));
    return one == null || other == null || one.compareTo(other) == 0
        ? Relation.CONFLICT
        : Relation.UPDATE;
  }

  private static @Nullable Stamp published(Story story, Answer answer) {
    Report report = story.report(answer.firstMover());
    return report.published();
  }

  /** <i>Reopened</i>: what is so again was otherwise before. */
  private static boolean isAgain(Story story, List<List<Assertion>> opposed) {
    return opposed.stream()
        .flatMap(List::stream)
        .filter(one -> !one.denied())
        .map(one -> one.span().of(story.report(one.report()).text()).toLowerCase(Locale.ROOT))
        .anyMatch(words -> words.matches("(.* )?re(?!main)[a-z]+"));
  }

  /** Whether one report tells of both states, and so of a change, where another tells of one. */
  private static boolean changes(List<List<Assertion>> opposed) {
    Set<ReportId> one = reports(opposed.get(0));
    Set<ReportId> other = reports(opposed.get(1));
    return !one.equals(other) && (one.containsAll(other) || other.containsAll(one));
  }

  private static Set<ReportId> reports(List<Assertion> group) {
    return group.stream().map(Assertion::report).collect(Collectors.toSet());
  }

  /** Whether two parties give opposed states in reports of one day. */
  private static boolean isRival(Story story, List<List<Assertion>> opposed) {
    for (Assertion one : opposed.get(0)) {
      for (Assertion other : opposed.get(1)) {
        Stamp first = story.report(one.report()).published();
        Stamp second = story.report(other.report()).published();
        boolean parties =
            one.party() != null && other.party() != null && !one.party().equals(other.party());
        if (parties && first != null && second != null && first.date().equals(second.date())) {
          return true;
        }
      }
    }
    return false;
  }

  private static String why(Relation relation, List<Answer> answers) {
    Answer one = answers.get(0);
    Answer other = answers.get(1);
    String states =
        "“"
            + Words.few(one.answer())
            + "” and “"
            + Words.few(other.answer())
            + "” are opposite states";
    return relation == Relation.UPDATE
        ? states + ", and time passed between them."
        : states + ", and nothing says that one came after the other.";
  }
}
