package rashomon.eval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** How many of the things predicted and of those in the gold are the same. */
record Counts(int shared, int predicted, int gold) {

  static final Counts NONE = new Counts(0, 0, 0);

  static <T> Counts of(Set<T> predicted, Set<T> gold) {
    int shared = (int) predicted.stream().filter(gold::contains).count();
    return new Counts(shared, predicted.size(), gold.size());
  }

  Counts plus(Counts other) {
    return new Counts(shared + other.shared, predicted + other.predicted, gold + other.gold);
  }

  double precision() {
    return predicted == 0 ? 0 : thousandths((double) shared / predicted);
  }

  double recall() {
    return gold == 0 ? 0 : thousandths((double) shared / gold);
  }

  /**
   * The harmonic mean of precision and recall, 0 where there is nothing to find and nothing found.
   */
  double f1() {
    return predicted + gold == 0 ? 0 : thousandths(2.0 * shared / (predicted + gold));
  }

  static double thousandths(double value) {
    return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
  }
}
