package rashomon.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import rashomon.cluster.Likeness;
import rashomon.cluster.Weights;

/**
 * Fits the weights of pairs on labelled reports, by Newton's method with a little ridge, and says
 * what weights fitted without an event make of that event.
 */
final class ClusteringFit {

  /** How far 0 is moved from even odds, as log odds. Chosen where precision is well above .95. */
  static final double SHIFT = 1.25;

  private static final int FOLDS = 8;
  private static final int SEEDS = 2;
  private static final int STEPS = 30;
  private static final double RIDGE = 1e-4;

  /** What a pair of one event weighs where the event had one report. */
  private static final double POSITIVE = 3;

  private final List<Labelled> reports;
  private final List<Likeness> pairs;

  ClusteringFit(List<Labelled> reports) {
    this.reports = reports;
    this.pairs = Likeness.all(Labelled.sightings(reports));
  }

  /** Fitted on all. */
  Weights weights(double shift) {
    return fit(event -> true, shift);
  }

  /** Rows for a person: with each shift, what is made of events that were not fitted on. */
  List<String> crossValidated() {
    List<String> rows = new ArrayList<>();
    for (double shift = 0.5; shift <= 2; shift += 0.25) {
      double precision = 0;
      double recall = 0;
      for (int seed = 0; seed < SEEDS; seed++) {
        for (Set<String> fold : folds(seed)) {
          Weights weights = fit(event -> !fold.contains(event), shift);
          List<Labelled> left =
              reports.stream().filter(report -> fold.contains(report.event())).toList();
          BCubed score = BCubed.of(reports, Labelled.stories(reports, weights), left);
          precision += score.precision() * left.size() / (SEEDS * reports.size());
          recall += score.recall() * left.size() / (SEEDS * reports.size());
        }
      }
      BCubed whole = new BCubed(precision, recall);
      rows.add(
          String.format(
              Locale.ROOT,
              "shift %.2f, events left out: precision %.3f recall %.3f F1 %.3f",
              shift,
              whole.precision(),
              whole.recall(),
              whole.f1()));
    }
    return rows;
  }

  private List<Set<String>> folds(int seed) {
    List<String> events =
        new ArrayList<>(new TreeSet<>(reports.stream().map(Labelled::event).toList()));
    Collections.shuffle(events, new Random(seed));
    List<Set<String>> folds = new ArrayList<>();
    for (int i = 0; i < FOLDS; i++) {
      Set<String> fold = new HashSet<>();
      for (int j = i; j < events.size(); j += FOLDS) {
        fold.add(events.get(j));
      }
      folds.add(fold);
    }
    return folds;
  }

  /** Events count by the square root of their pairs' number, so that large ones do not rule. */
  private Weights fit(Predicate<String> events, double shift) {
    Map<String, Integer> sizes = new HashMap<>();
    reports.forEach(report -> sizes.merge(report.event(), 1, Integer::sum));
    double[] weights = new double[4];
    for (int step = 0; step < STEPS; step++) {
      double[][] system = new double[4][5];
      double total = 0;
      int pair = 0;
      for (int i = 0; i < reports.size(); i++) {
        for (int j = 0; j < i; j++, pair++) {
          String one = reports.get(i).event();
          if (!events.test(one) || !events.test(reports.get(j).event())) {
            continue;
          }
          boolean same = one.equals(reports.get(j).event());
          double counts = same ? POSITIVE / Math.sqrt(Objects.requireNonNull(sizes.get(one))) : 1;
          total += counts;
          add(system, row(pairs.get(pair)), weights, same, counts);
        }
      }
      for (int k = 0; k < 4; k++) {
        system[k][k] += k < 3 ? RIDGE * total : 0;
        system[k][4] += k < 3 ? RIDGE * total * weights[k] : 0;
      }
      double[] change = solved(system);
      for (int k = 0; k < 4; k++) {
        weights[k] -= change[k];
      }
    }
    return new Weights(weights[3] + shift, weights[0], weights[1], weights[2]);
  }

  private static double[] row(Likeness likeness) {
    double[] features = likeness.features();
    return new double[] {features[0], features[1], features[2], 1};
  }

  private static void add(
      double[][] system, double[] row, double[] weights, boolean same, double counts) {
    double odds = 0;
    for (int k = 0; k < row.length; k++) {
      odds += weights[k] * row[k];
    }
    double probability = 1 / (1 + Math.exp(-odds));
    double slope = counts * probability * (1 - probability);
    for (int k = 0; k < row.length; k++) {
      for (int m = 0; m < row.length; m++) {
        system[k][m] += slope * row[k] * row[m];
      }
      system[k][row.length] += counts * (probability - (same ? 1 : 0)) * row[k];
    }
  }

  /** Gauss and Jordan's elimination of a system that is symmetric and positive definite. */
  private static double[] solved(double[][] system) {
    int size = system.length;
    for (int k = 0; k < size; k++) {
      double pivot = system[k][k];
      for (int m = k; m <= size; m++) {
        system[k][m] /= pivot;
      }
      for (int other = 0; other < size; other++) {
        double factor = other == k ? 0 : system[other][k];
        for (int m = k; m <= size; m++) {
          system[other][m] -= factor * system[k][m];
        }
      }
    }
    double[] solution = new double[size];
    for (int k = 0; k < size; k++) {
      solution[k] = system[k][size];
    }
    return solution;
  }
}
