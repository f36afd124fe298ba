package rashomon.compare;

import java.util.HashSet;
import java.util.Set;
import rashomon.model.Measure;

/** Whether two measures count among the same people or things. */
final class Population {

  /** Nouns that say no more than that people are counted. */
  private static final Set<String> ANYBODY =
      Set.of(
          "people",
          "person",
          "victim",
          "other",
          "life",
          "death",
          "fatality",
          "casualty",
          "body",
          "injury",
          "captive",
          "hostage");

  static final Set<String> CASUALTIES = Set.of("die", "injure");

  private Population() {}

  static boolean isAnybody(Measure measure) {
    return ANYBODY.contains(measure.noun()) && measure.qualifiers().isEmpty()
        || measure.noun().isEmpty();
  }

  /** One noun, or a compound of it: a schoolgirl is a girl. */
  private static boolean sameNoun(String one, String other) {
    boolean compound =
        Math.min(one.length(), other.length()) >= 4 && (one.endsWith(other) || other.endsWith(one));
    return one.equals(other) || compound;
  }

  static boolean same(Measure one, Measure other) {
    if (isAnybody(one) && isAnybody(other)) {
      return true;
    }
    if (isAnybody(one) != isAnybody(other)) {
      // Of the dead and injured, all is another number than some; those held or escaped are who the
      // story is about.
      return !CASUALTIES.contains(one.event());
    }
    Set<String> shared = new HashSet<>(one.qualifiers());
    shared.retainAll(other.qualifiers());
    boolean narrowed =
        !one.qualifiers().isEmpty() && !other.qualifiers().isEmpty() && shared.isEmpty();
    return sameNoun(one.noun(), other.noun()) && !narrowed;
  }
}
