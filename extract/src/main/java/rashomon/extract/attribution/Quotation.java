package rashomon.extract.attribution;

import rashomon.model.Span;

/**
 * Words between quotation marks, the marks included. One that is not closed runs to the end of its
 * paragraph; {@code continued} tells that the paragraph before left one open and this one takes it
 * up again. {@code depth} is 0 for an outer quotation, 1 for one within it.
 */
record Quotation(
    Span span, int firstToken, int lastToken, boolean closed, boolean continued, int depth) {

  /** Words in it, without its marks. */
  int words() {
    return lastToken - firstToken - (closed ? 2 : 1);
  }
}
