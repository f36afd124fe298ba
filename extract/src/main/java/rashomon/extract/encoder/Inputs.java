package rashomon.extract.encoder;

import java.util.List;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/**
 * A text as the model sees it, word by word: pieces, the number of the word's tag, and where it
 * stands, as a sum of {@link #QUOTED}, {@link #BEGINS_PARAGRAPH} and {@link #BEGINS_SENTENCE}.
 */
public final class Inputs {

  public static final int QUOTED = 1;
  public static final int BEGINS_PARAGRAPH = 2;
  public static final int BEGINS_SENTENCE = 4;

  private static final List<Tag> TAGS = List.of(Tag.values());

  private final int[][] pieces;
  private final int[] tags;
  private final int[] places;

  Inputs(int[][] pieces, int[] tags, int[] places) {
    this.pieces = pieces;
    this.tags = tags;
    this.places = places;
  }

  /**
   * What the model sees of a text.
   *
   * @param quoted for each word, whether it lies within quotation marks
   */
  public static Inputs of(TaggedText text, boolean[] quoted, WordPieces vocabulary) {
    int size = text.size();
    int[][] pieces = new int[size][];
    int[] tags = new int[size];
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      boolean first = i == 0;
      pieces[i] = vocabulary.of(text.token(i));
      tags[i] = number(text.tag(i));
      places[i] =
          (quoted[i] ? QUOTED : 0)
              + (first || text.token(i).paragraph() != text.token(i - 1).paragraph()
                  ? BEGINS_PARAGRAPH
                  : 0)
              + (first || text.token(i).sentence() != text.token(i - 1).sentence()
                  ? BEGINS_SENTENCE
                  : 0);
    }
    return new Inputs(pieces, tags, places);
  }

  /** A tag as the model knows it. */
  static int number(Tag tag) {
    return TAGS.indexOf(tag);
  }

  public int size() {
    return pieces.length;
  }

  /** The numbers of a word's pieces, at least one. */
  public int[] pieces(int word) {
    return pieces[word].clone();
  }

  int pieceCount(int word) {
    return pieces[word].length;
  }

  public int tag(int word) {
    return tags[word];
  }

  public int place(int word) {
    return places[word];
  }
}
