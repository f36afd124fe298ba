package rashomon.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Facet;
import rashomon.model.Figure;
import rashomon.model.Holder;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.model.Story;

/**
 * Counts and measures of one thing. Numbers that can all be meant by one are rounded; those that
 * grow from report to report, or shrink where people get free, are updated; what is left and held
 * apart is a conflict. Questions that one may take for one another are {@link Scopes}.
 */
final class Counts implements PointFinder {

  /** Counts that fall as time passes. */
  private static final Set<String> FALLING = Set.of("hold", "miss", "trap");

  private static final int BEFORE = 5;
  private static final int ALIKE = 3;

  /** The share of a short sentence's words that must stand in another. */
  private static final double MOST = 2.0 / 3;

  @Override
  public List<Point> find(Story story) {
    List<List<Count>> clusters = clusters(story);
    List<Point> points = new ArrayList<>();
    for (List<Count> cluster : clusters) {
      points.addAll(points(story, cluster));
    }
    points.addAll(Scopes.of(story, clusters));
    return points;
  }

  /** The figures that answer one question each, in the order of the reports. */
  private static List<List<Count>> clusters(Story story) {
    LocalDate first =
        story.reports().stream()
            .map(report -> report.published())
            .filter(Objects::nonNull)
            .map(Stamp::date)
            .min(Comparator.naturalOrder())
            .orElse(null);
    Whereabouts whereabouts = Whereabouts.of(story);
    List<Count> counts =
        story.figures().stream()
            .map(figure -> Count.of(story, whereabouts, figure, first))
            .toList();
    return Clusters.of(
            Clusters.of(counts, Count::dimension, Count::sense, Count::asks), Counts::oneCount)
        .stream()
        .map(Counts::flat)
        .toList();
  }

  /**
   * Whether one of two groups counts people and the other names them, and no number of one excludes
   * one of the other.
   */
  private static boolean oneCount(List<Count> one, List<Count> other) {
    Figure mine = one.getFirst().figure();
    Figure theirs = other.getFirst().figure();
    boolean named =
        one.getFirst().generic() != other.getFirst().generic()
            && mine.unit().equals(theirs.unit())
            && !mine.measure().event().isEmpty()
            && mine.measure().event().equals(theirs.measure().event());
    return named && one.stream().allMatch(count -> other.stream().allMatch(count::couldBe));
  }

  /** <i>101 metres</i> and <i>330 feet</i> are one answer. */
  private static boolean oneInOtherUnits(Count one, Count other) {
    return !one.figure().unit().equals(other.figure().unit())
        && one.figure().exact()
        && other.figure().exact()
        && one.range().meets(other.range());
  }

  private static List<Object> bounds(Count count) {
    Figure figure = count.figure();
    return List.of(String.valueOf(figure.low()), String.valueOf(figure.high()), figure.unit());
  }

