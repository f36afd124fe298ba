package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Story;

/**
 * What two reports say in nearly the same words: plain agreement. Candidates come from an index of
 * stems.
 */
final class Agreements implements PointFinder {

  private static final double ALIKE = 0.5;

  /** Of so many words at least, or nearly all of them. */
  private static final int WORDS = 4;

  private static final double MOST = 0.75;

  private static final int FEWEST = 2;

  /** How near the meanings of sentences must be, and together with half the share of words. */
  private static final double NEAR = 0.5;

  private static final double BOTH = 0.75;

  @Override
  public List<Point> find(Story story) {
    Whereabouts whereabouts = Whereabouts.of(story);
    List<Assertion> all =
        Voices.propositions(story).stream().filter(a -> a.topic().size() >= WORDS).toList();
    List<Set<String>> stems =
        all.stream().map(a -> (Set<String>) new HashSet<>(a.topic())).toList();
    Map<String, List<Integer>> index = new HashMap<>();
    List<List<Integer>> groups = new ArrayList<>();
    int[] groupOf = new int[all.size()];
    for (int i = 0; i < all.size(); i++) {
      groupOf[i] = -1;
      double best = 0;
      for (int j : Candidates.sharing(index, stems.get(i), FEWEST)) {
        double alike = alike(story, whereabouts, all, stems, i, j);
        if (alike > best) {
          best = alike;
          groupOf[i] = groupOf[j];
        }
      }
      if (groupOf[i] < 0) {
        // Only the first of a group is compared with what follows, so that groups do not drift.
        groupOf[i] = groups.size();
        groups.add(new ArrayList<>());
        for (String stem : stems.get(i)) {
          index.computeIfAbsent(stem, key -> new ArrayList<>()).add(i);
        }
      }
      groups.get(groupOf[i]).add(i);
    }
    List<Point> points = new ArrayList<>();
    for (List<Integer> group : groups) {
      List<Assertion> same = group.stream().map(all::get).toList();
      if (same.stream().map(Assertion::report).distinct().count() > 1) {
        points.add(agreement(story, same));
      }
    }
    return points;
  }

  /** How much two assertions say the same; 0 where they do not. */
  private static double alike(
      Story story,
      Whereabouts whereabouts,
      List<Assertion> all,
      List<Set<String>> stems,
      int i,
      int j) {
    Assertion one = all.get(i);
    Assertion other = all.get(j);
    if (one.denied() != other.denied()) {
      return 0;
    }
    Set<String> a = stems.get(i);
    Set<String> b = stems.get(j);
    double words = Stems.likeness(a, b);
    if (words >= ALIKE && (Stems.shared(a, b) >= WORDS || words >= MOST)) {
      return sameFigures(whereabouts, one, other) ? 1 + words : 0;
    }
    double meaning = Sentences.likeness(story, one, other);
    double shared = Stems.shared(a, b) / (double) Math.max(a.size(), b.size());
    double both = meaning + shared / 2;
    return meaning >= NEAR
            && both >= BOTH
            && sameNumbers(a, b)
            && sameFigures(whereabouts, one, other)
        ? both
        : 0;
  }

  private static boolean sameFigures(Whereabouts whereabouts, Assertion one, Assertion other) {
    return whereabouts.sameFigures(one.report(), one.span(), other.report(), other.span());
  }

  /** Whether neither has a number that the other has not, or one of them has none. */
  private static boolean sameNumbers(Set<String> one, Set<String> other) {
    Set<String> mine = numbers(one);
    Set<String> theirs = numbers(other);
    return mine.containsAll(theirs) || theirs.containsAll(mine);
  }

  private static Set<String> numbers(Set<String> stems) {
    return stems.stream()
        .filter(stem -> Character.isDigit(stem.charAt(0)))
        .collect(Collectors.toSet());
  }

  private static Point agreement(Story story, List<Assertion> same) {
    Answer answer = Voices.answer(story, same);
    return new Point(
        new PointId(1),
        "Who says “" + Words.few(answer.answer()) + "”?",
        Facet.OTHER,
        Relation.AGREE,
        "Said in nearly the same words.",
        List.of(answer));
  }
}
