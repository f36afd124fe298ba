package rashomon.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import rashomon.ingest.page.Box.Around;

/**
 * The blocks of a page in their order: a new one starts wherever a box begins or ends, or two
 * breaks follow each other. What is never read as text is left out. Walks without recursion, so
 * that depth costs nothing.
 */
final class Layout implements NodeFilter {

  private static final Set<String> NO_TEXT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "button",
          "select",
          "textarea",
          "input",
          "label",
          "dialog",
          "menu",
          "object",
          "canvas",
          "video",
          "audio",
          "math",
          "head");
  private static final Set<String> EMPHASIS = Set.of("b", "strong", "em", "i");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");
  private static final Pattern TWO_BREAKS = Pattern.compile("\\n *\\n");

  /** What readers wrote: one of the words is the whole of a class, as those of templates are. */
  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?:.*\\s)?(?:comments?|comment-?(?:list|section|area|wrapper|container|thread|body|content|text)|"
              + "comments-?(?:list|section|area|wrapper|container|thread)|disqus.*|respond|replies|conversation)"
              + "(?:\\s.*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final StringBuilder open = new StringBuilder();
  private Box box = new Box(null, "body", 0, 0, 0);
  private int links;
  private int emphases;
  private int linked;
  private int emphasised;

  private Layout() {}

  static List<Block> of(Element root) {
    Layout layout = new Layout();
    NodeTraversor.filter(layout, root);
    layout.close();
    return layout.blocks;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element) {
      String tag = element.normalName();
      if (NO_TEXT.contains(tag)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (tag.equals("br")) {
        open.append('\n');
      } else if (isBox(element)) {
        close();
        box = box(element);
      }
      count(tag, 1);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && !NO_TEXT.contains(element.normalName())) {
      if (isBox(element)) {
        close();
        box = box.closed();
      }
      count(element.normalName(), -1);
    }
    return FilterResult.CONTINUE;
  }

  private void append(String text) {
    int before = open.length();
    boolean spaced = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ' || c == 0xa0 || c == 0x2007 || c == 0x202f || c == 0x3000;
      if (!space || !spaced || i == 0) {
        open.append(space ? ' ' : c);
      }
      spaced = space;
    }
    int length = open.length() - before;
    linked += links > 0 ? length : 0;
    emphasised += emphases > 0 ? length : 0;
  }

  private void count(String tag, int step) {
    links += tag.equals("a") ? step : 0;
    emphases += EMPHASIS.contains(tag) ? step : 0;
  }

  /** Custom elements, which browsers show as their author likes, mostly hold boxes. */
  private static boolean isBox(Element element) {
    String tag = element.normalName();
    return !tag.equals("br") && (element.isBlock() || tag.indexOf('-') > 0);
  }

  private Box box(Element element) {
    String tag = element.normalName();
    String hints = element.className() + " " + element.id();
    boolean whole = tag.equals("body") || tag.equals("html");
    int own = whole || hints.isBlank() ? 0 : kinds.computeIfAbsent(hints, Kind::of);
    String look = DIGITS.matcher(element.className()).replaceAll("");
    return new Box(box, tag, own, around(element, tag), tag.hashCode() * 31 + look.hashCode());
  }

  private static int around(Element element, String tag) {
    int bits =
        switch (tag) {
          case "article" -> Around.ARTICLE.bit();
          case "main" -> Around.MAIN.bit();
          case "nav" -> Around.NAV.bit();
          case "header" -> Around.HEADER.bit();
          case "footer" -> Around.FOOTER.bit();
          case "aside" -> Around.ASIDE.bit();
          case "figure", "figcaption" -> Around.FIGURE.bit();
          case "form" -> Around.FORM.bit();
          case "ul", "ol", "dl" -> Around.LIST.bit();
          case "table" -> Around.TABLE.bit();
          case "blockquote" -> Around.QUOTE.bit();
          default -> 0;
        };
    if (element.attributesSize() == 0) {
      return bits;
    }
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      bits |= Around.BODY_PROPERTY.bit();
    }
    String role = element.attr("role");
    bits |= role.equals("main") ? Around.MAIN.bit() : 0;
    bits |= role.equals("navigation") ? Around.NAV.bit() : 0;
    bits |= role.equals("complementary") ? Around.ASIDE.bit() : 0;
    if (COMMENTS.matcher(element.id()).matches()
        || element.hasAttr("class") && COMMENTS.matcher(element.className()).matches()) {
      bits |= Around.COMMENTS.bit();
    }
    boolean hidden =
        element.hasAttr("hidden")
            || element.attr("aria-hidden").equals("true")
            || element.attr("style").replace(" ", "").contains("display:none");
    return hidden ? bits | Around.HIDDEN.bit() : bits;
  }

  private void close() {
    if (open.length() > 0) {
      double length = Math.max(1, open.length());
      for (String part : TWO_BREAKS.split(open, -1)) {
        String line = INVISIBLE.matcher(SPACE.matcher(part).replaceAll(" ")).replaceAll("").strip();
        if (!line.isEmpty()) {
          keep(new Block(line, box, linked / length, emphasised / length));
        }
      }
      open.setLength(0);
    }
    linked = 0;
    emphasised = 0;
  }

  private void keep(Block block) {
    blocks.add(block);
    box.words += block.words;
    box.linkedWords += (int) Math.round(block.words * block.linked);
    box.proseWords += block.isProse() ? block.words : 0;
    box.blocks++;
  }
}
