package rashomon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rashomon.model.Reading;
import rashomon.model.Report;

/** {@code rashomon demo}. */
@Command(
    name = "demo",
    description = "Compares reports of an invented event that come with the program.",
    footer = {
      "",
      "Examples:",
      "  rashomon demo",
      "  rashomon demo --format html -o demo.html",
      "  rashomon demo --save reports && rashomon compare reports"
    })
final class DemoCommand implements Callable<Integer> {

  private static final String PAGE = "rashomon-demo.html";

  private final Console console;

  @Mixin private Reader reader = new Reader();
  @Mixin private Filter filter = new Filter();

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

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "Only write the reports into DIR, to try things with.")
  private @Nullable Path folder;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description =
          "Where the page goes that is written beside the text. Default: "
              + PAGE
              + " in the current folder.")
  private @Nullable Path page;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path into = folder;
    if (into != null) {
      int reports = save(into);
      Output.print(
          console,
          to -> to.write(reports + " reports saved. Try: rashomon compare " + into + "\n"));
      return 0;
    }
    Path reports = Files.createTempDirectory("rashomon-demo");
    try {
      Demo.save(reports);
      Readings read = reader.read(List.of(reports.toString()), console);
      Readings demo = withoutFolder(read);
      int code = CompareCommand.write(demo, filter, format, file, List.of(), console);
      Path beside = page == null && format == Format.TEXT && file == null ? Path.of(PAGE) : page;
      if (beside != null) {
        save(demo, beside);
      }
      return code;
    } finally {
      Demo.delete(reports);
    }
  }

  /** A folder that cannot be written to takes nothing from the text. */
  private void save(Readings demo, Path page) {
    try {
      CompareCommand.write(demo, filter, Format.HTML, page, List.of(), console);
      console.tell("The same as a page: " + page.toAbsolutePath());
    } catch (CannotWrite failure) {
      console.tell("rashomon: " + failure.getMessage());
    }
  }

  /** The same readings, whose reports do not tell the folder they were read from. */
  private static Readings withoutFolder(Readings read) {
    return new Readings(
        read.readings().stream().map(DemoCommand::withoutFolder).toList(), read.rejected());
  }

  private static Reading withoutFolder(Reading reading) {
    Report report = reading.report();
    String name = report.file().substring(report.file().lastIndexOf('/') + 1);
    return new Reading(
        new Report(
            name,
            report.url(),
            report.outlet(),
            report.title(),
            report.published(),
            report.modified(),
            report.seen(),
            report.language(),
            report.text(),
            report.credit(),
            report.stub()),
        reading.engine(),
        reading.codebook(),
        reading.tokens(),
        reading.meanings(),
        reading.parties(),
        reading.statements(),
        reading.times(),
        reading.figures(),
        reading.assertions());
  }

  private static int save(Path folder) {
    try {
      Files.createDirectories(folder);
      return Demo.save(folder);
    } catch (IOException failure) {
      throw new CannotWrite(folder.toString(), failure);
    }
  }
}
