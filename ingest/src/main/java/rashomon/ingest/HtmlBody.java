package rashomon.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The paragraphs of a page's body, without its furniture. What an article or main element holds
 * counts alone where that is most of the page's text; where little stands in paragraphs (pages of
 * bare lines and breaks), all text counts. Walks without recursion, so that depth costs nothing.
 */
final class HtmlBody {

  private static final String FURNITURE =
      "script, style, noscript, template, svg, nav, header, footer, aside, figure, "
          + "iframe, button, select, textarea, input, label, dialog, menu, [hidden], [aria-hidden=true]";
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dd", "dt");
  private static final List<String> HOMES =
      List.of("[itemprop=articleBody]", "article", "main, [role=main]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");
  private static final Pattern TWO_BREAKS = Pattern.compile("\\n *\\n");

  private HtmlBody() {}

  static List<String> paragraphs(Document page) {
    page.select(FURNITURE).remove();
    int whole = page.body().text().length();
    Elements forms = page.select("form");
    if (2 * forms.text().length() < whole) {
      forms.remove();
    }
    Element home = home(page);
    List<String> marked = Blocks.of(home, false);
    List<String> all = Blocks.of(home, true);
    return 2 * length(marked) >= length(all) ? marked : all;
  }

  private static int length(List<String> paragraphs) {
    return paragraphs.stream().mapToInt(String::length).sum();
  }

  /**
   * The first element that is meant to hold the article and does hold most of the body's marked
   * text.
   */
  private static Element home(Document page) {
    int whole = length(Blocks.of(page.body(), false));
    for (String selector : HOMES) {
      for (Element candidate : page.select(selector).stream().limit(10).toList()) {
        int part = length(Blocks.of(candidate, false));
        if (part > 0 && 2 * part >= whole) {
          return candidate;
        }
      }
    }
    return page.body();
  }

  /**
   * Gathers text and starts anew wherever a block begins or ends, or two breaks follow each other.
   * Links alone are no text.
   */
  private static final class Blocks implements NodeVisitor {

    private final boolean everything;
    private final List<String> found = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int paragraphs;
    private int links;
    private int linked;

    private Blocks(boolean everything) {
      this.everything = everything;
    }

    static List<String> of(Element root, boolean everything) {
      Blocks blocks = new Blocks(everything);
      NodeTraversor.traverse(blocks, root);
      blocks.close();
      return blocks.found;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        if (everything || paragraphs > 0) {
          String words = SPACE.matcher(text.getWholeText()).replaceAll(" ");
          open.append(words);
          linked += links > 0 ? words.strip().length() : 0;
        }
      } else if (node instanceof Element element) {
        if (element.normalName().equals("br")) {
          open.append('\n');
        } else if (isBlock(element)) {
          close();
        }
        count(element, 1);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (isBlock(element)) {
          close();
        }
        count(element, -1);
      }
    }

    private void count(Element element, int step) {
      paragraphs += PARAGRAPHS.contains(element.normalName()) ? step : 0;
      links += element.normalName().equals("a") ? step : 0;
    }

    private static boolean isBlock(Element element) {
      String name = element.normalName();
      return !name.equals("br") && (element.isBlock() || PARAGRAPHS.contains(name));
    }

    private void close() {
      boolean onlyLinks = 10 * linked >= 8 * open.toString().strip().length();
      for (String part : TWO_BREAKS.split(open, -1)) {
        String line = INVISIBLE.matcher(SPACE.matcher(part).replaceAll(" ")).replaceAll("").strip();
        if (!line.isEmpty() && !onlyLinks) {
          found.add(line);
        }
      }
      open.setLength(0);
      linked = 0;
    }
  }
}
