package rashomon.app;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
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
      description = "The least time between two requests to one site. Default: ${DEFAULT-VALUE}.")
  private double delay = 1;

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
            Duration.ofMillis(Math.max(0, Math.round(delay * 1000))),
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

  /**
   * Gives the page at an address to {@code pages}, or, where it is a feed, a sitemap or a list of
   * feeds, the pages it leads to; what cannot be had to {@code rejected}. What has not changed
   * since the last time is passed over.
   */
  void fetch(
      Fetcher fetcher,
      Store store,
      String url,
      Consumer<Capture> pages,
      Consumer<Rejection> rejected)
      throws InterruptedException {
    Visit visit = new Visit(fetcher, store, pages, rejected);
    visit.take(visit.ask(url, null), url, 0);
  }

  /** The same for the pages that a list leads to. */
  void follow(
      Fetcher fetcher,
      Store store,
      Capture list,
      Consumer<Capture> pages,
      Consumer<Rejection> rejected)
      throws InterruptedException {
    new Visit(fetcher, store, pages, rejected).capture(list, 0);
  }

  /** One walk from a list to pages. */
  private record Visit(
      Fetcher fetcher, Store store, Consumer<Capture> pages, Consumer<Rejection> rejected) {

    private Outcome ask(String url, @Nullable Via via) throws InterruptedException {
      Validators validators =
          store.read(t -> t.visits().find(url)).map(Visited::validators).orElse(Validators.NONE);
      return fetcher.fetch(url, via, validators);
    }

    private void take(Outcome outcome, String url, int depth) throws InterruptedException {
      switch (outcome) {
        case Outcome.Fetched(Capture capture, Validators validators, Duration fresh) -> {
          capture(capture, depth);
          store.change(t -> t.visits().keep(Visited.once(url, validators)));
        }
        case Outcome.NotModified unchanged -> {}
        case Outcome.Refused refused -> rejected.accept(refused.rejection());
      }
    }

    private void capture(Capture capture, int depth) throws InterruptedException {
      Discovered found = Discovered.read(capture);
      found.rejected().forEach(rejected);
      if (found.kind() == Discovered.Kind.PAGE) {
        pages.accept(capture);
      } else if (depth < DEPTH) {
        follow(found.leads(), depth);
      }
    }

    /** Asks several sites at a time; takes what they give in the list's order. */
    private void follow(List<Lead> leads, int depth) throws InterruptedException {
      try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
        try {
          List<Future<Outcome>> asked = new ArrayList<>();
          leads.forEach(lead -> asked.add(asking.submit(() -> ask(lead.url(), lead.via()))));
          for (int i = 0; i < asked.size(); i++) {
            take(joined(asked.get(i)), leads.get(i).url(), depth + 1);
          }
        } finally {
          asking.shutdownNow(); // where one failed, nobody waits for the others
        }
      }
    }

    private static Outcome joined(Future<Outcome> asked) throws InterruptedException {
      try {
        return asked.get();
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failed.getCause());
      }
    }
  }
}
