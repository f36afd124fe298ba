package rashomon.version;

import static rashomon.version.Notice.Kind.CLARIFICATION;
import static rashomon.version.Notice.Kind.CORRECTION;
import static rashomon.version.Notice.Kind.NOTE;
import static rashomon.version.Notice.Kind.UPDATE;
import static rashomon.version.Notice.Kind.WITHDRAWAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rashomon.model.Report;
import rashomon.model.Span;

/**
 * Finds notices by what they have in common: a label before a colon (<i>Correction:</i>), a desk’s
 * verb without a subject (<i>(Adds quote)</i>), a slug (<i>1st Ld-Writethru</i>), or a sentence in
 * which the report speaks of itself (<i>an earlier version of this article</i>). That a court, an
 * officer or a company corrects, updates or withdraws something is news.
 */
public final class Notices {

  private static final String EDITOR =
      "(?:(?:editor|publisher|author|reader|desk|ed|eds)s?(?:['’]s?)?\\.?\\s+)";

  /** Nouns and participles that can be a label by themselves. */
  private static final String ACT =
      "(?:corrections?|corrected|corrigend(?:um|a)|errat(?:um|a)|clarifications?|clarified"
          + "|updates?|updated|retractions?|retracted|withdrawals?|withdrawn|kill(?:ed)?|refile)";

  private static final String AND_ANOTHER = "(?:\\s*(?:and|&|/)\\s*" + ACT + ")?";
  private static final String NOTICE = "(?:\\s+(?:notice|note|appended))?";

  /** What may stand between a label and its colon: a number, a date, a time. */
  private static final String WHICH =
      "(?:[\\s,]*(?:\\([^()\\n]{1,40}\\)|#?\\d[\\w:.,/ -]{0,30}"
          + "|[\\p{Lu}][\\p{L}]{2,9}\\.?\\s\\d[\\w:.,/ -]{0,30}))?";

  private static final String OPENING = "^[\\s(\\[*_—–-]*";
  private static final String CLOSING = "[*_]*\\s*(?:[:—–]|-{1,2}(?=\\s)|[*_)\\]]*$)";

  private static final Pattern LABEL =
      Pattern.compile(
          OPENING
              + "(?:"
              + EDITOR
              + "?"
              + ACT
              + AND_ANOTHER
              + NOTICE
              + "|"
              + EDITOR
              + "notes?|note to (?:readers|editors)|for the record|(?:attention\\s+)?eds)"
              + WHICH
              + CLOSING,
          Pattern.CASE_INSENSITIVE);

  /** Labels joined to a headline: <i>CORRECTED-UPDATE 2-Ferry sinks</i>. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:CORRECTED|CLARIFIED|REFILE|RPT|WITHDRAWN|WITHDRAWAL|KILL|UPDATED?|RETRACTED)(?: \\d{1,2})?-)+"
              + "(?=[\\p{Lu}\\d“\"'‘])");

  private static final String DESK_VERB =
      "(?:corrects|clarifies|updates|adds|recasts|refiles|removes|deletes|drops|fixes|resends"
          + "|rewrites|repeats|inserts)";

  /** A verb without a subject, in brackets; or in capitals, with what it is done to. */
  private static final Pattern DESK =
      Pattern.compile(
          "^(?:[(\\[](?i:"
              + DESK_VERB
              + ")\\b[^()]*[)\\]]|"
              + DESK_VERB.toUpperCase(Locale.ROOT)
              + "\\b)");

