package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import rashomon.app.Wording.Quotation;
import rashomon.app.Wording.Speaker;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Holder;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Statement;
import rashomon.model.Story;

/**
 * Who said what: parties by points on which answers differ, and parties by outlets. An empty cell
 * is empty.
 */
final class HtmlMatrix {

  private static final int CELL_COLUMNS = 44;
  private static final int SAID_COLUMNS = 110;

  private final Comparison comparison;
  private final Story story;
  private final Wording wording;
  private final HtmlWords parts;
  private final Map<PartyId, Speaker> speakers;

  HtmlMatrix(Comparison comparison, Wording wording, HtmlWords parts) {
    this.comparison = comparison;
    this.story = comparison.story();
    this.wording = wording;
    this.parts = parts;
    this.speakers =
        wording.speakers(comparison).stream()
            .collect(Collectors.toMap(Speaker::id, speaker -> speaker));
  }

  /** Nothing where nobody is known to say anything. */
  Optional<Element> section() {
    List<Party> parties = story.parties().stream().filter(this::speaks).toList();
    if (parties.isEmpty()) {
      return Optional.empty();
    }
    Element section =
        tag("section", tag("h2", "Who said what").attr("id", "who")).attr("aria-labelledby", "who");
    List<Point> points =
        comparison.points().stream()
            .filter(point -> point.relation() != Relation.AGREE)
            .filter(point -> point.answers().stream().anyMatch(HtmlMatrix::isByParty))
            .sorted(
                Comparator.comparing((Point point) -> firstOfFacet(point)).thenComparing(Point::id))
            .toList();
    if (!points.isEmpty()) {
      section.appendChild(tag("h3", "Where answers differ"));
      section.appendChild(HtmlFigures.scrolling("Parties and points", byPoints(parties, points)));
    }
    section.appendChild(tag("h3", "In each outlet"));
    return Optional.of(
        section.appendChild(HtmlFigures.scrolling("Parties and outlets", byOutlets(parties))));
  }

  private boolean speaks(Party party) {
    return speakers.containsKey(party.id())
        || comparison.points().stream()
            .flatMap(point -> point.answers().stream())
            .anyMatch(answer -> answer.holders().contains(new Holder.ByParty(party.id())));
  }

  private static boolean isByParty(Answer answer) {
    return answer.holders().stream().anyMatch(Holder.ByParty.class::isInstance);
  }

  /** Points of one kind stand together, where the first of them stands. */
  private int firstOfFacet(Point point) {
    return comparison.points().stream()
        .filter(other -> other.facet() == point.facet())
        .findFirst()
        .orElse(point)
        .id()
        .number();
  }

  private Element byPoints(List<Party> parties, List<Point> points) {
    Element facets = tag("tr", tag("td"));
    Element questions = tag("tr", tag("th", "Party").attr("scope", "col"));
    Map<String, Integer> spans = new LinkedHashMap<>();
    for (Point point : points) {
      spans.merge(Wording.lower(point.facet()), 1, Integer::sum);
      questions.appendChild(
          tag("th", HtmlWords.point(point))
              .attr("scope", "col")
              .attr("data-point", Anchors.point(point)));
    }
    spans.forEach(
        (facet, columns) ->
            facets.appendChild(
                of("th", "facet", facet)
                    .attr("scope", "colgroup")
                    .attr("colspan", columns + "")
                    .attr("data-facet", facet)));
    Element body = tag("tbody");
    for (Party party : parties) {
      List<Element> cells = points.stream().map(point -> cell(party, point)).toList();
      if (cells.stream().anyMatch(cell -> cell.childNodeSize() > 0)) {
        body.appendChild(
            row(
                party,
                tag("th", link(Anchors.party(party.id()), words(wording.party(party.id())))),
                cells));
      }
    }
    return of("table", "matrix", tag("thead", facets, questions), body);
  }

  /** What sorting knows a row by, whose parties stand in order of first appearance. */
  private Element row(Party party, Element head, List<Element> cells) {
    Speaker speaker = speakers.get(party.id());
    return tag("tr", head.attr("scope", "row"), cells)
        .attr("data-party", party.id().toString())
        .attr("data-statements", speaker == null ? "0" : speaker.statements() + "");
  }

