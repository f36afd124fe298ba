package rashomon.extract.figure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;
import rashomon.model.Span;
import rashomon.model.Tag;

/**
 * Tells numbers that count something from ages, labels, parts of names, telephone numbers and the
 * pronoun <i>one</i>.
 */
final class Numbers {

  private static final int OLDEST = 120;
  private static final int TOLL = 12;
  private static final Set<String> LABELS =
      Set.of(
          "no.",
          "no",
          "number",
          "page",
          "chapter",
          "section",
          "article",
          "flight",
          "route",
          "type",
          "season",
          "episode",
          "room",
          "gate",
          "platform",
          "line",
          "day",
          "category",
          "terminal",
          "phase",
          "level",
          "part",
          "act",
          "class",
          "channel",
          "highway",
          "interstate",
          "apollo",
          "version",
          "resolution",
          "figure",
          "photo",
          "image",
          "slide",
          "age",
          "aged",
          "ages");
  private static final Set<String> COUNTS = Set.of("toll", "deaths", "fatalities", "casualties");
  private static final Set<String> BEFORE_COUNT =
      Set.of(
          "to",
          "at",
          "of",
          "as",
          "is",
          "was",
          "reached",
          "hit",
          "reaches",
          "hits",
          "passes",
          "passed",
          "tops",
          "topped",
          "exceeds",
          "exceeded");

  private final TaggedText text;
  private final Lexicon lexicon;
  private final Codebook codebook;
  private final Events events;

  Numbers(TaggedText text, Lexicon lexicon, Codebook codebook, Events events) {
    this.text = text;
    this.lexicon = lexicon;
    this.codebook = codebook;
    this.events = events;
  }

  /** Whether the number names, orders or dates something and counts nothing. */
  boolean isLabel(Amount amount, Counted counted) {
    return isGlued(amount)
        || isAge(amount, counted)
        || isName(amount, counted)
        || isTelephone(amount)
        || isListNumber(amount)
        || isYear(amount)
        || isPointInTime(amount, counted)
        || amount.value().high() != null && amount.value().high() == 0;
  }

  private boolean isGlued(Amount amount) {
    int start = text.token(amount.number()).span().start();
    boolean left =
        start > 0 && "/_@#&=?".indexOf(text.text().charAt(start - 1)) >= 0
            || start > 0 && Character.isLetterOrDigit(text.text().charAt(start - 1));
    boolean dash =
        start > 1
            && text.text().charAt(start - 1) == '-'
            && Character.isLetterOrDigit(text.text().charAt(start - 2));
    int end = text.token(amount.last() - 1).span().end();
    boolean letter = end < text.text().length() && Character.isLetter(text.text().charAt(end));
    boolean right = letter && !counted(amount.last());
    boolean path =
        end + 1 < text.text().length()
            && text.text().charAt(end) == '/'
            && Character.isLetterOrDigit(text.text().charAt(end + 1));
    return left || dash && !amount.range() || right || path;
  }

  private boolean counted(int at) {
    return at < text.size() && codebook.units().containsKey(lexicon.nounLemma(text.lower(at)));
  }

  private boolean isAge(Amount amount, Counted counted) {
    int before = amount.number() - 1;
    int after = amount.last();
    boolean old =
        amount.tail().contains("old")
            || text.is(after, "old")
            || counted.unit().matches("years|months|weeks|days")
                && (text.is(counted.last(), "old")
                    || text.is(counted.last(), "of") && text.is(counted.last() + 1, "age"));
    boolean young = amount.value().high() != null && amount.value().high() <= OLDEST;
    boolean opened = text.is(before, ",") || text.is(before, "(");
    boolean closed =
        after >= text.size()
            || text.is(after, ",")
            || text.is(after, ".")
            || text.is(after, ")")
            || text.is(after, ";");
    boolean apposed =
        young
            && opened
            && closed
            && amount.first() == amount.number()
            && before > 0
            && (text.is(before - 1, Tag.PROPN) || text.is(before - 1, Tag.NOUN));
    boolean aged =
        amount.tail().matches("year|month")
            && (nounsPerson(after) || after + 1 < text.size() && nounsPerson(after + 1));
    return old || apposed || aged;
  }

  private boolean isName(Amount amount, Counted counted) {
    int before = amount.first() - 1;
    if (before < text.sentenceOf(amount.number()).first()) {
      return false;
    }
    int tail = text.word(amount.last() - 1).length() - amount.tail().length();
    if (!amount.tail().isEmpty()
        && Character.isUpperCase(text.word(amount.last() - 1).charAt(tail))) {
      return true;
    }
    boolean bare = counted.alone() || text.is(amount.last(), Tag.PROPN);
    if (LABELS.contains(text.lower(before)) && !text.is(amount.last(), Tag.NOUN)) {
      return true;
    }
    boolean takes =
        !events.classAt(amount.last()).isEmpty()
            || counted.people() && text.is(counted.last() - 1, Tag.NOUN)
            || counted.measured();
    return text.is(before, Tag.PROPN) && bare && !takes && events.classAt(before).isEmpty();
  }

  /** <i>The 2016 election</i>: a year before a noun that is not counted. */
  private boolean isYear(Amount amount) {
    boolean year =
        text.word(amount.number()).matches("(19|20)\\d\\d") && amount.last() == amount.number() + 1;
    boolean bare = amount.bound() == Codebook.Bound.PLAIN && !amount.range();
    boolean plural =
        text.is(amount.last(), Tag.NOUN)
            && !text.lemma(amount.last()).equals(text.lower(amount.last()));
    return year
        && bare
        && !plural
        && !text.is(amount.last(), Counted.PEOPLE)
        && !Amount.currency(text, amount.number() - 1);
  }

