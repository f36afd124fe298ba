package rashomon.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rashomon.app.road.Progress;
import rashomon.app.road.Road;
import rashomon.capture.Discovered;
import rashomon.capture.Source;
import rashomon.capture.Sources;
import rashomon.capture.fetch.Fetcher;
import rashomon.model.Capture;
import rashomon.model.Engine;
import rashomon.model.Rejection;
import rashomon.store.Captures.Acceptance;
import rashomon.store.Removals.Removal;
import rashomon.store.Store;

/** {@code rashomon ingest}. */
@Command(
    name = "ingest",
    description =
        "Keeps what the sources hold, reads it, groups it into stories and compares these. The same again changes nothing, and what was cut off goes on where it was.",
    footer = {
      "",
      "Examples:",
      "  rashomon ingest https://paper.example/feed.xml",
      "  rashomon ingest feeds.opml archive.warc.gz",
      "  rashomon ingest --store newsroom reports.jsonl pages/",
      "  rashomon ingest --store postgresql://desk@localhost/rashomon reports/",
      "  curl -s https://paper.example/story | rashomon ingest -"
    })
final class IngestCommand implements Callable<Integer> {

  private static final int BATCH = 100;
  private static final int TOLD = 20;

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Fetching fetching = new Fetching();

  @Option(
      names = "--model",
      description =
          "Then read the stories of two or more origins again with the trained model, which finds more and takes longer.")
  private boolean model;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "Addresses of pages, feeds and sitemaps; lists of feeds (OPML); web archives (WARC); JSON lines, ninjs, HTML, PDF and text files, also as .gz; folders; or - for standard input.")
  private List<String> sources = List.of();

  private final Map<Acceptance, Integer> counts = new EnumMap<>(Acceptance.class);
  private final List<Capture> batch = new ArrayList<>();
  private int unchanged;
  private int rejected;
  private int told;

  IngestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Instant now = Instant.now();
    Progress progress = Remembered.progress(console);
    try (Store store = remembered.open();
        Fetcher fetcher = fetching.fetcher()) {
      Road road = Remembered.road(store, console);
      Fetching.Met met = met(road, store, progress, now);
      List<Capture> lists = new ArrayList<>();
      for (String name : sources) {
        Source source = Sources.of(name, console.in());
        if (source instanceof Source.Address(String url)) {
          store
              .read(t -> t.removals().find(url))
              .ifPresent(note -> tell(new Rejection(url, "removed", removed(note))));
          fetching.fetch(fetcher, store, url, met);
        } else {
          Sources.captures(
              source,
              now,
              capture -> {
                if (mayBeList(source, capture)) {
                  lists.add(capture);
                } else {
                  met.page(capture);
                }
              },
              met::rejected);
          for (Capture list : lists) {
            fetching.follow(fetcher, store, list, met);
          }
          lists.clear();
        }
      }
      flush(road, progress);
      long before = store.<Long>read(t -> t.reports().unreadCount());
      road.advance(Instant.MAX, telling(progress));
      if (model) {
        road.readAgain(
            () -> Engines.load(Engine.TRAINED, console::tell), Integer.MAX_VALUE, progress);
      }
      Remembered.done(console);
      long unread = store.<Long>read(t -> t.reports().unreadCount()) - before;
      tell(store, unread);
    }
    return count(Acceptance.NEW) + count(Acceptance.KNOWN) + unchanged > 0 ? 0 : 1;
  }

  private Fetching.Met met(Road road, Store store, Progress progress, Instant now) {
    return new Fetching.Met() {
      @Override
      public void page(Capture capture) {
        batch.add(capture);
        if (batch.size() == BATCH) {
          flush(road, progress);
        }
      }

      @Override
      public void unchanged() {
        unchanged++;
      }

      @Override
      public void removed(Removal note) {
        counts.merge(Acceptance.REMOVED, 1, Integer::sum);
      }

      @Override
      public void rejected(Rejection rejection) {
        store.change(t -> t.reports().reject(null, rejection, now));
        rejected++;
        tell(rejection);
      }
    };
  }

  /** What is told of an address that was removed; it is written down nowhere. */
  static String removed(Removal note) {
    return "This was removed for good on " + Listing.day(note.at()) + ", and is not fetched.";
  }

  /** A saved feed or list leads on to the web; everything else is a report. */
  private static boolean mayBeList(Source source, Capture capture) {
    boolean record =
        source instanceof Source.Lines
            || source instanceof Source.Archive
            || "application/json".equals(capture.contentType());
    return !record && Discovered.read(capture).kind() != Discovered.Kind.PAGE;
  }

  private void flush(Road road, Progress progress) {
    road.accept(batch).forEach((kind, number) -> counts.merge(kind, number, Integer::sum));
    batch.clear();
    progress.at("kept", counts.values().stream().mapToInt(Integer::intValue).sum(), 0);
  }

  /** The same, and a person is told what a capture holds that cannot be used. */
  private Progress telling(Progress progress) {
    return new Progress() {
      @Override
      public void at(String step, long done, long of) {
        progress.at(step, done, of);
      }

      @Override
      public void rejected(Rejection rejection) {
        tell(rejection);
      }
    };
  }

  private void tell(Rejection rejection) {
    if (told++ < TOLD) {
      console.tell("rashomon: " + rejection.file() + ": " + rejection.why());
    }
  }

  private void tell(Store store, long unread) {
    if (told > TOLD) {
      console.tell(
          "rashomon: "
              + (told - TOLD)
              + " more; `rashomon status --most "
              + told
              + "` lists them all.");
    }
    StringBuilder line = new StringBuilder();
    line.append(Wording.count(count(Acceptance.NEW), "capture")).append(" kept");
    count(line, unchanged, " unchanged since last asked for");
    count(line, count(Acceptance.KNOWN), " known before");
    count(line, count(Acceptance.REMOVED), " of removed addresses left out");
    count(line, rejected, " not usable");
    count(line, (int) unread, " without a report to read");
    long stories = store.<Long>read(t -> t.stories().count());
    long reports = store.<Long>read(t -> t.reports().count());
    line.append(". The store holds ")
        .append(Wording.count((int) reports, "report"))
        .append(" in ")
        .append(stories == 1 ? "1 story." : stories + " stories.");
    Output.print(console, to -> to.write(line + "\n"));
  }

  private int count(Acceptance kind) {
    return counts.getOrDefault(kind, 0);
  }

  private static void count(StringBuilder line, int number, String what) {
    if (number > 0) {
      line.append(", ").append(number).append(what);
    }
  }
}
