package rashomon.extract.text;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rashomon.model.Span;

/**
 * Tells names from other words by how a report writes them, never by which name it is: a capital
 * where the position does not ask for one. At the start of a sentence or in a headline a word is a
 * name where the report shows it to be one elsewhere.
 */
public final class Names {

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("a an the this that these those some any each every no all both either neither another such what which who whom "
                  + "whose i me my mine we us our ours you your yours he him his she her hers it its they them their theirs "
                  + "himself herself itself themselves one ones and or but nor yet so for if as at by in on of to up off out over "
                  + "from with without within into onto upon under until till since after before during despite about above "
                  + "across against along among around because behind below beneath beside besides between beyond down near "
                  + "through throughout toward towards while whereas when where why how whether although though unless than then "
                  + "there here not is are was were be been being am has have had having do does did will would shall should can "
                  + "could may might must also too very just only even still again once later earlier now today yesterday "
                  + "tomorrow however meanwhile moreover nevertheless instead perhaps maybe never always often more most many "
                  + "much few several other others last first next according per via like yes well")
              .split(" "));

  private static final Set<String> CALENDAR =
      Set.of(
          ("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
                  + "september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. sept")
              .split(" "));

  private final String text;
  private final List<Span> tokens;
  private final Set<String> shown = new HashSet<>();
  private final Set<String> lowered = new HashSet<>();
  private final BitSet ambiguous = new BitSet();
  private final BitSet names = new BitSet();

  private Names(String text, List<Span> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Closed-class words, which are no names wherever they stand. */
  public static boolean isFunctionWord(String lower) {
    return FUNCTION_WORDS.contains(lower);
  }

  /** Days and months. */
  public static boolean isCalendar(String lower) {
    return CALENDAR.contains(lower);
  }

  /** The tokens that are names, or parts of names. */
  static BitSet of(String text, List<Span> tokens, List<Sentence> sentences) {
    Names names = new Names(text, tokens);
    sentences.forEach(names::sortOut);
    for (int i = names.ambiguous.nextSetBit(0); i >= 0; i = names.ambiguous.nextSetBit(i + 1)) {
      String word = names.word(i);
      if (names.shown.contains(word) || names.shown.contains(capitalised(word))) {
        names.names.set(i);
      }
    }
    for (int i = names.ambiguous.previousSetBit(tokens.size());
        i >= 0;
        i = names.ambiguous.previousSetBit(i - 1)) {
      boolean beforeName =
          i + 1 < tokens.size()
              && names.names.get(i + 1)
              && !names.lowered.contains(names.word(i).toLowerCase(Locale.ROOT))
              && !isCalendar(names.word(i + 1).toLowerCase(Locale.ROOT));
      if (beforeName) {
        names.names.set(i);
      }
    }
    names.joinAcrossFunctionWords();
    return names.names;
  }

  /** <i>Bring Back Our Harbour</i>: a function word with a capital amid a name is part of it. */
  private void joinAcrossFunctionWords() {
    for (int i = names.nextSetBit(0); i >= 0; i = names.nextSetBit(i + 1)) {
      if (i + 2 < tokens.size()
          && names.get(i + 2)
          && !names.get(i + 1)
          && Character.isUpperCase(word(i + 1).charAt(0))
          && isFunctionWord(word(i + 1).toLowerCase(Locale.ROOT))) {
        names.set(i + 1);
      }
    }
  }

  private void sortOut(Sentence sentence) {
    boolean headline = isHeadline(sentence);
    boolean opening = true;
    for (int i = sentence.first(); i < sentence.last(); i++) {
      String word = word(i);
      String lower = word.toLowerCase(Locale.ROOT);
      if (!Character.isLetter(word.charAt(0))) {
        opening |=
            "\"“‘':;—–-([«•*".indexOf(word.charAt(0)) >= 0 && word.length() < 3 && !isGenitive(i);
        continue;
      }
      boolean capital = Character.isUpperCase(word.charAt(0));
      if (!capital) {
        lowered.add(lower);
      } else if (!isFunctionWord(lower) || isAcronym(word, headline)) {
        if ((opening || headline) && !isAcronym(word, headline)) {
          ambiguous.set(i);
        } else {
          names.set(i);
          shown.add(word);
        }
      }
      opening = false;
    }
  }

  /** <i>the Seafarers' Union</i>. */
  private boolean isGenitive(int i) {
    return i > 0
        && word(i).equals("'")
        && tokens.get(i - 1).end() == tokens.get(i).start()
        && word(i - 1).endsWith("s");
  }

  private static boolean isAcronym(String word, boolean headline) {
    return !headline
        && word.length() > 1
        && word.length() <= 6
        && word.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  private boolean isHeadline(Sentence sentence) {
    if (word(sentence.last() - 1).equals(".")) {
      return false;
    }
    int words = 0;
    int capitals = 0;
    for (int i = sentence.first() + 1; i < sentence.last(); i++) {
      String word = word(i);
      if (Character.isLetter(word.charAt(0)) && !isFunctionWord(word.toLowerCase(Locale.ROOT))) {
        words++;
        capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return words >= 4 && capitals * 10 >= words * 8;
  }

  private static String capitalised(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private String word(int i) {
    return tokens.get(i).of(text);
  }
}