  private static final Pattern SLUG =
      Pattern.compile(
          "\\b(?:\\d{1,2}(?:st|nd|rd|th)\\s+)?(?:Ld|Lead|Add)[ -]Write-?thr(?:u|ough)\\b"
              + "|\\b\\d{1,2}(?:st|nd|rd|th) Ld\\b|\\bWrite-?thru\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern KILL =
      Pattern.compile(
          OPENING
              + "(?:(?:BULLETIN|MANDATORY|URGENT|STORY|PHOTO)\\s+)+KILL\\b"
              + "|"
              + OPENING
              + "(?:KILL|WITHDRAW(?:AL)?)\\s+(?:NOTICE|ADVISORY|BULLETIN)\\b");

  private static final String PIECE =
      "(?:articles?|story|stories|reports?|posts?|items?|dispatch|headlines?|pieces?|columns?"
          + "|captions?|pages?|versions?|text|press release|blog|obituary|editorial|interview|video)";

  private static final String THIS =
      "\\b(?:this|our|the above)\\s+(?:\\p{L}+\\s+){0,2}?" + PIECE + "\\b";

  private static final Pattern EARLIER =
      Pattern.compile(
          "\\b(?:earlier|previous|prior|original|initial|first|former|outdated)\\s+(?:\\p{L}+\\s+)?"
              + "(?:versions?|editions?|drafts?)\\s+of\\s+(?:this|our|the)\\s+(?:\\p{L}+\\s+){0,2}?"
              + PIECE
              + "\\b|\\bthis\\s+(?:version|"
              + PIECE
              + ")\\s+(?:corrects|clarifies|updates|replaces|supersedes)\\b"
              + "|\\b(?:originally|previously|initially|incorrectly|mistakenly|erroneously|wrongly)"
              + "\\s+(?:\\p{L}+\\s+){1,4}in\\s+(?:this|our)\\s+"
              + PIECE
              + "\\b|"
              + THIS
              + "\\s+(?:originally|previously|initially|incorrectly|mistakenly|erroneously|wrongly|misstated"
              + "|misidentified|misspelled|misspelt|misquoted)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String DONE =
      "(?:corrected|amended|revised|edited|clarified|updated|changed|expanded|withdrawn|retracted"
          + "|removed|deleted|unpublished|killed|taken\\s+(?:down|offline))";

  /** <i>This story has been …</i>, or <i>we have … this story</i>. */
  private static final Pattern ITSELF =
      Pattern.compile(
          THIS
              + "\\s+(?:(?:has|have|had)\\s+(?:since\\s+|now\\s+)?been|was|were|is|are)\\s+"
              + "(?:\\p{L}+ly\\s+|since\\s+|now\\s+|being\\s+)?"
              + DONE
              + "\\b|"
              + "\\bwe(?:\\s+have|['’]ve)?\\s+(?:since\\s+|now\\s+)?(?:"
              + DONE
              + "|took\\s+down|withdrew|are\\s+(?:withdrawing|retracting|removing))\\s+"
              + "(?:(?:this|our|the)\\s+(?:\\p{L}+\\s+){0,2}?"
              + PIECE
              + "|an?\\s+(?:\\p{L}+\\s+)?"
              + PIECE
              + ")\\b|"
              + THIS
              + "\\s+is\\s+no\\s+longer\\s+available\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WITHDRAWN =
      Pattern.compile(
          "\\b(?:withdr[ae]w\\w*|retract\\w*|unpublish\\w*|kill(?:ed|s)?|took\\s+down|taken\\s+(?:down|offline)"
              + "|eliminat\\w+|disregard|no\\s+longer\\s+available|"
              + "(?:article|story|report|post)\\s+(?:has\\s+been|was|is)\\s+(?:removed|deleted)"
              + "|(?:removed|deleted|removing)\\s+(?:this|our|the)\\s+(?:\\p{L}+\\s+)?(?:article|story|report|post))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLARIFIED =
      Pattern.compile("\\bclarif\\w+|\\bmake\\s+(?:it\\s+)?clear", Pattern.CASE_INSENSITIVE);

  private static final Pattern CORRECTED =
      Pattern.compile(
          "\\bcorrect(?:s|ed|ing|ions?)?\\b|\\bcorrigend|\\berrat|\\bmis(?:stated|spel|identif|quot)"
              + "|\\b(?:incorrectly|mistakenly|erroneously|wrongly|error|mistake)\\b|\\bfor the record\\b",
          Pattern.CASE_INSENSITIVE);

  /** Done to correct, unless it says that it was to clarify. */
  private static final Pattern AMENDED = Pattern.compile("\\bamended\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern UPDATED =
      Pattern.compile(
          "\\b(?:updat\\w+|adds|recasts|refiles?|rewrites|repeats|resends|inserts|writethru|expanded|revised)\\b",
          Pattern.CASE_INSENSITIVE);

  private Notices() {}

  /** The notices of a report; in its title only what stands before the headline. */
  public static List<Notice> of(Report report) {
    String title = report.title();
    boolean leads = !title.isBlank() && report.text().startsWith(title);
    return in(report.text(), leads ? title.length() : 0);
  }

  /** The notices of a text without a title, in its order, none within another. */
  public static List<Notice> of(String text) {
    return in(text, 0);
  }

  private static List<Notice> in(String text, int title) {
    List<Notice> notices = new ArrayList<>();
    Quoted quoted = new Quoted(text);
    List<Span> paragraphs = Pieces.paragraphs(text);
    for (int i = 0; i < paragraphs.size(); i++) {
      Span paragraph = paragraphs.get(i);
      if (paragraph.end() <= title) {
        headline(text, paragraph).ifPresent(notices::add);
        continue;
      }
      Matcher label = LABEL.matcher(paragraph.of(text));
      if (label.find() && Character.isUpperCase(firstLetter(label.group()))) {
        boolean heading = label.end() == paragraph.length();
        Span whole =
            heading && i + 1 < paragraphs.size() ? paragraph.cover(paragraphs.get(++i)) : paragraph;
        notices.add(new Notice(kind(label.group(), whole.of(text)), whole));
      } else {
        whole(text, paragraph)
            .ifPresentOrElse(
                notices::add, () -> notices.addAll(sentences(text, paragraph, quoted)));
      }
    }
    return notices;
  }

  private static Optional<Notice> headline(String text, Span title) {
    String words = title.of(text);
    Matcher prefix = PREFIX.matcher(words);
    Matcher label = LABEL.matcher(words);
    Matcher found =
        prefix.find() ? prefix : label.find() && label.end() < words.length() ? label : null;
    if (found == null) {
      Matcher slug = SLUG.matcher(words);
      return slug.find() ? Optional.of(notice(UPDATE, title, slug)) : Optional.empty();
    }
    return Optional.of(notice(kind(found.group(), found.group()), title, found));
  }

  private static Notice notice(Notice.Kind kind, Span within, Matcher found) {
    return new Notice(kind, new Span(within.start() + found.start(), within.start() + found.end()));
  }

  /** A paragraph that is a notice as a whole without a label. */
  private static Optional<Notice> whole(String text, Span paragraph) {
    String words = paragraph.of(text);
    if (KILL.matcher(words).find()) {
      return Optional.of(new Notice(WITHDRAWAL, paragraph));
    }
    Matcher desk = DESK.matcher(words);
    if (desk.find()) {
      Notice.Kind kind = kind(desk.group(), desk.group());
      boolean bracketed = "([".indexOf(words.charAt(0)) >= 0;
      return Optional.of(
          bracketed
              ? notice(kind == NOTE ? UPDATE : kind, paragraph, desk)
              : new Notice(kind == NOTE ? UPDATE : kind, paragraph));
    }
    Matcher slug = SLUG.matcher(words);
    return slug.find() ? Optional.of(notice(UPDATE, paragraph, slug)) : Optional.empty();
  }

  /** What speaks of the report itself, to the end of its paragraph where it begins one. */
  private static List<Notice> sentences(String text, Span paragraph, Quoted quoted) {
    List<Notice> notices = new ArrayList<>();
    for (Span sentence : Pieces.sentences(text, paragraph)) {
      String words = sentence.of(text);
      Matcher earlier = EARLIER.matcher(words);
      Matcher itself = ITSELF.matcher(words);
      Matcher found = earlier.find() ? earlier : itself.find() ? itself : null;
      if (found == null
          || quoted.touches(
              new Span(sentence.start() + found.start(), sentence.start() + found.end()))) {
        continue;
      }
      Notice.Kind kind = kind(words, words);
      Notice.Kind told = kind == NOTE ? found == earlier ? CORRECTION : UPDATE : kind;
      if (sentence.start() == paragraph.start()) {
        return List.of(new Notice(told, paragraph));
      }
      notices.add(new Notice(told, sentence));
    }
    return notices;
  }

  /** What a label says was done; where it does not, what the words after it say. */
  private static Notice.Kind kind(String label, String words) {
    Notice.Kind kind = act(label);
    return kind == NOTE ? act(words) : kind;
  }

  private static Notice.Kind act(String words) {
    if (WITHDRAWN.matcher(words).find()) {
      return WITHDRAWAL;
    }
    if (CORRECTED.matcher(words).find()) {
      return CORRECTION;
    }
    if (CLARIFIED.matcher(words).find()) {
      return CLARIFICATION;
    }
    if (AMENDED.matcher(words).find()) {
      return CORRECTION;
    }
    return UPDATED.matcher(words).find() ? UPDATE : NOTE;
  }

  private static int firstLetter(String words) {
    return words.codePoints().filter(Character::isLetter).findFirst().orElse('a');
  }
}
