package rashomon.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rashomon.extract.attribution.Calibration;
import rashomon.extract.attribution.Calibration.Curve;
import rashomon.model.Engine;
import rashomon.model.Span;
import rashomon.model.Statement;

/**
 * Whether statements are right as often as their confidence says. One is right where an annotator
 * marked a statement whose content shares with it at least half of the words that either has, and
 * whose source shares a word with its source, or is missing as well. Statements within others are
 * left out: PolNeAR does not mark them.
 */
final class Reliability {

  /** A statement's confidence and whether it is right. */
  record Judged(String kind, double confidence, boolean right) {}

  /** The statements between two confidences. */
  record Bin(int statements, double confidence, double right) {}

  private static final int BINS = 10;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Reliability() {}

  static List<Judged> judge(Brat article, List<Statement> statements, Engine engine) {
    return statements.stream()
        .filter(statement -> statement.within() == null)
        .map(
            statement ->
                new Judged(
                    Calibration.kind(engine, statement.cue() != null),
                    statement.confidence(),
                    article.relations().stream()
                        .anyMatch(gold -> isRight(article.text(), statement, gold))))
        .toList();
  }

  private static boolean isRight(String text, Statement statement, Brat.Relation gold) {
    Set<Integer> content = words(text, statement.content());
    Set<Integer> marked = words(text, gold.content());
    long shared = content.stream().filter(marked::contains).count();
    if (2 * shared < content.size() + marked.size() - shared || shared == 0) {
      return false;
    }
    Span span = statement.source();
    if (span == null || gold.source().isEmpty()) {
      return span == null && gold.source().isEmpty() || statement.cue() == null;
    }
    Set<Integer> source = words(text, List.of(span));
    return words(text, gold.source()).stream().anyMatch(source::contains);
  }

  /** Where the words of some spans begin. */
  private static Set<Integer> words(String text, List<Span> spans) {
    return spans.stream()
        .flatMap(
            span ->
                WORD.matcher(text)
                    .region(span.start(), span.end())
                    .results()
                    .map(word -> word.start()))
        .collect(Collectors.toSet());
  }

  /** Bins of equal width, those without statements left out. */
  static Map<Integer, Bin> bins(List<Judged> judged) {
    Map<Integer, List<Judged>> grouped =
        judged.stream()
            .collect(
                Collectors.groupingBy(
                    one -> Math.min(BINS - 1, (int) (one.confidence() * BINS)),
                    TreeMap::new,
                    Collectors.toList()));
    Map<Integer, Bin> bins = new TreeMap<>();
    grouped.forEach(
        (number, all) ->
            bins.put(
                number,
                new Bin(
                    all.size(),
                    all.stream().mapToDouble(Judged::confidence).average().orElse(0),
                    all.stream().mapToDouble(one -> one.right() ? 1 : 0).average().orElse(0))));
    return bins;
  }

  /** Expected calibration error (Naeini, Cooper and Hauskrecht 2015); 0 for no statements. */
  static double error(List<Judged> judged) {
    return bins(judged).values().stream()
            .mapToDouble(bin -> bin.statements() * Math.abs(bin.confidence() - bin.right()))
            .sum()
        / Math.max(1, judged.size());
  }

  /** The logistic curve that makes the outcomes most likely (Platt 1999), by Newton's method. */
  static Curve fit(List<Judged> judged) {
    double intercept = 0;
    double slope = 1;
    boolean flat = judged.stream().mapToDouble(Judged::confidence).distinct().count() < 2;
    for (int step = 0; step < 50; step++) {
      double a = 0;
      double b = 0;
      double aa = 1e-6;
      double ab = 0;
      double bb = 1e-6;
      for (Judged one : judged) {
        double x = Calibration.odds(one.confidence());
        double p = 1 / (1 + Math.exp(-intercept - slope * x));
        double off = (one.right() ? 1 : 0) - p;
        double weight = p * (1 - p);
        a += off;
        b += off * x;
        aa += weight;
        ab += weight * x;
        bb += weight * x * x;
      }
      if (flat) {
        intercept += a / aa;
        continue;
      }
      double determinant = aa * bb - ab * ab;
      intercept += (bb * a - ab * b) / determinant;
      slope += (aa * b - ab * a) / determinant;
    }
    return new Curve(intercept, slope);
  }

  static Map<String, List<Judged>> byKind(List<Judged> judged) {
    return judged.stream()
        .collect(Collectors.groupingBy(Judged::kind, TreeMap::new, Collectors.toList()));
  }

  static List<String> rows(List<Judged> judged) {
    List<String> rows = new ArrayList<>();
    rows.add("confidence  statements  mean   right");
    bins(judged)
        .forEach(
            (number, bin) ->
                rows.add(
                    String.format(
                        java.util.Locale.ROOT,
                        "%.1f to %.1f  %6d      %.3f  %.3f",
                        number / (double) BINS,
                        (number + 1) / (double) BINS,
                        bin.statements(),
                        bin.confidence(),
                        bin.right())));
    return rows;
  }
}
