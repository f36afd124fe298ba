package rashomon.compare;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What an index of words brings up. */
final class Candidates {

  private Candidates() {}

  /**
   * Those that stand in the index under at least {@code fewest} of the words, in ascending order.
   * Each stands at most once under a word.
   */
  static <W> int[] sharing(Map<W, List<Integer>> index, Collection<W> words, int fewest) {
    int[] all = all(index, words);
    int kept = 0;
    for (int from = 0, to = 0; from < all.length; from = to) {
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      if (to - from >= fewest) {
        all[kept++] = all[from];
      }
    }
    return Arrays.copyOf(all, kept);
  }

  /** Those that stand in the index under any of the words, once for each, in ascending order. */
  static <W> int[] all(Map<W, List<Integer>> index, Collection<W> words) {
    List<List<Integer>> lists =
        words.stream().map(word -> index.getOrDefault(word, List.of())).toList();
    int[] all = new int[lists.stream().mapToInt(List::size).sum()];
    int size = 0;
    for (List<Integer> list : lists) {
      for (int one : list) {
        all[size++] = one;
      }
    }
    Arrays.sort(all);
    return all;
  }
}
