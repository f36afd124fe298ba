package rashomon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.model.Reading;

/** {@code rashomon extract}. */
@Command(
    name = "extract",
    description =
        "Reads reports one at a time: statements with source, cue and content, parties, figures, times.",
    footer = {
      "",
      "With -o, DIR is made where needed and a.html.gz becomes DIR/a.json (DIR/a.txt with --format text).",
      "",
      "Examples:",
      "  rashomon extract a.txt",
      "  rashomon extract --format text a.txt",
      "  rashomon extract -o readings reports/*.html.gz"
    })
final class ExtractCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Reader reader = new Reader();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "How to write it: json, text. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.JSON;

  @Option(
      names = "-o",
      paramLabel = "DIR",
      description = "Write one file for each report into DIR.")
  private @Nullable Path folder;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Reports: text, Markdown, HTML or JSON files, also as .gz, folders of them, or - for standard input.")
  private List<String> files = List.of();

  ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if ((format == Format.MARKDOWN || format == Format.HTML) && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "extract writes json or text, not " + format);
    }
    Path into = folder;
    if (into != null) {
      make(into);
    }
    List<Reading> readings = reader.read(files, console).readings();
    Set<String> taken = new HashSet<>();
    for (Reading reading : readings) {
      if (into == null) {
        Output.print(console, document(reading, console.colour()));
      } else {
        Output.save(
            into.resolve(fileName(reading.report().file(), taken)),
            files,
            document(reading, false));
      }
    }
    return readings.isEmpty() ? 1 : 0;
  }

  private Output.Document document(Reading reading, boolean colour) {
    return format == Format.JSON
        ? to -> ComparisonJson.write(reading, to)
        : to ->
            to.write(
                ReadingText.of(reading, console.columns(), colour) + (folder == null ? "\n" : ""));
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new CannotWrite(folder.toString(), failure);
    }
  }

  /** A file's name without folders and without .txt, .html and .gz. */
  static String bareName(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return name.replaceFirst("\\.gz$", "").replaceFirst("\\.(txt|html)$", "");
  }

  /**
   * A file name for a report, with a number where the name is taken: the same input gives the same
   * names.
   */
  private String fileName(String file, Set<String> taken) {
    String bare = bareName(file);
    String base = bare.isEmpty() || bare.equals("-") ? "report" : bare;
    String unique = base;
    for (int i = 2; !taken.add(unique); i++) {
      unique = base + "-" + i;
    }
    return unique + (format == Format.JSON ? ".json" : ".txt");
  }
}
