package rashomon.extract.encoder;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
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
  private static final long BEGIN = 101;
  private static final long END = 102;

  /** Pieces of a sentence that are read. */
  private static final int LONGEST = 126;

  private final Graph graph;
  private final WordPieces vocabulary;

  private SentenceEncoder(Graph graph, WordPieces vocabulary) {
    this.graph = graph;
    this.vocabulary = vocabulary;
  }

  /**
   * Loads the model from the class path; empty where a program was built without it.
   *
   * @throws IOException where it is there and cannot be used on this machine
   */
  public static Optional<SentenceEncoder> load() throws IOException {
    try (InputStream graph = SentenceEncoder.class.getResourceAsStream(GRAPH)) {
      Optional<WordPieces> vocabulary = WordPieces.load();
      return graph == null || vocabulary.isEmpty()
          ? Optional.empty()
          : Optional.of(new SentenceEncoder(Graph.read(graph), vocabulary.get()));
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
    long[] present = new long[pieces.length];
    Arrays.fill(present, 1);
    FloatBuffer all =
        graph.run(
            Map.of(
                "input_ids",
                pieces,
                "attention_mask",
                present,
                "token_type_ids",
                new long[pieces.length]));
    int width = all.remaining() / pieces.length;
    float[] sum = new float[width];
    for (int i = 0; all.hasRemaining(); i++) {
      sum[i % width] += all.get();
    }
    return sum;
  }
}
