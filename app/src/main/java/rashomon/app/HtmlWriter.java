package rashomon.app;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes nodes as HTML, leaving out what every parser puts back: end tags and quotation marks of
 * attributes where the standard says that they may be omitted (WHATWG HTML, 13.1.2.3 and 13.1.2.4).
 * That is about a tenth of a page.
 */
final class HtmlWriter {

  private static final Pattern BARE = Pattern.compile("[\\w#.:/-]+");

  private static final Set<String> VOID = Set.of("meta", "link", "input");

  /** An end tag may be omitted at the end of the parent, and before one of these. */
  private static final Map<String, Set<String>> ENDED_BY =
      Map.of(
          "li", Set.of("li"),
          "dd", Set.of("dt", "dd"),
          "p", Set.of("p", "ul", "ol", "div", "table", "section", "article", "details", "h3"),
          "option", Set.of("option"),
          "td", Set.of("td", "th"),
          "th", Set.of("td", "th"),
          "tr", Set.of("tr"),
          "tbody", Set.of());

  private final Appendable to;

  private HtmlWriter(Appendable to) {
    this.to = to;
  }

  /** Writes a document, leaving {@code to} open. */
  static void write(Document document, Writer to) throws IOException {
    HtmlWriter writer = new HtmlWriter(to);
    for (Node node : document.childNodes()) {
      writer.write(node);
    }
  }

  private void write(Node node) throws IOException {
    switch (node) {
      case DocumentType _ -> to.append("<!doctype html>");
      case TextNode text -> to.append(escaped(text.getWholeText()).replace("<", "&lt;"));
      case DataNode data -> to.append(data.getWholeData());
      case Element element -> write(element);
      default -> throw new IllegalArgumentException("not on a page: " + node.nodeName());
    }
  }

  private void write(Element element) throws IOException {
    to.append('<').append(element.tagName());
    for (Attribute attribute : element.attributes()) {
      write(attribute);
    }
    to.append('>');
    for (Node child : element.childNodes()) {
      write(child);
    }
    if (!VOID.contains(element.tagName()) && !isEnded(element)) {
      to.append("</").append(element.tagName()).append('>');
    }
  }

  private void write(Attribute attribute) throws IOException {
    String value = attribute.getValue();
    to.append(' ').append(attribute.getKey());
    if (BARE.matcher(value).matches()) {
      to.append('=').append(value);
    } else if (!value.isEmpty()) {
      to.append("=\"").append(escaped(value).replace("\"", "&quot;")).append('"');
    }
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;");
  }

  private static boolean isEnded(Element element) {
    Set<String> by = ENDED_BY.get(element.tagName());
    Node next = element.nextSibling();
    Element parent = element.parent();
    return by != null
        && (next == null
            ? parent != null && !parent.tagName().equals("a")
            : next instanceof Element follower && by.contains(follower.tagName()));
  }
}
