package rashomon.app;

import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Elements of HTML and SVG as jsoup's nodes, so that every word is escaped where it is written. */
final class Html {

  private Html() {}

  /** An element that holds nodes, words, and lists of them, in their order. */
  static Element tag(String name, Object... children) {
    Element element = new Element(name);
    for (Object child : children) {
      add(element, child);
    }
    return element;
  }

  /** The same with a class. */
  static Element of(String name, String style, Object... children) {
    return tag(name, children).attr("class", style);
  }

  /** A link to a place on the page. */
  static Element link(String anchor, Object... children) {
    return tag("a", children).attr("href", "#" + anchor);
  }

  /** Words of a report, or a name: whichever way they run, they leave those around them alone. */
  static Element words(String words) {
    return tag("bdi", words);
  }

  /** A style or script, as it stands. */
  static Element data(String name, String content) {
    Element element = new Element(name);
    element.appendChild(new DataNode(content));
    return element;
  }

  private static void add(Element to, Object child) {
    switch (child) {
      case Node node -> to.appendChild(node);
      case String words -> to.appendChild(text(words));
      case List<?> several -> several.forEach(one -> add(to, one));
      default -> throw new IllegalArgumentException("not for a page: " + child.getClass());
    }
  }

  /** Control characters have no place in HTML; each becomes the sign for what cannot be shown. */
  static TextNode text(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      clean.append(Character.isISOControl(c) && !Character.isWhitespace(c) ? '\ufffd' : c);
    }
    return new TextNode(clean.toString());
  }
}
