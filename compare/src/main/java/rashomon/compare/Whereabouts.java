package rashomon.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rashomon.model.Figure;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Story;
import rashomon.model.TimeExpression;

/** Where times, figures and statements stand in the reports, looked up by place. */
final class Whereabouts {

  private final Map<ReportId, TreeMap<Integer, TimeExpression>> times = new HashMap<>();
  private final Map<ReportId, TreeMap<Integer, List<Figure>>> figures = new HashMap<>();
  private final Map<ReportId, TreeMap<Integer, List<Held>>> statements = new HashMap<>();

  /** A content and its statement. */
  private record Held(Span content, Statement statement) {}

  private Whereabouts() {}

  static Whereabouts of(Story story) {
    Whereabouts whereabouts = new Whereabouts();
    story
        .times()
        .forEach(
            time ->
                whereabouts
                    .times
                    .computeIfAbsent(time.report(), key -> new TreeMap<>())
                    .put(time.span().start(), time));
    story
        .figures()
        .forEach(
            figure ->
                whereabouts
                    .figures
                    .computeIfAbsent(figure.report(), key -> new TreeMap<>())
                    .computeIfAbsent(figure.span().start(), key -> new ArrayList<>())
                    .add(figure));
    story
        .statements()
        .forEach(
            statement ->
                statement
                    .content()
                    .forEach(
                        content ->
                            whereabouts
                                .statements
                                .computeIfAbsent(statement.report(), key -> new TreeMap<>())
                                .computeIfAbsent(content.start(), key -> new ArrayList<>())
                                .add(new Held(content, statement))));
    return whereabouts;
  }

  /** The times in a span, in order. */
  List<TimeExpression> times(ReportId report, Span span) {
    TreeMap<Integer, TimeExpression> all = times.getOrDefault(report, new TreeMap<>());
    return all.subMap(span.start(), span.end()).values().stream()
        .filter(time -> span.contains(time.span()))
        .toList();
  }

  /** The figures in a span, in order. */
  List<Figure> figures(ReportId report, Span span) {
    TreeMap<Integer, List<Figure>> all = figures.getOrDefault(report, new TreeMap<>());
    return all.subMap(span.start(), span.end()).values().stream()
        .flatMap(List::stream)
        .filter(figure -> span.contains(figure.span()))
        .toList();
  }

  /**
   * Whether no number that one passage gives is left without one in the other that it could be,
   * where both give some of a kind.
   */
  boolean sameFigures(ReportId report, Span span, ReportId otherReport, Span otherSpan) {
    Map<String, List<Range>> mine = ranges(figures(report, span));
    Map<String, List<Range>> theirs = ranges(figures(otherReport, otherSpan));
    return mine.entrySet().stream()
        .allMatch(
            entry -> {
              List<Range> others = theirs.getOrDefault(entry.getKey(), List.of());
              boolean fewer = entry.getValue().size() <= others.size();
              return others.isEmpty()
                  || (fewer
                      ? allMeet(entry.getValue(), others)
                      : allMeet(others, entry.getValue()));
            });
  }

  private static boolean allMeet(List<Range> some, List<Range> others) {
    return some.stream().allMatch(range -> others.stream().anyMatch(range::meets));
  }

  private static Map<String, List<Range>> ranges(List<Figure> figures) {
    return figures.stream()
        .collect(
            Collectors.groupingBy(
                figure -> Units.dimension(figure.unit()),
                Collectors.mapping(Range::of, Collectors.toList())));
  }

  /**
   * The innermost statement with content around a span, among the last few that begin before it.
   */
  Optional<Statement> statement(ReportId report, Span span) {
    TreeMap<Integer, List<Held>> all = statements.getOrDefault(report, new TreeMap<>());
    return all.headMap(span.start(), true).descendingMap().values().stream()
        .limit(FEW)
        .flatMap(List::stream)
        .filter(held -> held.content().contains(span))
        .min(Comparator.comparingInt(held -> held.content().length()))
        .map(Held::statement);
  }

  /** Contents are nested at most this deep. */
  private static final int FEW = 4;
}
