package rashomon.extract.encoder;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rashomon.extract.encoder.Chain.Path;
import rashomon.extract.encoder.Label.Step;
import rashomon.extract.encoder.Part.Run;

/** Finds the sources, cues and contents of a text. Threads share one. */
public final class SpanTagger {

  /** The names of a model's files. */
  public static final String GRAPH = "attribution.onnx";

  public static final String VOCABULARY = "tokenizer.json";
  public static final String CHAIN = "chain.tsv";

  private static final String FOLDER = "/rashomon/extract/model/";

  private final WordPieces vocabulary;
  private final Encoder encoder;
  private final Chain chain;

  private SpanTagger(WordPieces vocabulary, Encoder encoder, Chain chain) {
    this.vocabulary = vocabulary;
    this.encoder = encoder;
    this.chain = chain;
  }

  /**
   * Loads the model from the class path; empty where a program was built without it.
   *
   * @throws IOException where it is there and cannot be used on this machine
   */
  public static Optional<SpanTagger> load() throws IOException {
    try (InputStream graph = SpanTagger.class.getResourceAsStream(FOLDER + GRAPH);
        InputStream vocabulary = SpanTagger.class.getResourceAsStream(FOLDER + VOCABULARY);
        InputStream chain = SpanTagger.class.getResourceAsStream(FOLDER + CHAIN)) {
      return graph == null || vocabulary == null || chain == null
          ? Optional.empty()
          : Optional.of(read(graph, vocabulary, chain));
    }
  }

  /**
   * Reads a model from its three files: the encoder in ONNX, its word pieces as Hugging Face's
   * tokenizer.json, and its chain ({@link Chain#read}).
   *
   * @throws IOException where one of them cannot be used on this machine
   */
  public static SpanTagger read(InputStream graph, InputStream vocabulary, InputStream chain)
      throws IOException {
    try {
      return new SpanTagger(
          WordPieces.read(vocabulary), new Encoder(Graph.read(graph)), Chain.read(chain));
    } catch (OrtException | LinkageError | RuntimeException broken) {
      throw new IOException(
          "the trained model cannot be used here: " + broken.getMessage(), broken);
    }
  }

  public WordPieces vocabulary() {
    return vocabulary;
  }

  /** All parts of statements, in order of their beginnings. */
  public List<Part> parts(Inputs inputs) {
    Path path = chain.best(encoder.scores(inputs), inputs);
    List<Part> parts = new ArrayList<>();
    Map<Role, Integer> latest = new EnumMap<>(Role.class);
    for (int first = 0; first < path.size(); first++) {
      Label label = path.label(first);
      if (label == Label.OUTSIDE) {
        continue;
      }
      Role role = label.role().orElseThrow();
      int last = first + 1;
      while (last < path.size() && path.label(last) == Label.of(role, Step.IN)) {
        last++;
      }
      Run run = new Run(first, last);
      double probability = path.probability(first, last);
      Integer open = label.is(Step.RESUME) ? latest.get(role) : null;
      if (open == null) {
        latest.put(role, parts.size());
        parts.add(new Part(role, List.of(run), probability));
      } else {
        Part part = parts.get(open);
        List<Run> runs = new ArrayList<>(part.runs());
        runs.add(run);
        parts.set(open, new Part(role, runs, part.probability() * probability));
      }
      first = last - 1;
    }
    parts.sort(Comparator.comparingInt(Part::first));
    return parts;
  }
}
