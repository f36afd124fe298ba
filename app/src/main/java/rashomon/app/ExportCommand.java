package rashomon.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rashomon.capture.Warc;
import rashomon.model.Report;
import rashomon.model.Version;
import rashomon.store.Store;
import rashomon.store.Stories.Headline;

/** {@code rashomon export}. */
@Command(
    name = "export",
    description =
        "Writes captures as a web archive (FILE.warc.gz), or reports with all their versions as JSON lines (any other FILE; - is standard output), which ingest reads again.",
    footer = {
      "",
      "Examples:",
      "  rashomon export everything.warc.gz",
      "  rashomon export --story s0123456789 story.jsonl",
      "  rashomon export - | jq -r .title"
    })
final class ExportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();

  @Option(names = "--story", paramLabel = "ID", description = "Only the reports of this story.")
  private @Nullable String story;

  @Parameters(
      paramLabel = "FILE",
      description = "Where to write, not there yet; or - for standard output.")
  private Path file = Path.of("");

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (file.toString().equals("-")) {
      return print();
    }
    if (Files.exists(file)) {
      throw new CannotWrite(file.toString(), "there is a file of that name");
    }
    int written;
    try (Store store = remembered.existing()) {
      List<String> ids = ids(store);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        written =
            file.toString().endsWith(".warc.gz")
                ? captures(store, ids, out)
                : reports(store, ids, out);
      }
    } catch (IOException failure) {
      throw new CannotWrite(file.toString(), failure);
    }
    String what =
        Wording.count(written, file.toString().endsWith(".warc.gz") ? "capture" : "version");
    Output.print(console, to -> to.write(what + " in " + file + "\n"));
    return 0;
  }

  /** A reader that has gone away, as {@code head} does, is no failure. */
  private int print() {
    try (Store store = remembered.existing()) {
      List<String> ids = ids(store);
      Output.print(
          console,
          to -> {
            for (String id : ids) {
              for (Version version : store.read(t -> t.reports().versions(id))) {
                to.write(json(version) + "\n");
              }
            }
          });
    }
    return 0;
  }

  private List<String> ids(Store store) {
    String of = story;
    return of == null
        ? store.read(t -> t.reports().all())
        : StoryCommand.reports(store, of).stream().map(Headline::report).toList();
  }

  private int captures(Store store, List<String> ids, OutputStream out) throws IOException {
    int written = 0;
    if (story == null) {
      var all = store.captures().iterator();
      while (all.hasNext()) {
        out.write(Warc.bytes(all.next()));
        written++;
      }
      return written;
    }
    Set<String> captures = new LinkedHashSet<>();
    for (String report : ids) {
      store.read(t -> t.reports().versions(report)).forEach(one -> captures.add(one.capture()));
    }
    for (String capture : captures) {
      out.write(Warc.bytes(store.read(t -> t.captures().find(capture)).orElseThrow()));
      written++;
    }
    return written;
  }

  private int reports(Store store, List<String> ids, OutputStream out) throws IOException {
    int written = 0;
    for (String id : ids) {
      for (Version version : store.read(t -> t.reports().versions(id))) {
        out.write((json(version) + "\n").getBytes(StandardCharsets.UTF_8));
        written++;
      }
    }
    return written;
  }

  private static ObjectNode json(Version version) {
    Report report = version.report();
    ObjectNode object =
        Listing.JSON
            .createObjectNode()
            .put("id", version.id())
            .put("url", report.url())
            .put("outlet", report.outlet())
            .put("title", report.title())
            .put("published", Listing.text(report.published()))
            .put("modified", Listing.text(report.modified()))
            .put("seen", Listing.text(report.seen()))
            .put("language", report.language())
            .put("credit", report.credit())
            .put("stub", report.stub())
            .put("text", report.text());
    version.authors().forEach(object.putArray("authors")::add);
    return object;
  }
}
