package rashomon.extract.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.extract.figure.Codebook.Bounds;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.DateRange;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Measure;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Tag;
import rashomon.model.TimeExpression;

/**
 * Finds the quantities a report gives, by the codebook: every number that counts or measures
 * something, and none that is a date, a clock time, an age, a label or part of a name. One pass;
 * linear in the length of the text.
 */
public final class Figures {

  /** Left out of what a person reads: <i>people killed</i>, not <i>people have been killed</i>. */
  private static final Pattern AUXILIARIES =
      Pattern.compile("\\b(?:were|was|are|is|have|has|had|been|be|being)\\s+");

  private static final int FURNITURE = 3;
  private static final int PLACE = 6;
  private static final Set<String> SPELLED = Set.of("a", "an");

  private final TaggedText text;
  private final Codebook codebook;
  private final @Nullable TimeExpression[] meant;
  private final @Nullable Statement[] holding;
  private final BitSet timed = new BitSet();
  private final Events events;
  private final Nouns nouns;
  private final Numbers numbers;
  private final List<Figure> figures = new ArrayList<>();
  private final Map<String, Integer> furniture = new HashMap<>();

  private Figures(
      TaggedText text,
      Lexicon lexicon,
      Codebook codebook,
      List<TimeExpression> times,
      List<Statement> statements) {
    this.text = text;
    this.codebook = codebook;
    this.meant = new TimeExpression[text.size()];
    this.holding = new Statement[text.size()];
    this.events = new Events(text, lexicon, codebook);
    this.nouns = new Nouns(text, lexicon, codebook, events);
    this.numbers = new Numbers(text, lexicon, codebook, events);
    for (TimeExpression time : times) {
      int first = text.tokenAt(time.span().start());
      int last = text.tokenAfter(time.span().end());
      timed.set(first, last);
      Arrays.fill(meant, first, last, time);
    }
    statements.stream()
        .sorted(Comparator.comparingInt(Figures::length).reversed())
        .forEach(
            statement ->
                statement
                    .content()
                    .forEach(
                        content ->
                            Arrays.fill(
                                holding,
                                text.tokenAt(content.start()),
                                text.tokenAfter(content.end()),
                                statement)));
  }

  /**
   * The figures in order, numbered from 1. {@code times} and {@code statements} are the same
   * report's.
   */
  public static List<Figure> find(
      TaggedText text,
      Lexicon lexicon,
      Codebook codebook,
      List<TimeExpression> times,
      List<Statement> statements) {
    return new Figures(text, lexicon, codebook, times, statements).find();
  }

  private List<Figure> find() {
    for (int i = 0; i < text.size(); i++) {
      repeat(i);
    }
    furniture.values().removeIf(count -> count < FURNITURE);
    int i = 0;
    while (i < text.size()) {
      int at = i;
      Amount found =
          timed.get(i) ? null : Amount.at(text, i, codebook).or(() -> article(at)).orElse(null);
      if (found == null) {
        i++;
        continue;
      }
      if (!overlapsTime(found)) {
        add(found);
      }
      i = found.last();
    }
    return List.copyOf(figures);
  }

  private boolean overlapsTime(Amount amount) {
    int time = timed.nextSetBit(amount.number());
    return time >= 0 && time < amount.last();
  }

  /** <i>more than a mile</i>; <i>six men and a woman</i>. */
  private Optional<Amount> article(int i) {
    if (!SPELLED.contains(text.lower(i)) || i == 0 || i + 1 >= text.size()) {
      return Optional.empty();
    }
    Bounds one = new Bounds(1d, 1d);
    boolean unit = codebook.units().containsKey(text.lower(i + 1));
    Codebook.Bound bound = codebook.bounds().getOrDefault(text.lower(i - 1), Codebook.Bound.PLAIN);
    if (unit
        && i > 1
        && (text.is(i - 1, "than") && text.is(i - 2, "more") || bound == Codebook.Bound.OVER)) {
      return Optional.of(
          new Amount(
              text.is(i - 1, "than") ? i - 2 : i - 1,
              i,
              i + 1,
              one,
              Codebook.Bound.OVER,
              false,
              false,
              ""));
    }
    boolean coordinated =
        text.is(i - 1, "and")
            && !figures.isEmpty()
            && figures.getLast().unit().equals(Counted.PEOPLE)
            && figures.getLast().span().end() == text.token(i - 2).span().end()
            && figures.getLast().exact();
    boolean person = nouns.isPerson(text.lemma(i + 1)) && text.is(i + 1, Tag.NOUN);
    return coordinated && person
        ? Optional.of(new Amount(i, i, i + 1, one, Codebook.Bound.PLAIN, false, false, ""))
        : Optional.empty();
  }

  private void add(Amount amount) {
    Counted counted = nouns.of(amount);
    if (numbers.isLabel(amount, counted) || isRepeated(amount)) {
      return;
    }
    Events.Found event = events.together(events.of(amount, counted));
    if (counted.alone() && !counted.people()) {
      Optional<Counted> alone = numbers.alone(amount, event);
      if (alone.isEmpty()) {
        return;
      }
      counted = alone.get();
    }
    if (numbers.isPronoun(amount, counted, event)) {
      return;
    }
    boolean toll = !event.classed() && counted.alone() && numbers.isToll(amount);
    event =
        toll ? new Events.Found("die", -1, true) : amount.tail().isEmpty() ? event : Events.NONE;
    List<String> qualifiers =
        numbers.isPart(amount) ? plus(counted.qualifiers(), "part") : counted.qualifiers();
    Bounds bounds = amount.bounds(counted.measured());
    String happens = inherited(amount, event);
    Span span = span(amount, counted, event);
    Statement statement = statement(span);
    figures.add(
        new Figure(
            new FigureId(figures.size() + 1),
            new ReportId(1),
            span,
            bounds.low(),
            bounds.high(),
            amount.exact(),
            counted.unit(),
            new Measure(
                counted.noun().isEmpty() ? counted.unit() : counted.noun(),
                kind(happens),
                predicate(happens),
                qualifiers,
                phrase(amount, counted, event)),
            scope(Math.max(counted.last(), event.end())),
            statement == null ? null : statement.party(),
            asOf(amount),
            statement == null ? null : statement.id()));
  }

