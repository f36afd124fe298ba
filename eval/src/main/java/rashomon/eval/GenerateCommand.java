package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rashomon.eval.invented.InventedStory;
import rashomon.model.Report;

/** {@code rashomon eval generate}. */
@Command(
    name = "generate",
    description =
        "Writes reports of one invented event, one JSON object a line, and beside them what is true of"
            + " them: origins, copied paragraphs, versions of quotations, how answers are related.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Option(
      names = "--reports",
      paramLabel = "N",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int reports = 50;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "The same reports for the same number. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE.jsonl",
      description = "The file to write; the truth goes to FILE.truth.json.")
  private Path output = Path.of("");

  @Override
  public Integer call() throws IOException {
    InventedStory story = InventedStory.of(reports, seed, seed);
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(output)) {
      for (Report report : story.reports()) {
        out.write(json.writeValueAsString(line(json, report)));
        out.newLine();
      }
    }
    String name = String.valueOf(output.getFileName()).replaceFirst("\\.jsonl$", "");
    json.writerWithDefaultPrettyPrinter()
        .writeValue(output.resolveSibling(name + ".truth.json").toFile(), story.truth());
    return 0;
  }

  private static Object line(ObjectMapper json, Report report) {
    return json.createObjectNode()
        .put("id", report.file())
        .put("outlet", report.outlet())
        .put("published", String.valueOf(report.published()))
        .put("title", report.title())
        .put("text", report.text().substring(report.title().length()).strip());
  }
}
