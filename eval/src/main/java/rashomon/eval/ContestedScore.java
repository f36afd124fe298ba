package rashomon.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import rashomon.eval.ContestedGold.GoldAnswer;
import rashomon.eval.ContestedGold.GoldFigure;
import rashomon.eval.ContestedGold.GoldPoint;
import rashomon.eval.ContestedGold.Place;
import rashomon.model.Comparison;
import rashomon.model.Figure;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Span;

/**
 * How well figures and points match gold. A figure is right where its span overlaps one of the
 * gold's with the same bounds; a point where two of its answers stand for two different answers of
 * one gold point. Recall counts what both readers marked; what one of them marked is not asked for,
 * but right where it is given.
 *
 * @param rows what became of each point, for a person to read
 */
record ContestedScore(Map<Count, Integer> counts, List<String> rows) {

  /** Everything that is counted, in the order it is printed. */
  enum Count {
    FIGURES,
    FIGURES_FOUND,
    PREDICTED_FIGURES,
    PREDICTED_FIGURES_RIGHT,
    CONFLICTS,
    CONFLICTS_FOUND,
    DIFFERENCES,
    DIFFERENCES_FOUND,
    RELATION_RIGHT,
    AGREEMENTS,
    AGREEMENTS_FOUND,
    PREDICTED_CONFLICTS,
    PREDICTED_CONFLICTS_RIGHT,
    PREDICTED_DIFFERENCES,
    PREDICTED_DIFFERENCES_RIGHT,
    PREDICTED_AGREEMENTS
  }

  static final ContestedScore NOTHING = new ContestedScore(Map.of(), List.of());

  private static final int MOST_ANSWERS = 10;
  private static final int LONGEST_EVIDENCE = 300;

  ContestedScore {
    counts = Map.copyOf(counts);
    rows = List.copyOf(rows);
  }

  private record PredictedFigure(Place place, Figure figure) {}

  private record PredictedPoint(String question, String relation, List<List<Place>> answers) {}

  static ContestedScore of(ContestedGold gold, Comparison comparison) {
    Tally tally = new Tally();
    tally.figures(
        gold.figures(),
        comparison.story().figures().stream()
            .map(
                figure ->
                    new PredictedFigure(place(comparison, figure.report(), figure.span()), figure))
            .toList());
    List<PredictedPoint> points =
        comparison.points().stream().map(point -> predicted(comparison, point)).toList();
    tally.differences(
        gold.points().stream().filter(point -> !point.isAgreement()).toList(),
        points.stream().filter(point -> !point.relation.equals("agree")).toList());
    tally.agreements(gold.points().stream().filter(GoldPoint::isAgreement).toList(), points);
    tally.rows.add("## " + gold.event());
    return new ContestedScore(tally.counts, tally.rows);
  }

  ContestedScore plus(ContestedScore other) {
    Map<Count, Integer> sum = new EnumMap<>(Count.class);
    Stream.of(Count.values()).forEach(count -> sum.put(count, count(count) + other.count(count)));
    return new ContestedScore(sum, Stream.concat(rows.stream(), other.rows.stream()).toList());
  }

