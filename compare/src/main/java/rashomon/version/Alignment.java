package rashomon.version;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rashomon.version.Pieces.Unit;

/**
 * Which atoms of one text are which of another. Paragraphs that each text has once and in the same
 * order hold it together, then between them sentences (patience diff, Cohen; here level by level),
 * then words by Myers' algorithm (1986). Its time grows with the square; where both sides have more
 * than {@value #MOST} atoms, words that each side has once come first, and what is still too long
 * stays unaligned.
 */
final class Alignment {

  private static final int WORDS = 2;
  private static final int MOST = 4000;

  /** Words a paragraph needs to be known again at another place. */
  private static final int MOVABLE = 8;

  /** A paragraph that moved. */
  record Move(Unit before, Unit after) {}

  private final Pieces before;
  private final Pieces after;
  private final int[] match;
  private final List<Move> moves = new ArrayList<>();
  private final BitSet leaving = new BitSet();
  private final BitSet arriving = new BitSet();

  private Alignment(Pieces before, Pieces after) {
    this.before = before;
    this.after = after;
    this.match = new int[before.size()];
    Arrays.fill(match, -1);
  }

  static Alignment of(Pieces before, Pieces after) {
    Alignment alignment = new Alignment(before, after);
    alignment.align(0, 0, before.size(), 0, after.size());
    return alignment;
  }

  /** The later atom that an earlier one is; -1 where there is none, or it moved. */
  int match(int atom) {
    return match[atom];
  }

  List<Move> moves() {
    return moves;
  }

  private void align(int level, int b0, int b1, int a0, int a1) {
    if (b0 == b1 || a0 == a1) {
      return;
    }
    if (level >= WORDS && b1 - b0 + a1 - a0 <= MOST) {
      myers(atoms(b0, b1, leaving), atoms(a0, a1, arriving));
      return;
    }
    if (level > WORDS) {
      return;
    }
    List<Unit> befores = staying(before.units(level, b0, b1), leaving);
    List<Unit> afters = staying(after.units(level, a0, a1), arriving);
    Map<String, Integer> once = once(befores, afters);
    List<int[]> pairs = pairs(befores, afters, once);
    if (level == 0) {
      move(befores, afters, once, pairs);
    }
    int b = b0;
    int a = a0;
    for (int[] pair : pairs) {
      Unit one = befores.get(pair[0]);
      Unit other = afters.get(pair[1]);
      for (int i = 0; i < one.to() - one.from(); i++) {
        match[one.from() + i] = other.from() + i;
      }
      align(level + 1, b, one.from(), a, other.from());
      b = one.to();
      a = other.to();
    }
    align(level + 1, b, b1, a, a1);
  }

  /**
   * Units both sides have, in an order both have: equal ends, and between them what is there once.
   */
  private static List<int[]> pairs(List<Unit> b, List<Unit> a, Map<String, Integer> once) {
    List<int[]> pairs = new ArrayList<>();
    int least = Math.min(b.size(), a.size());
    int head = 0;
    while (head < least && b.get(head).words().equals(a.get(head).words())) {
      pairs.add(new int[] {head, head});
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && b.get(b.size() - 1 - tail).words().equals(a.get(a.size() - 1 - tail).words())) {
      tail++;
    }
    List<int[]> common = new ArrayList<>();
    for (int i = head; i < b.size() - tail; i++) {
      Integer place = once.get(b.get(i).words());
      if (place != null && place >= head && place < a.size() - tail) {
        common.add(new int[] {i, place});
      }
    }
    pairs.addAll(rising(common));
    for (int i = tail; i > 0; i--) {
      pairs.add(new int[] {b.size() - i, a.size() - i});
    }
    return pairs;
  }

  /** Words of units that either side has once, and where the later side has them. */
  private static Map<String, Integer> once(List<Unit> b, List<Unit> a) {
    Set<String> single = single(b);
    single.retainAll(single(a));
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < a.size(); i++) {
      if (single.contains(a.get(i).words())) {
        places.put(a.get(i).words(), i);
      }
    }
    return places;
  }

  private static Set<String> single(List<Unit> units) {
    Set<String> seen = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (Unit unit : units) {
      if (!seen.add(unit.words())) {
        again.add(unit.words());
      }
    }
    seen.removeAll(again);
    return seen;
  }

  /** A longest part of the pairs whose later places rise (Fredman 1975). */
  private static List<int[]> rising(List<int[]> pairs) {
    int[] ends = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    List<int[]> rising = new ArrayList<>();
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
      rising.addFirst(pairs.get(i));
    }
    return rising;
  }

  private void move(
      List<Unit> befores, List<Unit> afters, Map<String, Integer> once, List<int[]> pairs) {
    Set<Integer> paired = new HashSet<>();
    pairs.forEach(pair -> paired.add(pair[0]));
    for (int i = 0; i < befores.size(); i++) {
      Unit unit = befores.get(i);
      Integer place = once.get(unit.words());
      if (place != null
          && !paired.contains(i)
          && before.countWords(unit.from(), unit.to()) >= MOVABLE) {
        Unit there = afters.get(place);
        moves.add(new Move(unit, there));
        leaving.set(unit.from(), unit.to());
        arriving.set(there.from(), there.to());
      }
    }
  }

  private static List<Unit> staying(List<Unit> units, BitSet moving) {
    return units.stream().filter(unit -> !moving.get(unit.from())).toList();
  }

  private static int[] atoms(int from, int to, BitSet moving) {
    int[] atoms = new int[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (!moving.get(i)) {
        atoms[count++] = i;
      }
    }
    return Arrays.copyOf(atoms, count);
  }

  private void myers(int[] b, int[] a) {
    List<String> one = Arrays.stream(b).mapToObj(before::atom).toList();
    List<String> other = Arrays.stream(a).mapToObj(after::atom).toList();
    int i = 0;
    int j = 0;
    for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(one, other, null)) {
      while (i < change.startOriginal) {
        match[b[i++]] = a[j++];
      }
      i = change.endOriginal;
      j = change.endRevised;
    }
    while (i < b.length) {
      match[b[i++]] = a[j++];
    }
  }
}
