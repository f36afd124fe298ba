package rashomon.extract.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
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

  private final OrtEnvironment environment;
  private final OrtSession session;

  private Encoder(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * @throws OrtException where the bytes are no graph that ONNX Runtime can run here
   */
  static Encoder of(byte[] graph) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new Encoder(environment, environment.createSession(graph, options));
    }
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
    long[] shape = {1, length};
    try (OnnxTensor pieceTensor = tensor(pieces, shape);
        OnnxTensor tagTensor = tensor(tags, shape);
        OnnxTensor placeTensor = tensor(places, shape);
        Result result =
            session.run(Map.of("pieces", pieceTensor, "tags", tagTensor, "places", placeTensor))) {
      FloatBuffer all = ((OnnxTensor) result.get(0)).getFloatBuffer();
      for (int i = window.heldFrom(); i < window.heldTo(); i++) {
        float[] word = new float[Label.COUNT];
        all.get(heads[i - window.first()] * Label.COUNT, word);
        scores[i] = word;
      }
    } catch (OrtException broken) {
      throw new IllegalStateException("the trained model failed: " + broken.getMessage(), broken);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }
}
