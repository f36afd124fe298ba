package rashomon.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Estimate;
import rashomon.model.Estimate.Rule;
import rashomon.model.Evidence;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Origin;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.Stamp;
import rashomon.model.Story;

/**
 * One number for each point whose answers are numbers for one thing, by a rule that a person
 * picked. Numbers of different scope are never made one.
 */
public final class Estimates {

  /** A figure and where it stands in a point. */
  private record Given(Figure figure, Evidence evidence) {

    double least() {
      return Objects.requireNonNullElse(low(), Objects.requireNonNullElse(figure.high(), 0.0));
    }

    @Nullable Double low() {
      return figure.low();
    }
  }

  private Estimates() {}

  /** The same comparison with an estimate for each point that can have one. */
  public static Comparison by(Rule rule, Comparison comparison) {
    Story story = comparison.story();
    List<Estimate> estimates =
        comparison.points().stream()
            .filter(point -> point.relation() != Relation.SCOPE)
            .flatMap(point -> of(rule, story, point).stream())
            .toList();
    return new Comparison(
        story, comparison.points(), estimates, comparison.retellings(), comparison.rejected());
  }

  private static Optional<Estimate> of(Rule rule, Story story, Point point) {
    List<Given> all = point.answers().stream().flatMap(answer -> given(story, answer)).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Given> chosen =
        switch (rule) {
          case FULL_RANGE -> List.of(least(all), greatest(all));
          case MOST_CONSERVATIVE -> List.of(least(all));
          case MAJORITY -> majority(story, point);
          case LATEST -> List.of(latest(story, all));
        };
    return Optional.of(estimate(rule, point, all.getFirst().figure().unit(), chosen));
  }

  private static Estimate estimate(Rule rule, Point point, String unit, List<Given> chosen) {
    boolean none = chosen.isEmpty();
    Double low = none ? null : chosen.getFirst().low();
    Double high = none ? null : high(chosen.getLast().figure(), chosen.getFirst().figure().unit());
    if (rule == Rule.MOST_CONSERVATIVE) {
      low = chosen.getFirst().least();
      high = low;
    }
    return new Estimate(
        point.id(),
        rule,
        low,
        high,
        none ? unit : chosen.getFirst().figure().unit(),
        chosen.stream().map(Given::evidence).distinct().toList());
  }

  /** The greatest value that a figure gives, in another unit of what it measures. */
  private static @Nullable Double high(Figure figure, String unit) {
    Double high = figure.high();
    if (high == null || figure.unit().equals(unit)) {
      return high;
    }
    return high * Units.factor(figure.unit()) / Units.factor(unit);
  }

  private static Stream<Given> given(Story story, Answer answer) {
    return answer.evidence().stream()
        .filter(evidence -> evidence.figure() != null)
        .map(
            evidence -> {
              FigureId figure = Objects.requireNonNull(evidence.figure());
              return new Given(story.figures().get(figure.number() - 1), evidence);
            });
  }

  private static Given least(List<Given> all) {
    return all.stream()
        .min(Comparator.comparingDouble(one -> one.least() * Units.factor(one.figure().unit())))
        .orElseThrow();
  }

  private static Given greatest(List<Given> all) {
    return all.stream()
        .max(Comparator.comparingDouble(one -> Range.of(one.figure()).high()))
        .orElseThrow();
  }

  private static List<Given> majority(Story story, Point point) {
    Set<Origin> everybody = new HashSet<>();
    List<Given> found = new ArrayList<>();
    point.answers().forEach(answer -> everybody.addAll(origins(story, answer)));
    for (Answer answer : point.answers()) {
      if (origins(story, answer).size() * 2 > everybody.size()) {
        given(story, answer).findFirst().ifPresent(found::add);
      }
    }
    // Origins that give several answers can carry more than one past half.
    return found.size() == 1 ? found : List.of();
  }

  private static Set<Origin> origins(Story story, Answer answer) {
    Set<Origin> origins = new HashSet<>();
    answer.evidence().forEach(one -> origins.add(story.origin(one.report(), one.span())));
    return origins;
  }

  /** The first number of the newest report: what stands further down may be what it was before. */
  private static Given latest(Story story, List<Given> all) {
    return all.stream()
        .max(
            Comparator.comparing(
                    (Given one) -> story.report(one.figure().report()).published(),
                    Comparator.nullsFirst(Comparator.<Stamp>naturalOrder()))
                .thenComparing(one -> one.figure().id(), Comparator.reverseOrder()))
        .orElseThrow();
  }
}
