package rashomon.version;

import static rashomon.version.Notice.Kind.CLARIFICATION;
import static rashomon.version.Notice.Kind.CORRECTION;
import static rashomon.version.Notice.Kind.NOTE;
import static rashomon.version.Notice.Kind.UPDATE;
import static rashomon.version.Notice.Kind.WITHDRAWAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private static final List<Notice.Kind> GRAVEST =
      List.of(WITHDRAWAL, CORRECTION, CLARIFICATION, UPDATE, NOTE);

  private static final String EDITOR =
      "(?:(?:editor|publisher|author|reader|desk|ed|eds)s?(?:['’]s?)?\\.?\\s+)";

  private static final String AND_ANOTHER = "(?:\\s*(?:and|&|/)\\s*" + Deeds.LABEL + ")?";
  private static final String NOTICE = "(?:\\s+(?:notice|note|appended))?";

  /** What may stand between a label and its colon: a number, a date, a time, to what it is. */
  private static final String WHICH =
      "(?:[\\s,]*(?:\\([^()\\n]{1,40}\\)|#?\\d[\\w:.,/ -]{0,30}"
          + "|[\\p{Lu}][\\p{L}]{2,9}\\.?\\s\\d[\\w:.,/ -]{0,30}"
          + "|(?:to|of|in|on)\\s(?:this|our|the|an?)\\s(?:[\\p{L}\\d]+\\s){0,3}"
          + "(?:article|story|report|post|dispatch)[^.:\\n]{0,30}))?";

  private static final String OPENING = "^[\\s(\\[*_—–-]*";
  private static final String CLOSING =
      "(?:[*_]*\\s*(?:[:—–]|-{1,2}(?=\\s)|[*_)\\]]*$)|(?<=\\w)\\](?=\\s))";

  private static final Pattern LABEL =
      Pattern.compile(
          OPENING
              + "(?:"
              + EDITOR
              + "?"
              + Deeds.LABEL
              + AND_ANOTHER
              + NOTICE
              + "|"
              + EDITOR
              + "notes?|note to (?:readers|editors)|for the record|(?:attention\\s+)?(?:eds|editors))"
              + WHICH
              + CLOSING,
          Pattern.CASE_INSENSITIVE);

  /** Labels joined to a headline: <i>CORRECTED-UPDATE 2-Ferry sinks</i>. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:CORRECTED|CORRECTION|CORRECTS|CLARIFIED|REFILED?|RPT|WITHDRAWN|WITHDRAWAL|KILL|UPDATED?"
              + "|RETRACTED|Corrected|Refile|Withdrawn|Retracted)(?: \\d{1,2})?-)+"
              + "(?=[\\p{Lu}\\p{N}(“\"'‘]|\\p{Ll}\\p{Lu})");

  /** After a headline, in brackets: <i>Ferry sinks (CORRECTED)</i>. */
  private static final Pattern SUFFIX =
      Pattern.compile("[(\\[]" + Deeds.LABEL + "[)\\]]\\s*$", Pattern.CASE_INSENSITIVE);

  /** A slug stands in a line of its own. */
  private static final int LINE = 120;

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
        notices.add(new Notice(labelled(label.group(), text, whole), whole));
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
    Matcher suffix = SUFFIX.matcher(words);
    Matcher found =
        prefix.find()
            ? prefix
            : label.find() && label.end() < words.length() ? label : suffix.find() ? suffix : null;
    if (found == null) {
      Matcher slug = SLUG.matcher(words);
      return slug.find() ? Optional.of(notice(UPDATE, title, slug)) : Optional.empty();
    }
    return Optional.of(notice(Deeds.kind(found.group(), true), title, found));
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
    Matcher slug = SLUG.matcher(words.length() > LINE ? "" : words);
    return slug.find() ? Optional.of(notice(UPDATE, paragraph, slug)) : Optional.empty();
  }

  /** What speaks of the report itself, to the end of its paragraph where it begins one. */
  private static List<Notice> sentences(String text, Span paragraph, Quoted quoted) {
    List<Notice> notices = new ArrayList<>();
    if (!OfItself.may(paragraph.of(text))) {
      return notices;
    }
    for (Span sentence : Pieces.sentences(text, paragraph)) {
      String words = sentence.of(text);
      Optional<OfItself.Found> found = OfItself.in(words);
      if (found.isEmpty()
          || quoted.touches(
              new Span(
                  sentence.start() + found.get().start(), sentence.start() + found.get().end()))) {
        continue;
      }
      int closed = "([".indexOf(words.charAt(0)) < 0 ? -1 : closing(words);
      if (closed < 0 && sentence.start() == paragraph.start()) {
        return List.of(new Notice(found.get().kind(), paragraph));
      }
      Span span = closed < 0 ? sentence : new Span(sentence.start(), sentence.start() + closed + 1);
      notices.add(new Notice(found.get().kind(), span));
    }
    return notices;
  }

  /** What a label says was done; where it does not, what the sentences after it say. */
  private static Notice.Kind labelled(String label, String text, Span whole) {
    Notice.Kind kind = Deeds.kind(label, true);
    if (kind != NOTE) {
      return kind;
    }
    Span rest = new Span(Math.min(whole.end() - 1, whole.start() + label.length()), whole.end());
    return Pieces.sentences(text, rest).stream()
        .flatMap(sentence -> OfItself.noted(sentence.of(text)).stream())
        .map(OfItself.Found::kind)
        .min(Comparator.comparing(GRAVEST::indexOf))
        .orElse(NOTE);
  }

  /** Where what opens with a bracket is closed; at the end where it is not. */
  private static int closing(String words) {
    int closed = words.indexOf(words.charAt(0) == '(' ? ')' : ']');
    return closed < 0 ? words.length() - 1 : closed;
  }

  private static int firstLetter(String words) {
    return words.codePoints().filter(Character::isLetter).findFirst().orElse('a');
  }
}
