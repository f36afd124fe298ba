package rashomon.app;

import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import rashomon.app.Wording.Place;
import rashomon.app.Wording.Quotation;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Holder;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.Stamp;

/** The points, most contested first: answers side by side, who holds each, and the exact words. */
final class HtmlPoints {

  private static final int QUOTATIONS_SHOWN = 3;

  private final Comparison comparison;
  private final Wording wording;
  private final HtmlWords parts;

  HtmlPoints(Comparison comparison, Wording wording, HtmlWords parts) {
    this.comparison = comparison;
    this.wording = wording;
    this.parts = parts;
  }

  /** The points on which answers differ. */
  List<Element> differing() {
    List<Element> sections = new ArrayList<>();
    cards(sections, "contested", "Contested", Relation.CONFLICT);
    cards(sections, "updates", "Changed over time", Relation.UPDATE);
    cards(sections, "scopes", "Different scope", Relation.SCOPE);
    cards(sections, "roundings", "Rounded", Relation.ROUNDING);
    return sections;
  }

  private List<Point> points(Relation relation) {
    return comparison.points().stream().filter(point -> point.relation() == relation).toList();
  }

  private void cards(List<Element> sections, String id, String heading, Relation relation) {
    List<Point> points = points(relation);
    if (!points.isEmpty()) {
      sections.add(
          section(id, heading, points.size())
              .appendChildren(points.stream().map(this::card).toList()));
    }
  }

  static Element section(String id, String heading, int count) {
    return tag("section", tag("h2", heading, " ", of("span", "count", "" + count)).attr("id", id))
        .attr("aria-labelledby", id);
  }

  private Element card(Point point) {
    List<Answer> nested = nested(point);
    List<Answer> shown = nested.isEmpty() ? point.answers() : nested;
    Element answers =
        of(
            "ol",
            nested.isEmpty() ? "answers" : "answers nested",
            shown.stream().map(answer -> answer(point, answer)).toList());
    Element card =
        of(
            "article",
            "point " + Wording.lower(point.relation()),
            label(point),
            question(point),
            answers,
            of("p", "why", words(Wording.why(point))));
    wording.estimate(point).ifPresent(line -> card.appendChild(of("p", "why", words(line))));
    String silent = wording.notMentioned(point);
    if (!silent.isEmpty()) {
      card.appendChild(of("p", "silent", words(silent)));
    }
    return heldBy(point, card)
        .attr("id", Anchors.point(point))
        .attr("aria-labelledby", Anchors.point(point) + "-question");
  }

  /** Two numbers of which one counts the other's too, the larger first; else none. */
  private List<Answer> nested(Point point) {
    boolean numbers =
        point.relation() == Relation.SCOPE
            && point.facet() == Facet.COUNT
            && point.answers().size() == 2
            && point.answers().stream().allMatch(answer -> most(answer).isPresent());
    return numbers
        ? point.answers().stream()
            .sorted(Comparator.comparing((Answer answer) -> most(answer).getAsDouble()).reversed())
            .toList()
        : List.of();
  }

  private OptionalDouble most(Answer answer) {
    return answer.evidence().stream()
        .flatMap(at -> Stream.ofNullable(at.figure()))
        .map(comparison.story()::figure)
        .flatMap(
            figure ->
                Stream.of(Optional.ofNullable(figure.low()), Optional.ofNullable(figure.high())))
        .flatMap(Optional::stream)
        .mapToDouble(Double::doubleValue)
        .max();
  }

  private Element label(Point point) {
    return of(
        "p",
        "label",
        of("span", "facet", Wording.lower(point.facet())),
        of(
            "span",
            "relation",
            tag("span", sign(point.relation()) + " ").attr("aria-hidden", "true"),
            Wording.lower(point.relation())
                + " · "
                + Wording.count(wording.origins(point), "origin")),
        HtmlWords.number(point));
  }

  private static Element question(Point point) {
    return tag("h3", words(point.question())).attr("id", Anchors.point(point) + "-question");
  }

  /** What the filter of parties knows a point by. */
  private static Element heldBy(Point point, Element element) {
    String parties =
        point.answers().stream()
            .flatMap(answer -> answer.holders().stream())
            .filter(Holder.ByParty.class::isInstance)
            .map(holder -> ((Holder.ByParty) holder).party().toString())
            .distinct()
            .collect(Collectors.joining(" "));
    return parties.isEmpty() ? element : element.attr("data-parties", parties);
  }

