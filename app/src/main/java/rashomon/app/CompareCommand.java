package rashomon.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rashomon.compare.Compare;
import rashomon.model.Comparison;

/** {@code rashomon compare}. */
@Command(
    name = "compare",
    description = "Lays reports of one event side by side: who said what, and what is contested.",
    footer = {
      "",
      "Examples:",
      "  rashomon compare a.txt b.html c.json",
      "  rashomon compare --format markdown -o comparison.md reports/",
      "  rashomon compare --format html -o page.html reports/",
      "  rashomon compare --relation conflict --party Kirby reports/",
      "  rashomon compare --as-of 2031-03-04T10:15:00Z reports/",
      "  curl -s https://paper.example/story | rashomon compare --format json - a.txt"
    })
final class CompareCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Reader reader = new Reader();
  @Mixin private Filter filter = new Filter();

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = AsOf.Named.class,
      description =
          "Use only reports that had been published or seen by TIME, such as 2031-03-04 or 2031-03-04T10:15:00Z.")
  private @Nullable AsOf asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to write it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "Write to FILE instead of standard output.")
  private @Nullable Path file;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Reports: text, Markdown, HTML or JSON files, also as .gz, folders of them, or - for standard input.")
  private List<String> paths = List.of();

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Readings read = reader.read(paths, console);
    return write(
        asOf == null ? read : read.asOf(asOf, console), filter, format, file, paths, console);
  }

  /** Compares and writes; 1 where there was nothing to compare. */
  static int write(
      Readings read,
      Filter filter,
      Format format,
      @Nullable Path file,
      List<String> inputs,
      Console console) {
    if (read.readings().isEmpty() && format != Format.JSON) {
      console.tell("rashomon: nothing to compare.");
      return 1;
    }
    Comparison comparison = filter.of(Compare.compare(read.readings(), read.rejected()));
    int columns = console.columns();
    boolean colour = console.colour() && file == null;
    Output.Document document =
        to -> {
          switch (format) {
            case TEXT -> to.write(ComparisonText.of(comparison, columns, colour));
            case JSON -> ComparisonJson.write(comparison, to);
            case MARKDOWN -> to.write(ComparisonMarkdown.of(comparison));
            case HTML -> ComparisonHtml.write(comparison, to);
          }
        };
    if (file == null) {
      Output.print(console, document);
    } else {
      Output.save(file, inputs, document);
    }
    return read.readings().isEmpty() ? 1 : 0;
  }
}
