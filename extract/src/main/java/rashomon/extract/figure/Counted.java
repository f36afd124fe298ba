package rashomon.extract.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/**
 * What a number counts: the noun after it, and what happens to what it counts, before it or after
 * it.
 */
final class Counted {

  /**
   * @param unit people, a unit of measure, or the noun itself
   * @param noun lemma of what is counted, empty where only the event tells
   * @param event the class of what happens to it, empty where nothing known does
   * @param last the token after the last that belongs to it
   * @param continuous whether it is measured rather than counted
   */
  record Thing(
      String unit,
      String noun,
      String nounWords,
      String event,
      String eventWords,
      List<String> qualifiers,
      @Nullable String scope,
      int last,
      boolean continuous) {}

  private static final int AFTER = 20;
  private static final int BEFORE = 5;
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("mile", "miles"),
          Map.entry("kilometer", "km"),
          Map.entry("kilometre", "km"),
          Map.entry("km", "km"),
          Map.entry("meter", "m"),
          Map.entry("metre", "m"),
          Map.entry("foot", "ft"),
          Map.entry("ft", "ft"),
          Map.entry("feet", "ft"),
          Map.entry("yard", "yards"),
          Map.entry("mph", "mph"),
          Map.entry("kph", "km/h"),
          Map.entry("ton", "tons"),
          Map.entry("tonne", "tonnes"),
          Map.entry("kg", "kg"),
          Map.entry("kilogram", "kg"),
          Map.entry("pound", "pounds"),
          Map.entry("minute", "minutes"),
          Map.entry("hour", "hours"),
          Map.entry("second", "seconds"),
          Map.entry("day", "days"),
          Map.entry("week", "weeks"),
          Map.entry("month", "months"),
          Map.entry("year", "years"),
          Map.entry("percent", "percent"),
          Map.entry("%", "percent"),
          Map.entry("per", "percent"),
          Map.entry("dollar", "USD"),
          Map.entry("euro", "EUR"),
          Map.entry("acre", "acres"),
          Map.entry("hectare", "hectares"),
          Map.entry("degree", "degrees"),
          Map.entry("knot", "knots"),
          Map.entry("litre", "litres"),
          Map.entry("liter", "litres"),
          Map.entry("barrel", "barrels"));
  private static final Map<String, String> MONEY =
      Map.of("$", "USD", "£", "GBP", "€", "EUR", "¥", "JPY");

  private record Event(String kind, String words) {}

  private final Lexicon lexicon;
  private final Map<String, Event> events = new HashMap<>();

  private Counted(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  static Counted load(Lexicon lexicon) {
    Counted counted = new Counted(lexicon);
    Lexicon.rows("events", row -> counted.events.put(row[0], new Event(row[1], row[2])));
    return counted;
  }

  private static boolean hasNumber(TaggedText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.is(i, Tag.NUM)) {
        return true;
      }
    }
    return false;
  }

  boolean isUnit(String lemma) {
    return UNITS.containsKey(lemma);
  }

  /** What the number counts; null where it seems to count nothing. */
  @Nullable Thing at(TaggedText text, Numeral number, Sentence sentence, boolean money) {
    int end = sentence.last();
    if (money) {
      return new Thing(
          MONEY.getOrDefault(text.word(number.first() - 1), "money"),
          "money",
          "",
          "",
          "",
          List.of(),
          null,
          number.last(),
          true);
    }
    String compound = compoundUnit(text, number);
    if (!compound.isEmpty()) {
      String unit = UNITS.getOrDefault(compound, compound);
      return new Thing(
          unit,
          compound,
          compound,
          "",
          "",
          List.of(),
          null,
          number.last(),
          UNITS.containsKey(compound));
    }
    int head = head(text, number.last(), end);
    List<String> qualifiers = new ArrayList<>();
    int last = head < 0 ? number.last() : head + 1;
    for (int i = number.last(); i < head; i++) {
      if (Figures.isWord(text, i, Tag.ADJ, Tag.NOUN, Tag.PROPN)) {
        qualifiers.add(text.lemma(i));
      }
    }
    String noun = head < 0 ? "" : lexicon.nounLemma(text.word(head));
    if (text.is(number.first() - 1, "of") && text.is(number.first() - 2, Tag.NOUN)) {
      qualifiers.add(text.lemma(number.first() - 2));
    }
    if (text.is(number.last(), "of")
        && head > number.last() + 2
        && hasNumber(text, number.last(), head)) {
      qualifiers.add("part");
    }
    String unit = head < 0 ? null : UNITS.get(noun);
    if (unit != null) {
      return new Thing(
          unit,
          noun,
          unit,
          "",
          "",
          List.of(),
          scope(text, last, end),
          last,
          !noun.equals("per") || text.is(head + 1, "cent"));
    }
    Found event = event(text, number, head, last, sentence);
    boolean people =
        head >= 0
            ? lexicon.isPerson(noun)
                || noun.equals("people")
                || isPeople(text, head)
                || lexicon.kind(noun).equals("group") && event != null
            : event != null;
    if (head < 0 && event == null && !standsForPeople(text, number, sentence)) {
      return null;
    }
    people |= head < 0;
    String words = head < 0 ? "people" : text.lower(head);
    int to = event != null && head < 0 ? Math.max(last, event.at() + 1) : last;
    return new Thing(
        people ? "people" : words,
        head < 0 ? "people" : noun,
        words,
        event == null ? "" : event.event().kind(),
        event == null ? "" : event.event().words(),
        qualifiers,
        scope(text, to, end),
        Math.min(to, end),
        false);
  }

  /** A family of five; two still remain; the 21 who came back; one of them was hurt. */
  private boolean standsForPeople(TaggedText text, Numeral number, Sentence sentence) {
    int before = number.first() - 1;
    if (text.is(before, "of") && before - 1 >= sentence.first()) {
      return text.is(before - 1, Tag.NOUN) && lexicon.isGroup(text.lemma(before - 1));
    }
    int after = number.last();
    boolean one = text.is(number.first(), "one");
    if (text.is(after, "of") && text.is(after + 1, "them")) {
      return text.is(after + 2, Tag.AUX) || text.is(after + 2, Tag.VERB);
    }
    boolean free =
        before < sentence.first()
            || text.is(before, Tag.PUNCT)
            || text.is(before, "the")
            || text.is(before, "but")
            || text.is(before, "and");
    int verb = text.is(after, Tag.ADV) ? after + 1 : after;
    return !one
        && free
        && (text.is(after, "who")
            || text.is(verb, Tag.AUX)
            || text.is(verb, "remain")
            || text.is(verb, "remained"));
  }

  private boolean isPeople(TaggedText text, int head) {
    String word = text.word(head);
    return text.is(head, Tag.PROPN)
        && (lexicon.placeOf(word).isPresent()
            || word.endsWith("s")
                && lexicon.placeOf(word.substring(0, word.length() - 1)).isPresent()
            || word.endsWith("ans")
            || word.endsWith("ese")
            || word.endsWith("is"));
  }

  private static String compoundUnit(TaggedText text, Numeral number) {
    if (number.last() - number.first() != 1) {
      return "";
    }
    String word = text.lower(number.first());
    int hyphen = word.indexOf('-');
    String tail = hyphen < 0 ? "" : word.substring(hyphen + 1);
    return tail.matches("[a-z]+") && Numerals.plain(word) == null && !word.equals("half-dozen")
        ? tail
        : "";
  }

  /**
   * The head of the noun phrase after a number, through <i>of the</i>; -1 where none follows at
   * once.
   */
  private int head(TaggedText text, int from, int end) {
    int at = from;
    if (text.is(at, "of")) {
      at++;
      while (at < end
          && (text.is(at, Tag.DET)
              || text.is(at, Tag.PRON)
                  && !text.is(at, "them")
                  && !text.is(at, "those")
                  && !text.is(at, "whom"))) {
        at++;
      }
      // 21 of the more than 200 schoolgirls: both count schoolgirls.
      while (at < end
          && (text.is(at, "more")
              || text.is(at, "than")
              || text.is(at, "over")
              || text.is(at, Tag.NUM))) {
        at++;
      }
    }
    if (text.is(at, Tag.PUNCT) && "'\"‘“".contains(text.word(at))) {
      at++;
    }
    int head = -1;
    int limit = Math.min(end, at + 6);
    for (int i = at; i < limit; i++) {
      boolean noun =
          Figures.isWord(text, i, Tag.NOUN, Tag.PROPN)
              || text.is(i, "%")
              || UNITS.containsKey(text.lower(i)) && i == at;
      if (noun && !Figures.isCalendar(text.word(i))) {
        head = i;
        if (UNITS.containsKey(lexicon.nounLemma(text.word(i)))) {
          break;
        }
      } else if (head >= 0
          || !(Figures.isWord(text, i, Tag.ADJ)
              || text.is(i, Tag.VERB)
                  && i + 1 < limit
                  && Figures.isWord(text, i + 1, Tag.NOUN, Tag.PROPN)
                  && (text.lower(i).endsWith("ed") || text.lower(i).endsWith("ing"))
              || text.is(i, "more")
              || text.is(i, "other")
              || text.is(i, "further")
              || text.is(i, Tag.PUNCT)
                  && i > at
                  && i + 1 < limit
                  && text.is(i + 1, Tag.ADJ)
                  && text.is(i, ",")
              || text.is(i, "and") && text.is(i - 1, Tag.ADJ) && text.is(i + 1, Tag.ADJ))) {
        break;
      }
      if (head < 0
          && events.containsKey(text.lower(i))
          && !(i + 1 < limit && Figures.isWord(text, i + 1, Tag.NOUN, Tag.PROPN, Tag.ADJ))) {
        break;
      }
    }
    return head;
  }

  private record Found(Event event, int at) {}

  /**
   * What happens to what is counted: what it is the subject of (<i>21 girls … have been freed</i>),
   * else a bare participle after it (<i>12 killed</i>), else what is done to it before (<i>freed
   * 21</i>), else what the noun itself tells. After <i>21 of the girls</i> a participle speaks of
   * all the girls.
   */
  private @Nullable Found event(
      TaggedText text, Numeral number, int head, int from, Sentence sentence) {
    boolean partitive = text.is(number.last(), "of");
    Found bare = null;
    int end = Math.min(sentence.last(), from + AFTER);
    boolean relative = false;
    for (int i = from; i < end && !stops(text, i, from); i++) {
      relative |= text.is(i, "who") || text.is(i, "that") || text.is(i, "whom");
      Event event = text.is(i - 1, "not") ? null : word(text, i);
      if (event != null) {
        boolean predicate = hasAuxiliary(text, i, from) && !relative;
        boolean second = bare != null && text.is(i, Tag.VERB) && !relative && bare.at() == from;
        if (predicate || second || bare == null && !partitive) {
          bare = new Found(event, i);
        }
        if (predicate) {
          return together(text, Objects.requireNonNull(bare));
        }
      } else if (bare == null && mainVerb(text, i, from)) {
        break;
      }
    }
    Found before = bare == null || relative ? before(text, number, sentence) : null;
    Found found =
        before != null ? before : bare != null ? bare : toll(text, number.first(), sentence);
    Event noun = head < 0 || text.is(head, "board") ? null : events.get(text.lemma(head));
    return found == null && noun != null
        ? new Found(new Event(noun.kind(), ""), head)
        : found == null ? null : together(text, found);
  }

  /** <i>Killed or injured</i> is one thing to count, and another than either. */
  private Found together(TaggedText text, Found found) {
    int joint = found.at() + 1;
    if (!text.is(joint, "or") && !text.is(joint, "and") || joint + 1 >= text.size()) {
      return found;
    }
    Event second = word(text, joint + 1);
    boolean other = second != null && !second.kind().equals(found.event().kind());
    return second == null || !other
        ? found
        : new Found(
            new Event(
                found.event().kind() + " " + second.kind(),
                found.event().words() + " " + text.lower(joint) + " " + text.lower(joint + 1)),
            joint + 1);
  }

  private static boolean stops(TaggedText text, int i, int from) {
    return text.is(i, ",") && i > from
        || text.is(i, ";")
        || text.is(i, "after")
        || text.is(i, "when")
        || text.is(i, "while")
        || text.is(i, "and")
        || text.is(i, "but")
        || text.is(i, Tag.NUM) && i > from
        || breaksLine(text, i);
  }

  private static boolean breaksLine(TaggedText text, int i) {
    return i > 0
        && text.text()
                .substring(text.token(i - 1).span().end(), text.token(i).span().start())
                .indexOf('\n')
            >= 0;
  }

  private static boolean hasAuxiliary(TaggedText text, int i, int from) {
    for (int at = i - 1; at >= from && at >= i - 4; at--) {
      if (text.is(at, Tag.AUX)) {
        return true;
      }
      if (text.is(at, Tag.VERB) || text.is(at, Tag.NOUN)) {
        return false;
      }
    }
    return text.is(i, Tag.VERB)
        && i == from
        && !text.lower(i).endsWith("ed")
        && !text.lower(i).endsWith("ing");
  }

  private static boolean mainVerb(TaggedText text, int i, int from) {
    boolean progressive = text.lower(i).endsWith("ing") && text.is(i - 1, Tag.AUX);
    return text.is(i, Tag.VERB)
        && (progressive || !text.lower(i).endsWith("ing") && i > from + 1)
        && !text.is(i - 1, "who")
        && !Set.of("taken", "rushed", "remain", "thought", "believed", "reported", "held")
            .contains(text.lower(i));
  }

  private @Nullable Found before(TaggedText text, Numeral number, Sentence sentence) {
    int start = Math.max(sentence.first(), number.first() - BEFORE);
    for (int i = number.first() - 1; i >= start; i--) {
      if (text.is(i, ",") || text.is(i, ";") || text.is(i, "after")) {
        return null;
      }
      Event event = word(text, i);
      if (event != null && !text.is(i, Tag.ADJ)) {
        boolean passive =
            text.is(i - 1, Tag.AUX) && text.is(i, Tag.VERB) && text.lower(i).endsWith("ed");
        return passive ? null : new Found(event, i);
      }
      // Another noun or verb between them is what it is done to.
      if (Figures.isWord(text, i, Tag.NOUN, Tag.PROPN, Tag.VERB)) {
        return null;
      }
    }
    return null;
  }

  /** <i>The death toll rose to 85</i>; <i>the number of people injured rose to 36 from 31</i>. */
  private @Nullable Found toll(TaggedText text, int at, Sentence sentence) {
    if (!Set.of("to", "at", "of", "from").contains(text.lower(Math.max(0, at - 1)))) {
      return null;
    }
    Event met = null;
    for (int i = at - 1; i >= Math.max(sentence.first(), at - 40); i--) {
      Event here = word(text, i);
      met = here == null ? met : here;
      boolean toll = text.is(i, "toll");
      if (toll || text.is(i, "number") && met != null) {
        Event deaths = events.get("kill");
        Event event = toll ? deaths : met;
        return event == null ? null : new Found(event, at - 1);
      }
    }
    return null;
  }

  private @Nullable Event word(TaggedText text, int i) {
    Event event = events.get(text.lower(i));
    if (event == null
        && Figures.isWord(text, i, Tag.VERB, Tag.NOUN, Tag.ADJ)
        && !text.lemma(i).equals("board")) {
      boolean participle = text.is(i, Tag.ADJ) && text.lower(i).endsWith("ed");
      event = events.get(participle ? lexicon.verbLemma(text.word(i)) : text.lemma(i));
    }
    return text.is(i, "board") && !text.is(i - 1, "on") ? null : event;
  }

  private static final Set<String> WHERE = Set.of("in", "at", "on", "from", "near", "of", "aboard");

  /** The phrase that says who or where, right after what is counted. */
  private static @Nullable String scope(TaggedText text, int from, int end) {
    if (from + 1 >= end || !WHERE.contains(text.lower(from))) {
      return null;
    }
    int last = from + 1;
    while (last < end
        && last < from + 7
        && Figures.isWord(text, last, Tag.DET, Tag.ADJ, Tag.NOUN, Tag.PROPN, Tag.NUM)) {
      last++;
    }
    return last > from + 1 ? text.span(from, last).of(text.text()).replaceAll("\\s+", " ") : null;
  }
}