  /** A few words of the party's own for each answer it gives, and the outlets that carry them. */
  private Element cell(Party party, Point point) {
    Element cell = tag("td");
    Holder holder = new Holder.ByParty(party.id());
    for (Answer answer : point.answers()) {
      List<Evidence> own =
          answer.evidence().stream().filter(at -> story.holder(at).equals(holder)).toList();
      if (!own.isEmpty()) {
        Quotation first =
            wording
                .quotations(
                    new Answer(answer.answer(), List.of(holder), 1, answer.firstMover(), own))
                .getFirst();
        cell.appendChild(
            of(
                    "p",
                    "quotation",
                    parts.quoted(first.words(), CELL_COLUMNS),
                    " ",
                    parts.places(first.places(), at -> Anchors.evidence(point, answer, at)))
                .attr("data-in", HtmlWords.in(own.stream().map(Evidence::report).toList())));
      }
    }
    return cell.childNodeSize() == 0 ? cell : cell.attr("data-point", Anchors.point(point));
  }

  private Element byOutlets(List<Party> parties) {
    Map<String, List<ReportId>> outlets = new LinkedHashMap<>();
    for (int i = 1; i <= story.reports().size(); i++) {
      ReportId id = new ReportId(i);
      outlets.computeIfAbsent(outlet(story.report(id)), _ -> new ArrayList<>()).add(id);
    }
    Element head =
        tag(
            "tr",
            tag("th", "Party").attr("scope", "col"),
            tag("th", "Among its words").attr("scope", "col"));
    outlets.forEach(
        (outlet, reports) ->
            head.appendChild(
                tag("th", words(outlet)).attr("scope", "col").attr("data-outlet", outlet)));
    Element body = tag("tbody");
    for (Party party : parties) {
      List<Element> cells = new ArrayList<>();
      cells.add(said(party));
      outlets.forEach((outlet, reports) -> cells.add(carried(party, outlet, reports)));
      body.appendChild(row(party, name(party), cells).attr("id", Anchors.party(party.id())));
    }
    return of("table", "matrix outlets", tag("thead", head), body);
  }

  static String outlet(Report report) {
    return Objects.requireNonNullElse(report.outlet(), report.file());
  }

  private Element name(Party party) {
    Element name = tag("th", words(wording.party(party.id())));
    Speaker speaker = speakers.get(party.id());
    if (speaker != null) {
      String role = speaker.role().isEmpty() ? "" : speaker.role() + " · ";
      name.appendChild(
          of("p", "role", words(role + Wording.count(speaker.statements(), "statement"))));
    }
    return name;
  }

  private Element said(Party party) {
    Speaker speaker = speakers.get(party.id());
    Element cell = tag("td");
    if (speaker != null) {
      var said = speaker.words().getFirst();
      String cue = said.cue().isEmpty() ? "" : said.cue() + ": ";
      cell.appendChild(
          of(
                  "p",
                  "quotation",
                  of("span", "cue", words(cue)),
                  parts.quoted(said.words().words(), SAID_COLUMNS),
                  " ",
                  parts.places(
                      said.words().places(),
                      at -> Anchors.statement(Objects.requireNonNull(at.statement()))))
              .attr(
                  "data-in",
                  HtmlWords.in(
                      said.words().places().stream().map(place -> place.at().report()).toList())));
    }
    return cell;
  }

  /** The paragraphs of an outlet's reports that attribute something to the party. */
  private Element carried(Party party, String outlet, List<ReportId> reports) {
    Element cell = tag("td");
    for (ReportId report : reports) {
      Set<Integer> named = new TreeSet<>();
      List<Object> links = new ArrayList<>();
      for (Statement said : story.statements()) {
        int paragraph =
            said.report().equals(report) && party.id().equals(said.party())
                ? wording.paragraph(report, said.content().getFirst())
                : -1;
        if (paragraph >= 0 && named.add(paragraph)) {
          links.add(links.isEmpty() ? "" : ", ");
          links.add(
              link(Anchors.statement(said.id()), paragraph == 0 ? "headline" : "¶" + paragraph));
        }
      }
      if (!links.isEmpty()) {
        Object file =
            reports.size() == 1 ? "" : of("span", "file", words(story.report(report).file() + " "));
        cell.appendChild(tag("p", file, links).attr("data-in", report.toString()));
      }
    }
    return cell.childNodeSize() == 0 ? cell : cell.attr("data-outlet", outlet);
  }
}
