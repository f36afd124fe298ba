package rashomon.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import rashomon.compare.Compare;
import rashomon.eval.AttributionScore.Role;
import rashomon.eval.ContestedScore.Count;
import rashomon.extract.Extractor;
import rashomon.ingest.Batch;
import rashomon.ingest.Ingest;
import rashomon.model.Comparison;
import rashomon.model.Reading;
import rashomon.model.Statement;

/** Runs the program over annotated data and scores what it finds. */
enum Scoreboard {
  ATTRIBUTION {
    @Override
    boolean isIn(Path folder) {
      return Files.isDirectory(folder.resolve("text"))
          && Files.isDirectory(folder.resolve("attributions"));
    }

    @Override
    String needs() {
      return "a folder with text/ and attributions/ is needed";
    }

    @Override
    Result run(Path split, Extractor extractor) throws IOException {
      AttributionScore score = AttributionScore.NOTHING;
      for (Brat article : Brat.readSplit(split)) {
        List<Statement> statements = statements(split, article, extractor);
        score = score.plus(AttributionScore.of(article, statements));
      }
      return result(score);
    }
  },

  CALIBRATION {
    @Override
    boolean isIn(Path folder) throws IOException {
      return ATTRIBUTION.isIn(folder);
    }

    @Override
    String needs() {
      return ATTRIBUTION.needs();
    }

    @Override
    Result run(Path split, Extractor extractor) throws IOException {
      return CalibrationCommand.run(split, 1, extractor);
    }
  },

  QUOTATIONS {
    @Override
    boolean isIn(Path folder) throws IOException {
      return QuotationsCommand.isIn(folder);
    }

    @Override
    String needs() {
      return "the reports of data/contested/dev are needed";
    }

    @Override
    Result run(Path folder, Extractor extractor) throws IOException {
      return QuotationsCommand.run(folder, extractor);
    }
  },

  ANSWERS {
    @Override
    boolean isIn(Path file) {
      return file.toString().endsWith(".json") && Files.isRegularFile(file);
    }

    @Override
    String needs() {
      return "a JSON file of questions with answers is needed";
    }

    @Override
    Result run(Path file, Extractor extractor) throws IOException {
      return AnswersCommand.run(file, extractor);
    }
  },

  ENTAILMENT {
    @Override
    boolean isIn(Path file) {
      return file.toString().endsWith(".csv") && Files.isRegularFile(file);
    }

    @Override
    String needs() {
      return "a CSV file with the columns premise, hypothesis and label is needed";
    }

    // On a quarter of the pairs that are kept from training. Nothing is extracted for it.
    @Override
    Result run(Path file, Extractor extractor) throws IOException {
      PairTable table = PairTable.read(file);
      if (!table.rejected().isEmpty()) {
        throw new IllegalStateException("the data cannot be read: " + table.rejected());
      }
      Entailment model = Entailment.load().orElseThrow(() -> new IOException(Entailment.ABSENT));
      List<LabelledPair> sample = table.pairs().stream().filter(LabelledPair::inSample).toList();
      return EntailmentCommand.score(sample, model, done -> {}).result();
    }
  },

  EXTRACTION {
    @Override
    boolean isIn(Path folder) {
      return ExtractionScore.isIn(folder);
    }

    @Override
    String needs() {
      return ExtractionScore.LAYOUT;
    }

    // Pages to bodies: nothing is extracted from them.
    @Override
    Result run(Path folder, Extractor extractor) throws IOException {
      return ExtractionScore.of(folder, ExtractionScore.found(folder)).result(0);
    }
  },

  COPIES {
    @Override
    boolean isIn(Path file) {
      return file.toString().endsWith(".jsonl") && Files.isRegularFile(file);
    }

    @Override
    String needs() {
      return "a file of reports as JSON lines is needed";
    }

    @Override
    Result run(Path file, Extractor extractor) throws IOException {
      return CopiesCommand.run(file, extractor);
    }
  },

  CLUSTERING {
    @Override
    boolean isIn(Path file) throws IOException {
      return ClusteringCommand.isIn(file);
    }

    @Override
    String needs() {
      return "a file of reports as JSON lines, each with its \"story\", is needed";
    }

    // From words alone: nothing is extracted for it.
    @Override
    Result run(Path file, Extractor extractor) throws IOException {
      return ClusteringCommand.run(file);
    }
  },

  CONTESTED {
    @Override
    boolean isIn(Path folder) throws IOException {
      return Files.isDirectory(folder) && !events(folder).isEmpty();
    }

    @Override
    String needs() {
      return "an event with its gold.json or a folder of such events is needed";
    }

    @Override
    Result run(Path folder, Extractor extractor) throws IOException {
      ContestedScore score = ContestedScore.NOTHING;
      for (Path event : events(folder)) {
        Comparison comparison = Compare.compare(read(List.of(event), extractor), List.of());
        score = score.plus(ContestedScore.of(ContestedGold.read(event), comparison));
      }
      return result(score);
    }
  };

