package rashomon.compare;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import rashomon.model.Tag;
import rashomon.model.Token;

/**
 * How much a number takes in: one happening, all of a time (<i>since January</i>, <i>so far this
 * year</i>), or several places (<i>in the three mines</i>, <i>across the country</i>).
 */
enum Width {
  ONE,
  TIME,
  PLACES;

  private static final Set<String> PERIODS = Set.of("year", "month", "season", "winter", "decade");
  private static final Set<String> BEGINNINGS = Set.of("start", "beginning", "turn", "outbreak");
  private static final Set<String> WHERE = Set.of("in", "at", "on", "across", "throughout");
  private static final int NEAR = 12;
  private static final int STEP = 4;

  /** Of the number that {@code sentence} is about, by the words nearest to it. */
  static Width of(Sentences sentence) {
    List<Token> tokens = sentence.tokens();
    int at = sentence.at();
    for (int i = at + 1; i < Math.min(tokens.size(), at + NEAR); i++) {
      if (isPeriod(tokens, i) || isPlaces(tokens, i)) {
        return isPeriod(tokens, i) ? TIME : PLACES;
      }
      if (tokens.get(i).tag() == Tag.CCONJ || word(tokens, i).equals(",")) {
        break;
      }
    }
    for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
      if (isPeriod(tokens, i)) {
        return TIME;
      }
      if (tokens.get(i).tag() == Tag.NUM || tokens.get(i).tag() == Tag.CCONJ) {
        break;
      }
    }
    return ONE;
  }

  private static boolean isPeriod(List<Token> tokens, int i) {
    String word = word(tokens, i);
    if (word.equals("since")) {
      for (int j = i + 1; j < Math.min(tokens.size(), i + STEP); j++) {
        boolean day =
            Sentences.isMonth(word(tokens, j)) || word(tokens, j).matches("(19|20)[0-9]{2}");
        if (day || BEGINNINGS.contains(word(tokens, j))) {
          return true;
        }
      }
    }
    return word.equals("this") && PERIODS.contains(word(tokens, i + 1));
  }

  /** A preposition with <i>all</i> or a number above one, and what there are several of. */
  private static boolean isPlaces(List<Token> tokens, int i) {
    String word = word(tokens, i);
    if (!WHERE.contains(word)) {
      return false;
    }
    int next = word(tokens, i + 1).equals("the") ? i + 2 : i + 1;
    boolean several =
        word(tokens, next).equals("all")
            || word(tokens, next).equals("both")
            || next < tokens.size()
                && tokens.get(next).tag() == Tag.NUM
                && !word(tokens, next).matches("one|1|(19|20)[0-9]{2}")
            || word.equals("across")
            || word.equals("throughout");
    for (int j = next; several && j < Math.min(tokens.size(), next + STEP); j++) {
      Token token = tokens.get(j);
      if (token.tag() == Tag.PUNCT) {
        return false;
      }
      boolean plural =
          token.tag() == Tag.NOUN && !token.lemma().equals(token.text().toLowerCase(Locale.ROOT));
      if (plural || word.equals("across") && token.tag() == Tag.NOUN) {
        return true;
      }
    }
    return false;
  }

  private static String word(List<Token> tokens, int i) {
    return i < tokens.size() ? tokens.get(i).text().toLowerCase(Locale.ROOT) : "";
  }
}
