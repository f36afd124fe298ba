package rashomon.cluster;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stories of the window, by id and by when their newest reports were seen. */
final class Clusters {

  private final Map<String, Cluster> all = new HashMap<>();
  private final NavigableSet<Cluster> bySeen =
      new TreeSet<>(
          Comparator.comparingLong(Cluster::seen).thenComparingInt(cluster -> cluster.number));

  /** Holds these reports from now on; without any, it is not of the window any more. */
  void hold(Cluster cluster, Collection<Placed> reports) {
    remove(cluster);
    cluster.hold(reports);
    if (!reports.isEmpty()) {
      all.put(cluster.id, cluster);
      bySeen.add(cluster);
    }
  }

  void remove(Cluster cluster) {
    if (all.remove(cluster.id) != null) {
      bySeen.remove(cluster);
    }
  }

  @Nullable Cluster get(String id) {
    return all.get(id);
  }

  Collection<Cluster> all() {
    return all.values();
  }

  /** The one whose newest report was seen first, where there are any. */
  @Nullable Cluster oldest() {
    return bySeen.isEmpty() ? null : bySeen.getFirst();
  }
}
