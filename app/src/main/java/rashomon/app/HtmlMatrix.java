package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import rashomon.app.Wording.Place;
import rashomon.app.Wording.Quotation;
import rashomon.app.Wording.Speaker;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Holder;
import rashomon.model.Matrices;
import rashomon.model.Matrices.Quoted;
import rashomon.model.Matrices.Stand;
import rashomon.model.PartyId;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Statement;
import rashomon.model.StatementId;
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
  private final Matrices matrices;
  private final Map<PartyId, Speaker> speakers;

  HtmlMatrix(Comparison comparison, Wording wording, HtmlWords parts) {
    this.comparison = comparison;
    this.story = comparison.story();
    this.wording = wording;
    this.parts = parts;
    this.matrices = Matrices.of(comparison);
    this.speakers =
        wording.speakers(comparison).stream()
            .collect(Collectors.toMap(Speaker::id, speaker -> speaker));
  }

  /** Nothing where nobody is known to say anything. */
  Optional<Element> section() {
    List<PartyId> parties =
        Stream.concat(
                matrices.partiesByPoints().stream().map(Stand::party),
                matrices.outletsByParties().stream().map(Quoted::party))
            .distinct()
            .sorted(Comparator.comparing(PartyId::number))
            .toList();
    if (parties.isEmpty()) {
      return Optional.empty();
    }
    Element section =
        tag("section", tag("h2", "Who said what").attr("id", "who")).attr("aria-labelledby", "who");
    Map<PartyId, Map<PointId, Stand>> stands = stands();
    if (!stands.isEmpty()) {
      section.appendChild(tag("h3", "Where answers differ"));
      section.appendChild(HtmlFigures.scrolling("Parties and points", byPoints(stands)));
    }
    section.appendChild(tag("h3", "In each outlet"));
    return Optional.of(
        section.appendChild(HtmlFigures.scrolling("Parties and outlets", byOutlets(parties))));
  }

  /** Where each party stands on points on which answers differ. */
  private Map<PartyId, Map<PointId, Stand>> stands() {
    Map<PartyId, Map<PointId, Stand>> stands = new LinkedHashMap<>();
    for (Stand stand : matrices.partiesByPoints()) {
      if (point(stand.point()).relation() != Relation.AGREE) {
        stands.computeIfAbsent(stand.party(), _ -> new LinkedHashMap<>()).put(stand.point(), stand);
      }
    }
    return stands;
  }

  private Point point(PointId id) {
    return comparison.points().stream()
        .filter(point -> point.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such point: " + id));
  }

  /** Points of one kind stand together, where the first of them stands. */
  private List<Point> columns(Map<PartyId, Map<PointId, Stand>> stands) {
    Set<PointId> answered =
        stands.values().stream()
            .flatMap(points -> points.keySet().stream())
            .collect(Collectors.toSet());
    return comparison.points().stream()
        .filter(point -> answered.contains(point.id()))
        .collect(Collectors.groupingBy(Point::facet, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private Element byPoints(Map<PartyId, Map<PointId, Stand>> stands) {
    List<Point> points = columns(stands);
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
                of("th", "facet", facet).attr("scope", "colgroup").attr("colspan", columns + "")));
    Element body = tag("tbody");
    stands.forEach(
        (party, at) ->
            body.appendChild(
                tag(
                    "tr",
                    tag("th", link(Anchors.party(party), wording.party(party))),
                    points.stream()
                        .map(point -> cell(point, Optional.ofNullable(at.get(point.id()))))
                        .toList())));
    return of("table", "matrix", tag("thead", facets, questions), body);
  }

  /** A few words of the party's own for each answer it gives, and the outlets that carry them. */
  private Element cell(Point point, Optional<Stand> stand) {
    Element cell = tag("td");
    stand.ifPresent(
        here -> {
          cell.attr("data-point", Anchors.point(point));
          Holder holder = new Holder.ByParty(here.party());
          here.answers().forEach(at -> fill(point, point.answers().get(at), holder, cell));
        });
    return cell;
  }

  private void fill(Point point, Answer answer, Holder holder, Element cell) {
    List<Evidence> own =
        answer.evidence().stream().filter(at -> story.holder(at).equals(holder)).toList();
    if (!own.isEmpty()) {
      Answer theirs = new Answer(answer.answer(), List.of(holder), 1, answer.firstMover(), own);
      Quotation first = wording.quotations(theirs).getFirst();
      cell.appendChild(
          tag(
              "p",
              parts.quoted(first.words(), CELL_COLUMNS),
              " ",
              parts.places(first.places(), at -> Anchors.evidence(point, answer, at))));
    }
  }

  private Element byOutlets(List<PartyId> parties) {
    Map<PartyId, Map<String, Quoted>> quoted = new LinkedHashMap<>();
    for (Quoted one : matrices.outletsByParties()) {
      quoted.computeIfAbsent(one.party(), _ -> new LinkedHashMap<>()).put(one.outlet(), one);
    }
    Set<String> outlets =
        story.reports().stream()
            .map(Matrices::outlet)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Element head =
        tag(
            "tr",
            tag("th", "Party").attr("scope", "col"),
            tag("th", "Among its words").attr("scope", "col"));
    outlets.forEach(
        outlet ->
            head.appendChild(
                tag("th", words(outlet)).attr("scope", "col").attr("data-outlet", outlet)));
    Element body = tag("tbody");
    for (PartyId party : parties) {
      Map<String, Quoted> by = quoted.getOrDefault(party, Map.of());
      body.appendChild(
          tag(
                  "tr",
                  name(party),
                  said(party),
                  outlets.stream()
                      .map(outlet -> carried(Optional.ofNullable(by.get(outlet))))
                      .toList())
              .attr("id", Anchors.party(party)));
    }
    return of("table", "matrix outlets", tag("thead", head), body);
  }

  /** Name, role, and how many statements there are, by which the rows can be sorted. */
  private Element name(PartyId party) {
    Element name = tag("th", wording.party(party));
    Speaker speaker = speakers.get(party);
    if (speaker != null) {
      name.appendChild(
          of(
              "p",
              "role",
              speaker.role().isEmpty() ? "" : speaker.role() + " · ",
              tag("b", Wording.count(speaker.statements(), "statement"))));
    }
    return name;
  }

  private Element said(PartyId party) {
    Speaker speaker = speakers.get(party);
    if (speaker == null) {
      return tag("td");
    }
    var said = speaker.words().getFirst();
    return tag(
        "td",
        tag(
            "p",
            said.cue().isEmpty() ? "" : said.cue() + ": ",
            parts.quoted(said.words().words(), SAID_COLUMNS),
            " ",
            parts.places(said.words().places(), HtmlMatrix::statement)));
  }

  /** The paragraphs of an outlet's reports that attribute something to the party. */
  private Element carried(Optional<Quoted> quoted) {
    Element cell = tag("td");
    quoted.ifPresent(
        here -> {
          cell.attr("data-outlet", here.outlet());
          List<Place> places = new ArrayList<>();
          here.own().forEach(id -> places.add(place(id, false)));
          here.copied().forEach(id -> places.add(place(id, true)));
          places.sort(Comparator.comparing((Place place) -> place.at().statement(), BY_NUMBER));
          cell.appendChild(tag("p", parts.places(HtmlWords.once(places), HtmlMatrix::statement)));
        });
    return cell;
  }

  private static final Comparator<StatementId> BY_NUMBER =
      Comparator.comparing(StatementId::number);

  /** A place in a column that says whose report it is: the file, where the outlet has several. */
  private Place place(StatementId id, boolean copy) {
    Statement said = story.statement(id);
    return new Place(
        wording.placeInOutlet(said.report(), said.content().getFirst()),
        new Evidence(said.report(), said.content().getFirst(), id, null),
        copy);
  }

  private static String statement(Evidence at) {
    return Anchors.statement(Objects.requireNonNull(at.statement()));
  }
}
