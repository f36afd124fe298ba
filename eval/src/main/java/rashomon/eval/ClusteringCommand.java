package rashomon.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.cluster.Weights;

/** {@code rashomon eval clustering}. */
@Command(
    name = "clustering",
    description =
        "Places reports one after the other in order of time, and says how far the stories agree with the events"
            + " the reports are labelled with (B-cubed). The last line is one JSON object.",
    mixinStandardHelpOptions = true)
final class ClusteringCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.jsonl",
      description = "Reports, one JSON object a line, each with its event as \"story\".")
  private Path path = Path.of("");

  @Option(
      names = "--errors",
      description = "Lists the stories of several events, and the events in several stories.")
  private boolean errors;

  @Option(
      names = "--shuffle",
      paramLabel = "SEEDS",
      description = "Also in so many random orders: mean and worst.")
  private int seeds;

  @Option(names = "--without-times", description = "As if no report said when it was published.")
  private boolean withoutTimes;

  @Option(
      names = "--window",
      paramLabel = "DAYS",
      description =
          "As if each report was seen when it was published, and a story waits so many days for another: as it"
              + " is where reports come in as they appear. Otherwise no story leaves.")
  private int window;

  @Option(
      names = "--fit",
      description = "Fits the weights anew, prints them, and what they do on events left out.")
  private boolean fit;

  @Override
  public Integer call() throws IOException {
    List<Labelled> reports;
    try {
      Printed.require(Scoreboard.CLUSTERING, path, spec);
      reports =
          Labelled.read(path).stream()
              .map(report -> withoutTimes ? report.withoutTime() : report)
              .toList();
    } catch (CharacterCodingException binary) {
      return Printed.problem(path + " is no text in UTF-8.", spec);
    } catch (JsonProcessingException broken) {
      return Printed.problem(path + " is no JSON lines: " + broken.getOriginalMessage(), spec);
    }
    List<String> rows = new ArrayList<>();
    if (fit) {
      ClusteringFit fitting = new ClusteringFit(reports);
      rows.add(fitting.weights(ClusteringFit.SHIFT).toString());
      rows.addAll(fitting.crossValidated());
    }
    if (seeds > 0) {
      rows.addAll(shuffled(reports, seeds));
    }
    Map<String, String> stories =
        window > 0
            ? Labelled.stories(reports, Duration.ofDays(window))
            : Labelled.stories(reports, Weights.FITTED);
    if (errors) {
      rows.addAll(errors(reports, stories));
    }
    return Printed.result(
        new Scoreboard.Result(rows, json(BCubed.of(reports, stories, reports))), spec);
  }

  static boolean isIn(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      return first != null && first.contains("\"story\"");
    } catch (CharacterCodingException binary) {
      return false;
    }
  }

  static Scoreboard.Result run(Path file) throws IOException {
    List<Labelled> reports = Labelled.read(file);
    Map<String, String> stories = Labelled.stories(reports, Weights.FITTED);
    return new Scoreboard.Result(List.of(), json(BCubed.of(reports, stories, reports)));
  }

  private static ObjectNode json(BCubed score) {
    return new ObjectMapper()
        .createObjectNode()
        .put("precision", score.precision())
        .put("recall", score.recall())
        .put("f1", score.f1());
  }

  private static List<String> shuffled(List<Labelled> reports, int seeds) {
    List<BCubed> scores = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      List<Labelled> order = new ArrayList<>(reports);
      Collections.shuffle(order, new Random(seed));
      scores.add(BCubed.of(reports, Labelled.stories(order, Weights.FITTED), reports));
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "%d random orders: F1 %.3f on average, %.3f at worst; precision %.3f on average, %.3f at worst",
            seeds,
            scores.stream().mapToDouble(BCubed::f1).average().orElse(0),
            scores.stream().mapToDouble(BCubed::f1).min().orElse(0),
            scores.stream().mapToDouble(BCubed::precision).average().orElse(0),
            scores.stream().mapToDouble(BCubed::precision).min().orElse(0)));
  }

  private static List<String> errors(List<Labelled> reports, Map<String, String> stories) {
    Map<String, List<Labelled>> byStory =
        reports.stream()
            .collect(
                Collectors.groupingBy(
                    report -> stories.getOrDefault(report.file(), ""),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, List<Labelled>> byEvent =
        reports.stream()
            .collect(Collectors.groupingBy(Labelled::event, TreeMap::new, Collectors.toList()));
    List<String> rows = new ArrayList<>();
    byStory.forEach(
        (story, members) -> {
          if (members.stream().map(Labelled::event).distinct().count() > 1) {
            rows.add("several events in story " + story);
            members.forEach(one -> rows.add("  " + one.event() + ": " + one.title()));
          }
        });
    byEvent.forEach(
        (event, members) -> {
          if (members.stream().map(one -> stories.get(one.file())).distinct().count() > 1) {
            rows.add("several stories for event " + event);
            members.forEach(one -> rows.add("  " + stories.get(one.file()) + ": " + one.title()));
          }
        });
    return rows;
  }
}
