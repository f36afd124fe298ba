package rashomon.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.app.road.Corrections;
import rashomon.app.road.Inputs;
import rashomon.app.road.Road;
import rashomon.cluster.Input;
import rashomon.store.Store;
import rashomon.store.StoreProblem;
import rashomon.store.Stories.Headline;
import rashomon.store.Transaction;

/** {@code rashomon story}. */
@Command(
    name = "story",
    description =
        "Lays the reports of one story side by side, as compare does; shows what became of it, or corrects what is in it.",
    footer = {
      "",
      "Examples:",
      "  rashomon story s0123456789",
      "  rashomon story s0123456789 --format html -o story.html",
      "  rashomon story s0123456789 --history",
      "  rashomon story s0123456789 --changes",
      "  rashomon story s0123456789 --with s9876543210",
      "  rashomon story s0123456789 --without 1f2e3d4c5b6a7988",
      "  rashomon story s0123456789 --undo c3d2e1"
    })
final class StoryCommand implements Callable<Integer> {

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Filter filter = new Filter();

  @Parameters(paramLabel = "ID", description = "A story, as stories lists it.")
  private String id = "";

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = AsOf.Named.class,
      description =
          "Tell it as it stood at TIME: of each report the version of then, none that came later.")
  private @Nullable AsOf asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to write it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(names = "-o", paramLabel = "FILE", description = "Write to FILE.")
  private @Nullable Path file;

  @Option(
      names = "--history",
      description = "Show how the story came about: what joined, merged, split, and why.")
  private boolean history;

  @Option(
      names = "--changes",
      description =
          "Show the versions of its reports: what each changed, corrections and withdrawals, and words that are gone.")
  private boolean changes;

  @Option(
      names = "--with",
      paramLabel = "STORY",
      description = "Say that this and STORY are one. It holds until it is undone.")
  private @Nullable String with;

  @Option(
      names = "--without",
      paramLabel = "REPORT",
      split = ",",
      description = "Say that these reports are of another story.")
  private List<String> without = List.of();

  @Option(
      names = "--undo",
      paramLabel = "CORRECTION",
      description = "Take back a correction; --history names them.")
  private @Nullable String undo;

  StoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (with != null || undo != null || !without.isEmpty()) {
      return correct();
    }
    try (Store store = remembered.existing()) {
      List<Headline> reports = reports(store, id);
      if (history || changes) {
        return told(store, reports);
      }
      Readings read =
          asOf == null
              ? new Readings(store.read(t -> Road.readings(t, id)), List.of())
              : Standing.of(store, reports, asOf, console);
      return CompareCommand.write(read, filter, format, file, List.of(), console);
    }
  }

  /** What became of the story, or of its reports, up to a moment where one is named. */
  private int told(Store store, List<Headline> reports) {
    if (history && changes) {
      throw wrong("--history and --changes go alone");
    }
    if (format != Format.TEXT && format != Format.JSON) {
      throw wrong(
          (history ? "--history" : "--changes") + " is written as text or json, not as " + format);
    }
    Instant until = asOf == null ? Instant.MAX : asOf.instant();
    Output.Document document;
    if (history) {
      History all = History.of(store, id, until);
      document = to -> to.write(format == Format.JSON ? line(all.json()) : all.text(console));
    } else {
      List<Revisions> all = Revisions.of(store, reports, until);
      document =
          to ->
              to.write(
                  format == Format.JSON
                      ? line(RevisionsJson.of(id, all))
                      : RevisionsText.of(all, console));
    }
    if (file == null) {
      Output.print(console, document);
    } else {
      Output.save(file, List.of(), document);
    }
    return 0;
  }

  private static String line(JsonNode json) {
    return json.toPrettyString() + "\n";
  }

  private ParameterException wrong(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }

  static List<Headline> reports(Store store, String story) {
    List<Headline> reports = store.read(t -> t.stories().headlines(story));
    if (reports.isEmpty()) {
      throw StoreProblem.missing(
          "There is no story "
              + story
              + " in "
              + store.place()
              + "; `rashomon stories` lists them.");
    }
    return reports;
  }

  private int correct() {
    if (Stream.of(with != null, undo != null, !without.isEmpty()).filter(asked -> asked).count()
        > 1) {
      throw wrong("--with, --without and --undo go alone");
    }
    try (Store store = remembered.existing()) {
      List<Headline> reports = reports(store, id);
      if (with != null) {
        reports(store, with);
      }
      String name = "c" + UUID.randomUUID().toString().substring(0, 8);
      store.change(t -> t.stories().correct(Inputs.kept(correction(t, name))));
      Remembered.road(store, console).advance(Instant.MAX, Remembered.progress(console));
      Remembered.done(console);
      String told =
          undo != null
              ? "Correction " + undo + " is taken back.\n"
              : "Correction "
                  + name
                  + " holds; --undo "
                  + name
                  + " takes it back. "
                  + store.read(t -> places(t, reports))
                  + "\n";
      Output.print(console, to -> to.write(told));
    }
    return 0;
  }

  /** In which stories the reports of the story that was corrected are now. */
  private String places(Transaction t, List<Headline> before) {
    if (with != null) {
      return "Both are " + stories(t, before, true) + " now.";
    }
    return String.join(", ", without)
        + (without.size() == 1 ? " is in " : " are in ")
        + stories(t, before, true)
        + " now, the rest in "
        + stories(t, before, false)
        + ".";
  }

  private String stories(Transaction t, List<Headline> before, boolean named) {
    return before.stream()
        .map(Headline::report)
        .filter(report -> with != null || without.contains(report) == named)
        .flatMap(report -> t.stories().of(report).stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Input correction(Transaction t, String name) {
    Instant now = Instant.now();
    if (undo != null) {
      return Corrections.undone(t, name, now, undo);
    }
    return with != null
        ? Corrections.together(t, name, now, id, with)
        : Corrections.apart(t, name, now, id, without);
  }
}
