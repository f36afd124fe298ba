package rashomon.cluster;

import java.util.Arrays;

/**
 * Adds up a number for each of some keys, which are not negative. A table of open addresses; small,
 * so that it stays near the processor.
 */
final class Sums {

  private static final int HASH = 0x9E3779B9;
  private static final int FREE = -1;

  private final int[] keys;
  private final double[] values;
  private final int[] taken;
  private final int shift;
  private int count;

  /**
   * @param most how many keys there may be
   */
  Sums(int most) {
    int size = Integer.highestOneBit(Math.max(1, most)) * 4;
    keys = new int[size];
    Arrays.fill(keys, FREE);
    values = new double[size];
    taken = new int[most];
    shift = Integer.numberOfLeadingZeros(size - 1);
  }

  void add(int key, double value) {
    int at = key * HASH >>> shift;
    while (keys[at] != key) {
      if (keys[at] == FREE) {
        keys[at] = key;
        values[at] = 0;
        taken[count++] = at;
        break;
      }
      at = at + 1 & keys.length - 1;
    }
    values[at] += value;
  }

  /** The keys; of equal sums, to the precision of a float, the larger first. All is forgotten. */
  int[] largestFirst() {
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      int at = taken[i];
      order[i] = -((long) Float.floatToIntBits((float) values[at]) << Integer.SIZE | keys[at]);
      keys[at] = FREE;
    }
    count = 0;
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(one -> (int) -one).toArray();
  }
}
