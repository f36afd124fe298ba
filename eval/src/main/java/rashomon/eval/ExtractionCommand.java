package rashomon.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rashomon eval extraction}. */
@Command(
    name = "extraction",
    description =
        "The body of a page: how much of the true text is found and how much else, by sequences of four words."
            + " The last line is one JSON object.",
    mixinStandardHelpOptions = true)
final class ExtractionCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "A folder with ground-truth.json and html/KEY.html or html/KEY.html.gz.")
  private Path path = Path.of("");

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many pages to list, the worst first. Default: ${DEFAULT-VALUE}.")
  private int worst = 10;

  @Option(
      names = "--outputs",
      paramLabel = "FILE.json",
      description = "Scores the bodies in this file, and reads no page.")
  private @Nullable Path outputs;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "Reads all pages so many times first, and says how many a second of processor time are read, and how"
              + " many are only parsed, in the best round for each page.")
  private int rounds;

  @Override
  public Integer call() throws IOException {
    Printed.require(Scoreboard.EXTRACTION, path, spec);
    ExtractionScore score =
        ExtractionScore.of(
            path,
            outputs == null ? ExtractionScore.found(path) : ExtractionScore.recorded(outputs));
    Scoreboard.Result result = score.result(worst);
    if (rounds > 0) {
      ExtractionPace pace = ExtractionPace.of(ExtractionScore.pages(path), rounds);
      result
          .json()
          .put("pages_per_second", Math.round(pace.read()))
          .put("parsed_per_second", Math.round(pace.parsed()));
    }
    return Printed.result(result, spec);
  }
}
