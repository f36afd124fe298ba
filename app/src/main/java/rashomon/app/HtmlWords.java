package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import rashomon.app.Wording.Place;
import rashomon.app.Wording.Quotation;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Holder;
import rashomon.model.Point;
import rashomon.model.ReportId;
import rashomon.model.Stamp;
import rashomon.model.Story;

/**
 * Words, places, holders and times as every section of the page shows them. What is there because
 * of certain reports goes when all of them are hidden: its links lead there, or it names them in
 * {@code data-in}.
 */
final class HtmlWords {

  private static final int QUESTION_COLUMNS = 90;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Wording wording;
  private final Story story;

  HtmlWords(Comparison comparison, Wording wording) {
    this.story = comparison.story();
    this.wording = wording;
  }

  /** The sign of a copy; the style draws it, since few fonts have it. */
  static Element copy() {
    return tag("i", "copy");
  }

  /** Exact words, whole, and every place that has them. */
  Element quotation(String name, Quotation quotation, Function<Evidence, String> anchor) {
    return tag(
        name,
        quoted(quotation.words(), Integer.MAX_VALUE),
        " ",
        places(quotation.places(), anchor));
  }

  /** Exact words, cut to so many columns. */
  Element quoted(String quotation, int columns) {
    return tag("q", Wording.quoted(quotation, columns));
  }

  /**
   * A link for each place, the report named once. The style sets them apart, so that nothing is
   * left over where some are hidden.
   */
  List<Object> places(List<Place> places, Function<Evidence, String> anchor) {
    Map<ReportId, List<Place>> byReport = new LinkedHashMap<>();
    for (Place place : places) {
      byReport.computeIfAbsent(place.at().report(), _ -> new ArrayList<>()).add(place);
    }
    List<Object> links = new ArrayList<>();
    for (List<Place> together : byReport.values()) {
      for (Place place : together) {
        int paragraph = wording.paragraph(place.at().report(), place.at().span());
        boolean first = place.equals(together.getFirst());
        links.add(links.isEmpty() ? "" : " ");
        links.add(
            link(anchor.apply(place.at()), first ? place.name() : Wording.paragraph(paragraph)));
        links.add(place.copy() ? List.of(Page.TIE, copy()) : "");
      }
    }
    return links;
  }

  /** One place for each paragraph, the first. */
  static List<Place> once(List<Place> places) {
    Map<String, Place> byName = new LinkedHashMap<>();
    places.forEach(place -> byName.putIfAbsent(place.name(), place));
    return List.copyOf(byName.values());
  }

  /** Those who hold an answer; a party leads to its row. */
  Element holders(Answer answer) {
    List<Element> items =
        answer.holders().stream()
            .distinct()
            .map(holder -> tag("li", holder(holder)).attr("data-in", in(story, answer, holder)))
            .toList();
    return of("ul", "holders", items);
  }

  private Element holder(Holder holder) {
    String name = wording.holder(holder);
    return switch (holder) {
      case Holder.ByParty(var party) -> link(Anchors.party(party), name);
      case Holder.ByReport(var report) -> link(Anchors.report(report), name);
    };
  }

  /** The reports in which a holder gives an answer. */
  static String in(Story story, Answer answer, Holder holder) {
    return in(
        answer.evidence().stream()
            .filter(evidence -> story.holder(evidence).equals(holder))
            .map(Evidence::report)
            .toList());
  }

  static String in(List<ReportId> reports) {
    Set<ReportId> each = new TreeSet<>(reports);
    return each.stream().map(ReportId::toString).collect(Collectors.joining(" "));
  }

  /** A report's name and the time it was published, as a link to it. */
  Element report(ReportId id) {
    Stamp published = story.report(id).published();
    Element link = link(Anchors.report(id), wording.report(id));
    return published == null ? tag("span", link) : tag("span", link, ", ", time(published));
  }

  /** A time as the outlet gives it, with its own offset. */
  static Element time(Stamp stamp) {
    return tag("time", said(stamp)).attr("datetime", stamp.text());
  }

  /** <i>4 Mar 2031, 06:40 UTC</i>, <i>4 Mar 2031, 12:30 +02:00</i> or <i>4 Mar 2031</i>. */
  static String said(Stamp stamp) {
    String text = stamp.text();
    if (!text.contains("T")) {
      return DAY.format(stamp.date());
    }
    if (text.matches(".*(Z|[+-]\\d{2}:\\d{2})$")) {
      OffsetDateTime time = OffsetDateTime.parse(text);
      String offset = time.getOffset().getTotalSeconds() == 0 ? "UTC" : time.getOffset().getId();
      return MINUTE.format(time) + " " + offset;
    }
    return MINUTE.format(LocalDateTime.parse(text));
  }

  /** A link to a point, by its number and question; a long passage is cut. */
  static Element point(Point point) {
    return tag("span", number(point), " ", words(Page.cut(point.question(), QUESTION_COLUMNS)));
  }

  /** A link to a point, by its number. */
  static Element number(Point point) {
    return link(Anchors.point(point), Anchors.point(point)).attr("class", "number");
  }
}
