package rashomon.extract.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import rashomon.extract.text.TaggedText;
import rashomon.model.Meanings;
import rashomon.model.Token;

/**
 * Gives each sentence a vector, so that sentences that mean nearly the same lie close:
 * all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019), the mean over the pieces. Names
 * are told apart by the order in which they come, and are no further known. Threads share one.
 */
public final class SentenceEncoder {

  private static final String GRAPH = "/all-minilm-l6-v2-q.onnx";
  private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final long BEGIN = 101;
  private static final long END = 102;

  /** Pieces of a sentence that are read. */
  private static final int LONGEST = 126;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces vocabulary;

  private SentenceEncoder(OrtEnvironment environment, OrtSession session, WordPieces vocabulary) {
    this.environment = environment;
    this.session = session;
    this.vocabulary = vocabulary;
  }

  /**
   * Loads the model from the class path; empty where a program was built without it.
   *
   * @throws IOException where it is there and cannot be used on this machine
   */
  public static Optional<SentenceEncoder> load() throws IOException {
    try (InputStream graph = SentenceEncoder.class.getResourceAsStream(GRAPH);
        InputStream pieces = SentenceEncoder.class.getResourceAsStream(VOCABULARY);
        SessionOptions options = new SessionOptions()) {
      if (graph == null || pieces == null) {
        return Optional.empty();
      }
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return Optional.of(
          new SentenceEncoder(
              environment,
              environment.createSession(graph.readAllBytes(), options),
              WordPieces.read(pieces)));
    } catch (OrtException | LinkageError | RuntimeException broken) {
      throw new IOException(
          "the model of sentences cannot be used here: " + broken.getMessage(), broken);
    }
  }

  /** A vector for each sentence of a text. */
  public Meanings of(TaggedText text) {
    return of(
        text.sentences().stream()
            .map(sentence -> text.tokens().subList(sentence.first(), sentence.last()))
            .toList());
  }

  /** A vector for each passage. */
  public Meanings of(List<List<Token>> passages) {
    List<List<Long>> pieces = passages.stream().map(this::pieces).toList();
    Map<List<Long>, float[]> vectors =
        pieces.stream().distinct().toList().parallelStream()
            .collect(Collectors.toConcurrentMap(Function.identity(), this::mean));
    return Meanings.of(
        pieces.stream().map(passage -> vectors.getOrDefault(passage, new float[0])).toList());
  }

  private List<Long> pieces(List<Token> passage) {
    List<Long> pieces = new ArrayList<>(List.of(BEGIN));
    Map<String, Integer> names = new HashMap<>();
    for (Token token : passage) {
      for (int piece : vocabulary.of(token, names)) {
        if (pieces.size() <= LONGEST) {
          pieces.add((long) piece);
        }
      }
    }
    pieces.add(END);
    return pieces;
  }

  private float[] mean(List<Long> passage) {
    long[] pieces = passage.stream().mapToLong(Long::longValue).toArray();
    long[] shape = {1, pieces.length};
    long[] present = new long[pieces.length];
    Arrays.fill(present, 1);
    try (OnnxTensor ids = tensor(pieces, shape);
        OnnxTensor mask = tensor(present, shape);
        OnnxTensor types = tensor(new long[pieces.length], shape);
        Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      FloatBuffer all = ((OnnxTensor) result.get(0)).getFloatBuffer();
      int width = all.remaining() / pieces.length;
      float[] sum = new float[width];
      for (int i = 0; all.hasRemaining(); i++) {
        sum[i % width] += all.get();
      }
      return sum;
    } catch (OrtException broken) {
      throw new IllegalStateException(
          "the model of sentences failed: " + broken.getMessage(), broken);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }
}
