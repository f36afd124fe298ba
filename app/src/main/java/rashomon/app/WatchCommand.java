package rashomon.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import rashomon.capture.fetch.Time;
import rashomon.capture.watch.Leads;
import rashomon.capture.watch.Memory;
import rashomon.capture.watch.Schedule;
import rashomon.capture.watch.Visit;
import rashomon.capture.watch.Watch;
import rashomon.extract.Extractor;
import rashomon.model.Capture;
import rashomon.model.Engine;
import rashomon.model.Rejection;
import rashomon.store.Captures.Acceptance;
import rashomon.store.Removals.Removal;
import rashomon.store.Store;

/** {@code rashomon watch}. */
@Command(
    name = "watch",
    description =
        "Reads feeds as often as they have news, visits what they lead to, and keeps the stories fresh, until it is stopped (Ctrl-C). It goes on where it was, however it ended.",
    footer = {
      "",
      "Examples:",
      "  rashomon watch feeds.opml",
      "  rashomon watch --contact desk@paper.example https://paper.example/feed.xml",
      "  rashomon watch    (the feeds it watched before)"
    })
final class WatchCommand implements Callable<Integer> {

  /**
   * What was seen just now is placed a little later, since something seen before may still come.
   */
  private static final int SETTLE_SECONDS = 5;

