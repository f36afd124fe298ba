package rashomon.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rashomon.model.Span;

/** What kinds of mistakes there are: spans that overlap one another are looked at together. */
final class SpanErrors {

  /** How what was found lies to what was marked. */
  enum Kind {
    EXACT,
    LEFT_EDGE,
    RIGHT_EDGE,
    BOTH_EDGES,
    OTHER_PARTS,
    SPLIT,
    MERGED,
    TANGLED,
    MISSED,
    SPURIOUS
  }

  /** Spans of several parts that overlap: what annotators marked, and what was found. */
  record Group(Kind kind, List<List<Span>> gold, List<List<Span>> found) {}

  private SpanErrors() {}

  /** Every span in one group, in order; spans are without their edges already. */
  static List<Group> of(Set<List<Span>> gold, Set<List<Span>> found) {
    List<List<Span>> both = new ArrayList<>();
    both.addAll(gold);
    both.addAll(found.stream().filter(spans -> !gold.contains(spans)).toList());
    both.removeIf(List::isEmpty);
    both.sort(Comparator.comparing((List<Span> spans) -> spans.getFirst()));
    Set<List<Span>> exact = new HashSet<>(gold);
    exact.retainAll(found);
    List<Group> groups = new ArrayList<>();
    List<List<Span>> left = new ArrayList<>();
    for (List<Span> spans : both) {
      if (exact.contains(spans)) {
        groups.add(new Group(Kind.EXACT, List.of(spans), List.of(spans)));
      } else {
        left.add(spans);
      }
    }
    while (!left.isEmpty()) {
      List<List<Span>> together = new ArrayList<>(List.of(left.removeFirst()));
      boolean grown = true;
      while (grown) {
        List<List<Span>> more =
            left.stream()
                .filter(spans -> together.stream().anyMatch(one -> overlap(one, spans)))
                .toList();
        grown = !more.isEmpty();
        together.addAll(more);
        left.removeAll(more);
      }
      List<List<Span>> marked = together.stream().filter(gold::contains).toList();
      List<List<Span>> seen = together.stream().filter(found::contains).toList();
      groups.add(new Group(kind(marked, seen), marked, seen));
    }
    return groups;
  }

  private static boolean overlap(List<Span> one, List<Span> other) {
    return one.stream()
        .anyMatch(a -> other.stream().anyMatch(b -> a.start() < b.end() && b.start() < a.end()));
  }

  private static Kind kind(List<List<Span>> gold, List<List<Span>> found) {
    if (found.isEmpty()) {
      return Kind.MISSED;
    }
    if (gold.isEmpty()) {
      return Kind.SPURIOUS;
    }
    if (gold.size() > 1) {
      return found.size() > 1 ? Kind.TANGLED : Kind.MERGED;
    }
    if (found.size() > 1) {
      return Kind.SPLIT;
    }
    List<Span> marked = gold.getFirst();
    List<Span> seen = found.getFirst();
    if (marked.size() != seen.size()) {
      return Kind.OTHER_PARTS;
    }
    boolean left = marked.getFirst().start() == seen.getFirst().start();
    boolean right = marked.getLast().end() == seen.getLast().end();
    return left && right
        ? Kind.OTHER_PARTS
        : left ? Kind.RIGHT_EDGE : right ? Kind.LEFT_EDGE : Kind.BOTH_EDGES;
  }

  /** How many groups there are of each kind; kinds that do not occur are there with 0. */
  static Map<Kind, Integer> counts(List<Group> groups) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0);
    }
    groups.forEach(group -> counts.merge(group.kind(), 1, Integer::sum));
    return counts;
  }
}
