package rashomon.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * XML as it comes over the web, read with jsoup's parser: it survives what strict parsers stop at
 * (bare ampersands, unknown entities, control characters, tags never closed), expands no entity
 * that the document declares, and opens nothing. {@code whole} says whether the root's end was
 * reached; elements still open where the text breaks off are told by {@link #isCut}.
 */
record Markup(Element root, boolean whole) {

  /** Nothing is looked for deeper than this; a feed's entries stand at depth 2. */
  private static final int DEEPEST = 64;

  /** The first element of {@code text} and what is in it; empty where there is none. */
  static Optional<Markup> of(String text) {
    Document document = Jsoup.parse(text, "", Parser.xmlParser().setTrackPosition(true));
    Element root = document.firstElementChild();
    return root == null ? Optional.empty() : Optional.of(new Markup(root, isClosed(root)));
  }

  /** Whether this was still open where the text breaks off, so that more of it is missing. */
  boolean isCut(Element element) {
    return !whole && !isClosed(element);
  }

  private static boolean isClosed(Element element) {
    return element.endSourceRange().isTracked() && !element.endSourceRange().isImplicit();
  }

  /** Its name without a prefix, in lower case. */
  static String name(Element element) {
    String tag = element.tagName();
    return tag.substring(tag.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** All elements of this name, in order, but none that is within another. */
  List<Element> all(String name) {
    List<Element> found = new ArrayList<>();
    NodeFilter filter =
        (node, depth) -> {
          if (depth > 0 && node instanceof Element element && name(element).equals(name)) {
            found.add(element);
            return NodeFilter.FilterResult.SKIP_CHILDREN;
          }
          return depth < DEEPEST
              ? NodeFilter.FilterResult.CONTINUE
              : NodeFilter.FilterResult.SKIP_CHILDREN;
        };
    root.filter(filter);
    return found;
  }

  /** The children of one of these names, whatever their prefix, those without one first. */
  static List<Element> children(Element parent, String... names) {
    List<String> wanted = List.of(names);
    return parent.children().stream()
        .filter(child -> wanted.contains(name(child)))
        .sorted((a, b) -> Boolean.compare(isPrefixed(a, parent), isPrefixed(b, parent)))
        .toList();
  }

  private static boolean isPrefixed(Element child, Element parent) {
    return !prefix(child).equals(prefix(parent));
  }

  private static String prefix(Element element) {
    String tag = element.tagName();
    return tag.substring(0, tag.indexOf(':') + 1);
  }

  /** The text of the first such child that has some, in one line. */
  static Optional<String> text(Element parent, String... names) {
    return children(parent, names).stream()
        .map(child -> Bytes.oneLine(child.wholeText(), Integer.MAX_VALUE))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** The same as a name or a title, no longer than {@link Bytes#oneLine(String)} makes it. */
  static Optional<String> words(Element parent, String... names) {
    return text(parent, names).map(Bytes::oneLine);
  }

  /** An attribute's value whatever the case of its name; empty where it is absent or blank. */
  static Optional<String> attribute(Element element, String name) {
    return Optional.of(element.attributes().getIgnoreCase(name).strip())
        .filter(value -> !value.isEmpty());
  }
}
