package rashomon.cluster;

import java.util.Arrays;
import java.util.List;
import rashomon.cluster.Likeness.Side;

/**
 * How much each of some reports has in common with each other. Takes time for the terms that two
 * have in common, not for those that they do not.
 */
final class Pairs {

  /** Of an entry, which report; and which of its terms. */
  private static final int SIDE = 24;

  private static final int POSITION = 8;

  private final Side[] sides;

  /** Of each with each before it. */
  private final double[] words;

  private final double[] leads;
  private final boolean[] acquainted;

  Pairs(List<Side> sides) {
    this.sides = sides.toArray(Side[]::new);
    int count = at(sides.size(), 0);
    words = new double[count];
    leads = new double[count];
    acquainted = new boolean[count];
    long[] entries = entries();
    for (int from = 0, to; from < entries.length; from = to) {
      to = from + 1;
      while (to < entries.length && term(entries[to]) == term(entries[from])) {
        share(entries, from, to++);
      }
    }
  }

  /** Each term of each report, those of one term together. */
  private long[] entries() {
    long[] entries =
        new long[Arrays.stream(sides).mapToInt(side -> side.report.terms.length).sum()];
    int next = 0;
    for (int i = 0; i < sides.length; i++) {
      int[] terms = sides[i].report.terms;
      for (int j = 0; j < terms.length; j++) {
        entries[next++] = ((long) terms[j] << SIDE | i) << POSITION | j;
      }
    }
    Arrays.sort(entries);
    return entries;
  }

  /** Counts the last of some entries of a term with each of the others. */
  private void share(long[] entries, int from, int last) {
    Side mine = sides[side(entries[last])];
    int i = position(entries[last]);
    for (int k = from; k < last; k++) {
      Side other = sides[side(entries[k])];
      int j = position(entries[k]);
      int at = at(side(entries[last]), side(entries[k]));
      words[at] += mine.words[i] * other.words[j];
      leads[at] += mine.leads[i] * other.leads[j];
      acquainted[at] |= mine.isName(i) && other.isName(j);
    }
  }

  /**
   * Of a report, and one that stands before it.
   *
   * @param i more than j
   */
  Likeness likeness(int i, int j) {
    int at = at(i, j);
    return Likeness.of(sides[i], sides[j], words[at], leads[at], acquainted[at]);
  }

  private static int at(int i, int j) {
    return i * (i - 1) / 2 + j;
  }

  private static long term(long entry) {
    return entry >>> SIDE + POSITION;
  }

  private static int side(long entry) {
    return (int) (entry >>> POSITION) & (1 << SIDE) - 1;
  }

  private static int position(long entry) {
    return (int) entry & (1 << POSITION) - 1;
  }
}