  int count(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /** One count as a share of another, to the thousandth; empty where there is nothing to share. */
  Optional<Double> rate(Count part, Count whole) {
    return count(whole) == 0
        ? Optional.empty()
        : Optional.of(Counts.thousandths((double) count(part) / count(whole)));
  }

  private static PredictedPoint predicted(Comparison comparison, Point point) {
    List<List<Place>> answers =
        point.answers().stream()
            .limit(MOST_ANSWERS)
            .map(
                answer ->
                    answer.evidence().stream()
                        .filter(evidence -> evidence.span().length() <= LONGEST_EVIDENCE)
                        .map(evidence -> place(comparison, evidence.report(), evidence.span()))
                        .toList())
            .toList();
    return new PredictedPoint(point.question(), name(point.relation()), answers);
  }

  private static String name(Relation relation) {
    return relation.name().toLowerCase(Locale.ROOT);
  }

  private static Place place(Comparison comparison, ReportId report, Span span) {
    Path file =
        Objects.requireNonNull(Path.of(comparison.story().report(report).file()).getFileName());
    return new Place(file.toString(), span.start(), span.end());
  }

  /**
   * The place of the gold answer that most of this evidence overlaps; empty where that is less than
   * half of it.
   */
  private static Optional<Integer> standsFor(List<Place> evidence, List<GoldAnswer> answers) {
    int best = 0;
    int mostHits = -1;
    int mostShared = -1;
    for (int i = 0; i < answers.size(); i++) {
      List<Place> gold = answers.get(i).evidence();
      List<Integer> shared =
          evidence.stream()
              .map(place -> gold.stream().mapToInt(place::shared).max().orElse(0))
              .toList();
      int hits = (int) shared.stream().filter(units -> units > 0).count();
      int units = shared.stream().reduce(0, Integer::sum);
      if (hits > mostHits || hits == mostHits && units > mostShared) {
        best = i;
        mostHits = hits;
        mostShared = units;
      }
    }
    return mostHits > 0 && 2 * mostHits >= evidence.size() ? Optional.of(best) : Optional.empty();
  }

  private static boolean differs(PredictedPoint point, GoldPoint gold) {
    return point.answers.stream()
            .flatMap(answer -> standsFor(answer, gold.answers()).stream())
            .distinct()
            .count()
        >= 2;
  }

  private static boolean agrees(PredictedPoint point, GoldPoint gold) {
    List<Place> wanted = gold.answers().getFirst().evidence();
    return point.answers.stream()
        .filter(answer -> standsFor(answer, gold.answers()).isPresent())
        .anyMatch(
            answer ->
                wanted.stream()
                        .filter(place -> answer.stream().anyMatch(place::overlaps))
                        .map(Place::report)
                        .distinct()
                        .count()
                    >= 2);
  }

  /** Counts as it goes. */
  private static final class Tally {

    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
    private final List<String> rows = new ArrayList<>();

    private void add(Count count, long number) {
      counts.merge(count, (int) number, Integer::sum);
    }

    private void add(Count count, boolean one) {
      add(count, one ? 1 : 0);
    }

    private void figures(List<GoldFigure> gold, List<PredictedFigure> predicted) {
      Map<Integer, Integer> pairs =
          Assignment.of(
              gold,
              predicted,
              (wanted, given) ->
                  wanted.place().overlaps(given.place)
                          && Objects.equals(wanted.low(), given.figure.low())
                          && Objects.equals(wanted.high(), given.figure.high())
                      ? 1
                      : 0);
      add(Count.FIGURES, gold.stream().filter(figure -> figure.annotators() == 2).count());
      add(
          Count.FIGURES_FOUND,
          pairs.keySet().stream().filter(i -> gold.get(i).annotators() == 2).count());
      add(Count.PREDICTED_FIGURES, predicted.size());
      add(Count.PREDICTED_FIGURES_RIGHT, pairs.size());
    }

    private void differences(List<GoldPoint> gold, List<PredictedPoint> predicted) {
      Map<Integer, Integer> pairs =
          Assignment.of(
              gold,
              predicted,
              (wanted, given) ->
                  !differs(given, wanted)
                      ? 0
                      : wanted.relations().contains(given.relation) ? 2 : 1);
      for (int i = 0; i < gold.size(); i++) {
        Optional<PredictedPoint> found = Optional.ofNullable(pairs.get(i)).map(predicted::get);
        if (gold.get(i).annotators() == 2) {
          asked(gold.get(i), found);
        }
      }
      Map<Integer, GoldPoint> matched = new HashMap<>();
      pairs.forEach((i, j) -> matched.put(j, gold.get(i)));
      for (int j = 0; j < predicted.size(); j++) {
        given(predicted.get(j), Optional.ofNullable(matched.get(j)));
      }
    }

    private void asked(GoldPoint gold, Optional<PredictedPoint> found) {
      boolean right = found.filter(point -> gold.relations().contains(point.relation)).isPresent();
      add(Count.DIFFERENCES, 1);
      add(Count.DIFFERENCES_FOUND, found.isPresent());
      add(Count.RELATION_RIGHT, right);
      if (gold.relations().equals(List.of("conflict"))) {
        add(Count.CONFLICTS, 1);
        add(Count.CONFLICTS_FOUND, right);
      }
      String became = right ? "found" : found.map(point -> "as " + point.relation).orElse("missed");
      row(became, String.join("/", gold.relations()), gold.question());
    }

    private void given(PredictedPoint point, Optional<GoldPoint> gold) {
      add(Count.PREDICTED_DIFFERENCES, 1);
      add(Count.PREDICTED_DIFFERENCES_RIGHT, gold.isPresent());
      if (point.relation.equals("conflict")) {
        boolean right = gold.filter(wanted -> wanted.relations().contains("conflict")).isPresent();
        add(Count.PREDICTED_CONFLICTS, 1);
        add(Count.PREDICTED_CONFLICTS_RIGHT, right);
        if (!right) {
          row("not in gold", "conflict", point.question);
        }
      }
    }

    private void agreements(List<GoldPoint> gold, List<PredictedPoint> predicted) {
      Map<Integer, Integer> pairs =
          Assignment.of(gold, predicted, (wanted, given) -> agrees(given, wanted) ? 1 : 0);
      add(Count.AGREEMENTS, gold.stream().filter(point -> point.annotators() == 2).count());
      add(
          Count.PREDICTED_AGREEMENTS,
          predicted.stream().filter(point -> point.relation.equals("agree")).count());
      add(
          Count.AGREEMENTS_FOUND,
          pairs.keySet().stream().filter(i -> gold.get(i).annotators() == 2).count());
    }

    private void row(String became, String relation, String question) {
      rows.add(String.format(Locale.ROOT, "  %-15s %-16s %s", became, relation, question));
    }
  }
}
