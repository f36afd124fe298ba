package rashomon.version;

import java.util.BitSet;
import rashomon.model.Span;

/** Which letters of a text stand between double quotation marks, curly or straight. */
final class Quoted {

  private final BitSet quoted = new BitSet();

  /** A mark that is never closed reaches to the end of its paragraph. */
  Quoted(String text) {
    for (Span paragraph : Pieces.paragraphs(text)) {
      boolean open = false;
      for (int i = paragraph.start(); i < paragraph.end(); i++) {
        char mark = text.charAt(i);
        if (mark == '“' || mark == '„' || mark == '«') {
          open = true;
        } else if (mark == '”' || mark == '»') {
          open = false;
        } else if (mark == '"') {
          open = !open;
        } else {
          quoted.set(i, open);
        }
      }
    }
  }

  /** Whether any of it is. */
  boolean touches(Span span) {
    int next = quoted.nextSetBit(span.start());
    return next >= 0 && next < span.end();
  }
}
