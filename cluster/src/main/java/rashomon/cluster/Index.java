package rashomon.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds reports that share rare terms with one. Each term keeps the newest of the reports that it
 * is most telling for, so that a look-up costs the same however many reports there are. Until the
 * few best are known, reports are numbers: to look at each that shares a term would be to wait for
 * memory.
 */
final class Index {

  /** For how many of its terms a report is found. */
  static final int TERMS = 24;

  /** How many reports a term keeps. */
  private static final int KEPT = 64;

  /** How many reports of one story are found. */
  private static final int OF_ONE_STORY = 10;

  private static final int FIRST_SIZE = 1024;

  private final Vocabulary vocabulary;
  private final Numbered reports = new Numbered();
  private final Sums sums = new Sums(TERMS * KEPT);

  /** By number of the term. */
  private @Nullable Ring[] rings = new Ring[FIRST_SIZE];

  Index(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The newest reports that have a term, by number. */
  private static final class Ring {
    private static final int NONE = -1;

    private int[] reports = {NONE, NONE};
    private int added;

    private void add(int report) {
      if (added == reports.length && added < KEPT) {
        reports = Arrays.copyOf(reports, 2 * added);
        Arrays.fill(reports, added, reports.length, NONE);
      }
      reports[added++ % reports.length] = report;
    }

    private void remove(int report) {
      for (int i = 0; i < reports.length; i++) {
        if (reports[i] == report) {
          reports[i] = NONE;
        }
      }
    }
  }

  /** Lets a report be found by its first {@link #TERMS} terms. */
  void add(Placed report, int[] terms) {
    reports.add(report);
    if (vocabulary.size() > rings.length) {
      rings = Arrays.copyOf(rings, 2 * vocabulary.size());
    }
    for (int i = 0; i < Math.min(TERMS, terms.length); i++) {
      Ring ring = rings[terms[i]];
      if (ring == null) {
        ring = new Ring();
        rings[terms[i]] = ring;
      }
      ring.add(report.number);
    }
  }

  /** While its terms are in the vocabulary still. */
  void remove(Placed report) {
    reports.remove(report);
    for (int term : report.terms) {
      Ring ring = rings[term];
      if (ring != null) {
        ring.remove(report.number);
        if (vocabulary.found(term) <= 1) {
          rings[term] = null;
        }
      }
    }
  }

  /**
   * The reports that share most with one by its first terms, those that share most first, and of
   * equals the newest; at most {@code most}, and not many of one story.
   */
  List<Placed> near(int[] terms, int most) {
    for (int i = 0; i < Math.min(TERMS, terms.length); i++) {
      Ring ring = terms[i] < rings.length ? rings[terms[i]] : null;
      if (ring != null) {
        double rarity = vocabulary.rarity(terms[i], false);
        for (int report : ring.reports) {
          if (report != Ring.NONE) {
            sums.add(report, rarity * rarity);
          }
        }
      }
    }
    Map<Cluster, Integer> stories = new HashMap<>();
    List<Placed> near = new ArrayList<>();
    for (int report : sums.largestFirst()) {
      Placed other = reports.get(report);
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
