package rashomon.capture.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rashomon.capture.fetch.Fetcher;
import rashomon.capture.fetch.Lookup;
import rashomon.capture.fetch.Manners;
import rashomon.capture.fetch.Time;
import rashomon.capture.watch.Leads.Lead;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Via;

/** A process that watches: the addresses of feeds, and before them the file of its journal. */
final class Watcher {

  private Watcher() {}

  public static void main(String[] arguments) throws Exception {
    Schedule schedule = new Schedule(Duration.ofMillis(100), Duration.ofMillis(300), List.of(), 3);
    Time time = Time.system();
    try (Journal journal = new Journal(Path.of(arguments[0]));
        Fetcher fetcher = new Fetcher(manners(), Lookup.system(), _ -> true, time, new Random(1))) {
      List<Visit> visits = new ArrayList<>(journal.visits.values());
      for (String feed : List.of(arguments).subList(1, arguments.length)) {
        if (!journal.knows(feed)) {
          visits.add(schedule.feed(feed, null, time.instant()));
        }
      }
      new Watch(fetcher, Watcher::leads, journal, schedule, time, _ -> {}).run(visits);
    }
  }

  static Manners manners() {
    return new Manners(
        "Rashomon/test",
        Duration.ofMillis(2),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        100_000,
        5,
        0,
        Duration.ofMinutes(1),
        8);
  }

  /** A feed here is a line for each page; "ttl" and "lists" are lines too. */
  static Leads leads(Capture capture) {
    List<String> lines =
        new String(capture.payload().bytes(), UTF_8).lines().map(String::strip).toList();
    if (lines.stream().anyMatch(line -> line.startsWith("<"))) {
      return new Leads(
          List.of(),
          false,
          List.of(new Rejection(capture.url(), "broken-feed", "This is no feed.")),
          null);
    }
    Via via = new Via(capture.url(), "Invented", null, null, null);
    return new Leads(
        lines.stream().filter(line -> line.contains("/")).map(url -> new Lead(url, via)).toList(),
        lines.contains("lists"),
        List.of(),
        lines.contains("ttl") ? Duration.ofHours(3) : null);
  }
}
