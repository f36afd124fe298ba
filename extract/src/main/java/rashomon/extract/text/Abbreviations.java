package rashomon.extract.text;

import java.util.Set;

/**
 * Words that keep their full stop: titles before names, months, and a few that stand before numbers
 * or names.
 */
final class Abbreviations {

  private static final Set<String> ALL =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Maj", "Col", "Lt", "Sgt", "Capt", "Cmdr", "Adm",
          "Cpl", "Pvt", "Brig", "Sen", "Rep", "Gov", "Rev", "Hon", "Pres", "Amb", "Supt", "Det",
          "Insp", "St", "Mt", "Ft", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "vs", "Jr",
          "Sr", "Inc", "Corp", "Ltd", "Co", "Bros", "No", "Gens", "Sens", "Reps", "Msgr", "Fr",
          "Spc", "approx", "dept", "est");

  private static final Set<String> MAY_END =
      Set.of("Jr", "Sr", "Inc", "Corp", "Ltd", "Co", "Bros", "No", "St");

  private Abbreviations() {}

  static boolean isOne(String word) {
    return ALL.contains(word);
  }

  /** Whether a sentence may end with this token, full stop included, before a capital letter. */
  static boolean mayEnd(String token) {
    String word = token.substring(0, token.length() - 1);
    if (ALL.contains(word)) {
      return MAY_END.contains(word);
    }
    return word.indexOf('.') > 0;
  }
}
