package rashomon.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds reports that share rare terms with one. Of each term the newest of the reports that it is
 * most telling for are looked at, so that it costs the same however many there are. Until the few
 * best are known, reports are numbers: to look at each that shares a term would be to wait for
 * memory.
 */
final class Index {

  /** For how many of its terms a report is found. */
  static final int TERMS = 24;

  /** How many reports with a term are looked at, the newest. */
  private static final int NEWEST = 64;

  /** How many reports of one story are found. */
  private static final int OF_ONE_STORY = 10;

  private static final int FIRST_SIZE = 1024;

  private final Vocabulary vocabulary;
  private final Numbered reports = new Numbered();
  private final Sums sums = new Sums(TERMS * NEWEST);

  /** By number of the term. */
  private @Nullable Postings[] postings = new Postings[FIRST_SIZE];

  Index(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Lets a report be found by its first {@link #TERMS} terms. */
  void add(Placed report, int[] terms) {
    reports.add(report);
    if (vocabulary.size() > postings.length) {
      postings = Arrays.copyOf(postings, 2 * vocabulary.size());
    }
    for (int i = 0; i < Math.min(TERMS, terms.length); i++) {
      Postings of = postings[terms[i]];
      if (of == null) {
        of = new Postings();
        postings[terms[i]] = of;
      }
      of.add(report.number);
    }
  }

  /** While its terms are in the vocabulary still. */
  void remove(Placed report) {
    reports.remove(report);
    for (int term : report.terms) {
      Postings of = postings[term];
      if (of != null) {
        of.remove(report.number);
        if (of.isEmpty()) {
          postings[term] = null;
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
      Postings of = terms[i] < postings.length ? postings[terms[i]] : null;
      if (of != null) {
        double rarity = vocabulary.rarity(terms[i], false);
        of.addTo(sums, rarity * rarity, NEWEST);
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
