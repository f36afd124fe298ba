package rashomon.compare;

import java.util.Map;

/** Units that measure one thing, and how they turn into each other. */
final class Units {

  private record Unit(String dimension, double factor) {}

  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("km", new Unit("length", 1000)),
              Map.entry("miles", new Unit("length", 1609.344)),
          Map.entry("m", new Unit("length", 1)), Map.entry("ft", new Unit("length", 0.3048)),
          Map.entry("yards", new Unit("length", 0.9144)),
              Map.entry("mph", new Unit("speed", 1.609344)),
          Map.entry("km/h", new Unit("speed", 1)), Map.entry("seconds", new Unit("duration", 1)),
          Map.entry("minutes", new Unit("duration", 60)),
              Map.entry("hours", new Unit("duration", 3600)),
          Map.entry("days", new Unit("duration", 86400)),
              Map.entry("weeks", new Unit("duration", 604800)),
          Map.entry("months", new Unit("duration", 2629800)),
              Map.entry("years", new Unit("duration", 31557600)),
          Map.entry("tons", new Unit("weight", 1000)), Map.entry("kg", new Unit("weight", 1)),
          Map.entry("hectares", new Unit("area", 10000)),
              Map.entry("acres", new Unit("area", 4046.86)));

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
