package rashomon.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Puts together what belongs together, directly or through others (single linkage, by union-find).
 */
final class Clusters {

  private Clusters() {}

  /** The groups, in the order of their first members; members keep their order. */
  static <T> List<List<T>> of(List<T> items, BiPredicate<T, T> together) {
    int[] leader = new int[items.size()];
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
    }
    for (int i = 0; i < leader.length; i++) {
      for (int j = 0; j < i; j++) {
        if (find(leader, i) != find(leader, j) && together.test(items.get(j), items.get(i))) {
          int one = find(leader, i);
          int other = find(leader, j);
          leader[Math.max(one, other)] = Math.min(one, other);
        }
      }
    }
    Map<Integer, List<T>> groups = new LinkedHashMap<>();
    for (int i = 0; i < leader.length; i++) {
      groups.computeIfAbsent(find(leader, i), key -> new ArrayList<>()).add(items.get(i));
    }
    return List.copyOf(groups.values());
  }

  private static int find(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }
}