  /** How many stories the model reads again before new reports are looked after. */
  private static final int AGAIN = 1;

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Fetching fetching = new Fetching();

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "trained",
      converter = Engines.Named.class,
      description =
          "What reads stories of two or more origins again, in the background: trained, or fast for none. Default: ${DEFAULT-VALUE}.")
  private Engine engine = Engine.TRAINED;

  @Parameters(
      arity = "0..*",
      paramLabel = "FEEDS",
      description = "Lists of feeds (OPML), and addresses of feeds and sitemaps.")
  private List<String> feeds = List.of();

  WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store store = remembered.open();
        Fetcher fetcher = fetching.fetcher()) {
      Collection<Visit> visits = visits(store);
      WatchLog log = new WatchLog(console);
      if (visits.isEmpty()) {
        console.tell(
            "rashomon: There is nothing to watch: name a feed, or a list of feeds (OPML).");
        return 2;
      }
      Thread watching = Thread.currentThread();
      CountDownLatch ended = new CountDownLatch(1);
      Thread stop =
          new Thread(
              () -> {
                watching.interrupt();
                await(ended);
              });
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        watch(store, fetcher, visits, log);
      } finally {
        ended.countDown();
      }
    }
    return 0;
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was watched before, and what is named now. */
  private Collection<Visit> visits(Store store) {
    Map<String, Visit> visits = new LinkedHashMap<>();
    Schedule schedule = Schedule.standard();
    Instant now = Instant.now();
    for (String name : feeds) {
      Source source = Sources.of(name, console.in());
      if (source instanceof Source.Address(String url)) {
        add(store, schedule.feed(url, null, now), visits);
      } else {
        Sources.captures(
            source,
            now,
            list -> {
              Discovered found = Discovered.read(list);
              found.rejected().forEach(this::tell);
              found
                  .leads()
                  .forEach(lead -> add(store, schedule.feed(lead.url(), lead.via(), now), visits));
              if (found.leads().isEmpty()) {
                console.tell("rashomon: " + name + ": No feed is listed here.");
              }
            },
            this::tell);
      }
    }
    store.read(t -> t.visits().due()).forEach(kept -> visits.put(kept.url(), Visited.visit(kept)));
    return visits.values();
  }

  private void add(Store store, Visit feed, Map<String, Visit> visits) {
    Optional<Removal> removal = store.read(t -> t.removals().find(feed.url()));
    if (removal.isPresent()) {
      tell(new Rejection(feed.url(), "removed", IngestCommand.removed(removal.get())));
    } else if (store.read(t -> t.visits().find(feed.url())).isEmpty()) {
      visits.putIfAbsent(feed.url(), feed);
    }
  }

  /** Watches until it is stopped; what the road or the store fail with is thrown. */
  private void watch(Store store, Fetcher fetcher, Collection<Visit> visits, WatchLog log) {
    Memory memory = new Remembrance(store, log);
    log.begins(visits);
    boolean stopped;
    try (Reading _ = new Reading(store, Thread.currentThread())) {
      new Watch(fetcher, WatchCommand::leads, memory, Schedule.standard(), Time.system(), log::at)
          .run(visits);
    } finally {
      stopped = Thread.interrupted();
      Remembered.done(console);
    }
    console.tell(
        stopped
            ? "rashomon: stopped; watch again to go on."
            : "rashomon: nothing is left to watch.");
  }

  private void tell(Rejection rejection) {
    console.tell("rashomon: " + rejection.file() + ": " + rejection.why());
  }

  private static Leads leads(Capture capture) {
    Discovered found = Discovered.read(capture);
    List<Rejection> rejected = new ArrayList<>(found.rejected());
    if (found.kind() == Discovered.Kind.PAGE) {
      rejected.add(
          new Rejection(
              capture.url(),
              "no-feed",
              "This is a page and no feed: give the feed's own address."));
    }
    return new Leads(
        found.leads().stream().map(lead -> new Leads.Lead(lead.url(), lead.via())).toList(),
        found.kind() == Discovered.Kind.SITEMAP_INDEX || found.kind() == Discovered.Kind.FEED_LIST,
        rejected,
        null);
  }

  /**
   * Takes what was captured down the road, in a thread of its own, and reads again with the model
   * when nothing is new. Where that fails, it stops who watches, and closing it throws the failure.
   */
  private final class Reading implements AutoCloseable {

    private final Road road;
    private final Store store;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<?> done;
    private @Nullable Extractor better;

    Reading(Store store, Thread watching) {
      this.store = store;
      this.road = Remembered.road(store, console);
      this.done =
          CompletableFuture.runAsync(this::run, Thread.ofPlatform().name("road")::start)
              .whenComplete(
                  (_, failure) -> {
                    if (failure != null) {
                      watching.interrupt();
                    }
                  });
    }

    /** Returns after all that was captured went down the road. */
    @Override
    public void close() {
      stopping.countDown();
      try {
        done.join();
      } catch (CompletionException failed) {
        throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
      }
    }

    private void run() {
      while (stopping.getCount() > 0) {
        road.advance(Instant.now().minusSeconds(SETTLE_SECONDS), Progress.NONE);
        boolean idle = store.<Long>read(t -> t.captures().waitingCount()) == 0;
        if (engine == Engine.FAST
            || !idle
            || road.readAgain(this::trained, AGAIN, Progress.NONE) == 0) {
          rest();
        }
      }
      road.advance(Instant.MAX, Progress.NONE);
    }

    private Extractor trained() {
      if (better == null) {
        better = Engines.load(engine, console::tell);
      }
      return better;
    }

    /** For a second, or until it is to stop. */
    private void rest() {
      try {
        stopping.await(1, TimeUnit.SECONDS);
      } catch (InterruptedException interrupted) {
        stopping.countDown();
      }
    }
  }

  /** The watch's memory in the store; a person is told of what is new. */
  private record Remembrance(Store store, WatchLog log) implements Memory {

    @Override
    public boolean knows(String url) {
      return store.<Boolean>read(t -> t.visits().find(url).isPresent() || t.removals().has(url));
    }

    @Override
    public void remember(List<? extends Visit> visits) {
      store.change(t -> visits.forEach(visit -> t.visits().keep(Visited.kept(visit))));
    }

    @Override
    public void accept(Capture capture, Visit visit) {
      Acceptance acceptance =
          store.write(
              t -> {
                Acceptance accepted = t.captures().accept(capture);
                if (accepted == Acceptance.REMOVED) {
                  t.removals().alike(visit.url(), capture.url());
                } else {
                  t.visits().keep(Visited.kept(visit));
                }
                return accepted;
              });
      if (acceptance == Acceptance.NEW) {
        log.kept(capture);
      }
    }

    @Override
    public void fail(Visit visit, List<Rejection> why) {
      store.change(
          t -> {
            why.forEach(rejection -> t.reports().reject(null, rejection, Instant.now()));
            t.visits().keep(Visited.kept(visit, why.getFirst().why()));
          });
      why.forEach(log::refused);
    }

    @Override
    public void reject(Rejection rejection) {
      store.change(t -> t.reports().reject(null, rejection, Instant.now()));
      log.refused(rejection);
    }
  }
}
