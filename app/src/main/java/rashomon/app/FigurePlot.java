package rashomon.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rashomon.model.Evidence;
import rashomon.model.Figure;
import rashomon.model.Holder;
import rashomon.model.Point;
import rashomon.model.Stamp;
import rashomon.model.Story;

/**
 * What a plot of the figures of one point shows: a row for each source, a dot for each figure it
 * gives. A figure that is a copy of another's words has no dot of its own.
 */
record FigurePlot(Point point, List<Row> rows) {

  /** A source, in words, with what it gives, the earliest first; what has no time comes last. */
  record Row(String source, List<Dot> dots) {}

  /** A figure with every place that gives it, copies too. */
  record Dot(Figure figure, @Nullable Instant time, List<Evidence> places) {

    /** The value a line goes through: the stated bound, or the middle of two. */
    double value() {
      Double low = figure.low();
      Double high = figure.high();
      return low == null
          ? Objects.requireNonNullElse(high, 0.0)
          : high == null ? low : (low + high) / 2;
    }
  }

  /** The plot of a point, if two or more figures answer it. */
  static Optional<FigurePlot> of(Story story, Wording wording, Point point) {
    Map<String, Map<Object, Dot>> rows = new LinkedHashMap<>();
    point.answers().stream()
        .flatMap(answer -> answer.evidence().stream())
        .filter(evidence -> evidence.figure() != null)
        .sorted(Comparator.comparing(Evidence::report).thenComparing(Evidence::span))
        .forEach(
            evidence -> {
              Figure figure = story.figure(Objects.requireNonNull(evidence.figure()));
              if (figure.low() == null && figure.high() == null) {
                return;
              }
              rows.computeIfAbsent(source(story, wording, evidence), _ -> new LinkedHashMap<>())
                  .computeIfAbsent(
                      sameAs(story, evidence, figure),
                      _ -> new Dot(figure, time(story, evidence), new ArrayList<>()))
                  .places()
                  .add(evidence);
            });
    int dots = rows.values().stream().mapToInt(Map::size).sum();
    return dots < 2
        ? Optional.empty()
        : Optional.of(
            new FigurePlot(
                point,
                rows.entrySet().stream()
                    .map(
                        row ->
                            new Row(
                                row.getKey(),
                                row.getValue().values().stream().sorted(IN_TIME).toList()))
                    .toList()));
  }

  private static final Comparator<Dot> IN_TIME =
      Comparator.comparing(Dot::time, Comparator.nullsLast(Comparator.naturalOrder()));

  /** One passage in several reports is one figure. */
  private static Object sameAs(Story story, Evidence evidence, Figure figure) {
    return List.of(
        story.origin(evidence.report(), evidence.span()).id(),
        String.valueOf(figure.low()),
        String.valueOf(figure.high()),
        figure.exact());
  }

  /** The party that gives it, or the outlet in its own words, whichever of its reports it is. */
  private static String source(Story story, Wording wording, Evidence evidence) {
    Holder holder = story.holder(evidence);
    String outlet = story.report(story.origin(evidence.report(), evidence.span()).first()).outlet();
    return holder instanceof Holder.ByReport && outlet != null
        ? outlet + ", in its own words"
        : wording.holder(holder);
  }

  private static @Nullable Instant time(Story story, Evidence evidence) {
    Stamp published = story.report(evidence.report()).published();
    return published == null ? null : published.instant();
  }
}
