package rashomon.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds reports that share rare terms with one. Each term keeps the newest of the reports that it
 * is most telling for, so that a look-up costs the same however many reports there are.
 */
final class Index {

  /** For how many of its terms a report is found. */
  static final int TERMS = 24;

  /** How many reports a term keeps. */
  private static final int KEPT = 64;

  /** How many reports of one story are found. */
  private static final int OF_ONE_STORY = 10;

  private final Vocabulary vocabulary;
  private final Map<Integer, Ring> rings = new HashMap<>();
  private int round;

  Index(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The newest reports that have a term. */
  private static final class Ring {
    private @Nullable Placed[] reports = new Placed[2];
    private int added;

    private void add(Placed report) {
      if (added == reports.length && added < KEPT) {
        reports = Arrays.copyOf(reports, 2 * added);
      }
      reports[added++ % reports.length] = report;
    }

    private void remove(Placed report) {
      for (int i = 0; i < reports.length; i++) {
        if (reports[i] == report) {
          reports[i] = null;
        }
      }
    }
  }

  /** Lets a report be found by its first {@link #TERMS} terms. */
  void add(Placed report, int[] terms) {
    for (int i = 0; i < Math.min(TERMS, terms.length); i++) {
      rings.computeIfAbsent(terms[i], unseen -> new Ring()).add(report);
    }
  }

  /** While its terms are in the vocabulary still. */
  void remove(Placed report) {
    for (int term : report.terms) {
      Ring ring = rings.get(term);
      if (ring != null) {
        ring.remove(report);
        if (vocabulary.found(term) <= 1) {
          rings.remove(term);
        }
      }
    }
  }

  /**
   * The reports that share most with one by its first terms, those that share most first; at most
   * {@code most}, and not many of one story.
   */
  List<Placed> near(Placed report, int[] terms, int most) {
    round++;
    List<Placed> touched = new ArrayList<>();
    for (int i = 0; i < Math.min(TERMS, terms.length); i++) {
      Ring ring = rings.get(terms[i]);
      if (ring == null) {
        continue;
      }
      double rarity = vocabulary.rarity(terms[i], false);
      for (Placed other : ring.reports) {
        if (other == null || other == report) {
          continue;
        }
        if (other.round != round) {
          other.round = round;
          other.shared = 0;
          touched.add(other);
        }
        other.shared += rarity * rarity;
      }
    }
    touched.sort(
        Comparator.comparingDouble((Placed other) -> other.shared)
            .reversed()
            .thenComparing(other -> -other.number));
    Map<Cluster, Integer> stories = new HashMap<>();
    List<Placed> near = new ArrayList<>();
    for (Placed other : touched) {
      if (stories.merge(Objects.requireNonNull(other.cluster), 1, Integer::sum) <= OF_ONE_STORY) {
        near.add(other);
        if (near.size() == most) {
          break;
        }
      }
    }
    return near;
  }
}
