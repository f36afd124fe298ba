package rashomon.ingest.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The learnt model: for each sign some bounds in rising order, and the points that a value above
 * each brings. Points of all signs are added (a generalised additive model with steps). Made by
 * {@code training/train_body.py}.
 */
final class Points {

  private static final String TABLE = "body.tsv";

  /** By sign, in the order of {@link Evidence#SIGNS}. */
  private final double[][] bounds;

  /** By sign, the points with no bound passed, with one, with two, and so on. */
  private final double[][] sums;

  private final double bias;

  /** What a block of the body has more than. */
  private final double enough;

  private Points(double[][] bounds, double[][] sums, double bias, double enough) {
    this.bounds = bounds;
    this.sums = sums;
    this.bias = bias;
    this.enough = enough;
  }

  double enough() {
    return enough;
  }

  double of(double[] signs) {
    double points = bias;
    for (int sign = 0; sign < signs.length; sign++) {
      int passed = 0;
      while (passed < bounds[sign].length && signs[sign] > bounds[sign][passed]) {
        passed++;
      }
      points += sums[sign][passed];
    }
    return points;
  }

  /** The model that is part of the program. */
  static Points load() {
    try (InputStream table =
            Objects.requireNonNull(Points.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return of(lines.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "The table " + TABLE + " in the program cannot be read", broken);
    }
  }

  /** Lines of a sign, a bound and its points; {@code bias} and {@code enough} have no bound. */
  private static Points of(List<String> lines) {
    Map<String, double[][]> steps = new HashMap<>();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      double[] step = {
        fields[1].isEmpty() ? 0 : Double.parseDouble(fields[1]), Double.parseDouble(fields[2])
      };
      double[][] before = steps.getOrDefault(fields[0], new double[0][]);
      double[][] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = step;
      steps.put(fields[0], after);
    }
    int count = Evidence.SIGNS.size();
    double[][] bounds = new double[count][];
    double[][] sums = new double[count][];
    for (int sign = 0; sign < count; sign++) {
      double[][] own = steps.getOrDefault(Evidence.SIGNS.get(sign).name(), new double[0][]);
      bounds[sign] = Arrays.stream(own).mapToDouble(step -> step[0]).toArray();
      sums[sign] = new double[own.length + 1];
      for (int i = 0; i < own.length; i++) {
        sums[sign][i + 1] = sums[sign][i] + own[i][1];
      }
    }
    return new Points(bounds, sums, single(steps, "bias"), single(steps, "enough"));
  }

  private static double single(Map<String, double[][]> steps, String name) {
    return Objects.requireNonNull(steps.get(name), name)[0][1];
  }
}
