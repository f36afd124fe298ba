package rashomon.compare;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rashomon.model.Figure;
import rashomon.model.Story;

/** Bounds and units of figures. An open bound is taken as infinite. */
final class Quantity {

  private record Unit(String dimension, double factor) {}

  /** Units of one dimension, with their size in its base unit (metre, kilogram, minute). */
  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("m", new Unit("length", 1)),
          Map.entry("km", new Unit("length", 1000)),
          Map.entry("miles", new Unit("length", 1609.344)),
          Map.entry("ft", new Unit("length", 0.3048)),
          Map.entry("yards", new Unit("length", 0.9144)),
          Map.entry("mph", new Unit("speed", 1.609344)),
          Map.entry("km/h", new Unit("speed", 1)),
          Map.entry("kg", new Unit("mass", 1)),
          Map.entry("tons", new Unit("mass", 907.18474)),
          Map.entry("tonnes", new Unit("mass", 1000)),
          Map.entry("pounds", new Unit("mass", 0.45359237)),
          Map.entry("minutes", new Unit("time", 1)),
          Map.entry("hours", new Unit("time", 60)),
          Map.entry("seconds", new Unit("time", 1 / 60.0)),
          Map.entry("days", new Unit("time", 1440)),
          Map.entry("weeks", new Unit("time", 10080)),
          Map.entry("months", new Unit("time", 43830)),
          Map.entry("years", new Unit("time", 525960)),
          Map.entry("percent", new Unit("percent", 1)),
          Map.entry("USD", new Unit("USD", 1)),
          Map.entry("EUR", new Unit("EUR", 1)),
          Map.entry("GBP", new Unit("GBP", 1)),
          Map.entry("hectares", new Unit("area", 1)),
          Map.entry("acres", new Unit("area", 0.404686)),
          Map.entry("litres", new Unit("volume", 1)),
          Map.entry("barrels", new Unit("volume", 158.987)));

  /** How far apart two measures of one thing may lie when one was converted from the other. */
  private static final double CONVERTED = 0.06;

  private static final double HEDGED = 0.1;

  private Quantity() {}

  static boolean isMeasured(String unit) {
    return UNITS.containsKey(unit);
  }

  static String dimension(String unit) {
    Unit known = UNITS.get(unit);
    return known == null ? unit : known.dimension();
  }

  static double low(Figure figure) {
    Double low = figure.low();
    return low == null ? Double.NEGATIVE_INFINITY : low * factor(figure);
  }

  static double high(Figure figure) {
    Double high = figure.high();
    return high == null ? Double.POSITIVE_INFINITY : high * factor(figure);
  }

  private static double factor(Figure figure) {
    Unit unit = UNITS.get(figure.unit());
    return unit == null ? 1 : unit.factor();
  }

  /** The same bounds in the same unit, both said plainly or both with a hedge. */
  static boolean equal(Figure one, Figure other) {
    return one.unit().equals(other.unit())
        && Objects.equals(one.low(), other.low())
        && Objects.equals(one.high(), other.high());
  }

  /**
   * Whether both may be true of one number: the bounds meet, or lie as near as a hedge or a
   * conversion allows.
   */
  static boolean compatible(Figure one, Figure other) {
    if (low(one) <= high(other) && low(other) <= high(one)) {
      return true;
    }
    double gap = Math.max(low(one) - high(other), low(other) - high(one));
    double size = Math.max(finite(one), finite(other));
    boolean hedged = !one.exact() || !other.exact();
    boolean converted = !one.unit().equals(other.unit());
    return gap <= size * (hedged ? HEDGED : converted ? CONVERTED : 0);
  }

  /** A value that stands for the figure: the bound it gives. */
  static double finite(Figure figure) {
    Double low = figure.low();
    Double high = figure.high();
    double value = low != null ? low : Objects.requireNonNull(high);
    return value * factor(figure);
  }

  /** The figure in the report's words. */
  static String words(Story story, Figure figure) {
    return figure.span().of(story.report(figure.report()).text()).replaceAll("\\s+", " ").strip();
  }

  /**
   * A bound as people write it: whole numbers without a point, thousands apart; <i>no bound</i>
   * where it is open.
   */
  static String number(@Nullable Double value) {
    if (value == null) {
      return "open";
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : String.valueOf(value);
  }

  /** <i>25</i>, <i>31–35</i>, <i>51 or more</i>, <i>up to 8</i>. */
  static String range(Figure figure) {
    Double low = figure.low();
    Double high = figure.high();
    if (low == null) {
      return "up to " + number(high);
    }
    if (high == null) {
      return number(low) + " or more";
    }
    return low.equals(high) ? number(low) : number(low) + "–" + number(high);
  }
}
