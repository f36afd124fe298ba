package rashomon.extract.figure;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.TaggedText;

/**
 * What the words around a number make of it: <i>more than, at least, up to, about, fifty to sixty,
 * or more</i>. By the codebook, <i>more than</i> excludes the value where things are counted and
 * keeps it where they are measured.
 */
final class Bounds {

  private static final Set<String> HEDGES =
      Set.of(
          "about",
          "around",
          "some",
          "nearly",
          "almost",
          "roughly",
          "approximately",
          "estimated",
          "perhaps",
          "approx",
          "circa",
          "an");

  private Bounds() {}

  /** The numeral with its bounds, from the first word that belongs to it. */
  static Numeral of(TaggedText text, Numeral number, boolean counted, int limit) {
    int first = number.first();
    Double low = number.low();
    Double high = number.high();
    boolean exact = number.exact();
    for (int steps = 0; steps < 3 && first > limit; steps++) {
      String one = text.lower(first - 1);
      String two = first - 1 > limit ? text.lower(first - 2) + " " + one : one;
      String three = first - 2 > limit ? text.lower(first - 3) + " " + two : two;
      double step = counted ? 1 : 0;
      if (two.equals("more than")
          || one.equals("over") && !text.is(first - 2, "all")
          || one.equals("above")
          || three.equals("in excess of")) {
        boolean negated = three.startsWith("no ") || three.startsWith("not ");
        first -=
            one.equals("over") || one.equals("above")
                ? 1
                : two.equals("more than") ? negated ? 3 : 2 : 3;
        Double bound = low;
        low = negated ? null : plus(bound, step);
        high = negated ? bound : null;
      } else if (two.equals("at least")
          || two.equals("least")
          || two.equals("a least")
          || three.equals("no fewer than")
          || three.equals("no less than")
          || three.equals("a minimum of")) {
        first -= two.endsWith("t least") || two.equals("a least") ? 2 : 3;
        high = null;
      } else if (two.equals("up to")
          || two.equals("at most")
          || three.equals("as many as")
          || three.equals("as much as")
          || three.equals("a maximum of")) {
        first -= two.equals("up to") || two.equals("at most") ? 2 : 3;
        low = null;
      } else if (two.equals("fewer than")
          || two.equals("less than")
          || one.equals("under")
          || one.equals("below")) {
        first -= one.equals("under") || one.equals("below") ? 1 : 2;
        high = plus(low, -step);
        low = null;
      } else if (HEDGES.contains(one) || two.equals("close to")) {
        exact = false;
        first -= two.equals("close to") ? 2 : 1;
      } else {
        break;
      }
    }
    int last = number.last();
    if ((text.is(last, "or") || text.is(last, "and"))
        && (text.is(last + 1, "more") || text.is(last + 1, "over"))) {
      high = null;
      last += 2;
    } else if (text.is(last, "or") && text.is(last + 1, "so")) {
      exact = false;
      last += 2;
    } else if (text.is(last, "+")) {
      high = null;
      last++;
    }
    return new Numeral(first, last, low, high, exact);
  }

  private static @Nullable Double plus(@Nullable Double value, double step) {
    return value == null ? null : Double.valueOf(value + step);
  }
}
