package rashomon.ingest.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An element of the page that breaks lines, and what it holds. The sums grow while the page is
 * walked.
 */
final class Box {

  /** Elements whose being around says something, one bit each in {@link #around}. */
  enum Around {
    ARTICLE,
    MAIN,
    BODY_PROPERTY,
    NAV,
    HEADER,
    FOOTER,
    ASIDE,
    FIGURE,
    FORM,
    LIST,
    TABLE,
    QUOTE,
    COMMENTS,
    HIDDEN;

    @SuppressWarnings("EnumOrdinal") // the bits live within one page
    int bit() {
      return 1 << ordinal();
    }
  }

  static final int FAR = 30;

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  final @Nullable Box parent;
  final String tag;
  final int depth;

  /** The {@link Kind}s its own class and id hint at. */
  final int kinds;

  /** Those of the two boxes around it. */
  final int kindsNear;

  /** Those of everything around it, its own included. */
  final int kindsAround;

  final int around;

  /** Equal for boxes with the same tags and classes three levels up. */
  final int signature;

  /** The innermost article around it. */
  final @Nullable Box article;

  private final int own;
  int words;
  int linkedWords;
  int proseWords;
  int blocks;
  double weight;

  Box(@Nullable Box parent, String tag, int kinds, int around, int own) {
    this.parent = parent;
    this.tag = tag;
    this.kinds = kinds;
    this.own = own;
    depth = parent == null ? 0 : parent.depth + 1;
    kindsNear = above(1).kinds | above(2).kinds;
    kindsAround = parent == null ? 0 : parent.kindsAround | kinds;
    this.around = parent == null ? around : parent.around | around;
    Box grand = parent == null ? null : parent.parent;
    signature =
        (own * 31 + (parent == null ? 0 : parent.own)) * 31 + (grand == null ? 0 : grand.own);
    article = tag.equals("article") ? this : parent == null ? null : parent.article;
  }

  /** Its sums go to its parent, which is returned. */
  Box closed() {
    if (parent == null) {
      return this;
    }
    parent.words += words;
    parent.linkedWords += linkedWords;
    parent.proseWords += proseWords;
    parent.blocks += blocks;
    return parent;
  }

  boolean isHeading() {
    return HEADINGS.contains(tag);
  }

  boolean isWithin(Around element) {
    return (around & element.bit()) != 0;
  }

  double linked() {
    return words == 0 ? 0 : linkedWords / (double) words;
  }

  /** The box {@code levels} above, or the outermost. */
  Box above(int levels) {
    Box box = this;
    for (int i = 0; i < levels && box.parent != null; i++) {
      box = box.parent;
    }
    return box;
  }

  boolean holds(Box other) {
    Box box = other;
    while (box.depth > depth && box.parent != null) {
      box = box.parent;
    }
    return box == this;
  }

  /** How many levels above this one the smallest box is that holds both; {@link #FAR} at most. */
  int levelsTo(Box other) {
    Box around = this;
    int levels = 0;
    while (!around.holds(other) && around.parent != null && levels < FAR) {
      around = around.parent;
      levels++;
    }
    return levels;
  }
}
