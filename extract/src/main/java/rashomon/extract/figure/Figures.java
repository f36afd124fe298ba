package rashomon.extract.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Names;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Measure;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Tag;

/** Finds the quantities a report gives, and what each counts. Immutable once loaded. */
public final class Figures {

  private static final int REPEATED = 2;
  private static final int CONTEXT = 4;
  private static final Set<String> BOUNDING =
      Set.of("than", "over", "least", "about", "nearly", "almost", "half");
  private static final Set<String> CURRENCIES = Set.of("$", "£", "€", "¥");

  private final Lexicon lexicon;
  private final Numerals numerals;
  private final Counted counted;

  private Figures(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.numerals = Numerals.load();
    this.counted = Counted.load(lexicon);
  }

  public static Figures load(Lexicon lexicon) {
    return new Figures(lexicon);
  }

  /** All figures of a text, in order, with ids from 1. */
  public List<Figure> find(TaggedText text, List<Statement> statements) {
    List<Figure> found = new ArrayList<>();
    Map<String, Integer> lines = repeatedLines(text);
    Map<String, Integer> contexts = new HashMap<>();
    int[] holder = holders(text, statements);
    for (Sentence sentence : text.sentences()) {
      if (lines.getOrDefault(words(text, sentence), 0) > REPEATED) {
        continue;
      }
      for (int i = sentence.first(); i < sentence.last(); i++) {
        Numeral number = number(text, i, sentence).orElse(null);
        if (number == null) {
          continue;
        }
        contexts.merge(context(text, i), 1, Integer::sum);
        Figure figure =
            figure(
                text,
                number,
                sentence,
                new FigureId(found.size() + 1),
                holder[i] == 0 ? null : statements.get(holder[i] - 1));
        if (figure != null) {
          found.add(figure);
        }
        i = Math.max(i, number.last() - 1);
      }
    }
    return withoutFurniture(text, found, contexts);
  }