  /** Rows for a person, and the scores as one object. */
  record Result(List<String> rows, ObjectNode json) {

    /**
     * The measures by name; those inside an object have its name and a dot before theirs. Counts
     * are left out.
     */
    Map<String, Double> measures() {
      Map<String, Double> measures = new TreeMap<>();
      json.properties().forEach(field -> flatten(field.getKey(), field.getValue(), measures));
      return measures;
    }

    private static void flatten(String name, JsonNode value, Map<String, Double> measures) {
      if (value.isDouble()) {
        measures.put(name, value.doubleValue());
      } else if (value.isNull()) {
        measures.put(name, 0.0);
      } else if (value.isObject()) {
        value
            .properties()
            .forEach(
                field -> {
                  if (!field.getValue().isInt()) {
                    flatten(name + "." + field.getKey(), field.getValue(), measures);
                  }
                });
      }
    }

    /** The scores in one line, with the blanks of the published scorers. */
    String line() {
      try {
        return JSON.writeValueAsString(json);
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What an extractor finds in an article's file. */
  static List<Statement> statements(Path split, Brat article, Extractor extractor)
      throws IOException {
    Path file = split.resolve("text").resolve(article.name() + ".txt");
    return read(List.of(file), extractor).stream()
        .flatMap(reading -> reading.statements().stream())
        .toList();
  }

  /** Whether a folder holds data of this kind. */
  abstract boolean isIn(Path folder) throws IOException;

  /** What a folder must hold, for a person to read. */
  abstract String needs();

  /** Scores an extractor, and what is compared with it, on a folder of data. */
  abstract Result run(Path folder, Extractor extractor) throws IOException;

  static Result result(AttributionScore score) {
    List<String> rows = new ArrayList<>();
    rows.add("          exact span                token");
    rows.add("          precision recall   F1     precision recall   F1");
    ObjectNode json = JSON.createObjectNode().put("articles", score.articles());
    ObjectNode exact = json.putObject("exact");
    ObjectNode token = json.putObject("token");
    for (Role role : Role.values()) {
      Counts spans = score.exact().getOrDefault(role, Counts.NONE);
      Counts words = score.token().getOrDefault(role, Counts.NONE);
      String name = role.name().toLowerCase(Locale.ROOT);
      exact.put(name, spans.f1());
      token.put(name, words.f1());
      rows.add(
          String.format(
              Locale.ROOT,
              "%-9s %.3f     %.3f    %.3f  %.3f     %.3f    %.3f",
              name,
              spans.precision(),
              spans.recall(),
              spans.f1(),
              words.precision(),
              words.recall(),
              words.f1()));
    }
    return new Result(rows, json);
  }

  static Result result(ContestedScore score) {
    ObjectNode json = JSON.createObjectNode();
    rate(json, "figure_recall", score, Count.FIGURES_FOUND, Count.FIGURES);
    rate(json, "figure_precision", score, Count.PREDICTED_FIGURES_RIGHT, Count.PREDICTED_FIGURES);
    rate(json, "conflict_recall", score, Count.CONFLICTS_FOUND, Count.CONFLICTS);
    rate(
        json,
        "conflict_precision",
        score,
        Count.PREDICTED_CONFLICTS_RIGHT,
        Count.PREDICTED_CONFLICTS);
    rate(json, "difference_recall", score, Count.DIFFERENCES_FOUND, Count.DIFFERENCES);
    rate(
        json,
        "difference_precision",
        score,
        Count.PREDICTED_DIFFERENCES_RIGHT,
        Count.PREDICTED_DIFFERENCES);
    rate(json, "relation_accuracy", score, Count.RELATION_RIGHT, Count.DIFFERENCES_FOUND);
    rate(json, "agreement_recall", score, Count.AGREEMENTS_FOUND, Count.AGREEMENTS);
    ObjectNode counts = json.putObject("counts");
    Stream.of(Count.values())
        .forEach(count -> counts.put(count.name().toLowerCase(Locale.ROOT), score.count(count)));
    return new Result(score.rows(), json);
  }

  private static void rate(
      ObjectNode json, String name, ContestedScore score, Count part, Count whole) {
    score.rate(part, whole).ifPresentOrElse(rate -> json.put(name, rate), () -> json.putNull(name));
  }

  static List<Reading> read(List<Path> paths, Extractor extractor) {
    Batch batch =
        Ingest.read(paths.stream().map(Path::toString).toList(), InputStream.nullInputStream());
    if (!batch.rejected().isEmpty()) {
      throw new IllegalStateException("the data cannot be read: " + batch.rejected());
    }
    return batch.reports().stream().map(extractor::read).toList();
  }

  private static List<Path> events(Path folder) throws IOException {
    if (Files.exists(folder.resolve("gold.json"))) {
      return List.of(folder);
    }
    try (Stream<Path> events = Files.list(folder)) {
      return events.filter(event -> Files.exists(event.resolve("gold.json"))).sorted().toList();
    }
  }
}
