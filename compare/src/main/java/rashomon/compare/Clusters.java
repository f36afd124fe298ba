package rashomon.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

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
          join(leader, i, j);
        }
      }
    }
    return groups(items, leader);
  }

  /** The same where those belong together that share a mark. */
  static <T> List<List<T>> sharing(List<T> items, Function<T, List<Object>> marks) {
    int[] leader = new int[items.size()];
    Map<Object, Integer> first = new HashMap<>();
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      for (Object mark : marks.apply(items.get(i))) {
        Integer holder = first.putIfAbsent(mark, i);
        if (holder != null) {
          join(leader, i, holder);
        }
      }
    }
    return groups(items, leader);
  }

  private static <T> List<List<T>> groups(List<T> items, int[] leader) {
    Map<Integer, List<T>> groups = new LinkedHashMap<>();
    for (int i = 0; i < leader.length; i++) {
      groups.computeIfAbsent(find(leader, i), key -> new ArrayList<>()).add(items.get(i));
    }
    return List.copyOf(groups.values());
  }

  private static void join(int[] leader, int i, int j) {
    int one = find(leader, i);
    int other = find(leader, j);
    leader[Math.max(one, other)] = Math.min(one, other);
  }

  /**
   * The same for items of which only those with one key can belong together, and those with one
   * signature do: each signature is looked at once, so that repetition costs nothing.
   */
  static <T> List<List<T>> of(
      List<T> items,
      Function<T, Object> key,
      Function<T, Object> signature,
      BiPredicate<T, T> together) {
    Map<Object, Map<Object, List<Integer>>> byKey = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      byKey
          .computeIfAbsent(key.apply(items.get(i)), fresh -> new LinkedHashMap<>())
          .computeIfAbsent(signature.apply(items.get(i)), fresh -> new ArrayList<>())
          .add(i);
    }
    List<List<Integer>> groups = new ArrayList<>();
    for (Map<Object, List<Integer>> bySignature : byKey.values()) {
      List<List<Integer>> alike = List.copyOf(bySignature.values());
      for (List<List<Integer>> group :
          of(
              alike,
              (one, other) ->
                  together.test(items.get(one.getFirst()), items.get(other.getFirst())))) {
        groups.add(group.stream().flatMap(List::stream).sorted().toList());
      }
    }
    groups.sort(Comparator.comparing(List::getFirst));
    return groups.stream().map(group -> group.stream().map(items::get).toList()).toList();
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
