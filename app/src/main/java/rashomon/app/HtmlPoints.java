package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import rashomon.app.Wording.Place;
import rashomon.app.Wording.Quotation;
import rashomon.model.Answer;
import rashomon.model.Comparison;
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

  List<Element> sections() {
    List<Element> sections = new ArrayList<>();
    cards(sections, "contested", "Contested", Relation.CONFLICT);
    cards(sections, "updates", "Changed over time", Relation.UPDATE);
    cards(sections, "scopes", "Different scope", Relation.SCOPE);
    cards(sections, "roundings", "Rounded", Relation.ROUNDING);
    agreed(sections);
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

  private static Element section(String id, String heading, int count) {
    return tag("section", tag("h2", heading, " ", of("span", "count", "" + count)).attr("id", id))
        .attr("aria-labelledby", id);
  }

  private Element card(Point point) {
    Element answers =
        of("ol", "answers", point.answers().stream().map(a -> answer(point, a)).toList());
    Element card =
        of(
            "article",
            "point " + Wording.lower(point.relation()),
            label(point),
            question("h3", point),
            answers,
            of("p", "why", words(Wording.why(point))));
    wording.estimate(point).ifPresent(line -> card.appendChild(of("p", "why", words(line))));
    String silent = wording.notMentioned(point);
    if (!silent.isEmpty()) {
      card.appendChild(of("p", "silent", words(silent)));
    }
    return chosenBy(point, card);
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
        link(Anchors.point(point), Anchors.point(point)).attr("class", "number"));
  }

  private static Element question(String name, Point point) {
    return tag(name, words(point.question())).attr("id", Anchors.point(point) + "-question");
  }

  /** What the filters, the slider and the keys of the page know a point by. */
  private static Element chosenBy(Point point, Element element) {
    String parties =
        point.answers().stream()
            .flatMap(answer -> answer.holders().stream())
            .filter(Holder.ByParty.class::isInstance)
            .map(holder -> ((Holder.ByParty) holder).party().toString())
            .distinct()
            .collect(Collectors.joining(" "));
    return element
        .attr("id", Anchors.point(point))
        .attr("tabindex", "-1")
        .attr("aria-labelledby", Anchors.point(point) + "-question")
        .attr("data-facet", Wording.lower(point.facet()))
        .attr("data-relation", Wording.lower(point.relation()))
        .attr("data-parties", parties);
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
  private void agreed(List<Element> sections) {
    List<Point> all = points(Relation.AGREE);
    if (all.isEmpty()) {
      return;
    }
    List<Point> points = all.stream().filter(point -> wording.origins(point) > 1).toList();
    List<Point> copies = all.stream().filter(point -> wording.origins(point) <= 1).toList();
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
    sections.add(section);
  }

  /** A whole passage is its own question. */
  private Element agreed(Point point) {
    boolean passage = point.facet() == Facet.OTHER;
    Element answers =
        of("ol", "answers", point.answers().stream().map(answer -> told(point, answer)).toList());
    Element label =
        of(
            "p",
            "label",
            passage ? List.of() : of("span", "facet", Wording.lower(point.facet())),
            Wording.count(wording.origins(point), "origin"),
            link(Anchors.point(point), Anchors.point(point)).attr("class", "number"));
    if (passage) {
      Objects.requireNonNull(answers.selectFirst("q"))
          .attr("id", Anchors.point(point) + "-question");
    }
    return chosenBy(
        point, of("li", "point agree", passage ? List.of() : question("p", point), answers, label));
  }

  /** The words of the first who gives it, and where the others are. */
  private Element told(Point point, Answer answer) {
    List<Quotation> quotations = wording.quotations(answer);
    Element list =
        of(
            "ul",
            "quotations",
            parts.quotation(
                "li", quotations.getFirst(), at -> Anchors.evidence(point, answer, at)));
    List<Place> others =
        quotations.stream().skip(1).flatMap(quotation -> quotation.places().stream()).toList();
    if (!others.isEmpty()) {
      list.appendChild(
          of(
              "li",
              "quotation others",
              "in other words: ",
              parts.places(others, at -> Anchors.evidence(point, answer, at))));
    }
    return of("li", "answer", list).attr("id", Anchors.answer(point, answer));
  }
}
