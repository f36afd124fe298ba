package rashomon.version;

import static rashomon.version.Notice.Kind.CLARIFICATION;
import static rashomon.version.Notice.Kind.CORRECTION;
import static rashomon.version.Notice.Kind.NOTE;
import static rashomon.version.Notice.Kind.UPDATE;
import static rashomon.version.Notice.Kind.WITHDRAWAL;

import java.util.regex.Pattern;

/**
 * What a desk does to a text, in the forms of the words for it, and which kind of notice that is.
 */
final class Deeds {

  /** Nouns and participles that can be a label by themselves. */
  static final String LABEL =
      "(?:corrections?|corrected|corrects|corrigend(?:um|a)|errat(?:um|a)|clarifications?|clarified"
          + "|updates?|updated|retractions?|retracted|withdrawals?|withdrawn|kill(?:ed)?|refiled?)";

  /** <i>Has been …</i> */
  static final String DONE =
      "(?:corrected|amended|fixed|rectified|revised|edited|clarified|updated|changed|altered|modified"
          + "|reworded|rewritten|recast|refiled|expanded|replaced|superseded|withdrawn|retracted"
          + "|removed|deleted|unpublished|killed|pulled|taken\\s+(?:down|offline))";

  /** <i>We …</i> */
  static final String DID =
      "(?:"
          + DONE
          + "|withdrew|took\\s+down|pulled|rewrote|withdrawing|retracting|removing|deleting"
          + "|correcting|updating|unpublishing|clarifying)";

  /** <i>Please …</i> */
  static final String DO =
      "(?:kill|withdraw|retract|remove|delete|disregard|discard|ignore|eliminate|correct|amend)";

  /** Without a subject, as a desk tells it. */
  static final String DOES =
      "(?:corrects|clarifies|updates|adds|recasts|refiles|removes|deletes|drops|fixes|resends"
          + "|rewrites|repeats|inserts|restores|amends)";

  private static final Pattern GONE =
      words(
          "withdr[ae]w\\w*|retract\\w*|unpublish\\w*|kill\\w*|pulled|took\\s+down|taken\\s+(?:down|offline)"
              + "|remov\\w+|delet\\w+|drops|eliminat\\w+|disregard|discard|ignore|no\\s+longer\\s+available");

  private static final Pattern RIGHT =
      words(
          "correct(?:s|ed|ing|ions?)?|corrigend\\w+|errat\\w+|fix(?:ed|es)|rectif\\w+|for\\s+the\\s+record"
              + "|mis(?:stat|identif|spel|quot|attribut|nam|represent|report|calculat|characteri|translat|label)\\w*"
              + "|incorrect|incorrectly|mistakenly|erroneously|wrong|wrongly|errors?|mistakes?|regret");

  private static final Pattern CLEAR = words("clarif\\w+|ma[dk]e\\s+(?:it\\s+)?clear(?:er)?");
  private static final Pattern AMENDED = words("amend(?:s|ed|ing)?");

  private static final Pattern NEWER =
      words(
          "updat\\w+|adds|added|appended|recasts?|refile[sd]?|rewr\\w+|repeats|resends|insert(?:s|ed)"
              + "|restores|writethru|expanded|revised|edited|changed|altered|modified|reworded|replace[sd]"
              + "|supersede[sd]");

  private static final Pattern PURPOSE =
      words(
          "to\\s+(?:\\w+ly\\s+)?(?:correct|fix|remove|delete|rectify|clarify|make\\s+(?:it\\s+)?clear)");

  private Deeds() {}

  private static Pattern words(String words) {
    return Pattern.compile(
        "\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /**
   * The kind of what these words do.
   *
   * @param whole whether it is done to the report, rather than to words in it: what is taken out of
   *     a report is corrected
   */
  static Notice.Kind kind(String words, boolean whole) {
    if (GONE.matcher(words).find()) {
      return whole ? WITHDRAWAL : CORRECTION;
    }
    if (RIGHT.matcher(words).find()) {
      return CORRECTION;
    }
    if (CLEAR.matcher(words).find()) {
      return CLARIFICATION;
    }
    if (AMENDED.matcher(words).find()) {
      return CORRECTION;
    }
    return NEWER.matcher(words).find() ? UPDATE : NOTE;
  }

  /** The same, where the words after it may say what for: <i>updated to correct</i>. */
  static Notice.Kind kind(String deed, boolean whole, String after) {
    Notice.Kind kind = kind(deed, whole);
    boolean open = kind == UPDATE || kind == NOTE || AMENDED.matcher(deed).find();
    var purpose = PURPOSE.matcher(after);
    return open && purpose.find() ? kind(purpose.group(), false) : kind;
  }
}
