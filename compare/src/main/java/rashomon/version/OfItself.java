package rashomon.version;

import static rashomon.version.Notice.Kind.CLARIFICATION;
import static rashomon.version.Notice.Kind.CORRECTION;
import static rashomon.version.Notice.Kind.NOTE;
import static rashomon.version.Notice.Kind.UPDATE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences in which a report speaks of itself: <i>this story</i>, a version of it, or a part of it
 * is what something is done to, or what was wrong. A verb alone says nothing, since ministries
 * correct and banks retract too.
 */
final class OfItself {

  /** What a sentence says, and from where to before where in it. */
  record Found(Notice.Kind kind, int start, int end) {}

  /** What only an outlet has. */
  private static final String STORY =
      "(?:article|story|stories|dispatch|post|column|blog|headline|caption|obituary|editorial|item|piece)s?";

  private static final String PIECE =
      "(?:" + STORY + "|reports?|pages?|versions?|text|press\\s+release|interview|video)";

  /** <i>April 3</i>, <i>Monday night</i>; no article, so that it is one noun phrase. */
  private static final String WHICH =
      "(?:(?!(?:the|an?|of|in|on|to|and|is|was|that|its|his|her|their|our|has|have)\\b)"
          + "[\\p{L}\\p{N}][\\p{L}\\p{N}.,-]*\\s+){0,3}?";

  /** Neither <i>the story’s author</i> nor <i>this article of the law</i>. */
  private static final String ENDS = "\\b(?!['’]s\\b)(?!\\s+of\\b)";

  private static final String THE_PIECE = "(?:this|our|the|the\\s+above)\\s+" + WHICH + PIECE;

  private static final String THIS =
      "\\b(?:this|our|the\\s+above|the\\s+present)\\s+"
          + WHICH
          + PIECE
          + "\\b(?:\\s+of\\s+"
          + THE_PIECE
          + ")?"
          + ENDS;

  private static final String THIS_STORY = "\\b(?:this|our)\\s+" + WHICH + STORY + ENDS;

  private static final String BEEN =
      "(?:(?:has|have|had)\\s+(?:since\\s+|now\\s+)?been|was|were|is\\s+being|is|are)";

  private static final String SO = "(?:\\p{L}+ly\\s+|since\\s+|now\\s+|first\\s+)?";

  private static final String FAULT =
      "(?:originally|previously|initially|incorrectly|mistakenly|erroneously|wrongly"
          + "|mis(?:stat|identif|spel|quot|attribut|nam|represent|report|calculat|characteri|translat|label)\\w*)";

  /** Not where somebody outside the newsroom did it. */
  private static final String BY_NO_OTHER =
      "\\b(?!\\s+by\\s+(?:an?|his|her|their|its|the)\\s+"
          + "(?!(?:\\p{L}+\\s+)?(?:editor|desk|publisher|author|newsroom|newspaper|outlet|agency)))";

  /**
   * A post, a page or a report that was deleted is news; of itself a text says that it has been.
   */
  private static final String OF_OTHERS =
      "(?!(?<!article|story|stories|dispatch)\\s+(?:was|were)\\s+(?:\\p{L}+ly\\s+)?"
          + "(?:removed|deleted|withdrawn|killed|pulled|retracted|taken))";

  private static final String GAP = "(?:[^\\s.;:!?]+\\s+){0,8}?";
  private static final String PARAGRAPH =
      "(?:paragraphs?|paras?|pars?|grafs?)\\s+\\p{N}+|(?:first|second|third|fourth|fifth|last|final"
          + "|opening|\\d+(?:st|nd|rd|th))\\s+(?:paragraph|sentence|line)|headline|caption|byline"
          + "|dateline|lede|slug|spelling|typo";

  /** The earlier text, which told it otherwise. */
  private static final Pattern EARLIER =
      pattern(
          "\\b(?:earlier|previous|prior|original|initial|first|former|outdated)\\s+(?:\\p{L}+\\s+)?"
              + "(?:versions?|editions?|drafts?|headlines?|captions?)\\s+(?:of|on|to|in|for)\\s+"
              + THE_PIECE
              + ENDS
              + "|\\bversions?\\s+of\\s+"
              + THIS
              + "\\s+"
              + GAP
              + FAULT
              + "\\b|\\b"
              + FAULT
              + "\\s+"
              + GAP
              + "in\\s+"
              + THIS
              + "|"
              + THIS
              + "\\s+(?:has\\s+|had\\s+)?"
              + FAULT
              + "\\b(?!\\s+(?:published|appeared|ran)\\b)"
              + "|\\bwe\\s+(?:\\p{L}+\\s+)?(?:regret|apologi[sz]e\\s+for)\\s+(?:the|this|any|our)\\s+"
              + "(?:errors?|mistakes?)");

