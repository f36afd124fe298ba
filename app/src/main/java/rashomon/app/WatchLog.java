package rashomon.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import rashomon.capture.watch.Progress;
import rashomon.capture.watch.Visit;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Via;

/**
 * What a watch tells: on a terminal one line that says how far it is, elsewhere a line at its
 * beginning, for each capture that is new, and for each rest; what is refused everywhere, and the
 * same once. For several threads.
 */
final class WatchLog {

  /** So many refusals are remembered as told before all of them may be told again. */
  private static final int REMEMBERED = 10_000;

  private final Console console;
  private final boolean lines;
  private final Set<Rejection> told = new HashSet<>();

  WatchLog(Console console) {
    this.console = console;
    this.lines = !console.errTerminal();
  }

  synchronized void begins(Collection<? extends Visit> visits) {
    if (lines) {
      long feeds = visits.stream().filter(Visit.Feed.class::isInstance).count();
      line(
          Instant.now(),
          "watching "
              + Wording.count((int) feeds, "feed")
              + visits.stream()
                  .map(Visit::due)
                  .filter(Objects::nonNull)
                  .min(Comparator.naturalOrder())
                  .map(WatchLog::next)
                  .orElse(""));
    }
  }

  synchronized void kept(Capture capture) {
    if (lines) {
      Via via = capture.via();
      line(
          capture.seen(),
          "kept "
              + capture.url()
              + (via == null ? "" : " from " + (via.label() == null ? "" : via.label() + ", "))
              + (via == null ? "" : via.feed()));
    }
  }

  synchronized void refused(Rejection rejection) {
    if (told.size() == REMEMBERED) {
      told.clear();
    }
    if (told.add(rejection)) {
      console.tell("rashomon: " + rejection.file() + ": " + rejection.why());
    }
  }

  synchronized void at(Progress progress) {
    Instant next = progress.next();
    String counts =
        progress.captured()
            + " captured, "
            + progress.found()
            + " found, "
            + progress.unchanged()
            + " unchanged, "
            + progress.refused()
            + " refused";
    String rest = next == null ? "" : next(next);
    if (!lines) {
      console.progress(counts + ", " + progress.running() + " under way" + rest);
    } else if (next != null && next.isAfter(Instant.now())) {
      line(Instant.now(), counts + " since the start" + rest);
    }
  }

  private static String next(Instant due) {
    return "; next at " + due.truncatedTo(ChronoUnit.SECONDS);
  }

  private void line(Instant when, String words) {
    String line = when.truncatedTo(ChronoUnit.SECONDS) + " " + Page.printable(words) + "\n";
    Output.print(console, to -> to.write(line));
  }
}
