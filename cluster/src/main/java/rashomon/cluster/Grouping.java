package rashomon.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.cluster.Event.Left;

/**
 * The stories of a sliding window, as they are after all inputs so far. Mutable, for one thread.
 * What has left the window is forgotten.
 */
public final class Grouping {

  /** For how long a story waits for another report. */
  public static final Duration WINDOW = Duration.ofDays(30);

  /** How many reports are looked at closely for one that is new. */
  private static final int NEAR = 32;

  /** How many stories a new report can bring together or apart. */
  private static final int STORIES = 6;

  /** A story is looked at anew where one of its reports scores this much with the new one. */
  private static final double EDGE = -1;

  private static final double DAY = 86_400;

  private final long window;
  private final Weights weights;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Index index = new Index(vocabulary);
  private final Constraints constraints = new Constraints();
  private final Map<String, Placed> reports = new HashMap<>();

  private final Clusters clusters = new Clusters();

  private @Nullable Input last;
  private Instant now = Instant.MIN;
  private int placed;

  /**
   * @param window a story leaves when its newest report was seen longer ago than this
   */
  public Grouping(Duration window) {
    this(window, Weights.FITTED);
  }

  /** With other weights than those that were fitted. */
  public Grouping(Duration window, Weights weights) {
    this.window = window.toSeconds();
    this.weights = weights;
  }

  /** What these inputs lead to, in whatever order they are given. */
  public static Grouping replay(Duration window, Collection<? extends Input> inputs) {
    Grouping grouping = new Grouping(window);
    inputs.stream().sorted(Input.ORDER).forEach(grouping::apply);
    return grouping;
  }

  /**
   * The stories as they were, at once and not one by one. What follows gives what it would have
   * given.
   *
   * @param standing the reports of all stories that had not left, in {@link Input#ORDER}; those of
   *     others do not matter
   * @param corrections all that were applied, in that order
   * @throws IllegalArgumentException where a story is not named for the first of its reports
   */
  public static Grouping restored(
      Duration window, Stream<Standing> standing, Collection<? extends Input> corrections) {
    Grouping grouping = new Grouping(window);
    for (Input correction : corrections) {
      grouping.constrain(correction);
      grouping.last = correction;
    }
    Map<String, List<Placed>> members = new LinkedHashMap<>();
    Map<String, String> storylines = new HashMap<>();
    standing.forEachOrdered(
        one -> {
          members
              .computeIfAbsent(one.story(), first -> new ArrayList<>())
              .add(grouping.known(one.sighting()));
          storylines.put(one.story(), one.storyline());
          if (grouping.last == null || Input.ORDER.compare(grouping.last, one.sighting()) < 0) {
            grouping.last = one.sighting();
          }
        });
    Map<String, Storyline> continued = new HashMap<>();
    members.forEach(
        (story, reports) -> {
          Cluster cluster = new Cluster(reports.getFirst());
          if (!cluster.id.equals(story)) {
            throw new IllegalArgumentException(story + " would be " + cluster.id);
          }
          grouping.clusters.hold(cluster, reports);
          continued
              .computeIfAbsent(Objects.requireNonNull(storylines.get(story)), Storyline::new)
              .add(cluster);
        });
    if (grouping.last != null) {
      grouping.advance(grouping.last.at());
    }
    return grouping;
  }

  /** A report that is in the window, in no story yet. */
  private Placed known(Sighting sighting) {
    int[] numbers = vocabulary.add(sighting.sketch().terms());
    Placed report = Placed.of(sighting, placed++, numbers, vocabulary);
    reports.put(report.report, report);
    index.add(report, numbers);
    return report;
  }

  /** Whether an input should have come before one that was applied, or before {@link #advance}. */
  public boolean isLate(Input input) {
    return input.at().isBefore(now) || (last != null && Input.ORDER.compare(input, last) < 0);
  }

  /**
   * Takes an input in. A report that is in the window already changes nothing.
   *
   * @throws IllegalArgumentException where the input {@link #isLate}, or a correction has the id of
   *     another, or one that is not there is taken back
   */
  public List<Event> apply(Input input) {
    if (isLate(input)) {
      throw new IllegalArgumentException(input + " comes too late, after " + now);
    }
    List<Event> events = new ArrayList<>(advance(input.at()));
    last = input;
    switch (input) {
      case Sighting sighting -> {
        if (!reports.containsKey(sighting.report())) {
          place(sighting, events);
        }
      }
      case Correction correction -> regroup(constrain(correction), events);
      case Undone undone -> regroup(constrain(undone), events);
    }
    return events;
  }