  /** Something was done to it; where a preposition stands before, to something in it. */
  private static final Pattern PASSIVE =
      pattern(
          "(?<part>\\b(?:in|of|on|from|to|for|with)\\s+)?(?:"
              + THIS
              + "|(?<=^\\W{1,3})the\\s+(?:story|article)\\b"
              + "|(?<=^\\W{0,3})the\\s+story\\b(?=\\s+has\\s))"
              + OF_OTHERS
              + "\\s+"
              + BEEN
              + "\\s+"
              + SO
              + "(?<deed>"
              + Deeds.DONE
              + "|no\\s+longer\\s+available)"
              + BY_NO_OTHER);

  /** Something was taken out of it, or put in. */
  private static final Pattern PART =
      pattern(
          "\\b"
              + BEEN
              + "\\s+"
              + SO
              + "(?<deed>"
              + Deeds.DONE
              + "|added|inserted|appended)\\s+"
              + GAP
              + "(?:from|in|to|on|of)\\s+"
              + THIS_STORY
              + "|\\b(?:"
              + PARAGRAPH
              + ")(?:\\s+(?:of|in|on|to|for)\\s+"
              + THE_PIECE
              + ")?\\s+"
              + BEEN
              + "\\s+"
              + SO
              + "(?<changed>"
              + Deeds.DONE
              + ")\\b");

  /** It does something to what stood before. */
  private static final Pattern ITSELF =
      pattern(
          THIS
              + "\\s+(?<deed>corrects|clarifies|updates|replaces|supersedes|refiles|recasts|retracts|amends"
              + "|removes\\s+(?:an?\\s+|the\\s+)?(?:reference|mention|paragraph|sentence|quot|name|line|word))");

  /** We, or whoever the outlet is, did something to it. */
  private static final Pattern ACTIVE =
      pattern(
          "\\bwe(?:\\s+have|['’]ve|\\s+are)?\\s+(?:since\\s+|now\\s+)?(?<ours>"
              + Deeds.DID
              + ")\\s+(?<part>"
              + GAP
              + "(?:from|in|to|on|of)\\s+)?(?:"
              + THIS
              + "|the\\s+"
              + WHICH
              + PIECE
              + ENDS
              + ")|(?<!\\bto\\s)\\b(?<theirs>"
              + Deeds.DID
              + ")\\s+(?<from>"
              + GAP
              + "from\\s+)?\\b(?:this|our)\\s+"
              + WHICH
              + "(?:article|story|dispatch|headline)"
              + ENDS);

  /** What whoever has the text is asked to do. */
  private static final Pattern ASKED =
      pattern(
          "(?:\\bplease\\s+|^[^\\p{L}]*)(?<deed>"
              + Deeds.DO
              + ")\\s+(?:(?:this|our|the\\s+above|the|all)\\s+)?"
              + WHICH
              + PIECE
              + ENDS
              + "|\\bmandatory\\s+(?<kill>kill|withdrawal)\\b");

  /** <i>This is a corrected version of the story.</i> */
  private static final Pattern IS_ONE =
      pattern(
          "\\bthis\\s+is\\s+an?\\s+(?:\\p{L}+\\s+)?(?<deed>"
              + Deeds.DONE
              + ")\\s+(?:version\\s+of\\s+"
              + "(?:an?\\s+|one\\s+of\\s+)?"
              + "(?:(?:this|our|the)\\s+)?"
              + WHICH
              + PIECE
              + ENDS
              + "|"
              + WHICH
              + PIECE
              + ENDS
              + "(?=\\W*$))");

  /** As a telegram says it: <i>Story withdrawn</i>, <i>WITHDRAWAL of ferry story</i>. */
  private static final Pattern BRIEF =
      pattern(
          "(?:^|[:–—]\\s)\\W*(?:"
              + STORY
              + "|report)\\s+(?:"
              + BEEN
              + "\\s+)?(?<deed>"
              + Deeds.DONE
              + ")(?=\\W*$|\\s*[(.:;–—])"
              + "|\\b(?<noun>(?-i:WITHDRAWAL|KILL|RETRACTION|CORRECTION|UPDATE))\\s+(?:of|to|for)\\s+"
              + "(?:(?:this|our|the|an?)\\s+)?"
              + WHICH
              + PIECE
              + ENDS);

