package rashomon.compare;

/** Shortens words for a sentence that speaks of them. */
final class Words {

  private static final int FEW = 12;

  private Words() {}

  /** The first words, with an ellipsis where there are more. */
  static String few(String words) {
    String[] all = words.split(" ");
    return all.length <= FEW ? words : String.join(" ", java.util.Arrays.copyOf(all, FEW)) + " …";
  }
}
