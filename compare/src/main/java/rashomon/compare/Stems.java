package rashomon.compare;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rashomon.model.Assertion;

/** How much two sets of stems have in common; stems of names begin with {@code ^}. */
final class Stems {

  private Stems() {}

  static boolean isName(String stem) {
    return stem.startsWith("^");
  }

  static Set<String> withoutNames(Collection<String> stems) {
    return stems.stream().filter(stem -> !isName(stem)).collect(Collectors.toSet());
  }

  static long shared(Collection<String> one, Collection<String> other) {
    return one.stream().distinct().filter(other::contains).count();
  }

  static long shared(Set<String> one, Set<String> other) {
    Set<String> smaller = one.size() <= other.size() ? one : other;
    Set<String> larger = one.size() <= other.size() ? other : one;
    long shared = 0;
    for (String stem : smaller) {
      shared += larger.contains(stem) ? 1 : 0;
    }
    return shared;
  }

  /** Shared stems over all stems (Jaccard). */
  static double likeness(Set<String> one, Set<String> other) {
    long shared = shared(one, other);
    long all = one.size() + other.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  /** Shared stems over the smaller set (overlap coefficient). */
  static double containment(Set<String> one, Set<String> other) {
    int smaller = Math.min(one.size(), other.size());
    return smaller == 0 ? 0 : (double) shared(one, other) / smaller;
  }

  /** What an assertion is first of all about; empty where it names nothing. */
  static String head(Assertion assertion) {
    return assertion.topic().isEmpty() ? "" : assertion.topic().getFirst();
  }

  /** What two assertions share that say the same of the same. */
  static List<Object> sense(Assertion assertion) {
    return List.of(assertion.topic(), assertion.value(), assertion.against(), assertion.denied());
  }

  /**
   * Whether two assertions are about one thing: the same noun, or a name in what they are about.
   */
  static boolean sameTopic(Assertion one, Assertion other) {
    if (one.topic().isEmpty() || other.topic().isEmpty()) {
      return false;
    }
    boolean head = one.topic().getFirst().equals(other.topic().getFirst());
    List<String> names = one.topic().stream().filter(Stems::isName).toList();
    return head || shared(names, other.topic()) > 0;
  }
}
