package rashomon.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rashomon eval road}. */
@Command(
    name = "road",
    description =
        "What the whole road costs: invented articles through `rashomon ingest` into a new store, as a process of"
            + " its own. The last line is one JSON object.",
    footer = {"", "Examples:", "  rashomon eval road", "  rashomon eval road --articles 20000"},
    mixinStandardHelpOptions = true)
final class RoadCommand implements Callable<Integer> {

  /** Where {@code ./rashomon} says that it is. */
  static final String LAUNCHER = "rashomon.launcher";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MIB = 1 << 20;
  private static final double MILLI = 1e3;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--articles",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int articles = 2_000;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "7",
      description = "The same articles for the same number. Default: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String launcher = System.getProperty(LAUNCHER, "");
    if (launcher.isEmpty()) {
      return Printed.problem("The road is measured with its launcher: ./rashomon eval road", spec);
    }
    Path folder = Files.createTempDirectory("rashomon-road");
    try {
      Path file = folder.resolve("articles.jsonl");
      String store = folder.resolve("store").toString();
      Printed.out(spec).println(new PressFiles(file).write(articles, seed));
      Printed.out(spec).flush();
      Watched watched = Watched.run(List.of(launcher, "ingest", "--store", store, file.toString()));
      if (watched.code() != 0) {
        return Printed.problem("`rashomon ingest` ended with " + watched.code() + ".", spec);
      }
      return Printed.result(result(watched, status(launcher, store)), spec);
    } finally {
      delete(folder);
    }
  }

  private Scoreboard.Result result(Watched watched, JsonNode status) {
    double seconds = seconds(watched.wall());
    double processor = seconds(watched.processor());
    ObjectNode json =
        JSON.createObjectNode()
            .put("articles", articles)
            .put("reports", status.path("reports").asLong())
            .put("stories", status.path("stories").asLong())
            .put("seconds", Counts.thousandths(seconds))
            .put("articles_per_s", Counts.thousandths(articles / seconds))
            .put("processor_s", Counts.thousandths(processor))
            .put("resident_mib", Math.round(watched.resident() / MIB));
    ArrayNode live = json.putArray("live");
    watched
        .live()
        .forEach(
            (after, bytes) ->
                live.addObject()
                    .put("after_s", Counts.thousandths(seconds(after)))
                    .put("mib", Math.round(bytes / MIB)));
    return new Scoreboard.Result(
        List.of(
            String.format(
                Locale.ROOT, "%.1f s, %.1f articles a second", seconds, articles / seconds),
            String.format(
                Locale.ROOT,
                "processor %.1f s, %.1f ms an article",
                processor,
                processor / articles * MILLI),
            String.format(Locale.ROOT, "resident at most %.0f MiB", watched.resident() / MIB),
            "live heap " + live(watched.live()),
            String.format(
                Locale.ROOT,
                "%d reports in %d stories",
                status.path("reports").asLong(),
                status.path("stories").asLong())),
        json);
  }

  private static String live(Map<Duration, Long> live) {
    return live.isEmpty()
        ? "not measured"
        : live.entrySet().stream()
            .map(
                one ->
                    String.format(
                        Locale.ROOT,
                        "%.0f MiB after %.0f s",
                        one.getValue() / MIB,
                        seconds(one.getKey())))
            .collect(Collectors.joining(", "));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLI;
  }

  private static JsonNode status(String launcher, String store) throws IOException {
    Process asking =
        new ProcessBuilder(launcher, "status", "--store", store, "--format", "json")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return JSON.readTree(asking.getInputStream());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
