package rashomon.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rashomon.app.Page.Tone;
import rashomon.model.Rejection;
import rashomon.store.Removals.Removal;
import rashomon.store.Store;
import rashomon.store.Transaction;
import rashomon.store.Visits.Visit;

/** {@code rashomon status}. */
@Command(
    name = "status",
    description =
        "How much is remembered, what waits, what could not be read, what was removed, how the feeds are.",
    footer = {
      "",
      "Examples:",
      "  rashomon status",
      "  rashomon status --most 100",
      "  rashomon status --format json"
    })
final class StatusCommand implements Callable<Integer> {

  private static final int SHOWN = 10;

  /** So much of a hash tells removed addresses apart. */
  private static final int DIGITS = 12;

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Listing listing = new Listing();

  @Option(
      names = "--most",
      paramLabel = "N",
      description =
          "At most so many of what could not be read, and of what was removed, the last first. Default: 10 as text, all as JSON.")
  private @Nullable Integer most;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int number = most != null ? most : listing.json() ? Integer.MAX_VALUE : SHOWN;
    try (Store store = remembered.existing()) {
      ObjectNode status = store.read(t -> status(t, number));
      if (listing.json()) {
        Listing.print(console, status.put("store", store.place()));
      } else {
        Output.print(console, to -> to.write(text(store.place(), status)));
      }
    }
    return 0;
  }

  private static ObjectNode status(Transaction t, int most) {
    List<Removal> removals = t.removals().all().reversed();
    ObjectNode status =
        Listing.JSON
            .createObjectNode()
            .put("captures", t.captures().count())
            .put("waiting", t.captures().waitingCount())
            .put("reports", t.reports().count())
            .put("stories", t.stories().count())
            .put("contested", t.stories().contested())
            .put("rejected", t.reports().rejectionCount())
            .put("removed", removals.size())
            .put("unplaced", t.sketches().unplaced())
            .put("again", t.pending().toBeReadAgain());
    ArrayNode feeds = status.putArray("feeds");
    for (Visit feed : t.visits().lists()) {
      feeds
          .addObject()
          .put("url", feed.url())
          .put("label", Visited.label(feed))
          .put("due", feed.due() == null ? null : feed.due().toString())
          .put("failures", feed.failures())
          .put("problem", feed.problem());
    }
    ArrayNode unread = status.putArray("rejections");
    for (Rejection rejection : t.reports().rejections(most)) {
      unread
          .addObject()
          .put("file", rejection.file())
          .put("code", rejection.code())
          .put("why", rejection.why());
    }
    ArrayNode notes = status.putArray("removals");
    removals.stream()
        .limit(most)
        .forEach(
            note ->
                notes
                    .addObject()
                    .put("sha256", note.sha256().substring(0, DIGITS))
                    .put("at", note.at().toString())
                    .put("reason", note.reason()));
    return status;
  }

  private String text(String place, ObjectNode status) {
    Page page = new Page(console.columns(), console.colour());
    page.add(0, 0, place, Tone.STRONG);
    for (String noun : List.of("capture", "report")) {
      page.add(2, Wording.count(number(status, noun + "s"), noun));
    }
    int stories = number(status, "stories");
    page.add(2, stories == 1 ? "1 story" : stories + " stories");
    for (String what : List.of("contested", "waiting", "rejected", "removed")) {
      page.add(2, number(status, what) + " " + what);
    }
    unfinished(page, number(status, "unplaced"), "in no story yet");
    unfinished(page, number(status, "again"), "to be read again by the model");
    list(page, "FEEDS", status.path("feeds"), StatusCommand::feed);
    JsonNode unread = status.path("rejections");
    list(page, "NOT READ", unread, StatusCommand::rejection);
    rest(page, unread.size(), number(status, "rejected"));
    JsonNode removals = status.path("removals");
    list(page, "REMOVED", removals, StatusCommand::removal);
    rest(page, removals.size(), number(status, "removed"));
    return page.toString();
  }

  private static void list(
      Page page, String heading, JsonNode all, Function<JsonNode, String> words) {
    if (!all.isEmpty()) {
      page.heading(heading);
      all.forEach(one -> page.add(2, 4, words.apply(one), Tone.PLAIN));
    }
  }

  private static void rest(Page page, int shown, int all) {
    if (shown < all) {
      page.add(2, 4, shown + " of " + all + "; --most " + all + " lists them all.", Tone.QUIET);
    }
  }

  private static String feed(JsonNode feed) {
    int failures = feed.path("failures").asInt();
    return feed.path("url").asText()
        + (feed.hasNonNull("label") ? " · " + feed.path("label").asText() : "")
        + (feed.hasNonNull("due") ? " · due " + feed.path("due").asText() : "")
        + (failures == 0
            ? ""
            : " · failed "
                + (failures == 1 ? "once" : failures + " times")
                + (feed.hasNonNull("problem") ? ": " + feed.path("problem").asText() : ""));
  }

  private static String rejection(JsonNode one) {
    return one.path("file").asText() + ": " + one.path("why").asText();
  }

  private static String removal(JsonNode note) {
    String reason = note.path("reason").asText();
    return Listing.day(Instant.parse(note.path("at").asText()))
        + " · "
        + note.path("sha256").asText()
        + (reason.isEmpty() ? "" : " · " + reason);
  }

  /** What a run that was cut off has left, where it has. */
  private static void unfinished(Page page, int number, String what) {
    if (number > 0) {
      page.add(2, Wording.count(number, "report") + " " + what + "; ingest and rebuild go on");
    }
  }

  private static int number(ObjectNode status, String name) {
    return status.path(name).asInt();
  }
}