  private static List<Count> flat(List<List<Count>> groups) {
    return groups.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(count -> count.figure().id()))
        .toList();
  }

  /**
   * The question as a whole, and beside it the numbers that one count rounds and another gives
   * closely, where time or conflict sets the rest apart.
   */
  private static List<Point> points(Story story, List<Count> cluster) {
    List<List<Count>> groups =
        comparable(Clusters.of(cluster, Count::dimension, Counts::bounds, Counts::oneInOtherUnits));
    Optional<Point> whole = point(story, cluster, groups);
    boolean apart =
        whole.isPresent()
            && (whole.get().relation() == Relation.UPDATE
                || whole.get().relation() == Relation.CONFLICT);
    List<Point> points = new ArrayList<>(whole.stream().toList());
    if (apart) {
      rounded(groups).stream()
          .filter(some -> some.size() < groups.size())
          .flatMap(some -> point(story, flat(some), some).stream())
          .filter(point -> point.relation() == Relation.ROUNDING)
          .forEach(points::add);
    }
    return points;
  }

  /** Each number that is not given closely, with the nearest one that it leaves room for. */
  private static List<List<List<Count>>> rounded(List<List<Count>> groups) {
    List<List<List<Count>>> pairs = new ArrayList<>();
    for (List<Count> loose : groups) {
      Count one = loose.getFirst();
      groups.stream()
          .filter(close -> !one.figure().exact() && close.getFirst().isCloserThan(one))
          .filter(close -> apart(List.of(loose, close)))
          .min(Comparator.comparingDouble(close -> one.apart(close.getFirst())))
          .ifPresent(close -> pairs.add(List.of(loose, close)));
    }
    return pairs;
  }

  private static Optional<Point> point(Story story, List<Count> cluster, List<List<Count>> groups) {
    if (!apart(groups)) {
      return Optional.empty();
    }
    List<Answer> answers = groups.stream().map(group -> answer(story, group)).toList();
    Relation relation = groups.size() == 1 ? Relation.AGREE : relation(groups);
    boolean measured = Units.isMeasured(cluster.getFirst().figure().unit());
    boolean told =
        measured
            || cluster.getFirst().figure().unit().equals("people")
                && !cluster.getFirst().figure().measure().predicate().isEmpty();
    if (relation == Relation.CONFLICT && !told) {
      return Optional.empty();
    }
    return Optional.of(
        new Point(
            new PointId(1),
            question(story, cluster),
            measured ? Facet.EXTENT : Facet.COUNT,
            relation,
            why(story, relation, groups, answers),
            answers));
  }

  /**
   * Without the numbers that have nothing to do with the most reported ones: of another place or
   * day, by the words around them.
   */
  private static List<List<Count>> comparable(List<List<Count>> groups) {
    List<List<Count>> kept = new ArrayList<>();
    groups.stream()
        .sorted(Comparator.comparing(Counts::reports).reversed())
        .forEach(
            group -> {
              if (kept.isEmpty() || kept.stream().anyMatch(other -> comparable(group, other))) {
                kept.add(group);
              }
            });
    return groups.stream().filter(kept::contains).toList();
  }

  /** Whether two numbers exclude each other, and neither is what became of the other. */
  private static boolean rivals(List<Count> one, List<Count> other) {
    return !one.getFirst().range().meets(other.getFirst().range())
        && !steps(one, other)
        && !steps(other, one)
        && !givesBoth(one, other)
        && alike(one, other);
  }

  private static boolean comparable(List<Count> one, List<Count> other) {
    return one.getFirst().range().meets(other.getFirst().range())
        || steps(one, other)
        || steps(other, one)
        || alike(one, other);
  }

  private static long reports(List<Count> group) {
    return group.stream().map(count -> count.figure().report()).distinct().count();
  }

  /** Whether the second number is what became of the first. */
  private static boolean steps(List<Count> one, List<Count> other) {
    boolean grows = one.getFirst().range().size() <= other.getFirst().range().size();
    boolean falling = FALLING.contains(one.getFirst().figure().measure().event());
    return grows != falling && (time(one, other) < 0 || moves(other));
  }

  /** Whether two reports or two parties give the numbers. */
  private static boolean apart(List<List<Count>> groups) {
    Set<Object> holders = new HashSet<>();
    Set<ReportId> reports = new HashSet<>();
    groups.forEach(
        group ->
            group.forEach(
                count -> {
                  holders.add(count.holder());
                  reports.add(count.figure().report());
                }));
    return reports.size() > 1 || groups.size() > 1 && holders.size() > 1;
  }

  private static Relation relation(List<List<Count>> groups) {
    boolean disjoint = false;
    boolean ordered = true;
    boolean refined = false;
    boolean shared = false;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < groups.size(); j++) {
        Count one = groups.get(i).getFirst();
        Count other = groups.get(j).getFirst();
        if (i == j || one.range().size() > other.range().size()) {
          continue;
        }
        int time = time(groups.get(i), groups.get(j));
        if (!one.range().meets(other.range())) {
          boolean step = steps(groups.get(i), groups.get(j)) || steps(groups.get(j), groups.get(i));
          boolean both = !step && givesBoth(groups.get(i), groups.get(j));
          shared |= both;
          if (both || !step && !alike(groups.get(i), groups.get(j))) {
            continue;
          }
          disjoint = true;
          ordered &= step;
        }
        refined |=
            one.figure().measure().event().equals("die") && vague(one) && !vague(other) && time < 0;
      }
    }
    boolean settled = groups.stream().flatMap(List::stream).anyMatch(count -> count.past() != null);
    if (disjoint) {
      return ordered ? Relation.UPDATE : Relation.CONFLICT;
    }
    return refined && !settled ? Relation.UPDATE : shared ? Relation.SCOPE : Relation.ROUNDING;
  }

  /**
   * Whether two numbers are rivals: the words around them tell of one thing, or one report sets
   * them side by side as what two parties say.
   */
  static boolean alike(List<Count> one, List<Count> other) {
    return one.stream().anyMatch(count -> other.stream().anyMatch(that -> alike(count, that)));
  }

  private static boolean alike(Count one, Count other) {
    boolean parties =
        one.holder() instanceof Holder.ByParty && other.holder() instanceof Holder.ByParty;
    boolean sideBySide =
        parties
            && !one.holder().equals(other.holder())
            && one.figure().report().equals(other.figure().report());
    long shared = Stems.shared(one.content(), other.content());
    double share = Stems.containment(one.content(), other.content());
    return sideBySide || shared >= ALIKE || shared == ALIKE - 1 && share >= MOST;
  }

  /** Whether somebody gives both numbers, and so cannot mean the same by them. */
  private static boolean givesBoth(List<Count> one, List<Count> other) {
    return one.stream()
        .anyMatch(
            count ->
                other.stream()
                    .anyMatch(
                        that ->
                            count.holder().equals(that.holder())
                                && count.figure().report().equals(that.figure().report())));
  }

  private static boolean moves(List<Count> group) {
    return group.stream().anyMatch(Count::moves);
  }

  private static boolean vague(Count count) {
    return !count.figure().exact() && count.range().isOpen();
  }

  /** Below 0 where the first group is given before the other. */
  private static int time(List<Count> one, List<Count> other) {
    boolean mineIsPast = one.stream().allMatch(count -> count.past() != null);
    boolean theirsIsPast = other.stream().allMatch(count -> count.past() != null);
    if (mineIsPast != theirsIsPast) {
      return mineIsPast ? -1 : 1;
    }
    Stamp mine = first(one);
    Stamp theirs = first(other);
    return mine == null || theirs == null ? 0 : mine.compareTo(theirs);
  }

  private static @Nullable Stamp first(List<Count> group) {
    return group.stream()
        .map(Count::published)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  static Answer answer(Story story, List<Count> group) {
    return Answers.of(
        story,
        words(story, group.getFirst().figure()),
        group.stream().map(Count::evidence).toList());
  }

  private static String words(Story story, Figure figure) {
    return figure.span().of(story.report(figure.report()).text()).replaceAll("\\s+", " ").strip();
  }

  private static String question(Story story, List<Count> cluster) {
    Figure figure = usual(cluster).figure();
    if (Units.isMeasured(figure.unit())) {
      return Units.question(figure.unit())
          + " (“"
          + before(story, figure)
          + words(story, figure)
          + "”)?";
    }
    String predicate = figure.measure().predicate();
    boolean people = figure.unit().equals("people");
    return people && !predicate.isEmpty()
        ? "How many " + noun(figure) + " " + predicate + "?"
        : "How many " + figure.measure().phrase() + "?";
  }

  /** The first figure of the event and the noun that most of them have. */
  private static Count usual(List<Count> cluster) {
    Map<String, Long> kinds =
        cluster.stream().collect(Collectors.groupingBy(Counts::kind, Collectors.counting()));
    long most = kinds.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return cluster.stream()
        .filter(count -> Objects.equals(kinds.get(kind(count)), most))
        .findFirst()
        .orElseThrow();
  }

  private static String kind(Count count) {
    return count.figure().measure().event() + " " + count.generic();
  }

  private static String before(Story story, Figure figure) {
    Sentences sentence = Sentences.around(story, figure.report(), figure.span());
    int first = Math.max(0, sentence.at() - BEFORE);
    return first == sentence.at()
        ? ""
        : (first > 0 ? "… " : "")
            + new Span(sentence.tokens().get(first).span().start(), figure.span().start())
                .of(story.report(figure.report()).text())
                .replaceAll("\\s+", " ");
  }

  /** The noun as the report has it, with the words that narrow it. */
  private static String noun(Figure figure) {
    String noun = figure.measure().noun();
    String[] words = figure.measure().phrase().split(" ");
    for (int i = 0; i < words.length; i++) {
      if (words[i]
          .toLowerCase(Locale.ROOT)
          .startsWith(noun.substring(0, Math.min(4, noun.length())))) {
        int first = i;
        while (first > 0
            && figure.measure().qualifiers().contains(words[first - 1].toLowerCase(Locale.ROOT))
            && !words[first - 1].equals("part")) {
          first--;
        }
        return String.join(" ", List.of(words).subList(first, i + 1));
      }
    }
    return "people";
  }

  private static String why(
      Story story, Relation relation, List<List<Count>> groups, List<Answer> answers) {
    int from = 0;
    int to = groups.size() - 1;
    for (int i = 0; i < groups.size() && relation == Relation.UPDATE; i++) {
      from = time(groups.get(i), groups.get(from)) < 0 ? i : from;
      to = time(groups.get(i), groups.get(to)) > 0 ? i : to;
    }
    for (int i = 0; i < groups.size() && relation == Relation.CONFLICT; i++) {
      for (int j = 0; j < i; j++) {
        if (rivals(groups.get(j), groups.get(i))) {
          from = j;
          to = i;
        }
      }
    }
    String one = quoted(story, answers.get(from));
    String other = quoted(story, answers.get(to));
    return switch (relation) {
      case AGREE -> "All give " + one + ".";
      case SCOPE ->
          one + " and " + other + " are both given by one of them: they count different things.";
      case ROUNDING -> one + " leaves room for " + other + ": they differ in precision.";
      case UPDATE -> "The number changes as time passes, from " + one + " to " + other + ".";
      case CONFLICT ->
          one
              + " and "
              + other
              + " exclude each other, and nothing in the reports makes one of them the later count.";
    };
  }

  private static String quoted(Story story, Answer answer) {
    return "“" + answer.answer() + "” (" + Voices.names(story, answer) + ")";
  }
}
