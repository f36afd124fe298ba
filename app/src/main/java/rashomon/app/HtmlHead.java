package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Origin;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Story;

/** The head of the page: the event, what is contested, and the reports. */
final class HtmlHead {

  /** More reports than this are folded away. */
  private static final int REPORTS_SHOWN = 12;

  private static final int HOLDERS_SHOWN = 2;
  private static final int ANSWER_COLUMNS = 60;

  private final Comparison comparison;
  private final Story story;
  private final Wording wording;

  HtmlHead(Comparison comparison, Wording wording) {
    this.comparison = comparison;
    this.story = comparison.story();
    this.wording = wording;
  }

  Element header() {
    Element header = tag("header");
    EventLine.of(story)
        .ifPresentOrElse(
            event ->
                header
                    .appendChild(tag("h1", words(event.words())))
                    .appendChild(
                        of(
                            "p",
                            "note",
                            "In the words of ",
                            link(Anchors.report(event.report()), wording.report(event.report())))),
            () -> header.appendChild(tag("h1", "Comparison")));
    header.appendChild(of("p", "sum", Wording.headline(comparison)));
    if (story.origins().size() < story.reports().size()) {
      header.appendChild(
          of(
              "p",
              "note",
              "An origin is where a text first came from; its copies, ",
              HtmlWords.copy(),
              ", count with it, once."));
    }
    List<Element> contested =
        comparison.points().stream()
            .filter(point -> point.relation() == Relation.CONFLICT)
            .map(this::contested)
            .toList();
    if (!contested.isEmpty()) {
      header.appendChild(
          tag("nav", of("ul", "contents", contested)).attr("aria-label", "Contested points"));
    }
    return header.appendChild(reports());
  }

  /** A contested point: the question, and a line for each answer with who holds it. */
  private Element contested(Point point) {
    Optional<Answer> newest =
        point.facet() == Facet.COUNT ? HtmlFigures.newest(story, point) : Optional.empty();
    List<Element> answers =
        point.answers().stream()
            .map(answer -> gist(answer, newest.filter(answer::equals).isPresent()))
            .toList();
    return tag(
            "li",
            tag("span", HtmlPoints.sign(point.relation()) + " ").attr("aria-hidden", "true"),
            link(Anchors.point(point), point.question()),
            of("ul", "gist", answers))
        .attr("data-point", Anchors.point(point));
  }

  private Element gist(Answer answer, boolean newest) {
    List<String> holders =
        answer.holders().stream()
            .map(wording::briefly)
            .distinct()
            .limit(HOLDERS_SHOWN + 1L)
            .toList();
    String shown = String.join(" · ", holders.subList(0, Math.min(HOLDERS_SHOWN, holders.size())));
    return tag(
            "li",
            tag("q", words(Page.cut(answer.answer(), ANSWER_COLUMNS))),
            of(
                "span",
                "by",
                " ── ",
                words(shown),
                holders.size() > HOLDERS_SHOWN ? " and others" : "",
                newest ? tag("b", " · newest") : ""))
        .attr("data-in", HtmlWords.in(answer.evidence().stream().map(Evidence::report).toList()));
  }

  private Element reports() {
    Element body = tag("tbody");
    for (int i = 1; i <= story.reports().size(); i++) {
      body.appendChild(row(new ReportId(i)));
    }
    Element head =
        tag(
            "thead",
            tag(
                "tr",
                List.of("Report", "Published", "Headline", "Origin").stream()
                    .map(name -> tag("th", name).attr("scope", "col"))
                    .toList()));
    Element table = of("table", "reports", head, body);
    return story.reports().size() <= REPORTS_SHOWN
        ? table
        : tag("details", tag("summary", Wording.count(story.reports().size(), "report")), table);
  }

  private Element row(ReportId id) {
    Report report = story.report(id);
    Element published = tag("td");
    if (report.published() != null) {
      published.appendChild(HtmlWords.time(report.published()));
    }
    return tag(
            "tr",
            tag("th", link(Anchors.report(id), wording.report(id))),
            published,
            tag("td", report.title(), report.stub() ? of("span", "note", " · stub") : ""),
            tag("td", origin(id)))
        .attr("data-in", id.toString());
  }

  private List<Object> origin(ReportId id) {
    Origin origin = story.origin(id);
    if (origin.first().equals(id)) {
      String credit = wording.credit(id);
      return credit.isEmpty() ? List.of("own text") : List.of("credit: ", words(credit));
    }
    return List.of(
        HtmlWords.copy(),
        " copied from ",
        link(Anchors.report(origin.first()), wording.report(origin.first())));
  }
}
