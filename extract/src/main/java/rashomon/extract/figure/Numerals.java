package rashomon.extract.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rashomon.extract.figure.Codebook.Bounds;
import rashomon.extract.figure.Codebook.Worth;
import rashomon.extract.text.TaggedText;

/**
 * Reads numbers in digits and words: <i>9,000</i>, <i>forty-two</i>, <i>5.2 billion</i>, <i>half a
 * dozen</i>.
 */
final class Numerals {

  private static final Map<String, Integer> WORDS =
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

  private static final Map<String, Double> POWERS =
      Map.of(
          "dozen",
          12d,
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
          "bn",
          1e9,
          "mn",
          1e6);

  /** Tails that count in halves of words: <i>half-dozen</i>. */
  private static final String HALF = "half";

  private static final Pattern DIGITS =
      Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d+(\\.\\d+)?");

  private Numerals() {}

  /** The numeral that begins at token {@code i}. */
  static Optional<Numeral> at(TaggedText text, int i, Codebook codebook) {
    String word = text.lower(i);
    boolean article = word.equals("a") || word.equals("an");
    if (article && i + 1 < text.size()) {
      return withArticle(text, i, codebook);
    }
    if (word.equals(HALF)
        && i + 2 < text.size()
        && text.is(i + 1, "a")
        && text.is(i + 2, "dozen")) {
      return Optional.of(exact(i, i + 3, 6, ""));
    }
    Worth worth = codebook.numerals().get(word);
    if (worth != null && worth.vague()) {
      Bounds vague = worth.bounds();
      return Optional.of(
          multiplied(text, new Numeral(i, i + 1, vague.low(), vague.high(), true, ""), true));
    }
    return counted(text, i);
  }

  private static Optional<Numeral> withArticle(TaggedText text, int i, Codebook codebook) {
    String next = text.lower(i + 1);
    boolean plural = i + 2 < text.size() && !text.lower(i + 2).equals("and");
    if (next.equals("half-dozen")) {
      return Optional.of(exact(i, i + 2, 6, ""));
    }
    Worth worth = POWERS.containsKey(next) ? null : codebook.numerals().get(next);
    Bounds value = worth == null ? null : worth.bounds();
    if (value != null && text.is(i + 2, "of") && plural) {
      return Optional.of(new Numeral(i, i + 2, value.low(), value.high(), false, ""));
    }
    Double power = POWERS.get(next);
    return power == null || next.length() < 3
        ? Optional.empty()
        : Optional.of(multiplied(text, exact(i, i + 2, power, ""), false));
  }

  private static Optional<Numeral> counted(TaggedText text, int i) {
    String[] parts = text.lower(i).split("-", -1);
    if (parts.length > 1 && !(parts[0].equals(HALF) && parts[1].equals("dozen"))) {
      return compound(text, i, parts);
    }
    double value = value(parts[0]);
    if (parts.length > 1) {
      return Optional.of(exact(i, i + 1, 6, ""));
    }
    if (value > 0
        && i + 3 < text.size()
        && text.is(i + 1, "and")
        && text.is(i + 2, "a")
        && text.is(i + 3, HALF)) {
      return Optional.of(multiplied(text, exact(i, i + 4, value + 0.5, ""), false));
    }
    return value <= 0 && !parts[0].equals("0")
        ? Optional.empty()
        : Optional.of(multiplied(text, exact(i, i + 1, Math.max(0, value), ""), false));
  }

  /** <i>forty-two</i>, <i>two-car</i>, <i>twenty-five-ton</i>. */
  private static Optional<Numeral> compound(TaggedText text, int i, String[] parts) {
    double value = value(parts[0]);
    if (value <= 0) {
      return Optional.empty();
    }
    int at = 1;
    if (value >= 20
        && value < 100
        && WORDS.containsKey(parts[0])
        && WORDS.getOrDefault(parts[1], 99) < 10) {
      value += WORDS.getOrDefault(parts[1], 0);
      at = 2;
    }
    Double power = at < parts.length ? POWERS.get(parts[at]) : null;
    if (power != null) {
      value *= power;
      at++;
    }
    String tail = String.join("-", Arrays.copyOfRange(parts, at, parts.length));
    Numeral numeral = exact(i, i + 1, value, tail);
    return Optional.of(tail.isEmpty() ? multiplied(text, numeral, false) : numeral);
  }

  /** Goes on through <i>hundred and thirty</i>, <i>million</i>, <i>of thousands</i>. */
  private static Numeral multiplied(TaggedText text, Numeral start, boolean vague) {
    int at = start.last();
    Bounds value = start.value();
    boolean of =
        vague && at + 1 < text.size() && text.is(at, "of") && text.lower(at + 1).endsWith("s");
    Double plural = of ? POWERS.get(singular(text.lower(at + 1))) : null;
    if (plural != null) {
      return start.until(at + 2, value.times(plural));
    }
    while (at < text.size()) {
      Double power = POWERS.get(text.lower(at));
      if (power == null) {
        break;
      }
      value = value.times(power);
      at++;
      int rest = at < text.size() && text.is(at, "and") ? at + 1 : at;
      double added =
          rest < text.size() && value.low() != null ? value(text.lower(rest).split("-", 2)[0]) : 0;
      boolean inWords = rest < text.size() && WORDS.containsKey(text.lower(rest).split("-", 2)[0]);
      Double low = value.low();
      if (low != null && inWords && !vague && added > 0 && added < power && low < 1e6) {
        String[] parts = text.lower(rest).split("-", -1);
        double units = parts.length == 2 ? WORDS.getOrDefault(parts[1], 0) : 0;
        value = new Bounds(low + added + units, low + added + units);
        at = rest + 1;
      }
    }
    return start.until(at, value);
  }

  private static String singular(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /** The value of one word or number in digits; -1 where it has none. */
  static double value(String word) {
    Integer inWords = WORDS.get(word.toLowerCase(Locale.ROOT));
    if (inWords != null) {
      return inWords;
    }
    boolean number =
        DIGITS.matcher(word).matches()
            && !(word.length() > 1 && word.startsWith("0") && word.charAt(1) != '.');
    return number ? Double.parseDouble(word.replace(",", "")) : -1;
  }

  private static Numeral exact(int first, int last, double value, String tail) {
    return new Numeral(first, last, value, value, false, tail);
  }
}
