package rashomon.capture.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.Fetcher;
import rashomon.capture.fetch.Outcome;
import rashomon.capture.fetch.Outcome.Fetched;
import rashomon.capture.fetch.Outcome.NotModified;
import rashomon.capture.fetch.Outcome.Refused;
import rashomon.capture.fetch.Time;
import rashomon.capture.fetch.WebAddress;
import rashomon.capture.watch.Leads.Lead;
import rashomon.capture.watch.Visit.Feed;
import rashomon.capture.watch.Visit.Page;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Via;

/**
 * Reads feeds when they are due, and visits the pages they lead to. The thread that runs it decides
 * what is next; each fetch has a virtual thread of its own; and one more keeps and remembers, which
 * is not interrupted, for that would close the files it writes. A page is remembered before the
 * feed counts as read, and counts as visited together with its capture, so that a watch that was
 * killed goes on from what was remembered: what was under way is done again, what was done is not.
 */
public final class Watch {

  private final Fetcher fetcher;
  private final Function<Capture, Leads> leads;
  private final Memory memory;
  private final Schedule schedule;
  private final Time time;
  private final Consumer<Progress> progress;

  private final Agenda agenda = new Agenda();
  private int running;
  private long found;
  private long captured;
  private long unchanged;
  private long refused;

  /** {@code leads} is asked about each feed that was read; {@code progress} after each visit. */
  public Watch(
      Fetcher fetcher,
      Function<Capture, Leads> leads,
      Memory memory,
      Schedule schedule,
      Time time,
      Consumer<Progress> progress) {
    this.fetcher = fetcher;
    this.leads = leads;
    this.memory = memory;
    this.schedule = schedule;
    this.time = time;
    this.progress = progress;
  }

  private record Done(Visit visit, Outcome outcome) {}

  /**
   * Watches until the thread is interrupted, which stays so, or nothing is left to visit. To be
   * called once.
   *
   * @param visits all that was remembered, and the feeds that are new
   */
  public void run(Collection<? extends Visit> visits) {
    visits.forEach(agenda::add);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService keeper = Executors.newSingleThreadExecutor()) {
      try {
        watch(new ExecutorCompletionService<>(threads), keeper);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private void watch(ExecutorCompletionService<Done> fetches, Executor keeper)
      throws InterruptedException {
    while (running > 0 || agenda.size() > 0) {
      Instant now = time.instant();
      for (Visit visit = agenda.begin(now); visit != null; visit = agenda.begin(now)) {
        Visit begun = visit;
        fetches.submit(
            () -> new Done(begun, fetcher.fetch(begun.url(), begun.via(), begun.validators())));
        running++;
      }
      Instant next = agenda.next();
      if (running == 0 && next != null) {
        time.sleep(Duration.between(now, next));
        continue;
      }
      Future<Done> done =
          next == null
              ? fetches.take()
              : fetches.poll(Duration.between(now, next).toMillis() + 1, TimeUnit.MILLISECONDS);
      if (done != null) {
        end(done, keeper);
      }
    }
  }

  private void end(Future<Done> done, Executor keeper) throws InterruptedException {
    Visit visit;
    List<Visit> after;
    try {
      Done over = done.get();
      visit = over.visit();
      after = CompletableFuture.supplyAsync(() -> after(visit, over.outcome()), keeper).join();
    } catch (ExecutionException bug) {
      throw new IllegalStateException("A fetch failed", bug.getCause());
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
    running--;
    agenda.end(visit);
    after.forEach(agenda::add);
    Instant next = running == 0 ? agenda.next() : null;
    progress.accept(
        new Progress(agenda.size(), running, found, captured, unchanged, refused, next));
  }

  /** Keeps and remembers what came of a visit. The visits to come of it. */
  private List<Visit> after(Visit visit, Outcome outcome) {
    Instant now = time.instant();
    return switch (outcome) {
      case Fetched fetched -> {
        yield switch (visit) {
          case Feed feed -> read(feed, fetched, now);
          case Page page -> {
            Page after = schedule.visited(page, fetched.validators(), now);
            memory.accept(fetched.capture(), after);
            captured++;
            yield List.of(after);
          }
        };
      }
      case NotModified same -> {
        unchanged++;
        yield remembered(
            switch (visit) {
              case Feed feed -> schedule.read(feed, feed.validators(), false, same.fresh(), now);
              case Page page -> schedule.visited(page, page.validators(), now);
            });
      }
      case Refused no when no.again() != null && no.rejection().code().equals("not-yet") ->
          remembered(schedule.postponed(visit, no.again()));
      case Refused no -> {
        boolean gone = no.rejection().code().equals("gone");
        yield failed(
            gone ? schedule.over(visit) : schedule.failed(visit, no.again(), now),
            List.of(no.rejection()));
      }
    };
  }

  private List<Visit> read(Feed feed, Fetched fetched, Instant now) {
    Leads told = leads.apply(fetched.capture());
    if (told.broken()) {
      return failed(schedule.failed(feed, null, now), told.rejected());
    }
    told.rejected().forEach(memory::reject);
    Map<String, Visit> fresh = new LinkedHashMap<>();
    for (Lead lead : told.leads()) {
      String url = WebAddress.of(lead.url()).map(URI::toString).orElse(lead.url());
      if (!fresh.containsKey(url) && !url.equals(feed.url()) && !memory.knows(url)) {
        fresh.put(
            url,
            told.lists()
                ? schedule.feed(url, lead.via(), now)
                : schedule.page(url, lead.via(), now));
      }
    }
    Feed after =
        schedule.read(
            named(feed, told),
            fetched.validators(),
            !fresh.isEmpty(),
            longer(told.ttl(), fetched.fresh()),
            now);
    List<Visit> all = new ArrayList<>(fresh.values());
    all.add(after);
    memory.remember(all);
    found += fresh.size();
    unchanged += fresh.isEmpty() ? 1 : 0;
    return all;
  }

  /** A feed that no list led to goes by the name that it gives itself. */
  private static Feed named(Feed feed, Leads told) {
    String label = told.leads().isEmpty() ? null : told.leads().getFirst().via().label();
    return feed.via() != null || label == null
        ? feed
        : feed.via(new Via(feed.url(), label, null, null, null));
  }

  private List<Visit> failed(Visit visit, List<Rejection> why) {
    refused++;
    memory.fail(visit, why);
    return List.of(visit);
  }

  private List<Visit> remembered(Visit visit) {
    memory.remember(List.of(visit));
    return List.of(visit);
  }

  private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) < 0 ? other : one;
  }
}
