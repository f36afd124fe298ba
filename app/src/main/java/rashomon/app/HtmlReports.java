package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import rashomon.app.Marks.Kind;
import rashomon.app.Marks.Mark;
import rashomon.app.Marks.Piece;
import rashomon.model.Comparison;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.model.Story;

/** The reports, whole, with everything that was found marked where it stands. */
final class HtmlReports {

  private final Story story;
  private final Wording wording;
  private final Marks marks;

  HtmlReports(Comparison comparison, Wording wording) {
    this.story = comparison.story();
    this.wording = wording;
    this.marks = new Marks(comparison, wording);
  }

  Element section() {
    Element section =
        tag("section", tag("h2", "The reports").attr("id", "reports"), legend())
            .attr("aria-labelledby", "reports");
    for (int i = 1; i <= story.reports().size(); i++) {
      section.appendChild(report(new ReportId(i)));
    }
    return section;
  }

  private static Element legend() {
    return of(
        "p",
        "note legend",
        of("span", "direct", "quoted"),
        ", ",
        of("span", "indirect", "in other words"),
        ", ",
        of("span", "source", "who said it"),
        ", ",
        of("span", "figure begins ends", "a figure"),
        ", ",
        of("span", "contested", "words that answer a point"),
        "; the points' numbers stand in the margin. Choose marked words to see what the other"
            + " reports answer, and what the words belong to.");
  }

  private Element report(ReportId id) {
    Report report = story.report(id);
    String anchor = Anchors.report(id);
    Element article =
        of("article", "report", of("p", "byline", byline(id, report)))
            .attr("id", anchor)
            .attr("tabindex", "-1")
            .attr("aria-labelledby", anchor + "-title")
            .attr("data-outlet", HtmlMatrix.outlet(report));
    if (!report.language().equals("und")) {
      article.attr("lang", report.language());
    }
    if (report.published() != null) {
      article.attr("data-published", HtmlWords.said(report.published()));
    }
    AsOf.since(report).ifPresent(known -> article.attr("data-known", known.toString()));
    address(report, article);
    List<Element> paragraphs =
        Paragraphs.of(report, story.tokens().get(id.number() - 1)).stream()
            .map(paragraph -> paragraph(id, paragraph))
            .toList();
    Element title = paragraphs.isEmpty() ? null : paragraphs.getFirst().selectFirst("h3");
    if (title == null) {
      title = tag("h3", words(report.title().isBlank() ? wording.report(id) : report.title()));
      article.appendChild(title);
    }
    title.attr("id", anchor + "-title");
    article.appendChildren(paragraphs);
    return article;
  }

  /** Name and time; without a headline the name stands in its place. */
  private List<Object> byline(ReportId id, Report report) {
    List<Object> byline = new ArrayList<>();
    Stamp published = report.published();
    if (!report.title().isBlank()) {
      byline.add(words(wording.report(id)));
    }
    if (published != null) {
      byline.add(byline.isEmpty() ? "" : " · ");
      byline.add(HtmlWords.time(published));
    }
    return byline;
  }

  /** Only addresses of the web become links. */
  private static void address(Report report, Element article) {
    String url = report.url();
    if (url != null && url.toLowerCase(Locale.ROOT).matches("https?://\\S+")) {
      article.appendChild(
          of("p", "address", tag("a", words(url)).attr("href", url).attr("rel", "noreferrer")));
    }
  }

  private Element paragraph(ReportId id, Span paragraph) {
    int number = wording.paragraph(id, paragraph);
    List<Object> margin = new ArrayList<>();
    margin.add(number == 0 ? "headline" : "¶" + number);
    for (String point : points(id, paragraph)) {
      margin.add(" ");
      margin.add(link(point, point));
    }
    return of(
            "div",
            "paragraph",
            of("div", "margin", margin),
            tag(number == 0 ? "h3" : "p", text(id, paragraph)).attr("dir", "auto"))
        .attr("id", Anchors.paragraph(id, number));
  }

  /** The points that words of the paragraph answer, those within copies of one origin left out. */
  private Set<String> points(ReportId id, Span paragraph) {
    return marks.on(id, paragraph).stream()
        .filter(mark -> mark.kind() == Kind.POINT || mark.kind() == Kind.AGREED)
        .map(mark -> mark.id().substring(0, mark.id().indexOf('-')))
        .sorted((one, other) -> Integer.compare(number(one), number(other)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static int number(String point) {
    return Integer.parseInt(point.substring(1));
  }

  private List<Node> text(ReportId id, Span paragraph) {
    String text = story.report(id).text();
    List<Node> nodes = new ArrayList<>();
    Set<String> led = new HashSet<>();
    for (Piece piece : marks.pieces(id, paragraph)) {
      String words = piece.span().of(text);
      if (piece.marks().isEmpty()) {
        nodes.add(Html.text(words));
      } else {
        nodes.addAll(piece(piece, words, led));
      }
    }
    return nodes;
  }

  /** The words, before them a place for each further mark that begins here. */
  private static List<Node> piece(Piece piece, String words, Set<String> led) {
    List<Node> nodes = new ArrayList<>();
    Element shown =
        piece.marks().stream()
            .filter(mark -> mark.leadsTo() != null && !words.isBlank())
            .findFirst()
            .map(mark -> leading(mark, words, led))
            .orElseGet(() -> tag("span", words));
    Set<String> styles = styles(piece);
    if (!styles.isEmpty()) {
      shown.attr("class", String.join(" ", styles));
    }
    shown.attr(
        "data-of",
        piece.marks().stream().map(Mark::id).distinct().collect(Collectors.joining(" ")));
    for (Mark mark : piece.marks()) {
      if (mark.span().start() == piece.span().start()
          && mark.kind() != Kind.SOURCE
          && led.add("#" + mark.id())) {
        if (shown.hasAttr("id")) {
          nodes.add(tag("span").attr("id", mark.id()));
        } else {
          shown.attr("id", mark.id());
        }
      }
    }
    nodes.add(shown);
    return nodes;
  }

  /** A link at the first piece of its words; those after it are its words only. */
  private static Element leading(Mark mark, String words, Set<String> led) {
    return led.add(mark.id()) ? link(String.valueOf(mark.leadsTo()), words) : tag("span", words);
  }

  /** What the piece shows of its marks; the box of a figure is open where the figure goes on. */
  private static Set<String> styles(Piece piece) {
    Set<String> styles = new LinkedHashSet<>();
    for (Mark mark : piece.marks()) {
      if (mark.kind() != Kind.AGREED && mark.kind() != Kind.COPIED) {
        styles.add(name(mark.kind()));
      }
      if (mark.kind() == Kind.FIGURE && mark.span().start() == piece.span().start()) {
        styles.add("begins");
      }
      if (mark.kind() == Kind.FIGURE && mark.span().end() == piece.span().end()) {
        styles.add("ends");
      }
    }
    return styles;
  }

  private static String name(Kind kind) {
    return kind == Kind.POINT ? "contested" : kind.name().toLowerCase(Locale.ROOT);
  }
}
