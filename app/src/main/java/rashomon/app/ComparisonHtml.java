package rashomon.app;

import static rashomon.app.Html.data;
import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;
import static rashomon.app.Html.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import rashomon.model.Comparison;

/**
 * A comparison as one HTML file that asks nothing of any network. Everything is there to read
 * without its script, which filters, finds and moves about.
 */
final class ComparisonHtml {

  private ComparisonHtml() {}

  /** Writes the page, leaving {@code to} open. */
  static void write(Comparison comparison, Writer to) throws IOException {
    HtmlWriter.write(page(comparison), to);
    to.write("\n");
    to.flush();
  }

  static Document page(Comparison comparison) throws IOException {
    String style = resource("page.css");
    String script = resource("page.js");
    Wording wording = Wording.byTime(comparison);
    Document page = new Document("");
    page.appendChild(new DocumentType("html", "", ""));
    page.appendChild(
        tag("html", head(comparison, style, script), body(comparison, wording, script))
            .attr("lang", "en"));
    return page;
  }

  private static Element head(Comparison comparison, String style, String script) {
    String title = EventLine.of(comparison.story()).map(EventLine::words).orElse("Comparison");
    return tag(
        "head",
        tag("meta").attr("charset", "utf-8"),
        tag("meta")
            .attr("http-equiv", "Content-Security-Policy")
            .attr(
                "content",
                "default-src 'none'; img-src data:; style-src "
                    + source(style)
                    + "; script-src "
                    + source(script)
                    + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"),
        tag("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
        tag("meta").attr("name", "referrer").attr("content", "no-referrer"),
        tag("meta").attr("name", "color-scheme").attr("content", "light dark"),
        tag("title", title + " — Rashomon"),
        tag("link").attr("rel", "icon").attr("href", "data:,"),
        data("style", style));
  }

  /** What a Content-Security-Policy knows an inline style or script by. */
  private static String source(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static Element body(Comparison comparison, Wording wording, String script) {
    HtmlWords parts = new HtmlWords(comparison, wording);
    Element main = tag("main");
    HtmlPoints points = new HtmlPoints(comparison, wording, parts);
    main.appendChildren(points.differing());
    new HtmlRetold(comparison, wording, parts).section().ifPresent(main::appendChild);
    main.appendChildren(points.agreed());
    new HtmlFigures(comparison, wording, parts).section().ifPresent(main::appendChild);
    new HtmlMatrix(comparison, wording, parts).section().ifPresent(main::appendChild);
    main.appendChild(new HtmlReports(comparison, wording).section());
    main.appendChildren(new HtmlCopies(comparison, wording).sections());
    return tag(
        "body",
        new HtmlHead(comparison, wording).header(),
        contents(main),
        HtmlControls.controls(comparison, wording),
        main,
        footer(comparison),
        HtmlControls.keys("keys"),
        data("script", script));
  }

  /** The sections that there are. */
  private static Element contents(Element main) {
    List<Element> links =
        main.select("h2").stream()
            .map(heading -> tag("li", link(heading.id(), heading.text())))
            .toList();
    return of("nav", "sections", tag("ul", links)).attr("aria-label", "Sections");
  }

  private static Element footer(Comparison comparison) {
    Element footer = tag("footer");
    if (!comparison.rejected().isEmpty()) {
      footer.appendChild(tag("h2", "Not read"));
      footer.appendChild(
          tag(
              "ul",
              comparison.rejected().stream()
                  .map(
                      rejection -> tag("li", words(rejection.file()), ": ", words(rejection.why())))
                  .toList()));
    }
    return footer
        .appendChild(tag("p", Wording.engines(comparison)))
        .appendChild(tag("p", Wording.codebooks(comparison)));
  }

  /** A file of the program, without the blanks and lines that only its editors need. */
  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ComparisonHtml.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !isComment(line))
          .collect(Collectors.joining("\n"));
    }
  }

  private static boolean isComment(String line) {
    return line.startsWith("//") || line.startsWith("/*") && line.endsWith("*/");
  }
}
