package rashomon.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Stamp;
import rashomon.model.Story;

/**
 * Whose doing one act is. Where nobody is said to know first, and somebody is named later, it is an
 * update.
 */
final class Responsibilities implements PointFinder {

  private static final String UNKNOWN = "?";

  /** How near sentences must be that name the act in other words, or leave it out. */
  private static final double NEAR = 0.5;

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    for (List<Assertion> cluster :
        Clusters.of(
            Voices.of(story, Facet.RESPONSIBILITY),
            Assertion::facet,
            Stems::sense,
            (one, other) -> sameAct(story, one, other))) {
      List<List<Assertion>> groups =
          Clusters.of(cluster, Assertion::denied, Assertion::value, Responsibilities::sameActor);
      if (groups.size() > 1 && Voices.heldApart(groups)) {
        List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
        boolean later = isLater(story, groups);
        points.add(
            new Point(
                new PointId(1),
                question(cluster),
                Facet.RESPONSIBILITY,
                later ? Relation.UPDATE : Relation.CONFLICT,
                why(story, answers, later),
                answers));
      } else if (groups.size() == 1 && Voices.shared(cluster)) {
        points.add(
            new Point(
                new PointId(1),
                question(cluster),
                Facet.RESPONSIBILITY,
                Relation.AGREE,
                "Each names the same.",
                List.of(Voices.answer(story, cluster))));
      }
    }
    return points;
  }

  private static boolean sameAct(Story story, Assertion one, Assertion other) {
    boolean event = one.topic().isEmpty() && other.topic().isEmpty();
    return event
        || Stems.shared(one.topic(), other.topic()) > 0
        || Sentences.likeness(story, one, other) >= NEAR;
  }

  private static boolean sameActor(Assertion one, Assertion other) {
    return Stems.containment(new HashSet<>(one.value()), new HashSet<>(other.value())) >= 0.5;
  }

  /** Whether all that say it is not known were published before all that name somebody. */
  private static boolean isLater(Story story, List<List<Assertion>> groups) {
    List<Stamp> unknown = published(story, groups, true);
    List<Stamp> named = published(story, groups, false);
    return !unknown.isEmpty()
        && !named.isEmpty()
        && unknown.stream().allMatch(one -> named.stream().allMatch(two -> one.compareTo(two) < 0));
  }

  private static List<Stamp> published(Story story, List<List<Assertion>> groups, boolean unknown) {
    return groups.stream()
        .flatMap(List::stream)
        .filter(a -> a.value().contains(UNKNOWN) == unknown)
        .map(a -> story.report(a.report()).published())
        .filter(Objects::nonNull)
        .toList();
  }

  private static String question(List<Assertion> cluster) {
    String act =
        cluster.stream()
            .map(Assertion::topicWords)
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse("");
    return act.isEmpty()
        ? "Who is responsible?"
        : "Who is responsible for “" + Words.few(act) + "”?";
  }

  private static String why(Story story, List<Answer> answers, boolean later) {
    return (later
            ? "Not known at first, then somebody is named: "
            : "They name others, or deny it: ")
        + Voices.each(story, answers)
        + ".";
  }
}
