package rashomon.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rashomon.model.Span;

/**
 * What differs between two versions of a text. Without the spans that changes have in them, both
 * texts are the same, letter for letter.
 *
 * @param list in the order of the later version
 */
public record Changes(String before, String after, List<Change> list) {

  /** How much a new version says that is new. */
  public enum Kind {
    /** Nothing differs. */
    NONE,
    /** Blanks, punctuation, spelling, grammar, or the order of paragraphs. */
    FORM,
    /** Numbers, names, quoted words, negations, times, or whole sentences. */
    UPDATE
  }

  public Changes {
    list = List.copyOf(list);
  }

  /**
   * The changes from one version to a later one, whole words at least. Takes {@code n log n} time
   * in the texts’ length, and for every stretch that differs a bounded time more.
   */
  public static Changes between(String before, String after) {
    Pieces one = Pieces.of(before);
    Pieces other = Pieces.of(after);
    Alignment alignment = Alignment.of(one, other);
    List<Change> changes = new ArrayList<>();
    Edits.of(one, other, alignment).forEach(edit -> changes.add(change(edit, one, other)));
    for (Alignment.Move move : alignment.moves()) {
      changes.add(
          new Change.Moved(
              new Span(one.offset(move.before().from()), one.offset(move.before().to())),
              new Span(other.offset(move.after().from()), other.offset(move.after().to()))));
    }
    changes.sort(Comparator.comparingInt(Changes::placeAfter).thenComparing(Changes::placeBefore));
    return new Changes(before, after, changes);
  }

  /** Whether the later version is an update, or says the same in better form. */
  public Kind kind() {
    if (list.isEmpty()) {
      return Kind.NONE;
    }
    Substance substance = new Substance(this);
    return list.stream().anyMatch(substance::isOf) ? Kind.UPDATE : Kind.FORM;
  }

  private static Change change(Edits.Edit edit, Pieces before, Pieces after) {
    int b0 = before.offset(edit.b0());
    int b1 = before.offset(edit.b1());
    int a0 = after.offset(edit.a0());
    int a1 = after.offset(edit.a1());
    if (b0 == b1) {
      return new Change.Added(b0, new Span(a0, a1));
    }
    return a0 == a1
        ? new Change.Removed(new Span(b0, b1), a0)
        : new Change.Replaced(new Span(b0, b1), new Span(a0, a1));
  }

  private static int placeAfter(Change change) {
    return switch (change) {
      case Change.Added added -> added.after().start();
      case Change.Removed removed -> removed.at();
      case Change.Replaced replaced -> replaced.after().start();
      case Change.Moved moved -> moved.after().start();
    };
  }

  private static int placeBefore(Change change) {
    return switch (change) {
      case Change.Added added -> added.at();
      case Change.Removed removed -> removed.before().start();
      case Change.Replaced replaced -> replaced.before().start();
      case Change.Moved moved -> moved.before().start();
    };
  }
}
