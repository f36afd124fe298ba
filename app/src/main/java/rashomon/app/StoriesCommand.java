package rashomon.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rashomon.app.Page.Tone;
import rashomon.capture.Outlets;
import rashomon.store.Store;
import rashomon.store.Stories.Headline;
import rashomon.store.Stories.Listed;
import rashomon.store.Stories.Summary;

/** {@code rashomon stories}. */
@Command(
    name = "stories",
    description = "Lists the stories, the latest first.",
    footer = {
      "",
      "Examples:",
      "  rashomon stories",
      "  rashomon stories --contested --since 2031-03-01",
      "  rashomon stories --format json --owners owners.tsv"
    })
final class StoriesCommand implements Callable<Integer> {

  private static final int SHOWN = 50;

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Listing listing = new Listing();

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "At most so many. Default: 50 as text, all as JSON.")
  private @Nullable Integer most;

  @Option(names = "--contested", description = "Only stories with points in conflict.")
  private boolean contested;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = AsOf.Named.class,
      description = "Only stories with a report of this day or time, or later.")
  private @Nullable AsOf since;

  @Option(
      names = "--owners",
      paramLabel = "FILE",
      description = "Say who owns each outlet: lines of an outlet or host, a tab, and its owner.")
  private @Nullable Path owners;

  StoriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Outlets known = owners == null ? Outlets.UNKNOWN : read(owners);
    int number = most != null ? most : listing.json() ? Integer.MAX_VALUE : SHOWN;
    try (Store store = remembered.existing()) {
      Instant from = since == null ? Instant.MIN : begin(since);
      List<Listed> stories = store.read(t -> t.stories().latest(contested, from, number));
      if (listing.json()) {
        ArrayNode all = Listing.JSON.createArrayNode();
        stories.forEach(story -> all.add(json(story, known)));
        Listing.print(console, all);
      } else {
        long count = store.<Long>read(t -> t.stories().count());
        Output.print(
            console,
            to -> to.write(stories.isEmpty() ? none(store.place()) : text(stories, count, known)));
      }
      return stories.isEmpty() ? 1 : 0;
    }
  }

  /** <i>No story with points in conflict is in rashomon-store.</i> */
  private String none(String place) {
    return "No story"
        + (contested ? " with points in conflict" : "")
        + (since == null ? "" : " with a report of " + since.text() + " or later")
        + " is in "
        + place
        + ".\n";
  }

  private Outlets read(Path file) throws IOException {
    return Outlets.read(
        file.toString(),
        Files.readString(file),
        wrong -> console.tell("rashomon: " + wrong.file() + ": " + wrong.why()));
  }

  private static Instant begin(AsOf since) {
    return rashomon.model.Stamp.parse(since.text()).orElseThrow().instant();
  }

  private static ObjectNode json(Listed story, Outlets owners) {
    Summary summary = story.summary();
    ObjectNode object =
        Listing.JSON
            .createObjectNode()
            .put("id", summary.story())
            .put("title", summary.title())
            .put("first", summary.first().toString())
            .put("last", summary.last().toString());
    ArrayNode reports = object.putArray("reports");
    for (Headline report : story.reports()) {
      ObjectNode one =
          reports
              .addObject()
              .put("id", report.report())
              .put("outlet", report.outlet())
              .put("published", Listing.text(report.published()))
              .put("title", report.title())
              .put("url", report.url());
      if (report.stub()) {
        one.put("stub", true);
      }
      String owner = owner(report, owners);
      if (owner != null) {
        one.put("owner", owner);
      }
    }
    return object.put("origins", summary.origins()).put("contested", summary.contested());
  }

  private static @Nullable String owner(Headline report, Outlets owners) {
    String byName = report.outlet() == null ? null : owners.owner(report.outlet());
    return byName != null || report.url() == null ? byName : owners.owner(report.url());
  }

  private String text(List<Listed> stories, long all, Outlets owners) {
    Page page = new Page(console.columns(), console.colour());
    for (Listed story : stories) {
      Summary summary = story.summary();
      page.gap().add(0, 2, summary.story() + "  " + summary.title(), Tone.STRONG);
      String counts =
          Wording.count(summary.reports(), "report")
              + " from "
              + Wording.count(summary.origins(), "origin")
              + (summary.contested() == 0 ? "" : ", " + summary.contested() + " contested")
              + " · "
              + days(summary);
      page.add(2, 2, counts, Tone.QUIET);
      page.add(2, 4, outlets(story.reports(), owners), Tone.QUIET);
    }
    if (stories.size() < all) {
      page.gap().add(0, 0, stories.size() + " of " + all + " stories.", Tone.QUIET);
    }
    return page.toString();
  }

  private static String days(Summary summary) {
    String first = summary.first().toString().substring(0, 10);
    String last = summary.last().toString().substring(0, 10);
    return first.equals(last) ? first : first + " to " + last;
  }

  private static String outlets(List<Headline> reports, Outlets owners) {
    return reports.stream()
        .map(
            report -> {
              String owner = owner(report, owners);
              String outlet = report.outlet() == null ? "outlet not known" : report.outlet();
              String known = owner == null ? outlet : outlet + " (" + owner + ")";
              return report.stub() ? known + " [stub]" : known;
            })
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
