package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
      for (int j : candidates(index, stems.get(i))) {
        double alike = alike(story, whereabouts, all.get(i), all.get(j));
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
      Story story, Whereabouts whereabouts, Assertion one, Assertion other) {
    if (one.denied() != other.denied()
        || !whereabouts.sameFigures(one.report(), one.span(), other.report(), other.span())) {
      return 0;
    }
    Set<String> a = new HashSet<>(one.topic());
    Set<String> b = new HashSet<>(other.topic());
    double words = Stems.likeness(a, b);
    if (words >= ALIKE && (Stems.shared(a, b) >= WORDS || words >= MOST)) {
      return 1 + words;
    }
    double meaning = Sentences.likeness(story, one, other);
    double shared = Stems.shared(a, b) / (double) Math.max(a.size(), b.size());
    double both = meaning + shared / 2;
    return meaning >= NEAR && both >= BOTH && sameNumbers(a, b) ? both : 0;
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

  /** Earlier assertions that share at least {@value #FEWEST} stems, in order. */
  private static Set<Integer> candidates(Map<String, List<Integer>> index, Set<String> stems) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (String stem : stems) {
      index.getOrDefault(stem, List.of()).forEach(i -> shared.merge(i, 1, Integer::sum));
    }
    Set<Integer> enough = new LinkedHashSet<>();
    shared.entrySet().stream()
        .filter(e -> e.getValue() >= FEWEST)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(enough::add);
    return enough;
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
