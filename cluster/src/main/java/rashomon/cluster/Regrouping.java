package rashomon.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rashomon.cluster.Likeness.Side;

/**
 * Groups the reports of a few neighbouring stories anew, together with one that is new. What a
 * global agglomeration would do is thus done where something changed, and it matters little in
 * which order reports come. The reports of a large story stay together, and some of them speak for
 * all.
 */
final class Regrouping {

  /** A story with more reports than this is not taken apart. */
  private static final int SMALL = 40;

  /** How many reports speak for a large story: half of them those nearest to the new one. */
  private static final int SPEAKERS = 24;

  private final Weights weights;
  private final Vocabulary vocabulary;
  private final Constraints constraints;
  private final Map<Placed, Side> sides;

  private final List<Placed> items = new ArrayList<>();
  private final List<Integer> units = new ArrayList<>();

  /** By number of the unit: the reports that are in it without being looked at. */
  private final Map<Integer, List<Placed>> silent = new HashMap<>();

  private double[][] scores = new double[0][];

  Regrouping(Weights weights, Vocabulary vocabulary, Constraints constraints) {
    this.weights = weights;
    this.vocabulary = vocabulary;
    this.constraints = constraints;
    this.sides = new HashMap<>();
  }

  Side side(Placed report) {
    return sides.computeIfAbsent(report, unseen -> new Side(unseen, vocabulary));
  }

  double score(Placed one, Placed other) {
    return weights.score(side(one).to(side(other)));
  }

  /** The groups, each with its reports in order of placing; the groups in order of their first. */
  List<List<Placed>> groups(Collection<Cluster> clusters, @Nullable Placed fresh) {
    for (Cluster cluster : clusters) {
      take(cluster, fresh);
    }
    if (fresh != null) {
      item(fresh, units.size());
    }
    int[] start = units.stream().mapToInt(Integer::intValue).toArray();
    scores = scores();
    constraints.impose(items, start, scores);
    int[] groups = Agglomeration.groups(scores, start);
    Map<Integer, List<Placed>> reports = new TreeMap<>();
    Set<Integer> told = new HashSet<>();
    for (int i = 0; i < groups.length; i++) {
      List<Placed> group = reports.computeIfAbsent(groups[i], first -> new ArrayList<>());
      group.add(items.get(i));
      if (told.add(units.get(i))) {
        group.addAll(silent.getOrDefault(units.get(i), List.of()));
      }
    }
    reports.values().forEach(group -> group.sort(Comparator.comparingInt(one -> one.number)));
    return reports.values().stream()
        .sorted(Comparator.comparingInt(group -> group.getFirst().number))
        .toList();
  }

  private void item(Placed report, int unit) {
    items.add(report);
    units.add(unit);
  }

  private void take(Cluster cluster, @Nullable Placed fresh) {
    List<Placed> members = cluster.members();
    if (members.size() <= SMALL) {
      members.forEach(member -> item(member, units.size()));
      return;
    }
    Set<String> leaving =
        constraints.leaving(
            members.stream().map(member -> member.report).collect(Collectors.toSet()));
    members.stream()
        .filter(member -> leaving.contains(member.report))
        .forEach(member -> item(member, units.size()));
    List<Placed> staying =
        members.stream().filter(member -> !leaving.contains(member.report)).toList();
    Set<Placed> speakers = speakers(staying, fresh);
    int unit = units.size();
    List<Placed> others = new ArrayList<>();
    for (Placed member : staying) {
      if (speakers.contains(member)) {
        item(member, unit);
      } else {
        others.add(member);
      }
    }
    silent.put(unit, others);
  }

  /** Some evenly from first to last, and those of the newest that are nearest to the new report. */
  private Set<Placed> speakers(List<Placed> members, @Nullable Placed fresh) {
    Set<Placed> speakers = new HashSet<>();
    int even = fresh == null ? SPEAKERS : SPEAKERS / 2;
    for (int i = 0; i < Math.min(even, members.size()); i++) {
      speakers.add(members.get((int) ((long) i * members.size() / even)));
    }
    if (fresh != null) {
      members.subList(Math.max(0, members.size() - 2 * SMALL), members.size()).stream()
          .sorted(
              Comparator.comparingDouble((Placed member) -> score(fresh, member))
                  .reversed()
                  .thenComparing(member -> member.number))
          .limit(SPEAKERS / 2)
          .forEach(speakers::add);
    }
    return speakers;
  }

  private double[][] scores() {
    Pairs pairs = new Pairs(items.stream().map(this::side).toList());
    double[][] all = new double[items.size()][items.size()];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < i; j++) {
        all[i][j] = weights.score(pairs.likeness(i, j));
        all[j][i] = all[i][j];
      }
    }
    return all;
  }

  /** The two reports, one of each group, that are most alike. */
  Pair nearest(Collection<Placed> ones, Collection<Placed> others) {
    Pair best = null;
    for (int i = 0; i < items.size(); i++) {
      if (ones.contains(items.get(i))) {
        for (int j = 0; j < items.size(); j++) {
          if (j != i
              && others.contains(items.get(j))
              && (best == null || scores[i][j] > best.score)) {
            best = new Pair(side(items.get(i)), side(items.get(j)), scores[i][j]);
          }
        }
      }
    }
    return best == null ? new Pair(side(first(ones)), side(first(others)), 0) : best;
  }

  private static Placed first(Collection<Placed> reports) {
    return reports.iterator().next();
  }

  /** The average of what speaks for one report's being in its group. */
  double average(Placed one, Collection<Placed> group) {
    int at = items.indexOf(one);
    return IntStream.range(0, items.size())
        .filter(i -> i != at && group.contains(items.get(i)))
        .mapToDouble(i -> scores[at][i])
        .average()
        .orElse(0);
  }

  /** Two reports, and how alike they are. */
  record Pair(Side one, Side other, double score) {}
}