  /** <i>Corrects the name in paragraph 2</i>: a deed without a doer, to a part of a text. */
  private static final Pattern DESK =
      Pattern.compile(
          "^(?:[(\\[](?<bracketed>(?i:"
              + Deeds.DOES
              + ")\\b)[^()]*[)\\]]|(?<loud>(?-i:"
              + Deeds.DOES.toUpperCase(Locale.ROOT)
              + "))\\b|(?<bare>Corrects|Clarifies|Recasts|Refiles|(?:Adds|Updates)(?=\\s+with\\b)|(?i:"
              + Deeds.DOES
              + ")(?=\\s[^.]*\\b(?i:"
              + PARAGRAPH
              + "|story)\\b))\\s+\\S"
              + "|[(\\[]?(?<done>Corrected|Updated|Refiled|Amended|Revised|Clarified|Edited)\\s+"
              + "(?:with\\b|to\\s+(?:show|say|state|reflect|add|correct|clarify|include|remove|fix|note"
              + "|make\\s+clear)\\b))");

  /** Named as an editor’s note names it: <i>the story</i>, <i>a caption</i>. */
  private static final Pattern NOTED =
      pattern(
          "^(?<bare>"
              + Deeds.DOES
              + ")\\b|(?<part>\\b(?:in|of|on|from|to|for)\\s+)?\\b(?:the|an?|this)\\s+"
              + WHICH
              + "(?<what>\\p{L}+)\\s+"
              + GAP
              + BEEN
              + "\\s+"
              + SO
              + "(?<deed>"
              + Deeds.DONE
              + "|added|inserted|appended)\\b");

  private static final Pattern WHOLE =
      pattern(
          "(?:article|story|dispatch|post|column|blog|obituary|editorial|item|piece|report|page)s?");

  private static final List<Pattern> PATTERNS =
      List.of(PASSIVE, PART, ITSELF, ACTIVE, ASKED, IS_ONE, BRIEF, DESK);

  /** One of these is in every sentence that any of the patterns finds, or it begins with a deed. */
  private static final Set<String> NEEDED =
      Set.of(
          ("article story stories dispatch post column blog headline caption obituary editorial item"
                  + " piece report page version text release interview video edition draft paragraph"
                  + " para par graf sentence line byline dateline lede slug spelling typo mandatory"
                  + " regret apologise apologize")
              .split(" "));

  private static final Pattern BEGINS =
      pattern("^\\W{0,3}(?:" + Deeds.DOES + "|" + Deeds.DONE + ")\\b");

  private OfItself() {}

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** Whether words have any of those without which no sentence speaks of its report. */
  static boolean may(String words) {
    return BEGINS.matcher(words).find() || hasNeeded(words);
  }

  private static boolean hasNeeded(String words) {
    int start = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || !Character.isLetter(words.charAt(i))) {
        String word = words.substring(start, i).toLowerCase(Locale.ROOT);
        boolean many = word.endsWith("s");
        if (NEEDED.contains(word)
            || many && NEEDED.contains(word.substring(0, word.length() - 1))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  /** What a sentence of a report says of the report, if anything. */
  static Optional<Found> in(String sentence) {
    if (!may(sentence)) {
      return Optional.empty();
    }
    Matcher earlier = EARLIER.matcher(sentence);
    if (earlier.find()) {
      boolean clear = Deeds.kind(sentence, false) == CLARIFICATION;
      return Optional.of(
          new Found(clear ? CLARIFICATION : CORRECTION, earlier.start(), earlier.end()));
    }
    return PATTERNS.stream()
        .map(pattern -> pattern.matcher(sentence))
        .filter(Matcher::find)
        .findFirst()
        .map(found -> found(found, sentence));
  }

  /** The same for a sentence under the label of an editor’s note, which speaks of nothing else. */
  static Optional<Found> noted(String sentence) {
    return in(sentence)
        .or(
            () -> {
              Matcher noted = NOTED.matcher(sentence);
              return noted.find() ? Optional.of(found(noted, sentence)) : Optional.empty();
            });
  }

  private static Found found(Matcher found, String sentence) {
    boolean whole =
        !has(found, "part")
            && !has(found, "from")
            && !has(found, "bracketed")
            && !has(found, "bare")
            && !has(found, "loud")
            && !has(found, "changed")
            && found.pattern() != PART
            && (found.pattern() != NOTED || WHOLE.matcher(group(found, "what")).matches());
    String deed =
        List.of(
                "deed",
                "changed",
                "ours",
                "theirs",
                "kill",
                "noun",
                "bracketed",
                "loud",
                "bare",
                "done")
            .stream()
            .map(name -> group(found, name))
            .filter(one -> !one.isEmpty())
            .findFirst()
            .orElse("");
    Notice.Kind kind = Deeds.kind(deed, whole, sentence.substring(found.start()));
    return new Found(kind == NOTE ? UPDATE : kind, found.start(), found.end());
  }

  private static boolean has(Matcher found, String name) {
    return !group(found, name).isEmpty();
  }

  private static String group(Matcher found, String name) {
    boolean there = found.namedGroups().containsKey(name) && found.group(name) != null;
    return there ? found.group(name) : "";
  }
}
