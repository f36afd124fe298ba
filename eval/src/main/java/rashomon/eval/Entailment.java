package rashomon.eval;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import rashomon.extract.encoder.Graph;
import rashomon.extract.encoder.WordPieces;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Tagger;

/**
 * Says whether a hypothesis follows from a premise, contradicts it, or neither: MiniLM fine-tuned
 * on pairs of sentences by {@code training/train_pairs.py}. Names are told apart by the order in
 * which they come, and are no further known. Each pair is read alone, so that it gets the same
 * probabilities whatever else is read. Threads share one.
 */
final class Entailment {

  static final String GRAPH = "entailment.onnx";

  /** What is said where there is no model. */
  static final String ABSENT =
      "built without eval/src/main/resources/rashomon/eval/model/"
          + GRAPH
          + ", the model of pairs; training/README.md says how to make it";

  /** How probable each is; the three sum to one. */
  record Probabilities(double entailment, double neutral, double contradiction) {

    double of(Inference inference) {
      return switch (inference) {
        case ENTAILMENT -> entailment;
        case NEUTRAL -> neutral;
        case CONTRADICTION -> contradiction;
      };
    }

    /** The most probable; of equals, the one that comes first. */
    Inference best() {
      return Inference.ALL.stream().min(Comparator.comparingDouble(i -> -of(i))).orElseThrow();
    }
  }

  private final Graph graph;
  private final WordPieces vocabulary;
  private final Tagger tagger;

  private Entailment(Graph graph, WordPieces vocabulary, Tagger tagger) {
    this.graph = graph;
    this.vocabulary = vocabulary;
    this.tagger = tagger;
  }

  /**
   * Loads the model from the class path; empty where a program was built without it.
   *
   * @throws IOException where it is there and cannot be used on this machine
   */
  static Optional<Entailment> load() throws IOException {
    try (InputStream graph = Entailment.class.getResourceAsStream("model/" + GRAPH)) {
      return graph == null ? Optional.empty() : Optional.of(read(graph));
    }
  }

  /**
   * Reads a model in ONNX, as {@code training/export.py} writes it.
   *
   * @throws IOException where it cannot be used on this machine
   */
  static Entailment read(InputStream graph) throws IOException {
    try {
      return new Entailment(
          Graph.read(graph), WordPieces.load().orElseThrow(), Tagger.load(Lexicon.load()));
    } catch (OrtException | LinkageError | RuntimeException broken) {
      throw new IOException(
          "the model of pairs cannot be used here: " + broken.getMessage(), broken);
    }
  }

  /** Of texts that are too long together, the end of the longer one is not read ({@link Pair}). */
  Probabilities of(String premise, String hypothesis) {
    Pair pair = Pair.of(tagger.tag(premise).tokens(), tagger.tag(hypothesis).tokens(), vocabulary);
    FloatBuffer scores =
        graph.run(
            Map.of(
                "pieces",
                pair.pieces().stream().mapToLong(Integer::longValue).toArray(),
                "sides",
                pair.sides().stream().mapToLong(Integer::longValue).toArray()));
    double[] weights = new double[Inference.ALL.size()];
    Arrays.setAll(weights, i -> Math.exp(scores.get(i)));
    double all = DoubleStream.of(weights).sum();
    return new Probabilities(weights[0] / all, weights[1] / all, weights[2] / all);
  }
}
