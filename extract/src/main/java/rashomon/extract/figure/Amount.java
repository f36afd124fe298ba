package rashomon.extract.figure;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import rashomon.extract.figure.Codebook.Bound;
import rashomon.extract.figure.Codebook.Bounds;
import rashomon.extract.text.TaggedText;

/**
 * A number or a range with the words that bound it: tokens {@code first} (included) to {@code last}
 * (excluded), the numeral itself from {@code number}. {@code value} is the number before {@code
 * bound} is applied.
 */
record Amount(
    int first,
    int number,
    int last,
    Bounds value,
    Bound bound,
    boolean vague,
    boolean range,
    String tail) {

  private static final Set<String> MOVES =
      Set.of(
          "rise",
          "rose",
          "risen",
          "rises",
          "rising",
          "increase",
          "increased",
          "climb",
          "climbed",
          "jump",
          "jumped",
          "up",
          "raised",
          "revised",
          "grew",
          "fell",
          "dropped",
          "down",
          "changed");
  private static final Pattern CURRENCY = Pattern.compile("(US|A|C)?[$£€¥]");
  private static final int LONGEST_BOUND = 3;

  /** The amount whose numeral begins at token {@code i}. */
  static Optional<Amount> at(TaggedText text, int i, Codebook codebook) {
    return Numerals.at(text, i, codebook).map(numeral -> bounded(text, i, numeral, codebook));
  }

  private static Amount bounded(TaggedText text, int i, Numeral low, Codebook codebook) {
    Numeral whole = range(text, i, low, codebook);
    int first = whole.first();
    Bound bound = Bound.PLAIN;
    int start = text.sentenceOf(i).first();
    if (first > start && currency(text, first - 1)) {
      first--;
    }
    int words = boundWords(text, first, start, codebook);
    while (words > 0) {
      Bound found = codebook.bounds().getOrDefault(joined(text, first - words, first), Bound.PLAIN);
      bound = bound == Bound.PLAIN || found != Bound.PLAIN && bound == Bound.ABOUT ? found : bound;
      first -= words;
      words = boundWords(text, first, start, codebook);
    }
    int last = whole.last();
    if (text.is(last, "+") || text.is(last, "or") && text.is(last + 1, "more")) {
      bound = Bound.LEAST;
      last += text.is(last, "+") ? 1 : 2;
    }
    boolean range = whole.last() != low.last();
    return new Amount(first, i, last, whole.value(), bound, whole.vague(), range, whole.tail());
  }

  private static int boundWords(TaggedText text, int first, int start, Codebook codebook) {
    for (int words = Math.min(LONGEST_BOUND, first - start); words > 0; words--) {
      if (codebook.bounds().containsKey(joined(text, first - words, first))) {
        return words;
      }
    }
    return 0;
  }

  static boolean currency(TaggedText text, int i) {
    return i >= 0 && CURRENCY.matcher(text.word(i)).matches();
  }

  private static String joined(TaggedText text, int first, int last) {
    StringBuilder words = new StringBuilder(text.lower(first));
    for (int i = first + 1; i < last; i++) {
      words.append(' ').append(text.lower(i));
    }
    return words.toString();
  }

  /**
   * <i>50 to 60</i>, <i>between six and 10</i>, <i>50–60</i>; the numeral itself where there is no
   * range.
   */
  private static Numeral range(TaggedText text, int i, Numeral low, Codebook codebook) {
    int joint = low.last();
    if (joint + 1 >= text.size()
        || !low.tail().isEmpty()
        || low.vague()
        || text.token(joint + 1).sentence() != text.token(i).sentence()) {
      return low;
    }
    int before = currency(text, i - 1) ? i - 2 : i - 1;
    boolean between = text.is(before, "between");
    boolean from = text.is(before, "from");
    boolean moved = from && before > 0 && MOVES.contains(text.lower(before - 1));
    String word = text.lower(joint);
    boolean dash = word.equals("-") || word.equals("–") || word.equals("—");
    boolean joins =
        word.equals("to") && !moved
            || word.equals("or")
            || between && word.equals("and")
            || dash && text.token(joint).span().start() == text.token(joint - 1).span().end();
    int next = currency(text, joint + 1) ? joint + 2 : joint + 1;
    if (!joins || next >= text.size()) {
      return low;
    }
    return Numerals.at(text, next, codebook)
        .filter(
            high ->
                low.high() != null
                    && high.low() != null
                    && !high.vague()
                    && low.high() < high.low())
        .map(
            high ->
                new Numeral(
                    between || from ? before : i,
                    high.last(),
                    scaled(text, low, high),
                    high.high(),
                    false,
                    high.tail()))
        .orElse(low);
  }

  /** <i>two to three million</i>: the power stands once for both. */
  private static double scaled(TaggedText text, Numeral low, Numeral high) {
    double value = Numerals.value(text.lower(high.first()).split("-", 2)[0]);
    double power = value > 0 && high.high() != null ? high.high() / value : 1;
    double from = low.low() == null ? 0 : low.low();
    return power >= 1000 && from < 1000 ? from * power : from;
  }

  /**
   * The bounds as the codebook has them; {@code continuous} for units, where <i>more than 5</i>
   * begins at 5.
   */
  Bounds bounds(boolean continuous) {
    double step = continuous ? 0 : 1;
    Double low = value.low();
    Double high = value.high();
    return switch (bound) {
      case ABOUT, PLAIN -> value;
      case OVER -> new Bounds(low == null ? null : Double.valueOf(vague ? low : low + step), null);
      case LEAST -> new Bounds(low, null);
      case MOST -> new Bounds(null, high == null ? low : high);
      case UNDER -> new Bounds(null, high == null ? null : Double.valueOf(high - step));
    };
  }

  boolean exact() {
    return !vague && bound == Bound.PLAIN;
  }
}
