package rashomon.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rashomon.model.Span;

/**
 * Where two versions differ, as whole sentences around what changed in them.
 *
 * @param before absent where sentences were added
 * @param after absent where sentences were taken out
 * @param changes in the order of the later version
 */
public record Passage(@Nullable Span before, @Nullable Span after, List<Change> changes) {

  public Passage {
    changes = List.copyOf(changes);
  }

  /**
   * The passages in the order of the later version, several changes of one sentence together.
   * Changes of blanks, or of one kind of quotation mark, apostrophe or dash to another, are in
   * none.
   */
  public static List<Passage> of(Changes changes) {
    List<Span> before = sentences(changes.before());
    List<Span> after = sentences(changes.after());
    List<Passage> passages = new ArrayList<>();
    for (Change change : changes.list()) {
      if (!isTypography(change, changes)) {
        Passage passage = around(change, changes, before, after);
        if (!passages.isEmpty() && passages.getLast().overlaps(passage)) {
          passages.add(passages.removeLast().with(passage));
        } else {
          passages.add(passage);
        }
      }
    }
    return passages;
  }

  private static List<Span> sentences(String text) {
    return Pieces.paragraphs(text).stream()
        .flatMap(paragraph -> Pieces.sentences(text, paragraph).stream())
        .toList();
  }

  private static boolean isTypography(Change change, Changes changes) {
    return switch (change) {
      case Change.Added(int at, Span span) -> Typography.plain(span.of(changes.after())).isEmpty();
      case Change.Removed(Span span, int at) ->
          Typography.plain(span.of(changes.before())).isEmpty();
      case Change.Replaced(Span one, Span other) ->
          Typography.plain(one.of(changes.before()))
              .equals(Typography.plain(other.of(changes.after())));
      case Change.Moved moved -> false;
    };
  }

  private static Passage around(
      Change change, Changes changes, List<Span> before, List<Span> after) {
    return switch (change) {
      case Change.Added(int at, Span span) -> {
        Span there = around(span, after);
        boolean whole = stripped(span, changes.after()).contains(there);
        Span here = whole ? null : at(at, before);
        yield new Passage(here, there, List.of(change));
      }
      case Change.Removed(Span span, int at) -> {
        Span here = around(span, before);
        boolean whole = stripped(span, changes.before()).contains(here);
        Span there = whole ? null : at(at, after);
        yield new Passage(here, there, List.of(change));
      }
      case Change.Replaced(Span one, Span other) ->
          new Passage(around(one, before), around(other, after), List.of(change));
      case Change.Moved(Span one, Span other) -> new Passage(one, other, List.of(change));
    };
  }

  /** The sentences that a span touches; itself where it touches none. */
  private static Span around(Span span, List<Span> sentences) {
    return sentences.stream().filter(span::overlaps).reduce(Span::cover).orElse(span);
  }

  /** The sentence at an offset, or that ends there. */
  private static @Nullable Span at(int offset, List<Span> sentences) {
    return sentences.stream()
        .filter(sentence -> sentence.start() <= offset && offset <= sentence.end())
        .findFirst()
        .orElse(null);
  }

  private static Span stripped(Span span, String text) {
    int start = span.start();
    int end = span.end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private boolean overlaps(Passage later) {
    return before != null
        && after != null
        && later.before != null
        && later.after != null
        && before.overlaps(later.before)
        && after.overlaps(later.after);
  }

  private Passage with(Passage later) {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(later.changes);
    return new Passage(
        Objects.requireNonNull(before).cover(Objects.requireNonNull(later.before)),
        Objects.requireNonNull(after).cover(Objects.requireNonNull(later.after)),
        all);
  }
}
