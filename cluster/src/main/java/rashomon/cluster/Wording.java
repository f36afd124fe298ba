package rashomon.cluster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rashomon.cluster.Regrouping.Pair;

/** Says in a sentence why stories are as they are. */
final class Wording {

  private static final int WORDS = 6;

  private final Vocabulary vocabulary;

  Wording(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  String joined(Pair pair) {
    return "Both " + shared(pair) + time(pair) + ".";
  }

  String merged(Pair pair) {
    return "Reports of both stories " + shared(pair) + time(pair) + ".";
  }

  String split() {
    return "With all reports that are there now, these have more in common with each other than"
        + " with the rest.";
  }

  String followed(Pair pair) {
    return "Both stories " + shared(pair) + time(pair) + ".";
  }

  private String shared(Pair pair) {
    Placed report = pair.one().report;
    Map<String, Double> shared = new HashMap<>();
    pair.one()
        .shared(pair.other())
        .forEach(
            (i, weight) -> shared.put(vocabulary.shown(report.terms[i], report.forms[i]), weight));
    List<String> words =
        shared.keySet().stream()
            .sorted(
                Comparator.<String>comparingDouble(shared::get)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .limit(WORDS)
            .toList();
    return words.isEmpty() ? "were said to be one" : "have the words " + listed(words);
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String time(Pair pair) {
    long one = pair.one().report.when;
    long other = pair.other().report.when;
    if (one == Placed.UNKNOWN || other == Placed.UNKNOWN) {
      return "";
    }
    long hours = Math.abs(one - other) / 3_600;
    long days = hours / 24;
    if (hours < 1) {
      return ", within an hour";
    }
    return days < 2
        ? ", " + hours + (hours == 1 ? " hour" : " hours") + " apart"
        : ", " + days + " days apart";
  }
}
