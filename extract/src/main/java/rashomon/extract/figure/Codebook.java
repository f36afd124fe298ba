package rashomon.extract.figure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon;

/**
 * How words are read as numbers and kinds of things: vague numerals, bounds, units and events.
 * Immutable; another table makes another codebook.
 *
 * @param numerals what vague numerals are read as
 * @param bounds what phrases before a number do to it
 * @param units units of measurement under their lemmas
 * @param events one name for the words, as lemmas, that tell of one kind of event
 */
public record Codebook(
    Map<String, Bounds> numerals,
    Map<String, Bound> bounds,
    Map<String, String> units,
    Map<String, Event> events) {

  /** The least and the greatest value, null where open. */
  public record Bounds(@Nullable Double low, @Nullable Double high) {

    Bounds times(double factor) {
      return new Bounds(
          low == null ? null : Double.valueOf(low * factor),
          high == null ? null : Double.valueOf(high * factor));
    }
  }

  /** What happens to what is counted: its class, and in words for a question. */
  public record Event(String kind, String predicate) {}

  /** What words before a number do to it. */
  public enum Bound {
    ABOUT,
    OVER,
    LEAST,
    MOST,
    UNDER,
    PLAIN
  }

  public Codebook {
    numerals = Map.copyOf(numerals);
    bounds = Map.copyOf(bounds);
    units = Map.copyOf(units);
    events = Map.copyOf(events);
  }

  /** Reads the tables from the class path. */
  public static Codebook load() {
    Map<String, Bounds> numerals = new HashMap<>();
    Map<String, Bound> bounds = new HashMap<>();
    Map<String, String> units = new HashMap<>();
    Map<String, Event> events = new HashMap<>();
    Lexicon.rows(
        "numerals", row -> numerals.put(row[0], new Bounds(number(row[1]), number(row[2]))));
    Lexicon.rows(
        "bounds",
        row -> bounds.put(row[0], Bound.valueOf(row[1].toUpperCase(java.util.Locale.ROOT))));
    Lexicon.rows("units", row -> units.put(row[0], row[1]));
    Lexicon.rows("events", row -> events.put(row[0], new Event(row[1], row[2])));
    return new Codebook(numerals, bounds, units, events);
  }

  private static @Nullable Double number(String cell) {
    return cell.equals("-") ? null : Double.valueOf(cell);
  }
}
