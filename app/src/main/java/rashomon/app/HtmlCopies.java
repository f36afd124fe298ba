package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import rashomon.model.Comparison;
import rashomon.model.Copy;
import rashomon.model.Origin;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Story;

/**
 * Who copied whom: the reports in their order, a line from each origin through those that repeat
 * it; and what each report leaves out.
 */
final class HtmlCopies {

  private static final int LANE = 22;

  private final Comparison comparison;
  private final Story story;
  private final Wording wording;
  private final List<Origin> lanes;

  HtmlCopies(Comparison comparison, Wording wording) {
    this.comparison = comparison;
    this.story = comparison.story();
    this.wording = wording;
    this.lanes = story.origins().stream().filter(origin -> origin.reports().size() > 1).toList();
  }

  List<Element> sections() {
    List<Element> sections = new ArrayList<>();
    if (!lanes.isEmpty() || !story.copies().isEmpty()) {
      Element list = of("ol", "copies");
      for (int i = 1; i <= story.reports().size(); i++) {
        list.appendChild(row(new ReportId(i)));
      }
      sections.add(section("copies", "Who copied whom", list));
    }
    omissions().ifPresent(sections::add);
    return sections;
  }

  private static Element section(String id, String heading, Element... content) {
    return tag("section", tag("h2", heading).attr("id", id), List.of(content))
        .attr("aria-labelledby", id);
  }

  private Element row(ReportId id) {
    Element said = of("div", "told", tag("p", new HtmlWords(comparison, wording).report(id)));
    Origin own = story.origin(id);
    if (!own.first().equals(id)) {
      said.appendChild(
          of(
              "p",
              "from",
              HtmlWords.copy(),
              " copied from ",
              link(Anchors.report(own.first()), wording.report(own.first()))));
    } else if (!wording.credit(id).isEmpty()) {
      said.appendChild(of("p", "from", "credit: ", words(wording.credit(id))));
    }
    List<Copy> copies = story.copies().stream().filter(copy -> copy.report().equals(id)).toList();
    if (!copies.isEmpty()) {
      said.appendChild(passages(copies));
    }
    Element row = tag("li", said).attr("data-in", id.toString());
    return lanes.isEmpty() ? row : row.prependChild(of("div", "lanes", drawn(id)));
  }

  private Element passages(List<Copy> copies) {
    Element list = tag("ul");
    for (Copy copy : copies) {
      String known =
          switch (copy.known()) {
            case TIME -> "published earlier";
            case CREDIT -> "credited";
            case NONE -> "nothing tells which was first";
          };
      list.appendChild(
          tag(
              "li",
              passage(copy.report(), copy.span()),
              copy.known() == Copy.Direction.NONE ? " has the words of " : " has from ",
              passage(copy.from(), copy.source()),
              " · " + known));
    }
    return tag("details", tag("summary", Wording.count(copies.size(), "passage")), list);
  }

  private Element passage(ReportId report, rashomon.model.Span span) {
    return link(
        Anchors.paragraph(report, wording.paragraph(report, span)), wording.place(report, span));
  }

  /** This report's part of the lines, as high as its row turns out to be. */
  private Element drawn(ReportId id) {
    Element svg =
        tag("svg")
            .attr("width", lanes.size() * LANE + "")
            .attr("height", "100%")
            .attr("aria-hidden", "true");
    for (int i = 0; i < lanes.size(); i++) {
      Origin lane = lanes.get(i);
      int first = lane.reports().stream().mapToInt(ReportId::number).min().orElse(0);
      int last = lane.reports().stream().mapToInt(ReportId::number).max().orElse(0);
      String x = LANE / 2 + i * LANE + "";
      int at = id.number();
      if (at >= first && at <= last) {
        svg.appendChild(
            tag("line")
                .attr("x1", x)
                .attr("x2", x)
                .attr("y1", at == first ? "14" : "0")
                .attr("y2", at == last ? "14" : "100%"));
      }
      if (lane.reports().contains(id)) {
        boolean origin = lane.first().equals(id);
        svg.appendChild(
            tag("circle")
                .attr("cx", x)
                .attr("cy", "14")
                .attr("r", "6")
                .attr("class", origin ? "origin" : "copied"));
      }
    }
    return svg;
  }

  /** Points that a report does not mention, where the others do. */
  private Optional<Element> omissions() {
    List<Point> points =
        comparison.points().stream()
            .filter(point -> point.relation() != Relation.AGREE || wording.origins(point) > 1)
            .toList();
    Element list = of("ul", "omissions");
    for (int i = 1; i <= story.reports().size(); i++) {
      ReportId id = new ReportId(i);
      List<Element> silent =
          points.stream()
              .filter(point -> wording.silent(point).contains(id))
              .map(
                  point ->
                      tag("li", HtmlWords.point(point)).attr("data-point", Anchors.point(point)))
              .toList();
      if (!silent.isEmpty()) {
        list.appendChild(
            tag("li", tag("p", words(wording.report(id)), " does not mention:"), tag("ul", silent))
                .attr("data-in", id.toString()));
      }
    }
    return list.childNodeSize() == 0
        ? Optional.empty()
        : Optional.of(
            section(
                "omissions",
                "What each report leaves out",
                of("p", "note", "Points that half of the reports or more do mention."),
                list));
  }
}
