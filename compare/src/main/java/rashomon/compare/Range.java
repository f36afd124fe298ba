package rashomon.compare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import rashomon.model.Figure;

/**
 * What a figure allows, in the base unit of what it measures, open ends included; a hedge
 * (<i>about</i>) allows a tenth to either side, and a number turned into another unit is known to
 * half of its last digit.
 */
record Range(double low, double high, boolean hedged, double factor, double half) {

  private static final double HEDGE = 0.1;

  static Range of(Figure figure) {
    double factor = Units.factor(figure.unit());
    double low = at(figure.low(), 0) * factor;
    double high = figure.high() == null ? Double.POSITIVE_INFINITY : at(figure.high(), 0) * factor;
    boolean hedged = !figure.exact() && low == high;
    double given = figure.low() == null ? at(figure.high(), 0) : figure.low();
    return new Range(low, high, hedged, factor, lastDigit(given) * factor / 2);
  }

  /** What one more in the last digit that is not zero would add: 10 for 330, 0.1 for 2.5. */
  private static double lastDigit(double value) {
    BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
    return value == 0 ? 0 : digits.ulp().doubleValue();
  }

  private static double at(@Nullable Double value, double open) {
    return value == null ? open : value;
  }

  /** Whether one number could be meant by both. */
  boolean meets(Range other) {
    double room = factor == other.factor ? 0 : half + other.half;
    return least() <= other.most() + room && other.least() <= most() + room;
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
