package rashomon.version;

import rashomon.model.Span;

/** What became of words of an older version in a newer one. */
public sealed interface Anchor {

  /** The same words stand there in the newer version. */
  record Found(Span span) implements Anchor {}

  /** They stand there no more. */
  record Orphan() implements Anchor {}
}
