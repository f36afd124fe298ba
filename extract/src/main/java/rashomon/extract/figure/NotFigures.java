package rashomon.extract.figure;

import java.util.Set;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/**
 * Numbers that give no quantity: dates, clock times, ages, numbers inside names, and <i>one</i>
 * where it is a pronoun.
 */
final class NotFigures {

  private static final Set<String> NUMBERING =
      Set.of(
          "no.",
          "number",
          "page",
          "chapter",
          "section",
          "article",
          "flight",
          "route",
          "highway",
          "room",
          "channel",
          "gate",
          "line",
          "phase",
          "level",
          "age",
          "aged",
          "world",
          "formula",
          "resolution",
          "unit",
          "pier",
          "platform");

  private NotFigures() {}

  static boolean allow(
      TaggedText text, Numeral number, Sentence sentence, Counted.Thing thing, Lexicon lexicon) {
    int first = number.first();
    int last = number.last();
    String word = text.word(first);
    boolean digits = Character.isDigit(word.charAt(0));
    boolean noEvent = thing.event().isEmpty();
    if (digits
        && (isGlued(text, first, last)
            || word.startsWith("0") && word.length() > 1 && word.indexOf('.') < 0)) {
      return false;
    }
    if (text.is(thing.last(), "ago") || text.is(last + 1, "ago")) {
      return false;
    }
    if (digits
        && (isYear(text, first, last, word) || isDate(text, first, last) || isClock(text, last))) {
      return false;
    }
    if (first > sentence.first() && NUMBERING.contains(text.lower(first - 1))
        || isAge(text, first, last, sentence)) {
      return false;
    }
    boolean afterName =
        first > sentence.first()
            && text.is(first - 1, Tag.PROPN)
            && !isCalendar(text, first - 1)
            && digits;
    if (afterName && noEvent && !text.is(last, Tag.NOUN) && !text.is(last, Tag.ADJ)) {
      return false;
    }
    if (text.is(first, "one") && last == first + 1) {
      return oneOf(text, first, thing, lexicon);
    }
    if (text.is(first, "a") && thing.noun().isEmpty()) {
      return false;
    }
    return true;
  }

  /**
   * Part of an address or a code: <i>site.example/2fD4PNp</i>, where no unit or scale is glued to
   * the number.
   */
  private static boolean isGlued(TaggedText text, int first, int last) {
    boolean left =
        first > 0
            && text.token(first - 1).span().end() == text.token(first).span().start()
            && (text.is(first - 1, "/") || text.is(first - 1, ".") || text.is(first - 1, "="));
    boolean right =
        last < text.size()
            && text.token(last - 1).span().end() == text.token(last).span().start()
            && Character.isLetter(text.word(last).charAt(0))
            && text.word(last)
                .chars()
                .anyMatch(c -> Character.isDigit(c) || Character.isUpperCase(c));
    return left || right;
  }

  private static boolean isCalendar(TaggedText text, int i) {
    return Figures.isCalendar(text.word(i));
  }

  /** <i>One</i> counts where it is one of several people, or the only one. */
  private static boolean oneOf(TaggedText text, int first, Counted.Thing thing, Lexicon lexicon) {
    boolean partitive =
        text.is(first + 1, "of") && (thing.unit().equals("people") || text.is(first + 2, "them"));
    boolean only = text.is(first - 1, "only") || text.is(first - 1, "least");
    boolean happens = !thing.event().isEmpty() && lexicon.isFirstOfAllPerson(thing.noun());
    return (partitive || only || happens)
        && !(partitive
            && thing.event().isEmpty()
            && !text.is(first + 2, "them")
            && !text.is(first + 2, "the"));
  }

  private static boolean isYear(TaggedText text, int first, int last, String word) {
    if (last != first + 1 || !word.matches("1[5-9]\\d\\d|20\\d\\d")) {
      return false;
    }
    boolean counts =
        text.is(last, Tag.NOUN)
            && (text.is(first - 1, "than")
                || text.is(first - 1, "about")
                || text.is(first - 1, "some"));
    return !counts;
  }

  private static boolean isDate(TaggedText text, int first, int last) {
    boolean afterMonth = first > 0 && isMonth(text, first - 1);
    boolean beforeMonth = isMonth(text, last) || text.is(last, "of") && isMonth(text, last + 1);
    return afterMonth || beforeMonth;
  }

  private static boolean isMonth(TaggedText text, int i) {
    return i >= 0
        && i < text.size()
        && text.is(i, Tag.PROPN)
        && Figures.isCalendar(text.word(i))
        && !text.lower(i).endsWith("day");
  }

  private static boolean isClock(TaggedText text, int last) {
    String next = last < text.size() ? text.lower(last) : "";
    return next.matches("[ap]\\.?m\\.?")
        || next.equals("o'clock")
        || next.equals("gmt")
        || next.equals("hrs");
  }

  /** <i>Kirby, 30,</i> and <i>aged 30</i> and <i>30 years old</i>. */
  private static boolean isAge(TaggedText text, int first, int last, Sentence sentence) {
    boolean commas =
        first > sentence.first() + 1
            && text.is(first - 1, ",")
            && text.is(first - 2, Tag.PROPN)
            && (last >= sentence.last()
                || text.is(last, ",")
                || text.is(last, ".")
                || text.is(last, "and"));
    boolean old =
        text.is(last, "year") && text.is(last + 1, "old")
            || text.is(last, "years")
                && (text.is(last + 1, "old")
                    || text.is(last + 1, "of") && text.is(last + 2, "age"));
    boolean brackets = text.is(first - 1, "(") && text.is(last, ")");
    return commas || old || brackets;
  }
}
