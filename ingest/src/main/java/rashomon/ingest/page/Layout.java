package rashomon.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
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
  private static final Pattern BREAK = Pattern.compile(" *\n *");

  /** What readers wrote: one of the words is the whole of a class, as those of templates are. */
  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?:.*\\s)?(?:comments?|comment-?(?:list|section|area|wrapper|container|thread|body|content|text)|"
              + "comments-?(?:list|section|area|wrapper|container|thread)|disqus.*|respond|replies)"
              + "(?:\\s.*)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * What a class or an id says.
   *
   * @param hash the same for those that differ in digits alone
   */
  private record Look(int kinds, int around, int hash) {

    static Look of(String classOrId) {
      String own = classOrId.trim();
      int kinds = Kind.of(own);
      boolean comments = (kinds & Kind.COMMENT.bit()) != 0 && COMMENTS.matcher(own).matches();
      int hash = 0;
      for (int i = 0; i < own.length(); i++) {
        char c = own.charAt(i);
        hash = Character.isDigit(c) ? hash : 31 * hash + c;
      }
      return new Look(kinds, comments ? Around.COMMENTS.bit() : 0, hash);
    }

    Look with(Look id) {
      return new Look(kinds | id.kinds, around | id.around, hash);
    }
  }

  private final Map<String, Look> looks = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();
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

  /** Runs of spaces become one; signs that take no room go. */
  private void append(String text) {
    int before = open.length();
    boolean spaced = before > 0 && open.charAt(before - 1) <= ' ';
    int shown = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int glyph = Glyph.of(c);
      boolean space = (glyph & Glyph.SPACE) != 0;
      boolean gone = (glyph & Glyph.NO_ROOM) != 0 || (space && spaced);
      if (gone || (space && c != ' ')) {
        open.append(text, shown, i).append(gone ? "" : " ");
        shown = i + 1;
      }
      spaced = space || (spaced && gone);
    }
    open.append(text, shown, text.length());
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
    if (element.attributesSize() == 0) {
      return new Box(box, tag, 0, around(tag), tag.hashCode() * 31);
    }
    Attributes attributes = element.attributes();
    Look classes = looks.computeIfAbsent(attributes.get("class"), Look::of);
    String id = attributes.get("id");
    Look look = id.isEmpty() ? classes : classes.with(Look.of(id));
    boolean whole = tag.equals("body") || tag.equals("html");
    int around = around(tag) | around(attributes) | (whole ? 0 : look.around);
    return new Box(box, tag, whole ? 0 : look.kinds, around, tag.hashCode() * 31 + look.hash);
  }

  private static int around(String tag) {
    return switch (tag) {
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
  }

  private static int around(Attributes attributes) {
    int bits =
        switch (attributes.get("role")) {
          case "main" -> Around.MAIN.bit();
          case "navigation" -> Around.NAV.bit();
          case "complementary" -> Around.ASIDE.bit();
          default -> 0;
        };
    if (attributes.get("itemprop").equalsIgnoreCase("articleBody")) {
      bits |= Around.BODY_PROPERTY.bit();
    }
    boolean hidden =
        attributes.hasKey("hidden")
            || attributes.get("aria-hidden").equals("true")
            || attributes.get("style").replace(" ", "").contains("display:none");
    return hidden ? bits | Around.HIDDEN.bit() : bits;
  }

  private void close() {
    int length = open.length();
    if (length == 0) {
      return;
    }
    int start = 0;
    for (int i = open.indexOf("\n"); i >= 0; i = open.indexOf("\n", i)) {
      int next = secondBreak(i);
      if (next > 0) {
        keep(start, i, length);
        start = next;
      }
      i = Math.max(next, i + 1);
    }
    keep(start, length, length);
    open.setLength(0);
    linked = 0;
    emphasised = 0;
  }

  /** Where two breaks that begin here end, or −1. */
  private int secondBreak(int i) {
    int next = i + 1;
    while (next < open.length() && open.charAt(next) == ' ') {
      next++;
    }
    return next < open.length() && open.charAt(next) == '\n' ? next + 1 : -1;
  }

  private void keep(int start, int end, double length) {
    String line = oneLine(open.substring(start, end));
    if (!line.isEmpty()) {
      keep(new Block(line, box, linked / length, emphasised / length));
    }
  }

  /** A single break is a space. */
  private static String oneLine(String text) {
    return text.indexOf('\n') < 0 ? text.strip() : BREAK.matcher(text).replaceAll(" ").strip();
  }

  private void keep(Block block) {
    blocks.add(block);
    box.words += block.words;
    box.linkedWords += (int) Math.round(block.words * block.linked);
    box.proseWords += block.isProse() ? block.words : 0;
    box.blocks++;
  }
}
