package rashomon.compare;

import java.util.Map;

/** Units that measure one thing, and how they turn into each other. */
final class Units {

  private record Unit(String dimension, double factor) {}

  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          unit("km", "length", 1000),
          unit("miles", "length", 1609.344),
          unit("m", "length", 1),
          unit("cm", "length", 0.01),
          unit("mm", "length", 0.001),
          unit("ft", "length", 0.3048),
          unit("inches", "length", 0.0254),
          unit("yards", "length", 0.9144),
          unit("mph", "speed", 1.609344),
          unit("km/h", "speed", 1),
          unit("knots", "speed", 1.852),
          unit("seconds", "duration", 1),
          unit("minutes", "duration", 60),
          unit("hours", "duration", 3600),
          unit("days", "duration", 86_400),
          unit("nights", "duration", 86_400),
          unit("weeks", "duration", 604_800),
          unit("months", "duration", 2_629_800),
          unit("years", "duration", 31_557_600),
          unit("decades", "duration", 315_576_000),
          unit("litres", "volume", 1),
          unit("gallons", "volume", 3.785),
          unit("barrels", "volume", 158.987),
          unit("tons", "weight", 1000),
          unit("kg", "weight", 1),
          unit("hectares", "area", 10_000),
          unit("acres", "area", 4046.86));

  private static Map.Entry<String, Unit> unit(String name, String dimension, double factor) {
    return Map.entry(name, new Unit(dimension, factor));
  }

  private Units() {}

  /** What the unit measures; the unit itself where it stands alone. */
  static String dimension(String unit) {
    Unit known = UNITS.get(unit);
    return known == null ? unit : known.dimension();
  }

  static boolean isMeasured(String unit) {
    return UNITS.containsKey(unit) || unit.equals("percent") || isCurrency(unit);
  }

  private static boolean isCurrency(String unit) {
    return unit.length() == 3 && unit.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  static double factor(String unit) {
    Unit known = UNITS.get(unit);
    return known == null ? 1 : known.factor();
  }

  /** How one asks for it. */
  static String question(String unit) {
    return switch (dimension(unit)) {
      case "length" -> "How far or how long";
      case "speed" -> "How fast";
      case "duration" -> "How long";
      case "weight" -> "How heavy";
      default -> "How much";
    };
  }
}
