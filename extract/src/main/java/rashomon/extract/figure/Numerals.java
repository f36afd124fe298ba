package rashomon.extract.figure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;

/** Reads numbers in digits and words, with their scale, and vague numerals by the codebook. */
final class Numerals {

  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));
  private static final Map<String, Double> SCALES =
      Map.of(
          "hundred",
          1e2,
          "thousand",
          1e3,
          "million",
          1e6,
          "billion",
          1e9,
          "trillion",
          1e12,
          "m",
          1e6,
          "bn",
          1e9,
          "k",
          1e3);

  private record Vague(double low, @Nullable Double high, boolean exact) {}

  private final Map<String, Vague> codebook = new HashMap<>();

  private Numerals() {}

  static Numerals load() {
    Numerals numerals = new Numerals();
    Lexicon.rows(
        "numerals",
        row ->
            numerals.codebook.put(
                row[0],
                new Vague(
                    Double.parseDouble(row[1]),
                    row[2].equals("-") ? null : Double.valueOf(row[2]),
                    row[3].equals("exact"))));
    return numerals;
  }

  /** The number that begins at a token. */
  Optional<Numeral> at(TaggedText text, int i) {
    Double value = plain(text.word(i));
    if (value != null) {
      return Optional.of(scaled(text, i, value));
    }
    int compound = text.word(i).indexOf('-');
    boolean article = text.is(i, "a") || text.is(i, "an") || text.is(i, "half");
    if (article && i + 1 < text.size()) {
      return afterArticle(text, i);
    }
    Vague vague = codebook.get(text.lower(i));
    if (vague != null && !(compound < 0 && vague.exact())) {
      int last = i + 1;
      double factor = 1;
      // Tens of thousands, hundreds of millions.
      if (text.is(last, "of")
          && codebook.containsKey(text.lower(last + 1))
          && vague.high() == null
          && vague.low() >= 20) {
        factor = SCALES.getOrDefault(singular(text.lower(last + 1)), 1.0);
        last += 2;
      } else if (SCALES.containsKey(text.lower(last))) {
        factor = SCALES.getOrDefault(text.lower(last), 1.0);
        last++;
      }
      Double high = vague.high();
      return Optional.of(
          new Numeral(
              i, last, vague.low() * factor, high == null ? null : high * factor, vague.exact()));
    }
    return Optional.empty();
  }

  private Optional<Numeral> afterArticle(TaggedText text, int i) {
    int at = text.is(i, "half") && (text.is(i + 1, "a") || text.is(i + 1, "an")) ? i + 1 : i;
    String noun = text.lower(at + 1);
    Vague vague = codebook.get(noun);
    Double scale = SCALES.get(noun);
    if (noun.equals("score") && text.is(at + 2, "of")) {
      return Optional.of(new Numeral(i, at + 2, 20.0, 20.0, true));
    }
    if (vague != null && vague.exact() && vague.high() != null) {
      double half = at > i ? 0.5 : 1;
      return Optional.of(new Numeral(i, at + 2, vague.low() * half, vague.high() * half, true));
    }
    return scale != null && noun.length() > 2
        ? Optional.of(new Numeral(i, at + 2, scale, scale, true))
        : Optional.empty();
  }

  private static String singular(String plural) {
    return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
  }

  private static Numeral scaled(TaggedText text, int i, double start) {
    double value = start;
    double total = 0;
    int last = i + 1;
    while (last < text.size()) {
      Double scale = SCALES.get(text.lower(last));
      Double next = plain(text.word(last));
      boolean words = !Character.isDigit(text.word(last - 1).charAt(0));
      if (scale != null && (text.lower(last).length() > 2 || !words)) {
        value *= scale;
        last++;
      } else if (words
          && next != null
          && next < value
          && value >= 20
          && !Character.isDigit(text.word(last).charAt(0))) {
        total += value;
        value = next;
        last++;
      } else if (words
          && text.is(last, "and")
          && last + 1 < text.size()
          && value >= 100
          && SMALL.containsKey(text.lower(last + 1))
          && SCALES.containsKey(text.lower(last - 1))) {
        total += value;
        value = plainOr(text.word(last + 1), 0);
        last += 2;
      } else {
        break;
      }
    }
    return new Numeral(i, last, total + value, total + value, true);
  }

  private static double plainOr(String word, double otherwise) {
    Double value = plain(word);
    return value == null ? otherwise : value;
  }

  /**
   * The value of one word: digits with commas or a point, or a number word; null for anything else.
   */
  static @Nullable Double plain(String word) {
    char first = word.charAt(0);
    if (Character.isDigit(first)) {
      return word.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d+(\\.\\d+)?") && word.length() < 16
          ? Double.valueOf(word.replace(",", ""))
          : null;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    Integer small = SMALL.get(lower);
    if (small != null) {
      return small.doubleValue();
    }
    int hyphen = lower.indexOf('-');
    if (hyphen > 0) {
      Integer tens = SMALL.get(lower.substring(0, hyphen));
      Integer ones = SMALL.get(lower.substring(hyphen + 1));
      return tens != null && ones != null && tens >= 20 && ones < 10
          ? Double.valueOf(tens + ones)
          : null;
    }
    return null;
  }
}
