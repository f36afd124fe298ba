package rashomon.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The corrections in force. Of two that contradict each other the later holds. */
final class Constraints {

  private final SequencedMap<String, Correction> corrections = new LinkedHashMap<>();
  private final Map<String, Set<String>> together = new HashMap<>();
  private final Set<String> mentioned = new HashSet<>();

  void add(Correction correction) {
    if (corrections.putIfAbsent(correction.id(), correction) != null) {
      throw new IllegalArgumentException("there is a correction " + correction.id() + " already");
    }
    count();
  }

  /** The reports it was about. */
  List<String> remove(String id) {
    Correction correction = corrections.remove(id);
    if (correction == null) {
      throw new IllegalArgumentException("there is no correction " + id + " to take back");
    }
    count();
    return reports(correction);
  }

  private void count() {
    together.clear();
    mentioned.clear();
    for (Correction correction : corrections.values()) {
      mentioned.addAll(reports(correction));
      if (correction instanceof Correction.Together one) {
        for (String report : one.reports()) {
          together.computeIfAbsent(report, first -> new HashSet<>()).addAll(one.reports());
        }
      }
    }
  }

  static List<String> reports(Correction correction) {
    return switch (correction) {
      case Correction.Together one -> one.reports();
      case Correction.Apart two -> {
        List<String> both = new ArrayList<>(two.reports());
        both.addAll(two.others());
        yield both;
      }
    };
  }

  /** Those that are to be in one story with a report. */
  Set<String> together(String report) {
    return together.getOrDefault(report, Set.of());
  }

  /** Those of one story's reports that are to be apart from others of it. */
  Set<String> leaving(Set<String> reports) {
    Set<String> leaving = new HashSet<>();
    for (Correction correction : corrections.values()) {
      if (correction instanceof Correction.Apart two
          && two.others().stream().anyMatch(reports::contains)) {
        two.reports().stream().filter(reports::contains).forEach(leaving::add);
      }
    }
    return leaving;
  }

  /**
   * Lets what is in force hold: joins units, and makes scores of pairs that are to stay apart
   * {@link Agglomeration#NEVER}.
   *
   * @param units the unit of each report; changed
   * @param scores of each pair; changed
   */
  void impose(List<Placed> reports, int[] units, double[][] scores) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < reports.size(); i++) {
      if (mentioned.contains(reports.get(i).report)) {
        places.put(reports.get(i).report, i);
      }
    }
    if (places.isEmpty()) {
      return;
    }
    for (Correction correction : corrections.sequencedValues().reversed()) {
      switch (correction) {
        case Correction.Together one -> join(places(one.reports(), places), units, scores);
        case Correction.Apart two ->
            part(places(two.reports(), places), places(two.others(), places), units, scores);
      }
    }
  }

  private static int[] places(List<String> reports, Map<String, Integer> places) {
    return reports.stream().filter(places::containsKey).mapToInt(places::get).toArray();
  }

  private static void join(int[] places, int[] units, double[][] scores) {
    for (int place : places) {
      int from = units[place];
      int into = units[places[0]];
      if (from != into && !forbidden(from, into, units, scores)) {
        Arrays.setAll(units, i -> units[i] == from ? into : units[i]);
      }
    }
  }

  private static boolean forbidden(int one, int other, int[] units, double[][] scores) {
    for (int i = 0; i < units.length; i++) {
      for (int j = 0; j < units.length; j++) {
        if (units[i] == one && units[j] == other && scores[i][j] <= Agglomeration.NEVER) {
          return true;
        }
      }
    }
    return false;
  }

  private static void part(int[] these, int[] others, int[] units, double[][] scores) {
    for (int one : these) {
      for (int other : others) {
        if (units[one] != units[other]) {
          scores[one][other] = Agglomeration.NEVER;
          scores[other][one] = Agglomeration.NEVER;
        }
      }
    }
  }
}
