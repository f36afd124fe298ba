package rashomon.app;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import rashomon.capture.Discovered;
import rashomon.capture.Discovered.Lead;
import rashomon.capture.fetch.Fetcher;
import rashomon.capture.fetch.Lookup;
import rashomon.capture.fetch.Manners;
import rashomon.capture.fetch.Outcome;
import rashomon.capture.fetch.PublicAddresses;
import rashomon.capture.fetch.Time;
import rashomon.capture.fetch.Validators;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Via;
import rashomon.store.Removals.Removal;
import rashomon.store.Store;

/** The options of every command that fetches, and fetching what an address leads to. */
final class Fetching {

  /** A list of lists of lists of pages is followed, and no further. */
  private static final int DEPTH = 3;

  @Option(
      names = "--contact",
      paramLabel = "WHO",
      description =
          "An address of yours, for the sites that are asked: it stands in the name that the program gives itself.")
  private @Nullable String contact;

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      defaultValue = "1",
      converter = Seconds.class,
      description = "The least time between two requests to one site. Default: ${DEFAULT-VALUE}.")
  private Duration delay = Duration.ofSeconds(1);

  @Option(
      names = "--allow-private",
      description = "Fetch from this machine and from private networks too.")
  private boolean allowPrivate;

  /** What is asked with, until it is closed. */
  Fetcher fetcher() {
    Manners usual =
        Manners.of(
            "Rashomon/" + Main.Version.text() + (contact == null ? "" : " (+" + contact + ")"));
    Manners manners =
        new Manners(
            usual.agent(),
            delay,
            usual.connect(),
            usual.total(),
            usual.maxBytes(),
            usual.redirects(),
            usual.retries(),
            usual.patience(),
            usual.connections());
    return new Fetcher(
        manners,
        Lookup.system(),
        allowPrivate ? Fetching::mayBePrivate : PublicAddresses::contain,
        Time.system(),
        new Random());
  }

  /**
   * Whatever is allowed: where machines in a data centre ask for their own keys, nobody publishes.
   */
  private static boolean mayBePrivate(InetAddress address) {
    return !address.isLinkLocalAddress();
  }

  /** Told what came of fetching. */
  interface Met {

    /** A page, to be kept. */
    void page(Capture capture);

    /** It is what it was when it was last asked for. */
    void unchanged();

    /** Removed for good, and not asked for or not kept. */
    void removed(Removal note);

    void rejected(Rejection rejection);
  }

  /**
   * The page at an address, or, where it is a feed, a sitemap or a list of feeds, the pages it
   * leads to. What was removed for good is not asked for.
   */
  void fetch(Fetcher fetcher, Store store, String url, Met met) throws InterruptedException {
    Visit visit = new Visit(fetcher, store, met);
    visit.take(visit.ask(url, null), url, 0);
  }

  /** The same for the pages that a list leads to. */
  void follow(Fetcher fetcher, Store store, Capture list, Met met) throws InterruptedException {
    new Visit(fetcher, store, met).capture(list, 0);
  }

  /** One walk from a list to pages. */
  private record Visit(Fetcher fetcher, Store store, Met met) {

    /** What came of asking; empty where the address was removed, and nobody was asked. */
    private Optional<Outcome> ask(String url, @Nullable Via via) throws InterruptedException {
      if (removal(url).isPresent()) {
        return Optional.empty();
      }
      Validators validators =
          store.read(t -> t.visits().find(url)).map(Visited::validators).orElse(Validators.NONE);
      return Optional.of(fetcher.fetch(url, via, validators));
    }

    private Optional<Removal> removal(String url) {
      return store.read(t -> t.removals().find(url));
    }

    private void take(Optional<Outcome> outcome, String url, int depth)
        throws InterruptedException {
      if (outcome.isEmpty()) {
        met.removed(removal(url).orElseThrow());
        return;
      }
      switch (outcome.get()) {
        case Outcome.Fetched(Capture capture, Validators validators, Duration fresh) -> {
          Optional<Removal> removal = removal(capture.url());
          if (removal.isPresent()) {
            store.change(t -> t.removals().alike(url, capture.url()));
            met.removed(removal.get());
          } else {
            capture(capture, depth);
            store.change(t -> t.visits().keep(Visited.once(url, validators)));
          }
        }
        case Outcome.NotModified same -> met.unchanged();
        case Outcome.Refused refused -> met.rejected(refused.rejection());
      }
    }

    private void capture(Capture capture, int depth) throws InterruptedException {
      Discovered found = Discovered.read(capture);
      found.rejected().forEach(met::rejected);
      if (found.kind() == Discovered.Kind.PAGE) {
        met.page(capture);
      } else if (found.leads().isEmpty() && found.rejected().isEmpty()) {
        met.rejected(new Rejection(capture.url(), "no-link", "This list leads to no page."));
      } else if (depth < DEPTH) {
        follow(found.leads(), depth);
      } else {
        met.rejected(
            new Rejection(
                capture.url(),
                "too-deep",
                "This is a list within lists, deeper than they are followed: name it by itself."));
      }
    }

    /** Asks several sites at a time; takes what they give in the list's order. */
    private void follow(List<Lead> leads, int depth) throws InterruptedException {
      try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
        try {
          List<Future<Optional<Outcome>>> asked = new ArrayList<>();
          leads.forEach(lead -> asked.add(asking.submit(() -> ask(lead.url(), lead.via()))));
          for (int i = 0; i < asked.size(); i++) {
            take(joined(asked.get(i)), leads.get(i).url(), depth + 1);
          }
        } finally {
          asking.shutdownNow(); // where one failed, nobody waits for the others
        }
      }
    }

    private static <T> T joined(Future<T> asked) throws InterruptedException {
      try {
        return asked.get();
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failed.getCause());
      }
    }
  }

  /** Seconds, with a point or without. */
  static final class Seconds implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String written) {
      if (!written.matches("\\d{1,5}(\\.\\d{1,3})?")) {
        throw new TypeConversionException(
            "expected seconds, 0 or more, as 2 or 0.5, not '" + written + "'");
      }
      return Duration.parse("PT" + written + "S");
    }
  }
}