  static String sign(Relation relation) {
    return switch (relation) {
      case CONFLICT -> "≠";
      case UPDATE -> "→";
      case SCOPE -> "⊂";
      case ROUNDING -> "≈";
      case AGREE -> "=";
    };
  }

  private Element answer(Point point, Answer answer) {
    Element item =
        of(
                "li",
                "answer",
                of("p", "what", words(answer.answer())),
                parts.holders(answer),
                quotations(point, answer))
            .attr("id", Anchors.answer(point, answer));
    first(answer).ifPresent(item::appendChild);
    return item;
  }

  /** Which report had it first; nothing where no time says so. */
  private Optional<Element> first(Answer answer) {
    Report report = comparison.story().report(answer.firstMover());
    Stamp published = report.published();
    return published == null
        ? Optional.empty()
        : Optional.of(
            of(
                    "p",
                    "first",
                    "First in ",
                    words(wording.report(answer.firstMover())),
                    ", ",
                    HtmlWords.time(published))
                .attr("data-in", answer.firstMover().toString()));
  }

  private List<Element> quotations(Point point, Answer answer) {
    List<Element> items =
        wording.quotations(answer).stream()
            .map(one -> parts.quotation("li", one, at -> Anchors.evidence(point, answer, at)))
            .toList();
    if (items.size() <= QUOTATIONS_SHOWN + 1) {
      return List.of(of("ul", "quotations", items));
    }
    List<Element> more = items.subList(QUOTATIONS_SHOWN, items.size());
    return List.of(
        of("ul", "quotations", items.subList(0, QUOTATIONS_SHOWN)),
        tag(
            "details",
            tag("summary", "and " + more.size() + " more"),
            of("ul", "quotations", more)));
  }

  /** Few words for each: the answer, how many origins, and where. */
  List<Element> agreed() {
    List<Point> all = points(Relation.AGREE);
    if (all.isEmpty()) {
      return List.of();
    }
    List<Point> points = all.stream().filter(point -> wording.origins(point) > 1).toList();
    List<Point> copies = all.stream().filter(point -> wording.origins(point) <= 1).toList();
    if (points.isEmpty()) {
      return List.of(
          section("agreed", "Only in copies of one origin", copies.size())
              .appendChild(of("ul", "agreed", copies.stream().map(this::agreed).toList())));
    }
    Element section = section("agreed", "Agreed by independent origins", points.size());
    section.appendChild(of("ul", "agreed", points.stream().map(this::agreed).toList()));
    if (!copies.isEmpty()) {
      section.appendChild(
          tag(
              "details",
              tag(
                  "summary",
                  Wording.count(copies.size(), "more passage") + " only in copies of one origin"),
              of("ul", "agreed", copies.stream().map(this::agreed).toList())));
    }
    return List.of(section);
  }

  /** A whole passage is its own question. */
  private Element agreed(Point point) {
    boolean passage = point.facet() == Facet.OTHER;
    Element item = of("li", "agree").attr("id", Anchors.point(point));
    if (!passage) {
      item.appendChild(of("p", "question", words(point.question())));
    }
    Element label =
        of(
            "p",
            "label",
            passage ? List.of() : of("span", "facet", Wording.lower(point.facet())),
            Wording.count(wording.origins(point), "origin"),
            HtmlWords.number(point));
    return heldBy(
        point,
        item.appendChildren(
                point.answers().stream().flatMap(one -> told(point, one).stream()).toList())
            .appendChild(label));
  }

  /** The words of the first who gives it, and where the others are. */
  private List<Element> told(Point point, Answer answer) {
    Function<Evidence, String> anchor = at -> Anchors.evidence(point, answer, at);
    List<Quotation> quotations = wording.quotations(answer);
    List<Element> told = new ArrayList<>();
    told.add(parts.quotation("p", quotations.getFirst(), anchor));
    List<Place> others =
        HtmlWords.once(
            quotations.stream().skip(1).flatMap(quotation -> quotation.places().stream()).toList());
    if (!others.isEmpty()) {
      told.add(of("p", "others", "in other words: ", parts.places(others, anchor)));
    }
    return told;
  }
}
