package rashomon.extract.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon;

/**
 * How words are read as numbers and kinds of things: vague numerals, bounds, units and events.
 * Immutable; another table makes another codebook.
 *
 * @param name what it is called in the output, by its table of numerals
 * @param numerals what words for numbers that are no numbers are read as
 * @param bounds what phrases before a number do to it
 * @param units units of measurement under their lemmas
 * @param events one name for the words, as lemmas, that tell of one kind of event
 */
public record Codebook(
    String name,
    Map<String, Worth> numerals,
    Map<String, Bound> bounds,
    Map<String, String> units,
    Map<String, Event> events) {

  /** The name of the codebook that is used unless another is asked for. */
  public static final String OURS = "rashomon";

  /** The name of the codebook after ACLED's habits. */
  public static final String ACLED = "acled";

  /** What a word stands for; {@code vague} where it gives no value (<i>dozens</i>). */
  record Worth(Bounds bounds, boolean vague) {}

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
    Map<String, Worth> numerals = new HashMap<>();
    Map<String, Bound> bounds = new HashMap<>();
    Map<String, String> units = new HashMap<>();
    Map<String, Event> events = new HashMap<>();
    Lexicon.rows("numerals", row -> numerals.put(row[0], worth(row)));
    Lexicon.rows(
        "bounds", row -> bounds.put(row[0], Bound.valueOf(row[1].toUpperCase(Locale.ROOT))));
    Lexicon.rows("units", row -> units.put(row[0], row[1]));
    Lexicon.rows("events", row -> events.put(row[0], new Event(row[1], row[2])));
    return new Codebook(OURS, numerals, bounds, units, events);
  }

  /** The same with ACLED's numbers for vague numerals. */
  public Codebook acled() {
    List<String[]> rows = new ArrayList<>();
    Lexicon.rows("numerals-acled", rows::add);
    return withNumerals(ACLED, rows);
  }

  /**
   * The same with other vague numerals: only those of the table are read. Words that are exact
   * (<i>a pair</i>) stay as they are.
   *
   * @param rows word, low, high; {@code -} where open
   * @throws IllegalArgumentException where a row has fewer cells, or no number in them
   */
  public Codebook withNumerals(String other, List<String[]> rows) {
    Map<String, Worth> table = new HashMap<>();
    numerals.forEach(
        (word, worth) -> {
          if (!worth.vague()) {
            table.put(word, worth);
          }
        });
    rows.forEach(row -> table.put(row[0].toLowerCase(Locale.ROOT), worth(row)));
    return new Codebook(other, table, bounds, units, events);
  }

  /**
   * Says what is wrong with a row of a table of vague numerals.
   *
   * @throws IllegalArgumentException where something is
   */
  public static void check(String[] row) {
    worth(row);
  }

  private static Worth worth(String[] row) {
    if (row.length < 3) {
      throw new IllegalArgumentException("expected a word, its least and its greatest value");
    }
    Bounds bounds = new Bounds(number(row[1]), number(row[2]));
    if (bounds.low() != null && bounds.high() != null && bounds.low() > bounds.high()) {
      throw new IllegalArgumentException(row[1] + " is more than " + row[2]);
    }
    return new Worth(bounds, row.length < 4 || !row[3].equals("exact"));
  }

  private static @Nullable Double number(String cell) {
    if (cell.equals("-")) {
      return null;
    }
    try {
      return Double.valueOf(cell);
    } catch (NumberFormatException word) {
      throw new IllegalArgumentException("expected a number or -, not '" + cell + "'", word);
    }
  }
}
