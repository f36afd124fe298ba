package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import rashomon.app.Marks.Kind;
import rashomon.app.Marks.Mark;
import rashomon.app.Marks.Piece;
import rashomon.model.Comparison;
import rashomon.model.Matrices;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.model.Story;
import rashomon.version.Withdrawal;

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
        of("span", "d", "quoted"),
        ", ",
        of("span", "i", "in other words"),
        ", ",
        of("span", "s", "who said it"),
        ", ",
        of("span", "n", "a figure"),
        ", ",
        of("span", "c", "words that answer a point"),
        "; the points' numbers stand in the margin. Choose marked words to see what the other"
            + " reports answer, and what the words belong to.");
  }

  private Element report(ReportId id) {
    Report report = story.report(id);
    String anchor = Anchors.report(id);
    Element article =
        of("article", "report", of("p", "byline", byline(id, report)))
            .attr("id", anchor)
            .attr("aria-labelledby", anchor + "-title")
            .attr("data-outlet", Matrices.outlet(report));
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
    if (Withdrawal.of(report).isPresent()) {
      byline.add(byline.isEmpty() ? "" : " · ");
      byline.add(tag("strong", "withdrawn"));
      Withdrawal.time(report)
          .ifPresent(
              time -> {
                byline.add(" ");
                byline.add(HtmlWords.time(time));
              });
    }
    if (report.stub()) {
      byline.add(byline.isEmpty() ? Wording.STUB : " · " + Wording.STUB);
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
    margin.add(Wording.paragraph(number));
    points(id, paragraph)
        .forEach(
            (point, kind) -> {
              margin.add(" ");
              margin.add(kind == Kind.POINT ? link(point, point) : point);
            });
    return tag("div", tag("div", margin), tag(number == 0 ? "h3" : "p", text(id, paragraph)))
        .attr("id", Anchors.paragraph(id, number));
  }

  /**
   * The points that words of the paragraph answer, those within copies of one origin left out. What
   * is agreed stands back: its words alone lead to it.
   */
  private Map<String, Kind> points(ReportId id, Span paragraph) {
    Map<String, Kind> points = new TreeMap<>(Comparator.comparing(HtmlReports::number));
    for (Mark mark : marks.on(id, paragraph)) {
      if (mark.kind() == Kind.POINT || mark.kind() == Kind.AGREED) {
        points.put("q" + number(mark.id()), mark.kind());
      }
    }
    return points;
  }

  private static int number(String point) {
    return Integer.parseInt(point.substring(1).replaceAll("\\D.*", ""));
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

  /**
   * The words. They are called by the first mark that begins here, have a place before them for
   * each further one, and the others they lie in are among their classes.
   */
  private static List<Node> piece(Piece piece, String words, Set<String> led) {
    List<Node> nodes = new ArrayList<>();
    Element shown =
        piece.marks().stream()
            .filter(mark -> mark.leadsTo() != null && !words.isBlank())
            .findFirst()
            .map(mark -> leading(mark, words, led))
            .orElseGet(() -> tag("u", words));
    Set<String> names =
        piece.marks().stream().map(Mark::id).collect(Collectors.toCollection(LinkedHashSet::new));
    for (Mark mark : piece.marks()) {
      if (mark.span().start() == piece.span().start()
          && mark.kind() != Kind.SOURCE
          && led.add("#" + mark.id())) {
        if (shown.hasAttr("id")) {
          nodes.add(tag("u").attr("id", mark.id()));
        } else {
          shown.attr("id", mark.id());
          names.remove(mark.id());
        }
      }
    }
    Set<String> classes = styles(piece);
    classes.addAll(names);
    if (!classes.isEmpty()) {
      shown.attr("class", String.join(" ", classes));
    }
    nodes.add(shown);
    return nodes;
  }

  /** A link at the first piece of its words; those after it are its words only. */
  private static Element leading(Mark mark, String words, Set<String> led) {
    return led.add(mark.id()) ? link(String.valueOf(mark.leadsTo()), words) : tag("u", words);
  }

  /** What the piece shows of its marks; the box of a figure is open where the figure goes on. */
  private static Set<String> styles(Piece piece) {
    Set<String> styles = new LinkedHashSet<>();
    for (Mark mark : piece.marks()) {
      if (mark.kind() != Kind.AGREED && mark.kind() != Kind.COPIED) {
        styles.add(name(mark.kind()));
      }
      if (mark.kind() == Kind.FIGURE && mark.span().start() < piece.span().start()) {
        styles.add("from");
      }
      if (mark.kind() == Kind.FIGURE && mark.span().end() > piece.span().end()) {
        styles.add("on");
      }
    }
    return styles;
  }

  /** One letter, since there are thousands; the marks' own names have digits. */
  private static String name(Kind kind) {
    return switch (kind) {
      case POINT -> "c";
      case FIGURE -> "n";
      case SOURCE -> "s";
      case DIRECT -> "d";
      case INDIRECT -> "i";
      case AGREED, COPIED -> throw new IllegalArgumentException("not shown: " + kind);
    };
  }
}
