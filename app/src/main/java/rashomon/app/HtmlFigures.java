package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;
import rashomon.app.FigurePlot.Dot;
import rashomon.app.FigurePlot.Row;
import rashomon.app.Wording.FigureRow;
import rashomon.app.Wording.Place;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Story;

/** The figures: a plot for each point on which they differ, and all of them as a table. */
final class HtmlFigures {

  private final Comparison comparison;
  private final Story story;
  private final Wording wording;
  private final HtmlWords parts;

  HtmlFigures(Comparison comparison, Wording wording, HtmlWords parts) {
    this.comparison = comparison;
    this.story = comparison.story();
    this.wording = wording;
    this.parts = parts;
  }

  /** Nothing where no report gives a figure. */
  Optional<Element> section() {
    List<FigureRow> rows = wording.figureRows(comparison);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Element> plots =
        comparison.points().stream()
            .filter(point -> point.relation() != Relation.AGREE)
            .flatMap(point -> FigurePlot.of(story, wording, point).stream())
            .map(this::panel)
            .toList();
    Element table =
        tag(
            "details",
            tag("summary", "All " + Wording.count(rows.size(), "figure") + " in a table"),
            table(rows));
    if (plots.isEmpty()) {
      table.attr("open", true);
    }
    Element section =
        tag("section", tag("h2", "Figures").attr("id", "figures"))
            .attr("aria-labelledby", "figures");
    if (!plots.isEmpty()) {
      section.appendChild(
          of(
              "p",
              "note",
              "A dot is a value, a bar a range, an arrow an open end: at least, or up to. Hollow is"
                  + " no exact number: about, at least, dozens. Higher is more; time runs to the"
                  + " right, by when the report was published. A line joins what one source gave at"
                  + " different times; a copy is drawn with its origin."));
    }
    return Optional.of(section.appendChildren(plots).appendChild(table));
  }

  private Element panel(FigurePlot plot) {
    Point point = plot.point();
    PlotDrawing drawing = new PlotDrawing(plot);
    List<Element> rows = new ArrayList<>();
    for (Row row : plot.rows()) {
      rows.add(
          of(
              "div",
              "row",
              of(
                  "div",
                  "source",
                  tag("p", words(row.source())),
                  of("ul", "values", row.dots().stream().map(this::value).toList())),
              drawing.row(row)));
    }
    Element panel =
        of(
                "figure",
                "plot",
                tag("figcaption", HtmlWords.point(point)),
                rows,
                of("div", "row axis", of("div", "source"), drawing.axis()))
            .attr("data-point", Anchors.point(point));
    newest(story, point).ifPresent(newest -> panel.appendChild(told(point, newest)));
    return panel;
  }

  /** A value in words, with its places. */
  private Element value(Dot dot) {
    ReportId first = dot.places().getFirst().report();
    List<Place> places =
        dot.places().stream()
            .map(
                at ->
                    new Place(
                        wording.place(at.report(), at.span()), at, !at.report().equals(first)))
            .toList();
    return tag(
        "li",
        of("b", "value", Wording.value(dot.figure())),
        " ",
        parts.places(places, HtmlFigures::figure));
  }

  private static String figure(Evidence at) {
    return Anchors.figure(Objects.requireNonNull(at.figure()));
  }

  /** The answer that was first given last, where times say so. */
  static Optional<Answer> newest(Story story, Point point) {
    List<Answer> timed =
        point.answers().stream()
            .filter(answer -> story.report(answer.firstMover()).published() != null)
            .sorted(
                Comparator.comparing(
                        (Answer answer) ->
                            Objects.requireNonNull(story.report(answer.firstMover()).published()))
                    .reversed())
            .toList();
    return timed.size() < 2 ? Optional.empty() : Optional.of(timed.getFirst());
  }

  private Element told(Point point, Answer newest) {
    Report report = story.report(newest.firstMover());
    return of(
            "p",
            "newest",
            "Newest answer: ",
            link(Anchors.answer(point, newest), words(newest.answer())),
            " (",
            words(wording.holders(newest)),
            "), first in ",
            words(wording.report(newest.firstMover())),
            ", ",
            HtmlWords.time(Objects.requireNonNull(report.published())))
        .attr("data-in", newest.firstMover().toString());
  }

  private Element table(List<FigureRow> rows) {
    Element body = tag("tbody");
    for (FigureRow row : rows) {
      body.appendChild(
          tag(
                  "tr",
                  tag("th", row.words()),
                  tag("td", row.measure()),
                  tag("td", row.givenBy()),
                  tag("td", parts.places(row.places(), HtmlFigures::figure)))
              .attr("id", Anchors.row(row.figures().getFirst())));
    }
    Element head =
        tag(
            "thead",
            tag(
                "tr",
                List.of("Words", "What is counted", "Given by", "Where").stream()
                    .map(name -> tag("th", name).attr("scope", "col"))
                    .toList()));
    return scrolling("All figures", of("table", "all-figures", head, body));
  }

  /** A table that may be wider than the page, and can be moved within it by keys too. */
  static Element scrolling(String label, Element table) {
    return of("div", "scroll", table)
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", label);
  }
}
