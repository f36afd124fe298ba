package rashomon.eval;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rashomon.eval.invented.InventedStory;
import rashomon.eval.invented.Truth;
import rashomon.eval.invented.Truth.Answered;
import rashomon.eval.invented.Truth.Copied;
import rashomon.eval.invented.Truth.Place;
import rashomon.eval.invented.Truth.Printed;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Copy;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Span;

/**
 * How much of what is true of an invented story its comparison tells.
 *
 * @param origins pairs of reports of one origin
 * @param copied copied paragraphs in reports of their own
 * @param copiedFound those of them that are listed as copies, more than half of them from a report
 *     of the right origin
 * @param quotations printed versions of quotations
 * @param quotationsCopied those of them that lie mostly in a passage listed as copied from a report
 *     of another origin
 * @param related pairs of answers whose relation is known
 */
record InventedScore(
    Counts origins,
    int copied,
    int copiedFound,
    int quotations,
    int quotationsCopied,
    Map<Relation, Related> related) {

  static final InventedScore NONE = new InventedScore(Counts.NONE, 0, 0, 0, 0, Map.of());

  /** Pairs of answers: found with their relation, with another, or never set side by side. */
  record Related(int right, int other, int apart) {

    static final Related NONE = new Related(0, 0, 0);

    Related plus(Related more) {
      return new Related(right + more.right, other + more.other, apart + more.apart);
    }

    double rate() {
      return right / (double) Math.max(1, right + other + apart);
    }
  }

  InventedScore plus(InventedScore other) {
    Map<Relation, Related> both = new EnumMap<>(Relation.class);
    both.putAll(related);
    other.related.forEach((relation, more) -> both.merge(relation, more, Related::plus));
    return new InventedScore(
        origins.plus(other.origins),
        copied + other.copied,
        copiedFound + other.copiedFound,
        quotations + other.quotations,
        quotationsCopied + other.quotationsCopied,
        both);
  }

  static InventedScore of(InventedStory story, Comparison comparison) {
    return new Scored(story.truth(), comparison).score();
  }

  /** One story, with what is looked up in it. */
  private static final class Scored {
    private final Truth truth;
    private final Comparison comparison;
    private final Map<String, ReportId> ids = new HashMap<>();
    private final Map<ReportId, Integer> originOf = new HashMap<>();
    private final Map<ReportId, List<Copy>> copies;

    Scored(Truth truth, Comparison comparison) {
      this.truth = truth;
      this.comparison = comparison;
      for (int i = 0; i < comparison.story().reports().size(); i++) {
        ids.put(comparison.story().reports().get(i).file(), new ReportId(i + 1));
      }
      for (int i = 0; i < truth.origins().size(); i++) {
        for (String report : truth.origins().get(i)) {
          originOf.put(id(report), i);
        }
      }
      copies = comparison.story().copies().stream().collect(Collectors.groupingBy(Copy::report));
    }

    InventedScore score() {
      List<Copied> copied =
          truth.copies().stream().filter(one -> !sameOrigin(one.place(), one.from())).toList();
      List<Place> quoted =
          truth.quotations().stream()
              .flatMap(quotation -> quotation.versions().stream())
              .map(Printed::place)
              .toList();
      return new InventedScore(
          Counts.of(
              pairs(
                  comparison.story().origins().stream().map(o -> Set.copyOf(o.reports())).toList()),
              pairs(
                  truth.origins().stream()
                      .map(all -> all.stream().map(this::id).collect(Collectors.toSet()))
                      .toList())),
          copied.size(),
          (int) copied.stream().filter(this::isListed).count(),
          quoted.size(),
          (int) quoted.stream().filter(this::isTakenForCopy).count(),
          related());
    }

    private ReportId id(String report) {
      ReportId id = ids.get(report);
      if (id == null) {
        throw new IllegalArgumentException("no such report: " + report);
      }
      return id;
    }

    private int origin(ReportId report) {
      return originOf.getOrDefault(report, -1);
    }

    private boolean sameOrigin(Place place, String from) {
      return origin(id(place.report())) == origin(id(from));
    }

    private static Set<List<ReportId>> pairs(List<Set<ReportId>> groups) {
      Set<List<ReportId>> pairs = new HashSet<>();
      for (Set<ReportId> group : groups) {
        List<ReportId> sorted = group.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
          for (int j = 0; j < i; j++) {
            pairs.add(List.of(sorted.get(j), sorted.get(i)));
          }
        }
      }
      return pairs;
    }

    private boolean isListed(Copied passage) {
      Place place = passage.place();
      return copies.getOrDefault(id(place.report()), List.of()).stream()
              .filter(copy -> origin(copy.from()) == origin(id(passage.from())))
              .mapToInt(copy -> shared(copy.span(), place))
              .sum()
          > (place.end() - place.start()) / 2;
    }

    private static int shared(Span span, Place place) {
      return Math.max(0, Math.min(span.end(), place.end()) - Math.max(span.start(), place.start()));
    }

    private boolean isTakenForCopy(Place place) {
      ReportId report = id(place.report());
      Span span = new Span(place.start(), place.end());
      return copies.getOrDefault(report, List.of()).stream()
          .filter(copy -> origin(copy.from()) != origin(report))
          .filter(copy -> truth.copies().stream().noneMatch(known -> covers(known, copy)))
          .anyMatch(copy -> copy.span().mostOf(span));
    }

    private boolean covers(Copied known, Copy copy) {
      return id(known.place().report()).equals(copy.report())
          && shared(copy.span(), known.place()) > 0;
    }

    private Map<Relation, Related> related() {
      Map<Relation, Related> related = new EnumMap<>(Relation.class);
      for (Truth.Question question : truth.questions()) {
        Relation strongest =
            question.relations().stream()
                .map(Truth.Related::relation)
                .min(Relation::compareTo)
                .orElseThrow();
        Map<String, Answered> answers =
            question.answers().stream().collect(Collectors.toMap(Answered::name, one -> one));
        for (Truth.Related pair : question.relations()) {
          List<Place> one = Objects.requireNonNull(answers.get(pair.one())).places();
          List<Place> other = Objects.requireNonNull(answers.get(pair.other())).places();
          Set<Relation> found =
              comparison.points().stream()
                  .filter(point -> setsApart(point, one, other))
                  .map(Point::relation)
                  .collect(Collectors.toSet());
          boolean right = found.contains(pair.relation()) || found.contains(strongest);
          related.merge(
              pair.relation(),
              right
                  ? new Related(1, 0, 0)
                  : found.isEmpty() ? new Related(0, 0, 1) : new Related(0, 1, 0),
              Related::plus);
        }
      }
      return related;
    }

    /** Whether two of its answers have evidence at the places of one and of the other. */
    private boolean setsApart(Point point, List<Place> one, List<Place> other) {
      List<Answer> answers = point.answers();
      return IntStream.range(0, answers.size())
          .filter(i -> stands(answers.get(i), one))
          .anyMatch(
              i ->
                  IntStream.range(0, answers.size())
                      .anyMatch(j -> j != i && stands(answers.get(j), other)));
    }

    private boolean stands(Answer answer, List<Place> places) {
      return places.stream()
          .anyMatch(
              place -> {
                ReportId report = id(place.report());
                Span span = new Span(place.start(), place.end());
                return answer.evidence().stream()
                    .anyMatch(e -> e.report().equals(report) && e.span().overlaps(span));
              });
    }
  }
}
