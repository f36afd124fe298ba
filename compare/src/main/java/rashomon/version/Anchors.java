package rashomon.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rashomon.model.Span;

/**
 * Where words of an older version stand in a newer one. They are followed through what did not
 * change and never searched for, so that words like them elsewhere are not taken for them.
 */
public final class Anchors {

  private static final Anchor ORPHAN = new Anchor.Orphan();

  /** Letters that are the same in both texts. */
  private record Block(int before, int after, int length) {}

  private final Changes changes;
  private final TreeMap<Integer, Block> blocks = new TreeMap<>();
  private final TreeMap<Integer, Span> replacedFrom = new TreeMap<>();
  private final TreeMap<Integer, Span> replacedTo = new TreeMap<>();
  private final List<Span> unsure = new ArrayList<>();

  /** Ready for many spans of one older version. */
  public Anchors(Changes changes) {
    this.changes = changes;
    List<Span> beforeGone = new ArrayList<>();
    List<Span> afterNew = new ArrayList<>();
    for (Change change : changes.list()) {
      switch (change) {
        case Change.Added added -> afterNew.add(added.after());
        case Change.Removed removed -> beforeGone.add(removed.before());
        case Change.Replaced replaced -> {
          beforeGone.add(replaced.before());
          afterNew.add(replaced.after());
          replacedFrom.put(replaced.before().start(), replaced.after());
          replacedTo.put(replaced.before().end(), replaced.after());
        }
        case Change.Moved moved -> {
          beforeGone.add(moved.before());
          afterNew.add(moved.after());
        }
      }
    }
    addBlocks(kept(changes.before(), beforeGone), kept(changes.after(), afterNew));
    for (Change change : changes.list()) {
      if (change instanceof Change.Moved moved) {
        Span from = moved.before();
        blocks.put(from.start(), new Block(from.start(), moved.after().start(), from.length()));
      }
      markUnsure(change);
    }
  }

  /** Where the words of {@code span} in {@code before} stand in {@code after}. */
  public static Anchor find(Span span, String before, String after) {
    return new Anchors(Changes.between(before, after)).find(span);
  }

  /**
   * Where those words of the older version stand in the newer; blanks and the shape of quotation
   * marks, apostrophes and dashes within may differ. An orphan, too, where it cannot be said which
   * of two like passages is left.
   */
  public Anchor find(Span span) {
    if (span.end() > changes.before().length()) {
      throw new IllegalArgumentException("beyond the older version: " + span);
    }
    Integer start = start(span.start());
    Integer end = end(span.end());
    if (start == null || end == null || end <= start || isUnsure(span)) {
      return ORPHAN;
    }
    Span there = new Span(start, end);
    boolean same =
        Typography.plain(span.of(changes.before()))
            .equals(Typography.plain(there.of(changes.after())));
    return same ? new Anchor.Found(there) : ORPHAN;
  }

  private @Nullable Integer start(int at) {
    Block block = block(at);
    if (block != null) {
      return block.after + at - block.before;
    }
    Span replaced = replacedFrom.get(at);
    return replaced == null ? null : (Integer) replaced.start();
  }

  private @Nullable Integer end(int at) {
    Block block = block(at - 1);
    if (block != null) {
      return block.after + at - block.before;
    }
    Span replaced = replacedTo.get(at);
    return replaced == null ? null : (Integer) replaced.end();
  }

  private @Nullable Block block(int at) {
    Map.Entry<Integer, Block> entry = blocks.floorEntry(at);
    return entry != null && at < entry.getValue().before + entry.getValue().length
        ? entry.getValue()
        : null;
  }

  private static List<Span> kept(String text, List<Span> gone) {
    List<Span> kept = new ArrayList<>();
    int at = 0;
    for (Span span : gone.stream().sorted(Comparator.naturalOrder()).toList()) {
      if (span.start() > at) {
        kept.add(new Span(at, span.start()));
      }
      at = span.end();
    }
    if (at < text.length()) {
      kept.add(new Span(at, text.length()));
    }
    return kept;
  }

  private void addBlocks(List<Span> befores, List<Span> afters) {
    int i = 0;
    int j = 0;
    int b = 0;
    int a = 0;
    while (i < befores.size()) {
      Span before = befores.get(i);
      Span after = afters.get(j);
      int length = Math.min(before.length() - b, after.length() - a);
      blocks.put(before.start() + b, new Block(before.start() + b, after.start() + a, length));
      b += length;
      a += length;
      if (b == before.length()) {
        i++;
        b = 0;
      }
      if (a == after.length()) {
        j++;
        a = 0;
      }
    }
  }

  /**
   * Words beside a removal or addition that could as well be its other end: of <i>12 from Ava and
   * 12 from Brek</i> only <i>12 from Brek</i> is left, and either 12 could be the one that is.
   * Whole sentences are not in doubt.
   */
  private void markUnsure(Change change) {
    if (change instanceof Change.Removed removed) {
      Span gone = removed.before();
      if (!begins(changes.before(), gone.start())) {
        Block left = block(gone.start() - 1);
        Block right = block(gone.end());
        mark(changes.before(), gone, left, right);
      }
    } else if (change instanceof Change.Added added) {
      Span fresh = added.after();
      if (!begins(changes.after(), fresh.start())) {
        mark(changes.after(), fresh, block(added.at() - 1), block(added.at()));
      }
    }
  }

  private void mark(String text, Span edit, @Nullable Block left, @Nullable Block right) {
    int back = 0;
    int most = left == null ? 0 : Math.min(left.length, edit.start());
    while (back < most
        && text.charAt(edit.start() - 1 - back) == text.charAt(edit.end() - 1 - back)) {
      back++;
    }
    if (left != null && back > 0) {
      int end = left.before + left.length;
      unsure.add(new Span(end - back, end));
    }
    int ahead = 0;
    most = right == null ? 0 : Math.min(right.length, text.length() - edit.end());
    while (ahead < most && text.charAt(edit.start() + ahead) == text.charAt(edit.end() + ahead)) {
      ahead++;
    }
    if (right != null && ahead > 0) {
      unsure.add(new Span(right.before, right.before + ahead));
    }
  }

  private boolean isUnsure(Span span) {
    return unsure.stream().anyMatch(doubtful -> doubtful.contains(span));
  }

  private static boolean begins(String text, int at) {
    int i = at - 1;
    while (i >= 0
        && (Character.isWhitespace(text.charAt(i)) || "”’\"'".indexOf(text.charAt(i)) >= 0)) {
      i--;
    }
    return i < 0 || ".!?".indexOf(text.charAt(i)) >= 0 || text.substring(i, at).contains("\n");
  }
}
