package rashomon.cluster;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import rashomon.cluster.Event.Followed;
import rashomon.cluster.Likeness.Side;
import rashomon.cluster.Regrouping.Pair;

/**
 * Finds which story another continues: one that is alike but for the time between them, and where
 * the same names are heard.
 */
final class Storylines {

  /** How alike the reports of two stories are on average, time aside, to be of one storyline. */
  private static final double ALIKE = 0.75;

  /** How many reports of a story are looked at, the newest. */
  private static final int NEWEST = 8;

  private final Weights weights;
  private final Regrouping regrouping;
  private final Wording wording;
  private final double days;

  /**
   * @param days no more may be between two stories
   */
  Storylines(Weights weights, Regrouping regrouping, Wording wording, double days) {
    this.weights = weights;
    this.regrouping = regrouping;
    this.wording = wording;
    this.days = days;
  }

  /**
   * Links the story of a new report to one of those near, the one that is most like it. A story
   * follows one other, placed before it; which of them happened first is another question, and
   * {@link Followed} answers that.
   */
  void link(Placed fresh, Collection<Placed> near, List<Event> events) {
    Cluster story = Objects.requireNonNull(fresh.cluster);
    Set<Cluster> others = new LinkedHashSet<>();
    for (Placed other : near) {
      if (weights.apart(regrouping.side(fresh).to(regrouping.side(other))) >= ALIKE) {
        others.add(Objects.requireNonNull(other.cluster));
      }
    }
    others.stream()
        .filter(other -> other.storyline != story.storyline)
        .filter(other -> (other.number < story.number ? story : other).beginsStoryline())
        .map(other -> pair(story, other))
        .filter(pair -> pair.score() >= ALIKE)
        .max(
            Comparator.comparingDouble(Pair::score)
                .thenComparing(pair -> -pair.other().report.number))
        .ifPresent(pair -> follow(pair, events));
  }

  /** The two nearest reports, with the average over all that are looked at. */
  private Pair pair(Cluster story, Cluster other) {
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    Side one = regrouping.side(story.members().getFirst());
    Side two = regrouping.side(other.members().getFirst());
    double between = Double.POSITIVE_INFINITY;
    List<Placed> ones = newest(story);
    List<Placed> twos = newest(other);
    for (Placed mine : ones) {
      for (Placed theirs : twos) {
        Likeness likeness = regrouping.side(mine).to(regrouping.side(theirs));
        double alike = weights.apart(likeness);
        sum += alike;
        between = Math.min(between, likeness.days());
        if (alike > best) {
          best = alike;
          one = regrouping.side(mine);
          two = regrouping.side(theirs);
        }
      }
    }
    double average = sum / (ones.size() * twos.size());
    boolean may = between <= days && one.sharesName(two);
    return new Pair(one, two, may ? average : Double.NEGATIVE_INFINITY);
  }

  private static List<Placed> newest(Cluster story) {
    int size = story.members().size();
    return story.members().subList(Math.max(0, size - NEWEST), size);
  }

  private void follow(Pair pair, List<Event> events) {
    Cluster one = Objects.requireNonNull(pair.one().report.cluster);
    Cluster two = Objects.requireNonNull(pair.other().report.cluster);
    boolean inOrder = began(one) > began(two);
    events.add(
        new Followed(inOrder ? one.id : two.id, inOrder ? two.id : one.id, wording.followed(pair)));
    (one.number < two.number ? two.follow(one) : one.follow(two))
        .forEach(story -> events.add(story.continues()));
  }

  private static long began(Cluster story) {
    return story.members().stream().mapToLong(member -> member.when).min().orElse(0);
  }
}
