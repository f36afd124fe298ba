package rashomon.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntBiFunction;

/**
 * A one-to-one assignment over pairs of positive weight, heavier pairs first, as large as there is
 * one: Kuhn's augmenting paths from a greedy order. As the published scorer does it, so that both
 * count alike.
 */
final class Assignment {

  private final Map<Integer, List<Integer>> edges = new HashMap<>();
  private final Map<Integer, Integer> owner = new HashMap<>();

  private Assignment() {}

  /** Places in {@code left} to places in {@code right}. */
  static <A, B> Map<Integer, Integer> of(
      List<A> left, List<B> right, ToIntBiFunction<A, B> weight) {
    Assignment assignment = new Assignment();
    Map<Integer, Integer> heaviest = new HashMap<>();
    for (int i = 0; i < left.size(); i++) {
      Map<Integer, Integer> weights = new HashMap<>();
      for (int j = 0; j < right.size(); j++) {
        weights.put(j, weight.applyAsInt(left.get(i), right.get(j)));
      }
      assignment.edges.put(
          i,
          weights.keySet().stream()
              .filter(j -> weights.getOrDefault(j, 0) > 0)
              .sorted(
                  Comparator.comparingInt((Integer j) -> -weights.getOrDefault(j, 0))
                      .thenComparingInt(j -> j))
              .toList());
      heaviest.put(i, weights.values().stream().reduce(0, Math::max));
    }
    List<Integer> order = new ArrayList<>(assignment.edges.keySet());
    order.sort(
        Comparator.comparingInt((Integer i) -> assignment.edgesOf(i).size())
            .thenComparingInt(i -> -heaviest.getOrDefault(i, 0))
            .thenComparingInt(i -> i));
    order.forEach(i -> assignment.place(i, new HashSet<>()));
    Map<Integer, Integer> pairs = new HashMap<>();
    assignment.owner.forEach((j, i) -> pairs.put(i, j));
    return pairs;
  }

  private List<Integer> edgesOf(int i) {
    return edges.getOrDefault(i, List.of());
  }

  private boolean place(int i, Set<Integer> seen) {
    for (int j : edgesOf(i)) {
      if (seen.add(j)) {
        Integer held = owner.get(j);
        if (held == null || place(held, seen)) {
          owner.put(j, i);
          return true;
        }
      }
    }
    return false;
  }
}
