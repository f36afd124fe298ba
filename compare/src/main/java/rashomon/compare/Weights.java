package rashomon.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rashomon.model.Assertion;

/**
 * How much a stem tells within one story: the rarer, the more (inverse document frequency over its
 * propositions).
 */
final class Weights {

  private final Map<String, Integer> counts = new HashMap<>();
  private final int total;

  private Weights(int total) {
    this.total = total;
  }

  static Weights of(List<Assertion> assertions) {
    Weights weights = new Weights(assertions.size());
    for (Assertion assertion : assertions) {
      new HashSet<>(assertion.topic()).forEach(stem -> weights.counts.merge(stem, 1, Integer::sum));
    }
    return weights;
  }

  double of(String stem) {
    if (Character.isDigit(stem.charAt(0))) {
      return 0;
    }
    return Math.log((total + 1.0) / (counts.getOrDefault(stem, 0) + 0.5));
  }

  /** What share of the weight of {@code asked} stands in {@code given} too. */
  double share(Set<String> asked, Collection<String> given) {
    double all = 0;
    double shared = 0;
    for (String stem : asked) {
      all += of(stem);
      shared += given.contains(stem) ? of(stem) : 0;
    }
    return all == 0 ? 0 : shared / all;
  }
}
