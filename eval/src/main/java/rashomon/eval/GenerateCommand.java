package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rashomon.eval.invented.InventedStory;
import rashomon.model.Report;

/** {@code rashomon eval generate}. */
@Command(
    name = "generate",
    description =
        "Writes reports of one invented event, one JSON object a line, and beside them what is true of"
            + " them: origins, copied paragraphs, versions of quotations, how answers are related. With"
            + " --pages, articles about many invented stories over many days, as pages of HTML or JSON"
            + " lines, and beside them the story each belongs to.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Option(
      names = "--reports",
      paramLabel = "N",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int reports = 50;

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "How many articles about many stories, in place of --reports.")
  private int pages;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "The same reports for the same number. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE.jsonl|FOLDER",
      description =
          "The file to write; the truth goes to FILE.truth.json. Pages also go into a FOLDER, as HTML;"
              + " their truth goes to FILE.truth.tsv or FOLDER.truth.tsv.")
  private Path output = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (pages > 0) {
      tell(new PressFiles(output).write(pages, seed));
      return 0;
    }
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

  private void tell(String sentence) {
    if (spec != null) {
      spec.commandLine().getOut().println(sentence);
    }
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
