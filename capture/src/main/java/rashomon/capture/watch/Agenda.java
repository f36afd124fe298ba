package rashomon.capture.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.WebAddress;

/**
 * The visits to come, by host: of one host none begins before the one before it is over, and of
 * those due together the one that failed least comes first. Each step takes logarithmic time. For
 * one thread.
 */
final class Agenda {

  private final Map<String, Host> hosts = new HashMap<>();

  /** The hosts that have a visit to come and none that takes place. */
  private final TreeSet<Host> idle =
      new TreeSet<>(Comparator.comparing(Host::due).thenComparing(host -> host.name));

  private int size;

  /** Adds a visit, unless its address is not to be visited any more. */
  void add(Visit visit) {
    if (visit.due() != null) {
      Host host = hosts.computeIfAbsent(host(visit), Host::new);
      idle.remove(host);
      host.visits.add(visit);
      size++;
      rest(host);
    }
  }

  /** The visit that has been due for longest and may begin now; null where there is none. */
  @Nullable Visit begin(Instant now) {
    if (idle.isEmpty() || idle.first().due().isAfter(now)) {
      return null;
    }
    Host host = idle.removeFirst();
    host.busy = true;
    size--;
    return host.visits.remove();
  }

  /** A visit that began is over. */
  void end(Visit visit) {
    Host host = hosts.get(host(visit));
    if (host == null || !host.busy) {
      throw new NoSuchElementException(visit.url());
    }
    host.busy = false;
    rest(host);
  }

  /** When the next visit may begin that needs not wait for another; null where there is none. */
  @Nullable Instant next() {
    return idle.isEmpty() ? null : idle.first().due();
  }

  /** How many visits are to come, without those that take place. */
  int size() {
    return size;
  }

  private void rest(Host host) {
    if (host.visits.isEmpty() && !host.busy) {
      hosts.remove(host.name);
    } else if (!host.busy) {
      idle.add(host);
    }
  }

  private static String host(Visit visit) {
    return WebAddress.of(visit.url()).map(url -> url.getHost()).orElse(visit.url());
  }

  private static Instant due(Visit visit) {
    Instant due = visit.due();
    return due == null ? Instant.MAX : due;
  }

  private static final class Host {
    final String name;
    final PriorityQueue<Visit> visits =
        new PriorityQueue<>(
            Comparator.comparing(Agenda::due)
                .thenComparing(Visit::failures)
                .thenComparing(Visit::url));
    boolean busy;

    Host(String name) {
      this.name = name;
    }

    Instant due() {
      return visits.isEmpty() ? Instant.MAX : Agenda.due(visits.peek());
    }
  }
}
