package rashomon.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Figure;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Story;

/**
 * Figures that answer one question: how many of the same, to whom the same happened. Answers are
 * told apart by their bounds; the relation between them is rounding, update or conflict, in this
 * order of preference.
 */
final class Counts implements PointFinder {

  @Override
  public List<Point> find(Story story) {
    FigureContexts contexts = new FigureContexts(story);
    List<Figure> figures =
        story.figures().stream()
            .filter(f -> f.low() != null || f.high() != null)
            .filter(f -> !contexts.isBackground(f))
            .filter(f -> !isOneOfSeveral(story, f))
            .toList();
    Map<String, List<Figure>> byKind = new LinkedHashMap<>();
    figures.forEach(f -> byKind.computeIfAbsent(kind(f), key -> new ArrayList<>()).add(f));
    List<Point> points = new ArrayList<>();
    for (List<Figure> kind : byKind.values()) {
      for (List<Figure> same :
          Clusters.of(kind, (one, other) -> sameQuestion(contexts, one, other))) {
        Point point = point(story, same);
        if (point != null) {
          points.add(point);
        }
      }
    }
    return points;
  }

  /** <i>One of the pilots</i> speaks of one; it does not count them. */
  private static boolean isOneOfSeveral(Story story, Figure figure) {
    String words = Quantity.words(story, figure);
    boolean anybody = figure.measure().event().isEmpty() && Population.isAnybody(figure.measure());
    return anybody || words.regionMatches(true, 0, "one of ", 0, 7);
  }

  /** Figures of different kinds never answer one question. */
  private static String kind(Figure figure) {
    String dimension = Quantity.dimension(figure.unit());
    return figure.measure().event().isEmpty()
        ? dimension + "/" + (Quantity.isMeasured(figure.unit()) ? "" : figure.measure().noun())
        : "people/" + figure.measure().event();
  }

  private static boolean sameQuestion(FigureContexts contexts, Figure one, Figure other) {
    if (one.measure().event().isEmpty()) {
      return contexts.alike(one, other) && (measured(List.of(one)) || Quantity.equal(one, other));
    }
    return contexts.sameScope(one, other)
        && Population.same(one.measure(), other.measure())
        && (Quantity.compatible(one, other)
            || !Population.CASUALTIES.contains(one.measure().event())
            || contexts.touch(one, other));
  }

  private static @Nullable Point point(Story story, List<Figure> figures) {
    List<List<Figure>> groups = Clusters.of(figures, Quantity::equal);
    groups =
        groups.stream()
            .sorted(Comparator.comparing((List<Figure> g) -> g.getFirst().id()))
            .toList();
    List<Answer> answers = groups.stream().map(group -> answer(story, group)).toList();
    boolean several =
        figures.stream().map(Figure::report).distinct().count() > 1 || holders(figures) > 1;
    if (!several) {
      return null;
    }
    boolean unlike =
        groups.size() > 1 && figures.getFirst().measure().event().isEmpty() && !measured(figures);
    if (unlike) {
      return null;
    }
    Judgement judgement =
        groups.size() == 1
            ? new Judgement(Relation.AGREE, "Each gives the same figure.")
            : Judgement.of(story, groups);
    boolean measured = measured(figures);
    return new Point(
        new PointId(1),
        question(figures),
        measured ? Facet.EXTENT : Facet.COUNT,
        judgement.relation(),
        judgement.why(),
        answers);
  }

  private static boolean measured(List<Figure> figures) {
    return Quantity.isMeasured(figures.getFirst().unit());
  }

  private static long holders(List<Figure> figures) {
    Set<Object> holders = new HashSet<>();
    figures.forEach(f -> holders.add(f.party() == null ? f.report() : f.party()));
    return holders.size();
  }

  private static Answer answer(Story story, List<Figure> group) {
    List<Evidence> evidence =
        group.stream().map(f -> new Evidence(f.report(), f.span(), f.statement(), f.id())).toList();
    return Answers.of(story, Quantity.words(story, group.getFirst()), evidence);
  }

  /** The question in the words of most figures, the first among equals. */
  private static String question(List<Figure> figures) {
    Map<String, Long> nouns =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.measure().phrase(), LinkedHashMap::new, Collectors.counting()));
    String phrase =
        nouns.entrySet().stream()
            .max(Map.Entry.<String, Long>comparingByValue())
            .orElseThrow()
            .getKey();
    Figure figure =
        figures.stream().filter(f -> f.measure().phrase().equals(phrase)).findFirst().orElseThrow();
    String predicate = figure.measure().predicate();
    String happened = predicate.replaceFirst("^(were|are|have|was|is) ", "");
    String noun =
        phrase.endsWith(happened)
            ? phrase.substring(0, phrase.length() - happened.length()).strip()
            : phrase;
    if (Quantity.isMeasured(figure.unit())) {
      return "How many " + figure.unit() + " are given?";
    }
    return predicate.isEmpty()
        ? "How many " + noun + " are there?"
        : "How many " + noun + " " + predicate + "?";
  }
}