  /** Takes a correction in, or back; the reports it is about. */
  private List<String> constrain(Input input) {
    return switch (input) {
      case Correction correction -> {
        constraints.add(correction);
        yield Constraints.reports(correction);
      }
      case Undone undone -> constraints.remove(undone.correction());
      case Sighting sighting -> throw new IllegalArgumentException(sighting + " corrects nothing");
    };
  }

  /** Lets stories leave that have waited for too long by this instant. */
  public List<Event> advance(Instant instant) {
    List<Event> events = new ArrayList<>();
    now = now.isBefore(instant) ? instant : now;
    Cluster oldest = clusters.oldest();
    while (oldest != null && oldest.seen() < now.getEpochSecond() - window) {
      leave(oldest);
      events.add(new Left(oldest.id));
      oldest = clusters.oldest();
    }
    return events;
  }

  private void leave(Cluster story) {
    for (Placed report : story.members()) {
      reports.remove(report.report);
      index.remove(report);
      vocabulary.remove(report.terms);
    }
    clusters.remove(story);
    story.storyline.remove(story);
  }

  /** The stories of the window, in order of their first reports. */
  public List<Group> stories() {
    return clusters.all().stream()
        .sorted(Comparator.comparingInt(cluster -> cluster.number))
        .map(Grouping::group)
        .toList();
  }

  /** A story of the window. */
  public Optional<Group> story(String id) {
    return Optional.ofNullable(clusters.get(id)).map(Grouping::group);
  }

  /** The id of the story of a report in the window. */
  public Optional<String> storyOf(String report) {
    return Optional.ofNullable(reports.get(report)).map(one -> cluster(one).id);
  }

  private static Group group(Cluster cluster) {
    return new Group(
        cluster.id,
        cluster.members().stream().map(member -> member.report).toList(),
        cluster.storyline.id);
  }

  private static Cluster cluster(Placed report) {
    return Objects.requireNonNull(report.cluster, report.report);
  }

  private void place(Sighting sighting, List<Event> events) {
    int[] numbers = vocabulary.add(sighting.sketch().terms());
    Placed fresh = Placed.of(sighting, placed++, numbers, vocabulary);
    Regrouping regrouping = new Regrouping(weights, vocabulary, constraints);
    List<Placed> near = index.near(numbers, NEAR);
    reports.put(fresh.report, fresh);
    index.add(fresh, numbers);
    Changes changes = new Changes(clusters, regrouping, new Wording(vocabulary), events);
    changes.make(affected(fresh, near, regrouping), fresh);
    new Storylines(weights, regrouping, new Wording(vocabulary), window / DAY)
        .link(fresh, near, events);
  }

  private Collection<Cluster> affected(Placed fresh, List<Placed> near, Regrouping regrouping) {
    Map<Cluster, Double> best = new LinkedHashMap<>();
    for (Placed other : near) {
      double score = regrouping.score(fresh, other);
      if (score >= EDGE) {
        best.merge(cluster(other), score, Math::max);
      }
    }
    Map<Integer, Cluster> affected = new TreeMap<>();
    best.entrySet().stream()
        .sorted(
            Map.Entry.<Cluster, Double>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().number))
        .limit(STORIES)
        .forEach(entry -> affected.put(entry.getKey().number, entry.getKey()));
    with(constraints.together(fresh.report), affected);
    return affected.values();
  }

  private void regroup(Collection<String> about, List<Event> events) {
    Map<Integer, Cluster> affected = new TreeMap<>();
    with(about, affected);
    new Changes(
            clusters,
            new Regrouping(weights, vocabulary, constraints),
            new Wording(vocabulary),
            events)
        .make(affected.values(), null);
  }

  private void with(Collection<String> about, Map<Integer, Cluster> affected) {
    for (String report : about) {
      Placed one = reports.get(report);
      if (one != null && one.cluster != null) {
        affected.put(one.cluster.number, one.cluster);
      }
    }
  }
}
