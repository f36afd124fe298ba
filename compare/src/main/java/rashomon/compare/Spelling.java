package rashomon.compare;

import java.util.List;

/** Words that differ as two spellings of one word do: <i>centre</i> and <i>center</i>. */
final class Spelling {

  private static final int LETTERS = 5;
  private static final int APART = 2;

  private Spelling() {}

  static boolean alike(List<String> one, List<String> other) {
    if (bare(one).equals(bare(other))) {
      return true;
    }
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!alike(one.get(i), other.get(i))) {
        return false;
      }
    }
    return one.size() == other.size();
  }

  /** <i>U.S.</i> and <i>US</i>, <i>frame-rate</i> and <i>frame rate</i>. */
  private static String bare(List<String> words) {
    return String.join("", words).replaceAll("[^\\p{L}\\d]", "");
  }

  private static boolean alike(String one, String other) {
    boolean lengthy = one.length() >= LETTERS && other.length() >= LETTERS;
    return one.equals(other)
        || lengthy
            && !Character.isDigit(one.charAt(0))
            && one.charAt(0) == other.charAt(0)
            && distance(one, other) <= APART;
  }

  /** Letters to put in, leave out or exchange (Levenshtein 1966). */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[before.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchanged = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchanged, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[other.length()];
  }
}