  /**
   * In <i>killing ten tourists and two pilots</i> the second number takes the event of the first.
   */
  private String inherited(Amount amount, Events.Found event) {
    boolean joined =
        amount.first() > 1
            && (text.is(amount.first() - 1, "and") || text.is(amount.first() - 1, ","))
            && !figures.isEmpty()
            && figures.getLast().span().end() >= text.token(amount.first() - 2).span().end()
            && text.sentenceOf(amount.number()).first()
                <= text.tokenAt(figures.getLast().span().start());
    return joined && !event.classed() && !figures.getLast().measure().event().isEmpty()
        ? figures.getLast().measure().event()
        : event.event();
  }

  /** The class of an event; none for a verb that the codebook does not know. */
  private String kind(String event) {
    return predicate(event).isEmpty() ? "" : event;
  }

  private String predicate(String event) {
    int or = event.indexOf(Events.OR);
    if (or > 0) {
      String second = predicate(event.substring(or + Events.OR.length()));
      return predicate(event.substring(0, or)) + " or " + second.replaceFirst("^were ", "");
    }
    return codebook.events().values().stream()
        .filter(e -> e.kind().equals(event))
        .map(Codebook.Event::predicate)
        .findFirst()
        .orElse("");
  }

  private static List<String> plus(List<String> qualifiers, String one) {
    List<String> more = new ArrayList<>(qualifiers);
    more.add(one);
    return more;
  }

  private Span span(Amount amount, Counted counted, Events.Found event) {
    boolean next = event.end() > 0 && event.end() <= Math.max(counted.last(), amount.last()) + 1;
    int last = Math.max(amount.last(), counted.last());
    return text.span(amount.first(), next ? event.end() : last);
  }

  private String phrase(Amount amount, Counted counted, Events.Found event) {
    int last = Math.max(counted.last(), event.classed() ? event.end() : -1);
    String words =
        amount.last() < last
            ? AUXILIARIES
                .matcher(text.span(amount.last(), last).of(text.text()).replaceAll("\\s+", " "))
                .replaceAll("")
                .strip()
            : counted.unit();
    return amount.tail().isEmpty() ? words : counted.unit();
  }

  /** The innermost statement whose content holds the span. */
  private @Nullable Statement statement(Span span) {
    Statement innermost = holding[text.tokenAt(span.start())];
    return innermost != null
            && innermost.content().stream().anyMatch(content -> content.contains(span))
        ? innermost
        : null;
  }

  private static int length(Statement statement) {
    return statement.content().stream().mapToInt(Span::length).sum();
  }

  private @Nullable String scope(int at) {
    int limit = Math.min(text.size(), at + 1 + PLACE);
    if (at >= text.size()
        || at < 1
        || text.token(at).sentence() != text.token(at - 1).sentence()
        || timed.get(Math.min(at + 1, text.size() - 1))) {
      return null;
    }
    if (!Set.of("in", "at", "from", "near", "on", "inside", "outside", "across", "aboard", "around")
        .contains(text.lower(at))) {
      return null;
    }
    int end = at + 1;
    int last = -1;
    while (end < limit
        && !text.is(end, Tag.PUNCT)
        && !text.is(end, Tag.VERB)
        && !text.is(end, Tag.AUX)
        && !text.is(end, Tag.ADP)
        && !timed.get(end)
        && !text.is(end, Tag.SCONJ)
        && !text.is(end, Tag.CCONJ)) {
      last = text.is(end, Tag.NOUN) || text.is(end, Tag.PROPN) ? end + 1 : last;
      end++;
    }
    return last < 0 ? null : text.span(at, last).of(text.text()).replaceAll("\\s+", " ");
  }

  private @Nullable DateRange asOf(Amount amount) {
    Sentence sentence = text.sentenceOf(amount.number());
    for (int at = timed.nextSetBit(sentence.first());
        at >= 0 && at < sentence.last();
        at = timed.nextSetBit(at + 1)) {
      if (text.is(at - 1, "by") || text.is(at - 1, "of") && text.is(at - 2, "as")) {
        TimeExpression time = meant[at];
        return time == null ? null : time.days();
      }
    }
    return null;
  }

  private void repeat(int i) {
    if (Character.isDigit(text.word(i).charAt(0)) || Numerals.value(text.lower(i)) > 0) {
      furniture.merge(context(i), 1, Integer::sum);
    }
  }

  /** Page furniture that stands more than twice is read once. */
  private boolean isRepeated(Amount amount) {
    String context = context(amount.number());
    Integer seen = furniture.get(context);
    if (seen == null) {
      return false;
    }
    furniture.put(context, 0);
    return seen == 0;
  }

  private String context(int i) {
    StringBuilder words = new StringBuilder();
    for (int at = Math.max(0, i - 4); at <= i; at++) {
      words.append(text.lower(at)).append(' ');
    }
    return words.toString();
  }
}
