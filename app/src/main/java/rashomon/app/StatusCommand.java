package rashomon.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rashomon.app.Page.Tone;
import rashomon.model.Rejection;
import rashomon.store.Store;
import rashomon.store.Transaction;
import rashomon.store.Visits.Visit;

/** {@code rashomon status}. */
@Command(
    name = "status",
    description = "How much is remembered, what waits, what could not be read, how the feeds are.",
    footer = {"", "Examples:", "  rashomon status", "  rashomon status --format json"})
final class StatusCommand implements Callable<Integer> {

  private static final int SHOWN = 10;

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Listing listing = new Listing();

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store store = remembered.existing()) {
      ObjectNode status = store.read(StatusCommand::status);
      if (listing.json()) {
        Listing.print(console, status.put("store", store.place()));
      } else {
        List<Rejection> rejections = store.read(t -> t.reports().rejections(SHOWN));
        List<Visit> feeds = store.read(t -> t.visits().lists());
        Output.print(console, to -> to.write(text(store.place(), status, rejections, feeds)));
      }
    }
    return 0;
  }

  private static ObjectNode status(Transaction t) {
    ObjectNode status =
        Listing.JSON
            .createObjectNode()
            .put("captures", t.captures().count())
            .put("waiting", t.captures().waitingCount())
            .put("reports", t.reports().count())
            .put("stories", t.stories().count())
            .put("contested", t.stories().contested())
            .put("rejected", t.reports().rejectionCount())
            .put("removed", t.removals().all().size())
            .put("unplaced", t.sketches().unplaced())
            .put("again", t.pending().toBeReadAgain());
    ArrayNode feeds = status.putArray("feeds");
    for (Visit feed : t.visits().lists()) {
      feeds
          .addObject()
          .put("url", feed.url())
          .put("due", feed.due() == null ? null : feed.due().toString())
          .put("failures", feed.failures())
          .put("problem", feed.problem());
    }
    return status;
  }

  private String text(
      String place, ObjectNode status, List<Rejection> rejections, List<Visit> feeds) {
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
    if (!feeds.isEmpty()) {
      page.heading("FEEDS");
      feeds.forEach(
          feed ->
              page.add(
                  2,
                  4,
                  feed.url()
                      + (feed.due() == null ? "" : " · due " + feed.due())
                      + (feed.failures() == 0
                          ? ""
                          : " · failed "
                              + Wording.count(feed.failures(), "time")
                              + ": "
                              + feed.problem()),
                  Tone.PLAIN));
    }
    if (!rejections.isEmpty()) {
      page.heading("NOT READ");
      rejections.forEach(one -> page.add(2, 4, one.file() + ": " + one.why(), Tone.PLAIN));
    }
    return page.toString();
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
