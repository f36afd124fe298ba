package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.ingest.PageBlocks;
import rashomon.ingest.page.Body;

/** {@code rashomon eval page-data}: what {@code training/train_body.py} learns from. */
@Command(
    name = "page-data",
    description =
        "Writes the blocks of pages as the model of bodies sees them, with the true body: one JSON object a page.",
    mixinStandardHelpOptions = true)
final class PageDataCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "A folder with ground-truth.json and html/KEY.html or html/KEY.html.gz.")
  private Path path = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      description = "The file to write.")
  private Path output = Path.of("");

  @Override
  public Integer call() throws IOException {
    Printed.require(Scoreboard.EXTRACTION, path, spec);
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(output)) {
      for (ExtractionScore.Page page : ExtractionScore.pages(path)) {
        ObjectNode line =
            json.createObjectNode()
                .put("page", page.key())
                .put("url", page.url())
                .put("truth", page.truth())
                .putPOJO("names", Body.signs())
                .putPOJO("blocks", PageBlocks.of(page.html().bytes()));
        out.write(json.writeValueAsString(line));
        out.newLine();
      }
    }
    return 0;
  }
}
