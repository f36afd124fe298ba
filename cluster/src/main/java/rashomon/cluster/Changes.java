package rashomon.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.cluster.Event.Began;
import rashomon.cluster.Event.Joined;
import rashomon.cluster.Event.Merged;
import rashomon.cluster.Event.Moved;
import rashomon.cluster.Event.Split;
import rashomon.cluster.Regrouping.Pair;

/**
 * Brings stories from the groups they were to those they are now, and tells each step. A group has
 * the story of its first report. First new stories split off, then reports move, then stories
 * merge, and last the new report joins.
 */
final class Changes {

  private final Clusters clusters;
  private final Regrouping regrouping;
  private final Wording wording;
  private final List<Event> events;

  Changes(Clusters clusters, Regrouping regrouping, Wording wording, List<Event> events) {
    this.clusters = clusters;
    this.regrouping = regrouping;
    this.wording = wording;
    this.events = events;
  }

  /** Groups the reports of these stories anew, and one that is new with them. */
  void make(Collection<Cluster> affected, @Nullable Placed fresh) {
    if (affected.isEmpty() && fresh == null) {
      return;
    }
    List<List<Placed>> groups = regrouping.groups(affected, fresh);
    Map<Placed, Cluster> stories = new HashMap<>();
    Map<Cluster, Set<Placed>> sets = new LinkedHashMap<>();
    Set<Cluster> existing = new HashSet<>(affected);
    for (List<Placed> group : groups) {
      Cluster story = story(group.getFirst(), affected);
      sets.put(story, new HashSet<>(group));
      group.forEach(report -> stories.put(report, story));
    }
    split(affected, existing, stories, sets);
    move(affected, existing, stories, sets);
    merge(affected, stories, sets);
    for (List<Placed> group : groups) {
      clusters.hold(Objects.requireNonNull(stories.get(group.getFirst())), group);
    }
    if (fresh != null) {
      join(fresh, Objects.requireNonNull(sets.get(Objects.requireNonNull(fresh.cluster))));
    }
  }

  /** The story that begins with this report: one that is there, or a new one. */
  private static Cluster story(Placed first, Collection<Cluster> affected) {
    return affected.stream()
        .filter(cluster -> cluster.number == first.number)
        .findFirst()
        .orElseGet(() -> new Cluster(first));
  }

  private void split(
      Collection<Cluster> affected,
      Set<Cluster> existing,
      Map<Placed, Cluster> stories,
      Map<Cluster, Set<Placed>> sets) {
    for (Cluster from : affected) {
      for (Cluster into : sets.keySet()) {
        if (!existing.contains(into) && from.members().contains(first(into, from))) {
          List<String> reports =
              from.members().stream()
                  .filter(report -> stories.get(report) == into)
                  .map(report -> report.report)
                  .toList();
          if (!reports.isEmpty() && home(from, stories) != into) {
            events.add(new Split(from.id, into.id, reports, wording.split()));
          }
        }
      }
    }
  }

  private static @Nullable Placed first(Cluster story, Cluster from) {
    return from.members().stream()
        .filter(report -> report.number == story.number)
        .findFirst()
        .orElse(null);
  }

  /** The story that has the first report of another. */
  private static Cluster home(Cluster from, Map<Placed, Cluster> stories) {
    return Objects.requireNonNull(stories.get(from.members().getFirst()));
  }

  private void move(
      Collection<Cluster> affected,
      Set<Cluster> existing,
      Map<Placed, Cluster> stories,
      Map<Cluster, Set<Placed>> sets) {
    for (Cluster from : affected) {
      Cluster home = home(from, stories);
      for (Placed report : from.members()) {
        Cluster to = Objects.requireNonNull(stories.get(report));
        boolean splitOff = !existing.contains(to) && first(to, from) != null;
        if (to != home && !splitOff) {
          Set<Placed> others = new HashSet<>(Objects.requireNonNull(sets.get(to)));
          others.remove(report);
          Pair nearest = regrouping.nearest(List.of(report), others);
          events.add(new Moved(report.report, from.id, to.id, wording.joined(nearest)));
        }
      }
    }
  }

  private void merge(
      Collection<Cluster> affected, Map<Placed, Cluster> stories, Map<Cluster, Set<Placed>> sets) {
    for (Cluster from : affected) {
      Cluster into = home(from, stories);
      if (into != from) {
        Set<Placed> others = new HashSet<>(Objects.requireNonNull(sets.get(into)));
        from.members().forEach(others::remove);
        Pair nearest = regrouping.nearest(from.members(), others);
        events.add(new Merged(into.id, from.id, wording.merged(nearest)));
        clusters.remove(from);
        from.yieldTo(into).forEach(story -> events.add(story.continues()));
      }
    }
  }

  private void join(Placed fresh, Set<Placed> group) {
    Cluster story = Objects.requireNonNull(fresh.cluster);
    if (group.size() == 1) {
      events.add(new Began(story.id, fresh.report));
      return;
    }
    Set<Placed> others = new HashSet<>(group);
    others.remove(fresh);
    Pair nearest = regrouping.nearest(List.of(fresh), others);
    double score = 1 / (1 + Math.exp(-regrouping.average(fresh, others)));
    events.add(
        new Joined(
            story.id, fresh.report, nearest.other().report.report, score, wording.joined(nearest)));
  }
}
