package rashomon.extract.encoder;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import rashomon.model.Tag;

/**
 * The fine-tuned encoder on ONNX Runtime: a score for each label of each word. One window at a
 * time, so that no score depends on what else is read; windows run side by side. Threads share one.
 */
final class Encoder {

  private static final int BEGIN = 101;
  private static final int END = 102;

  private final Graph graph;

  Encoder(Graph graph) {
    this.graph = graph;
  }

  /** Scores by word and by the ordinal of the label. */
  float[][] scores(Inputs inputs) {
    float[][] scores = new float[inputs.size()][];
    List<Window> windows = Window.over(inputs);
    windows.parallelStream().forEach(window -> score(inputs, window, scores));
    return scores;
  }

  private void score(Inputs inputs, Window window, float[][] scores) {
    int length = 2;
    for (int i = window.first(); i < window.last(); i++) {
      length += inputs.pieceCount(i);
    }
    long[] pieces = new long[length];
    long[] tags = new long[length];
    long[] places = new long[length];
    int[] heads = new int[window.last() - window.first()];
    pieces[0] = BEGIN;
    pieces[length - 1] = END;
    tags[0] = Inputs.number(Tag.PUNCT);
    tags[length - 1] = tags[0];
    int at = 1;
    for (int i = window.first(); i < window.last(); i++) {
      heads[i - window.first()] = at;
      for (int piece : inputs.pieces(i)) {
        pieces[at] = piece;
        tags[at] = inputs.tag(i);
        places[at++] = inputs.place(i);
      }
    }
    FloatBuffer all = graph.run(Map.of("pieces", pieces, "tags", tags, "places", places));
    for (int i = window.heldFrom(); i < window.heldTo(); i++) {
      float[] word = new float[Label.COUNT];
      all.get(heads[i - window.first()] * Label.COUNT, word);
      scores[i] = word;
    }
  }
}
