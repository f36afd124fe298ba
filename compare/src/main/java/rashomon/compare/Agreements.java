package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int WORDS = 4;

  @Override
  public List<Point> find(Story story) {
    List<Assertion> all =
        Voices.propositions(story).stream().filter(a -> a.topic().size() >= WORDS).toList();
    List<Set<String>> stems =
        all.stream().map(a -> (Set<String>) new HashSet<>(a.topic())).toList();
    Map<String, List<Integer>> index = new HashMap<>();
    List<List<Integer>> groups = new ArrayList<>();
    int[] groupOf = new int[all.size()];
    for (int i = 0; i < all.size(); i++) {
      groupOf[i] = -1;
      for (int j : candidates(index, stems.get(i))) {
        boolean alike =
            all.get(i).denied() == all.get(j).denied()
                && Stems.likeness(stems.get(i), stems.get(j)) >= ALIKE;
        if (alike) {
          groupOf[i] = groupOf[j];
          break;
        }
      }
      if (groupOf[i] < 0) {
        groupOf[i] = groups.size();
        groups.add(new ArrayList<>());
      }
      groups.get(groupOf[i]).add(i);
      for (String stem : stems.get(i)) {
        index.computeIfAbsent(stem, key -> new ArrayList<>()).add(i);
      }
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

  /** Earlier assertions that share at least {@value #WORDS} stems, in order. */
  private static Set<Integer> candidates(Map<String, List<Integer>> index, Set<String> stems) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (String stem : stems) {
      index.getOrDefault(stem, List.of()).forEach(i -> shared.merge(i, 1, Integer::sum));
    }
    Set<Integer> enough = new LinkedHashSet<>();
    shared.entrySet().stream()
        .filter(e -> e.getValue() >= WORDS - 1)
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
