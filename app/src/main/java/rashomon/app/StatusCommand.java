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
            .put(
                "contested",
                t.stories().latest(0, Integer.MAX_VALUE).stream()
                    .filter(one -> one.contested() > 0)
                    .count())
            .put("rejected", t.reports().rejectionCount())
            .put("removed", t.removals().all().size());
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
    for (String name :
        List.of("captures", "waiting", "reports", "stories", "contested", "rejected", "removed")) {
      page.add(2, status.path(name).asText() + " " + name);
    }
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
                          : " · failed " + feed.failures() + " times: " + feed.problem()),
                  Tone.PLAIN));
    }
    if (!rejections.isEmpty()) {
      page.heading("NOT READ");
      rejections.forEach(one -> page.add(2, 4, one.file() + ": " + one.why(), Tone.PLAIN));
    }
    return page.toString();
  }
}
