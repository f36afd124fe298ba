package rashomon.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rashomon.version.Alignment.Move;
import rashomon.version.Pieces.Unit;

/**
 * An alignment told as edits that a person can read. After the semantic clean-ups of
 * diff-match-patch (Fraser 2006), over words: what stayed the same by chance between two larger
 * edits goes with them, and an addition or removal that could stand at several places stands where
 * a paragraph or sentence begins.
 */
final class Edits {

  /** So many words in a row are no chance. */
  private static final int NO_CHANCE = 8;

  private static final int FARTHEST = 500;

  /** Atoms {@code b0} to {@code b1} of the earlier text became {@code a0} to {@code a1}. */
  record Edit(int b0, int b1, int a0, int a1) {

    boolean isOneSided() {
      return b0 == b1 || a0 == a1;
    }

    Edit shifted(int by) {
      return new Edit(b0 + by, b1 + by, a0 + by, a1 + by);
    }
  }

  private final Pieces before;
  private final Pieces after;
  private final Alignment alignment;

  private Edits(Pieces before, Pieces after, Alignment alignment) {
    this.before = before;
    this.after = after;
    this.alignment = alignment;
  }

  /** In the order of either text; paragraphs that moved are none of them. */
  static List<Edit> of(Pieces before, Pieces after, Alignment alignment) {
    Edits edits = new Edits(before, after, alignment);
    return edits.placed(edits.merged(edits.raw()));
  }

  private List<Edit> raw() {
    Map<Integer, Unit> leaving = new HashMap<>();
    Map<Integer, Unit> arriving = new HashMap<>();
    for (Move move : alignment.moves()) {
      leaving.put(move.before().from(), move.before());
      arriving.put(move.after().from(), move.after());
    }
    List<Edit> edits = new ArrayList<>();
    int b = 0;
    int a = 0;
    while (b < before.size() || a < after.size()) {
      int b0 = b;
      int a0 = a;
      while (b < before.size() && !leaving.containsKey(b) && alignment.match(b) < 0) {
        b++;
      }
      int next = nextMatch(b, leaving);
      while (a < next && !arriving.containsKey(a)) {
        a++;
      }
      if (b > b0 || a > a0) {
        edits.add(new Edit(b0, b, a0, a));
      } else if (leaving.containsKey(b)) {
        b = Objects.requireNonNull(leaving.get(b)).to();
      } else if (arriving.containsKey(a)) {
        a = Objects.requireNonNull(arriving.get(a)).to();
      } else {
        b++;
        a++;
      }
    }
    return edits;
  }

  /** The later atom that the next unmoved, unchanged atom is. */
  private int nextMatch(int from, Map<Integer, Unit> leaving) {
    int b = from;
    while (b < before.size()) {
      Unit moved = leaving.get(b);
      if (moved != null) {
        b = moved.to();
      } else if (alignment.match(b) >= 0) {
        return alignment.match(b);
      } else {
        b++;
      }
    }
    return after.size();
  }

  private List<Edit> merged(List<Edit> raw) {
    List<Edit> merged = new ArrayList<>();
    for (Edit edit : raw) {
      Edit last = edit;
      while (!merged.isEmpty() && goTogether(merged.getLast(), last)) {
        Edit first = merged.removeLast();
        last = new Edit(first.b0, last.b1, first.a0, last.a1);
      }
      merged.add(last);
    }
    return merged;
  }

  private boolean goTogether(Edit one, Edit other) {
    int same = before.ink(one.b1, other.b0);
    return one.b1 - other.b0 == one.a1 - other.a0
        && same <= ink(one)
        && same <= ink(other)
        && before.countWords(one.b1, other.b0) < NO_CHANCE
        && !movesBetween(one, other);
  }

  private boolean movesBetween(Edit one, Edit other) {
    return alignment.moves().stream()
        .anyMatch(
            move ->
                one.b1 <= move.before().from() && move.before().to() <= other.b0
                    || one.a1 <= move.after().from() && move.after().to() <= other.a0);
  }

  private int ink(Edit edit) {
    return Math.max(before.ink(edit.b0, edit.b1), after.ink(edit.a0, edit.a1));
  }

  private List<Edit> placed(List<Edit> edits) {
    List<Edit> placed = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      int least = placed.isEmpty() ? 0 : placed.getLast().b1;
      int most = i + 1 < edits.size() ? edits.get(i + 1).b0 : before.size();
      placed.add(edit.isOneSided() ? best(edit, least, most) : edit);
    }
    return placed;
  }

  /** The same words may be left out, or put in, a little to the left or right. */
  private Edit best(Edit edit, int least, int most) {
    boolean removes = edit.a0 == edit.a1;
    Pieces text = removes ? before : after;
    Edit best = edit;
    for (int way = -1; way <= 1; way += 2) {
      Edit next = edit;
      for (int steps = 0; steps < FARTHEST; steps++) {
        int from = removes ? next.b0 : next.a0;
        int to = removes ? next.b1 : next.a1;
        int leaves = way < 0 ? to - 1 : from;
        int comes = way < 0 ? from - 1 : to;
        boolean room = way < 0 ? next.b0 > least : next.b1 < most;
        if (!room || !unmoved(next, way) || !text.atom(leaves).equals(text.atom(comes))) {
          break;
        }
        next = next.shifted(way);
        if (beginning(next, removes) > beginning(best, removes)) {
          best = next;
        }
      }
    }
    return best;
  }

  /** Whether the atom beyond that end is the same one in both texts. */
  private boolean unmoved(Edit edit, int way) {
    int b = way < 0 ? edit.b0 - 1 : edit.b1;
    int a = way < 0 ? edit.a0 - 1 : edit.a1;
    return b >= 0 && b < before.size() && alignment.match(b) == a;
  }

  private int beginning(Edit edit, boolean removes) {
    return removes ? before.beginning(edit.b0) : after.beginning(edit.a0);
  }
}