  private boolean isTelephone(Amount amount) {
    return isDigits(amount.number())
        && (isDigits(amount.number() - 1) || isDigits(amount.last()))
        && (nextTo(amount.number() - 1, amount.number())
            || nextTo(amount.last() - 1, amount.last()));
  }

  private boolean isDigits(int at) {
    return at >= 0 && at < text.size() && text.word(at).chars().allMatch(Character::isDigit);
  }

  private boolean nextTo(int one, int other) {
    return one >= 0
        && other < text.size()
        && isDigits(one)
        && isDigits(other)
        && text.token(one).sentence() == text.token(other).sentence();
  }

  private boolean isListNumber(Amount amount) {
    int at = amount.number();
    boolean opens = at == 0 || text.token(at - 1).paragraph() != text.token(at).paragraph();
    Span span = text.token(amount.last() - 1).span();
    return opens
        && (text.is(amount.last(), ".") || text.is(amount.last(), ")"))
        && text.token(amount.last()).span().start() == span.end();
  }

  /**
   * <i>two years ago</i>, <i>20 minutes from now</i>, <i>in the past seven years</i>: when, not how
   * long.
   */
  private boolean isPointInTime(Amount amount, Counted counted) {
    boolean ago =
        text.is(counted.last(), "ago")
            || text.is(counted.last(), "from") && text.is(counted.last() + 1, "now");
    boolean window =
        text.is(amount.first() - 1, "past")
            || text.is(amount.first() - 1, "next")
            || text.is(amount.first() - 1, "coming");
    return counted.measured() && (ago || window);
  }

  /** What a number without a noun counts, where its sentence tells that it counts something. */
  Optional<Counted> alone(Amount amount, Events.Found event) {
    int after = amount.last();
    int before = amount.first() - 1;
    boolean happens = event.classed();
    boolean subject =
        event.end() > 0
            && event.end() <= after + 4
            && (text.is(after, Tag.AUX) || text.is(after, Tag.VERB) || text.is(after, Tag.ADV))
            && amount.value().low() != null
            && !text.is(before, Tag.PROPN);
    boolean partitive =
        text.is(after, "of") && after + 1 < text.size() && !text.is(after + 1, Tag.NOUN);
    boolean followed =
        text.is(after, "who") || text.is(after, "others") || text.is(after, "more") || partitive;
    boolean only =
        amount.first() < amount.number()
            && (text.is(amount.first(), "only") || text.is(amount.number() - 1, "but"));
    if (isToll(amount)) {
      return Optional.of(
          new Counted(after, Counted.PEOPLE, Counted.PEOPLE, List.of(), false, true));
    }
    if (text.is(before, "of")
        && before > 0
        && (lexicon.isGroup(text.lemma(before - 1)) || nounsPerson(before - 1))) {
      return Optional.of(
          new Counted(
              after,
              lexicon.nounLemma(text.lower(before - 1)),
              Counted.PEOPLE,
              List.of(),
              false,
              true));
    }
    boolean counts = happens || subject || followed || only || serious(after);
    return counts
        ? Optional.of(new Counted(after, "", Counted.PEOPLE, List.of(), false, true))
        : Optional.empty();
  }

  private boolean nounsPerson(int at) {
    return at < text.size() && lexicon.isFirstOfAllPerson(lexicon.nounLemma(text.lower(at)));
  }

  /**
   * Whether it counts some of a larger number: <i>five of the dead</i>; the vague <i>dozens of</i>
   * does not.
   */
  boolean isPart(Amount amount) {
    return !amount.vague()
        && text.is(amount.last(), "of")
        && amount.last() + 1 < text.size()
        && !text.is(amount.last() + 1, Tag.NOUN);
  }

  private boolean serious(int at) {
    return text.is(at, "seriously") || text.is(at, "critically") || text.is(at, "fatally");
  }

  /** <i>The death toll rose to 85</i>. */
  boolean isToll(Amount amount) {
    int before = amount.first() - 1;
    int start = text.sentenceOf(amount.number()).first();
    if (before < start
        || !BEFORE_COUNT.contains(text.lower(before)) && !events.classAt(before).isEmpty()) {
      return false;
    }
    for (int at = before; at >= Math.max(start, before - 3 * TOLL); at--) {
      if (COUNTS.contains(text.lower(at))) {
        return BEFORE_COUNT.contains(text.lower(before));
      }
    }
    return false;
  }

  /**
   * Whether <i>one</i> stands for somebody, and counts nobody: <i>One of the pilots was his
   * cousin</i>.
   */
  boolean isPronoun(Amount amount, Counted counted, Events.Found event) {
    if (!text.is(amount.number(), "one")
        || amount.range()
        || amount.bound() != Codebook.Bound.PLAIN) {
      return false;
    }
    boolean of = text.is(amount.last(), "of");
    if (of) {
      int verb = counted.last();
      boolean passive =
          text.is(verb, Tag.AUX)
              && (text.is(verb + 1, Tag.VERB) || event.classed() && event.end() > 0);
      boolean found = text.is(amount.first() - 1, Tag.VERB);
      return !counted.people() || !passive && !found;
    }
    boolean only = amount.first() < amount.number();
    boolean person = counted.people() && !counted.alone() && text.is(amount.last(), Tag.NOUN);
    boolean reached =
        serious(amount.last()) || event.classed() && events.isParticiple(amount.last());
    return !(only && !counted.alone() || person || reached || counted.measured());
  }
}
