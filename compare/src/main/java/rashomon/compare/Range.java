package rashomon.compare;

import org.jspecify.annotations.Nullable;
import rashomon.model.Figure;

/**
 * What a figure allows, open ends included; a hedge (<i>about</i>) allows a tenth to either side.
 */
record Range(double low, double high, boolean hedged) {

  private static final double HEDGE = 0.1;

  static Range of(Figure figure) {
    double factor = Units.factor(figure.unit());
    double low = at(figure.low(), 0) * factor;
    double high = figure.high() == null ? Double.POSITIVE_INFINITY : at(figure.high(), 0) * factor;
    boolean hedged = !figure.exact() && low == high;
    return new Range(low, high, hedged);
  }

  private static double at(@Nullable Double value, double open) {
    return value == null ? open : value;
  }

  /** Whether one number could be meant by both. */
  boolean meets(Range other) {
    return least() <= other.most() && other.least() <= most();
  }

  private double least() {
    return hedged ? low * (1 - HEDGE) : low;
  }

  private double most() {
    return hedged ? high * (1 + HEDGE) : high;
  }

  /** The number that stands for it: its closed end, or the middle. */
  double size() {
    return Double.isInfinite(high) ? low : low == 0 ? high : (low + high) / 2;
  }

  boolean isOpen() {
    return Double.isInfinite(high) || low == 0 && high > 0;
  }
}
