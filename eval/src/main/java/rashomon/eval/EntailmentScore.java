package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What was said of pairs, beside what people said, in the same order. */
record EntailmentScore(List<Inference> gold, List<Inference> said) {

  EntailmentScore {
    gold = List.copyOf(gold);
    said = List.copyOf(said);
    if (gold.size() != said.size()) {
      throw new IllegalArgumentException(gold.size() + " labels for " + said.size() + " answers");
    }
  }

  double accuracy() {
    int right = Inference.ALL.stream().mapToInt(label -> count(label, label)).sum();
    return Counts.thousandths(right / (double) Math.max(1, gold.size()));
  }

  Counts counts(Inference label) {
    return new Counts(
        count(label, label), (int) occurrences(said, label), (int) occurrences(gold, label));
  }

  /** A row for each label of the gold: what was said of it, and how right that label is. */
  Scoreboard.Result result() {
    List<String> rows = new ArrayList<>();
    rows.add("               said");
    rows.add("               entailment  neutral  contradiction  precision  recall  F1");
    for (Inference label : Inference.ALL) {
      Counts counts = counts(label);
      rows.add(
          String.format(
              Locale.ROOT,
              "%-13s  %10d  %7d  %13d  %.3f      %.3f   %.3f",
              label.label(),
              count(label, Inference.ENTAILMENT),
              count(label, Inference.NEUTRAL),
              count(label, Inference.CONTRADICTION),
              counts.precision(),
              counts.recall(),
              counts.f1()));
    }
    Counts counts = counts(Inference.CONTRADICTION);
    ObjectNode json = new ObjectMapper().createObjectNode().put("accuracy", accuracy());
    json.putObject(Inference.CONTRADICTION.label())
        .put("precision", counts.precision())
        .put("recall", counts.recall())
        .put("f1", counts.f1());
    return new Scoreboard.Result(rows, json.put("pairs", gold.size()));
  }

  private int count(Inference meant, Inference told) {
    return (int)
        IntStream.range(0, gold.size())
            .filter(i -> gold.get(i) == meant && said.get(i) == told)
            .count();
  }

  private static long occurrences(List<Inference> labels, Inference label) {
    return labels.stream().filter(one -> one == label).count();
  }
}