  /**
   * Of a number that stands more than twice behind the same words, page furniture, keeps the first.
   */
  private static List<Figure> withoutFurniture(
      TaggedText text, List<Figure> found, Map<String, Integer> contexts) {
    List<Figure> kept = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Figure f : found) {
      int number = text.tokenAt(f.span().start());
      while (number < text.size() - 1 && !contexts.containsKey(context(text, number))) {
        number++;
      }
      String context = context(text, number);
      if (contexts.getOrDefault(context, 0) <= REPEATED || seen.add(context)) {
        kept.add(
            new Figure(
                new FigureId(kept.size() + 1),
                f.report(),
                f.span(),
                f.low(),
                f.high(),
                f.exact(),
                f.unit(),
                f.measure(),
                f.scope(),
                f.party(),
                f.asOf(),
                f.statement()));
      }
    }
    return kept;
  }

  private static String context(TaggedText text, int number) {
    int first = Math.max(0, number - CONTEXT);
    return text.span(first, number + 1).of(text.text());
  }

  private static int[] holders(TaggedText text, List<Statement> statements) {
    int[] holder = new int[text.size()];
    for (int s = 0; s < statements.size(); s++) {
      for (Span part : statements.get(s).content()) {
        int last = text.tokenAfter(part.end());
        for (int i = text.tokenAt(part.start()); i < last; i++) {
          holder[i] = s + 1;
        }
      }
    }
    return holder;
  }

  private static Map<String, Integer> repeatedLines(TaggedText text) {
    Map<String, Integer> lines = new HashMap<>();
    text.sentences().forEach(sentence -> lines.merge(words(text, sentence), 1, Integer::sum));
    return lines;
  }

  private static String words(TaggedText text, Sentence sentence) {
    return text.span(sentence.first(), sentence.last()).of(text.text());
  }

  /** A number, a range of two, or the number in a compound (<i>two-car</i>, <i>25-ton</i>). */
  private Optional<Numeral> number(TaggedText text, int i, Sentence sentence) {
    Numeral one = numerals.at(text, i).filter(n -> n.last() <= sentence.last()).orElse(null);
    if (one == null) {
      return single(text, i, sentence).or(() -> compound(text, i));
    }
    boolean between =
        text.is(i - 1, "between") || text.is(i - 1, "from") || text.is(i - 2, "between");
    boolean joint =
        text.is(one.last(), "to")
            || text.is(one.last(), "–")
            || text.is(one.last(), "-")
            || between && (text.is(one.last(), "and") || text.is(one.last(), "or"));
    if (joint && one.last() + 1 < sentence.last()) {
      Numeral other = numerals.at(text, one.last() + 1).orElse(null);
      Double low = one.low();
      Double high = other == null ? null : other.high();
      if (other != null
          && low != null
          && high != null
          && high > low
          && one.exact()
          && other.exact()) {
        return Optional.of(new Numeral(between ? i - 1 : i, other.last(), low, high, true));
      }
    }
    return Optional.of(one);
  }

  /** The article that counts one: <i>more than a mile</i>, <i>six men and a woman</i>. */
  private Optional<Numeral> single(TaggedText text, int i, Sentence sentence) {
    if (!text.is(i, "a") && !text.is(i, "an")
        || i == sentence.first()
        || i + 1 >= sentence.last()) {
      return Optional.empty();
    }
    boolean measured = BOUNDING.contains(text.lower(i - 1)) && counted.isUnit(text.lemma(i + 1));
    boolean listed =
        text.is(i - 1, "and")
            && lexicon.isFirstOfAllPerson(text.lemma(i + 1))
            && listsPeople(text, i - 2, sentence);
    return measured || listed
        ? Optional.of(new Numeral(i, i + 1, 1.0, 1.0, true))
        : Optional.empty();
  }

  private boolean listsPeople(TaggedText text, int head, Sentence sentence) {
    if (head <= sentence.first() || !lexicon.isFirstOfAllPerson(text.lemma(head))) {
      return false;
    }
    return numerals.at(text, head - 1).isPresent()
        || head - 2 >= sentence.first() && numerals.at(text, head - 2).isPresent();
  }

  private static Optional<Numeral> compound(TaggedText text, int i) {
    String word = text.lower(i);
    int hyphen = word.indexOf('-');
    if (hyphen <= 0 || word.endsWith("-old") || word.contains("year")) {
      return Optional.empty();
    }
    String head = word.substring(0, hyphen);
    if (word.substring(hyphen + 1).matches("\\d+") && head.matches("\\d+")) {
      Double low = Numerals.plain(head);
      Double high = Numerals.plain(word.substring(hyphen + 1));
      return low != null && high != null && high > low
          ? Optional.of(new Numeral(i, i + 1, low, high, true))
          : Optional.empty();
    }
    Double value = Numerals.plain(head);
    boolean unit = word.substring(hyphen + 1).matches("[a-z]+");
    return value == null || !unit
        ? Optional.empty()
        : Optional.of(new Numeral(i, i + 1, value, value, true));
  }

  private @Nullable Figure figure(
      TaggedText text,
      Numeral number,
      Sentence sentence,
      FigureId id,
      @Nullable Statement statement) {
    int before = number.first() - 1;
    boolean money = before >= sentence.first() && CURRENCIES.contains(text.word(before));
    Counted.Thing thing = counted.at(text, number, sentence, money);
    if (thing == null || !NotFigures.allow(text, number, sentence, thing, lexicon)) {
      return null;
    }
    boolean discrete = !thing.continuous();
    int limit = sentence.first();
    Numeral start =
        money
            ? new Numeral(before, number.last(), number.low(), number.high(), number.exact())
            : number;
    Numeral bounded = Bounds.of(text, start, discrete, limit - 1 < 0 ? 0 : limit - 1);
    Span span =
        text.span(bounded.first(), Math.max(Math.max(bounded.last(), number.last()), thing.last()));
    return new Figure(
        id,
        new ReportId(1),
        span,
        bounded.low(),
        bounded.high(),
        bounded.exact(),
        thing.unit(),
        measure(thing),
        thing.scope(),
        statement == null ? null : statement.party(),
        null,
        statement == null ? null : statement.id());
  }

  private static Measure measure(Counted.Thing thing) {
    String happened = thing.eventWords().replaceFirst("^(were|are|have|was|is) ", "");
    String phrase = (thing.nounWords() + " " + happened).strip();
    return new Measure(
        thing.noun(),
        thing.event(),
        thing.eventWords(),
        thing.qualifiers(),
        phrase.isEmpty() ? thing.unit() : phrase);
  }

  static boolean isCalendar(String word) {
    return Names.isCalendar(word.toLowerCase(Locale.ROOT));
  }

  static boolean isWord(TaggedText text, int i, Tag... tags) {
    for (Tag tag : tags) {
      if (text.is(i, tag)) {
        return true;
      }
    }
    return false;
  }
}
