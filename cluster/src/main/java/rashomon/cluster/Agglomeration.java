package rashomon.cluster;

import java.util.Arrays;

/**
 * Joins what is alike, most alike first, by the average over all pairs (UPGMA; Sokal and Michener
 * 1958), until no two groups have an average above 0. The order of the items decides only between
 * equal averages. Takes time cubic in the number of groups at the start.
 */
final class Agglomeration {

  /** The score of two items that must not be in one group. */
  static final double NEVER = -1e9;

  private static final double NOTHING = Double.NEGATIVE_INFINITY;

  private Agglomeration() {}

  /**
   * The group of each item, numbered from 0 in order of first items.
   *
   * @param scores of each pair of items, symmetric
   * @param units the group of each item at the start, numbered in order of first items
   */
  static int[] groups(double[][] scores, int[] units) {
    int count = Arrays.stream(units).max().orElse(-1) + 1;
    double[][] sums = new double[count][count];
    int[] sizes = new int[count];
    for (int i = 0; i < units.length; i++) {
      sizes[units[i]]++;
      for (int j = 0; j < units.length; j++) {
        sums[units[i]][units[j]] += scores[i][j];
      }
    }
    int[] group = new int[count];
    Arrays.setAll(group, unit -> unit);
    boolean[] gone = new boolean[count];
    while (true) {
      double best = 0;
      int one = -1;
      int other = -1;
      for (int i = 0; i < count; i++) {
        for (int j = i + 1; !gone[i] && j < count; j++) {
          double average = gone[j] ? NOTHING : sums[i][j] / ((double) sizes[i] * sizes[j]);
          if (average > best) {
            best = average;
            one = i;
            other = j;
          }
        }
      }
      if (one < 0) {
        return numbered(units, group);
      }
      gone[other] = true;
      sizes[one] += sizes[other];
      for (int k = 0; k < count; k++) {
        sums[one][k] += sums[other][k];
        sums[k][one] = sums[one][k];
        group[k] = group[k] == other ? one : group[k];
      }
    }
  }

  private static int[] numbered(int[] units, int[] group) {
    int[] numbers = new int[group.length];
    Arrays.fill(numbers, -1);
    int next = 0;
    int[] result = new int[units.length];
    for (int i = 0; i < units.length; i++) {
      int of = group[units[i]];
      if (numbers[of] < 0) {
        numbers[of] = next++;
      }
      result[i] = numbers[of];
    }
    return result;
  }
}
