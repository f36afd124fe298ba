package rashomon.version;

import rashomon.model.Span;

/** One difference between two versions of a text; spans lie in the version they are named for. */
public sealed interface Change {

  /** Words that only the later version has; they come before offset {@code at} of the earlier. */
  record Added(int at, Span after) implements Change {}

  /** Words that only the earlier version has; they would stand at {@code at} of the later. */
  record Removed(Span before, int at) implements Change {}

  /** Words in the place of others. */
  record Replaced(Span before, Span after) implements Change {}

  /** A paragraph that stands elsewhere among the others, word for word. */
  record Moved(Span before, Span after) implements Change {}
}
