package rashomon.compare;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.model.DateRange;
import rashomon.model.Evidence;
import rashomon.model.Figure;
import rashomon.model.Holder;
import rashomon.model.Stamp;
import rashomon.model.Story;
import rashomon.model.TimeExpression;

/**
 * A figure with what decides which question it answers: the range it allows, the time its own
 * sentence gives where that lies well before the reports, and the words around it.
 */
record Count(
    Figure figure,
    Range range,
    @Nullable DateRange past,
    Set<String> content,
    boolean moves,
    Width width,
    Holder holder,
    @Nullable Stamp published) {

  /**
   * Days before the first report from which on a date belongs to another event or to its
   * background.
   */
  private static final int PAST = 7;

  private static final Set<String> MOVES =
      Set.of("rise", "climb", "increase", "revise", "grow", "jump", "updated", "rises", "rose");
  private static final Set<String> GENERIC =
      Set.of("people", "person", "victim", "life", "casualty");
  private static final int NEAR = 12;
  private static final double FAR_APART = 5;
  private static final int ALIKE = 3;

  /** Rounding changes a number by no more than this factor. */
  private static final double ROUNDED = 1.1;

  static Count of(Story story, Whereabouts whereabouts, Figure figure, @Nullable LocalDate first) {
    Sentences sentence = Sentences.around(story, figure.report(), figure.span());
    Evidence evidence =
        new Evidence(figure.report(), figure.span(), figure.statement(), figure.id());
    return new Count(
        figure,
        Range.of(figure),
        past(whereabouts, figure, sentence, first).orElse(null),
        sentence.content(NEAR),
        sentence.contains(MOVES),
        Width.of(sentence),
        story.holder(evidence),
        story.report(figure.report()).published());
  }

  private static Optional<DateRange> past(
      Whereabouts whereabouts, Figure figure, Sentences sentence, @Nullable LocalDate first) {
    return whereabouts.times(figure.report(), sentence.span()).stream()
        .map(TimeExpression::days)
        .filter(days -> days != null && first != null && days.to().isBefore(first.minusDays(PAST)))
        .findFirst();
  }

  Evidence evidence() {
    return new Evidence(figure.report(), figure.span(), figure.statement(), figure.id());
  }

  boolean generic() {
    return GENERIC.contains(figure.measure().noun()) && figure.measure().qualifiers().isEmpty();
  }

  boolean sameNumber(Count other) {
    return Objects.equals(figure.low(), other.figure.low())
        && Objects.equals(figure.high(), other.figure.high());
  }

  /** Only counts of one dimension can answer one question. */
  String dimension() {
    return Units.dimension(figure.unit());
  }

  /** What two counts share that say the same of the same, in one report and place. */
  List<Object> sense() {
    return List.of(
        figure.report(),
        figure.measure(),
        figure.unit(),
        range,
        figure.exact(),
        holder,
        String.valueOf(figure.scope()),
        String.valueOf(past),
        width);
  }

  /** Whether both answer one question: how many of these, or how much of that. */
  boolean asks(Count other) {
    if (!Units.dimension(figure.unit()).equals(Units.dimension(other.figure.unit()))
        || !samePast(other)
        || width != other.width && !sameNumber(other)) {
      return false;
    }
    return Units.isMeasured(figure.unit())
        ? sameMeasure(other)
        : sameEvent(other) ? sameCount(other) : sameGroup(other);
  }

  private boolean sameEvent(Count other) {
    String event = figure.measure().event();
    return !event.isEmpty() && event.equals(other.figure.measure().event());
  }

  private boolean sameCount(Count other) {
    boolean near =
        sameNumber(other) || apart(other) <= FAR_APART || range.isOpen() && other.range.isOpen();
    boolean part = (isPart() || other.isPart()) && !sameNumber(other);
    if (!near || part || !samePlace(other)) {
      return false;
    }
    return generic() && other.generic()
        || !generic()
            && !other.generic()
            && (sameNoun(other) || bothExact(other) && sameNumber(other) && range.size() > 2);
  }

  /** Whether it counts some of a larger number. */
  private boolean isPart() {
    return figure.measure().qualifiers().contains("part");
  }

  private boolean bothExact(Count other) {
    return figure.exact() && other.figure.exact();
  }

  /**
   * Whether both numbers can be meant by one, neither of them far from the other unless it is
   * vague.
   */
  boolean couldBe(Count other) {
    return range.meets(other.range)
        && (apart(other) <= 2 || sameNumber(other))
        && samePlace(other)
        && !figure.measure().qualifiers().contains("other");
  }

  /** Whether it gives closely a number that the other leaves room for, and hardly another. */
  boolean isCloserThan(Count other) {
    boolean single = Objects.equals(figure.low(), figure.high());
    boolean close = figure.exact() || range.size() % 10 > 0 && other.range.size() % 10 == 0;
    return single && close && other.couldBe(this) && apart(other) <= ROUNDED;
  }

  /** How many times the greater number is the smaller one. */
  double apart(Count other) {
    double one = Math.max(range.size(), 1);
    double two = Math.max(other.range.size(), 1);
    return Math.max(one, two) / Math.min(one, two);
  }

  private boolean sameNoun(Count other) {
    String one = figure.measure().noun();
    String two = other.figure.measure().noun();
    boolean noun =
        one.equals(two)
            || one.length() > 3 && two.endsWith(one)
            || two.length() > 3 && one.endsWith(two);
    List<String> mine =
        figure.measure().qualifiers().stream().filter(word -> !word.equals("part")).toList();
    List<String> theirs =
        other.figure.measure().qualifiers().stream().filter(word -> !word.equals("part")).toList();
    boolean narrowed =
        mine.isEmpty() && theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
    boolean either = mine.isEmpty() || theirs.isEmpty();
    boolean meets = range.meets(other.range);
    boolean close =
        Stems.shared(content, other.content) >= ALIKE || apart(other) < 1.5 && range.size() > 20;
    return noun && (narrowed || either) && (meets || close);
  }

  /** Without one event: the same number of the same, narrowed in the same way. */
  private boolean sameGroup(Count other) {
    boolean events = figure.measure().event().isEmpty() || other.figure.measure().event().isEmpty();
    boolean things =
        !figure.unit().equals("people")
            && events
            && figure.measure().noun().equals(other.figure.measure().noun())
            && figure.measure().qualifiers().equals(other.figure.measure().qualifiers())
            && apart(other) <= FAR_APART;
    boolean narrowed =
        !figure.measure().qualifiers().isEmpty()
            && figure.measure().qualifiers().equals(other.figure.measure().qualifiers())
            && figure.measure().noun().equals(other.figure.measure().noun());
    return sameNumber(other)
            && bothExact(other)
            && (narrowed || sameNoun(other) && !generic() && range.size() > 20)
        || things && !figure.measure().noun().isEmpty();
  }

  private boolean sameMeasure(Count other) {
    long shared = Stems.shared(content, other.content);
    boolean near =
        range.meets(other.range) && apart(other) <= 2
            || Math.abs(range.size() / other.range.size() - 1) < 0.05;
    return near && shared >= 2 || shared >= 4 && sameEvent(other) && apart(other) <= FAR_APART;
  }

  private boolean samePast(Count other) {
    if (past == null && other.past == null) {
      return true;
    }
    if (past != null && other.past != null) {
      return !past.from().isAfter(other.past.to()) && !other.past.from().isAfter(past.to());
    }
    return generic() || other.generic()
        ? sameNumber(other)
        : range.meets(other.range) && apart(other) <= 2 || sameNoun(other) && apart(other) < 1.5;
  }

  /** Whether the places they give, if both do, share a name. */
  boolean samePlace(Count other) {
    List<String> mine = names(figure.scope());
    List<String> theirs = names(other.figure.scope());
    return mine.isEmpty() || theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
  }

  private static List<String> names(@Nullable String scope) {
    return scope == null
        ? List.of()
        : List.of(scope.split(" ")).stream()
            .skip(1)
            .filter(word -> Character.isUpperCase(word.charAt(0)))
            .toList();
  }
}
