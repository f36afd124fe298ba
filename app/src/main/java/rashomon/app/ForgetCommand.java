package rashomon.app;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rashomon.app.road.Road;
import rashomon.store.Removals.Removal;
import rashomon.store.Removals.Removed;
import rashomon.store.Store;

/** {@code rashomon forget}. */
@Command(
    name = "forget",
    description =
        "Removes a report and its captures for good. A note stays that something was removed; the address is not kept again.",
    footer = {
      "",
      "Examples:",
      "  rashomon forget https://paper.example/story",
      "  rashomon forget --reason 'court order 12/2031' https://paper.example/story"
    })
final class ForgetCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "Why, for the note.")
  private String reason = "";

  @Parameters(paramLabel = "URL", description = "The report's address, or its file's name.")
  private String url = "";

  ForgetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store store = remembered.existing()) {
      Road road = Remembered.road(store, console);
      // Only what was read is known to be of that address.
      road.advance(Instant.MAX, Remembered.progress(console));
      Removed removed = store.forget(url, Instant.now(), reason);
      if (removed.noted()) {
        road.advance(Instant.MAX, Remembered.progress(console));
      }
      Remembered.done(console);
      if (!removed.noted()) {
        console.tell(nothing(store.read(t -> t.removals().find(url))));
        return 1;
      }
      String what =
          removed.reports().isEmpty() && removed.captures() > 0
              ? Wording.count(removed.captures(), "capture")
              : Wording.count(removed.reports().size(), "report");
      Output.print(console, to -> to.write(what + " of " + url + " removed.\n"));
      return 0;
    }
  }

  private String nothing(Optional<Removal> before) {
    return "rashomon: "
        + url
        + ": "
        + before
            .map(note -> "It was removed already, on " + Listing.day(note.at()) + ".")
            .orElse(
                "Nothing is kept of it, and nothing was removed: check the spelling; `rashomon"
                    + " stories --format json` has the addresses.");
  }
}
