package rashomon.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Evidence;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Story;

/**
 * What agreements keep once points tell that answers differ: words that give one answer there do
 * not agree with words that give another, however alike they are.
 */
final class Undisputed {

  /** Words that give an answer of a point; both are counted from 0. */
  private record Side(Evidence words, int point, int answer) {}

  private final Story story;
  private final Map<ReportId, List<Side>> sides = new HashMap<>();

  private Undisputed(Story story) {
    this.story = story;
  }

  /** By those of the points whose answers exclude each other or change. */
  static Undisputed of(Story story, List<Point> points) {
    Undisputed undisputed = new Undisputed(story);
    for (int i = 0; i < points.size(); i++) {
      Relation relation = points.get(i).relation();
      if (relation == Relation.CONFLICT || relation == Relation.UPDATE) {
        undisputed.add(points.get(i).answers(), i);
      }
    }
    return undisputed;
  }

  private void add(List<Answer> answers, int point) {
    for (int i = 0; i < answers.size(); i++) {
      for (Evidence words : answers.get(i).evidence()) {
        sides
            .computeIfAbsent(words.report(), fresh -> new ArrayList<>())
            .add(new Side(words, point, i));
      }
    }
  }

  /** An agreement with what goes with its first words alone; none where that is one report. */
  Optional<Point> part(Point agreement) {
    Answer answer = agreement.answers().getFirst();
    Map<Integer, Set<Integer>> taken = new TreeMap<>();
    List<Evidence> kept = new ArrayList<>();
    for (Evidence words : answer.evidence()) {
      Map<Integer, Set<Integer>> given = answers(words);
      if (given.entrySet().stream()
          .allMatch(one -> goes(taken.get(one.getKey()), one.getValue()))) {
        given.forEach(taken::putIfAbsent);
        kept.add(words);
      }
    }
    if (kept.size() == answer.evidence().size()) {
      return Optional.of(agreement);
    }
    return kept.stream().map(Evidence::report).distinct().count() < 2
        ? Optional.empty()
        : Optional.of(
            new Point(
                agreement.id(),
                agreement.question(),
                agreement.facet(),
                agreement.relation(),
                agreement.why(),
                List.of(Answers.of(story, answer.answer(), kept))));
  }

  private static boolean goes(@Nullable Set<Integer> taken, Set<Integer> given) {
    return taken == null || !Collections.disjoint(taken, given);
  }

  /** The answers that stand in these words, by their points. */
  private Map<Integer, Set<Integer>> answers(Evidence words) {
    Map<Integer, Set<Integer>> answers = new TreeMap<>();
    sides.getOrDefault(words.report(), List.of()).stream()
        .filter(side -> side.words.span().overlaps(words.span()))
        .forEach(
            side -> answers.computeIfAbsent(side.point, fresh -> new TreeSet<>()).add(side.answer));
    return answers;
  }
}
