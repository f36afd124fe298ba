package rashomon.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Reading;
import rashomon.model.Rejection;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Story;
import rashomon.version.Withdrawal;

/**
 * From the readings of reports about one event to their comparison. The order of the readings
 * changes nothing.
 */
public final class Compare {

  /** Most contested first; then by independent origins; then by first place in the reports. */
  private static final Comparator<Point> ORDER =
      Comparator.comparing(Point::relation)
          .thenComparing(Comparator.comparingInt(Compare::origins).reversed())
          .thenComparing(Compare::first, Answers.IN_ORDER)
          .thenComparing(Point::facet)
          .thenComparing(Point::question);

  private static final List<PointFinder> FINDERS =
      List.of(
          new Aims(),
          new Extents(),
          new States(),
          new Namings(),
          new Denials(),
          new Causes(),
          new Responsibilities(),
          new Stances(),
          new Counts(),
          new ClockTimes(),
          new Prospects(),
          new Doings(),
          new Identities(),
          new Wheres(),
          new Agreements(),
          new Facts());

  private Compare() {}

  /**
   * Brings readings together: reports in order, ids that hold for all, one party for one actor. No
   * points. A withdrawn report is among them and says nothing.
   */
  public static Story story(List<Reading> readings) {
    return story(readings, withdrawn(readings));
  }

  private static Story story(List<Reading> readings, Set<Report> withdrawn) {
    return Stories.of(
        readings.stream()
            .map(one -> withdrawn.contains(one.report()) ? Withdrawal.heeded(one) : one)
            .toList());
  }

  private static Set<Report> withdrawn(List<Reading> readings) {
    return readings.stream()
        .map(Reading::report)
        .filter(report -> Withdrawal.of(report).isPresent())
        .collect(Collectors.toSet());
  }

  /** The whole comparison. {@code rejected} is carried along unchanged. */
  public static Comparison compare(List<Reading> readings, List<Rejection> rejected) {
    Set<Report> withdrawn = withdrawn(readings);
    Story story = story(readings, withdrawn);
    List<Point> points = new ArrayList<>();
    List<Point> all = FINDERS.stream().flatMap(finder -> finder.find(story).stream()).toList();
    Undisputed undisputed = Undisputed.of(story, all);
    List<Point> found =
        all.stream()
            .flatMap(p -> (isPlain(p) ? undisputed.part(p) : Optional.of(p)).stream())
            .toList();
    Map<ReportId, List<Point>> plain =
        found.stream()
            .filter(Compare::isPlain)
            .collect(Collectors.groupingBy(point -> first(point).report()));
    found.stream()
        .filter(point -> !isRepeated(point, plain))
        .sorted(ORDER)
        .forEach(
            point ->
                points.add(
                    new Point(
                        new PointId(points.size() + 1),
                        point.question(),
                        point.facet(),
                        point.relation(),
                        point.why(),
                        point.answers(),
                        Silence.about(story, point, withdrawn))));
    return new Comparison(story, points, List.of(), Retellings.of(story), rejected);
  }

  /** Whether whole sentences that agree hold all that a smaller agreement has. */
  private static boolean isRepeated(Point point, Map<ReportId, List<Point>> plain) {
    return isPlain(point)
        && plain.getOrDefault(first(point).report(), List.of()).stream()
            .anyMatch(other -> isWithin(point, other) && !isWithin(other, point));
  }

  private static boolean isPlain(Point point) {
    return point.relation() == Relation.AGREE && point.facet() == Facet.OTHER;
  }

  private static boolean isWithin(Point point, Point other) {
    return point.answers().getFirst().evidence().stream()
        .allMatch(
            one ->
                other.answers().getFirst().evidence().stream()
                    .anyMatch(
                        more ->
                            more.report().equals(one.report())
                                && more.span().contains(one.span())));
  }

  private static int origins(Point point) {
    return point.answers().stream().mapToInt(answer -> answer.origins()).sum();
  }

  private static Evidence first(Point point) {
    return point.answers().stream()
        .map(answer -> answer.evidence().getFirst())
        .min(Answers.IN_ORDER)
        .orElseThrow();
  }
}
