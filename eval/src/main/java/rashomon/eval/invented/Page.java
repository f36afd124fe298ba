package rashomon.eval.invented;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/**
 * Articles as pages, in the manner of several content systems: each outlet has one of them. Around
 * the article stand links to the articles printed before it.
 */
public final class Page {

  private static final List<String> TEMPLATES =
      Stream.of("page-1", "page-2", "page-3").map(Page::template).toList();

  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");
  private static final List<String> SECTIONS =
      List.of("World", "National", "Regional", "Business", "Society", "Sport", "Opinion");

  private static final List<String> COMMENTS =
      List.of(
          "I have lived here for thirty years and nothing like this was ever done before.",
          "Why does nobody ask who paid for it?",
          "Thank you for this, the best report on it so far.",
          "Agreed. And yet they will be elected again, you will see.");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private static final int LINKS = 12;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random chance;
  private final Deque<Article> earlier = new ArrayDeque<>();

  /** The same pages for the same seed and articles. */
  public Page(long seed) {
    this.chance = new Random(seed);
  }

  /** The next article’s page. */
  public String of(Article article) {
    Map<String, String> slots = slots(article);
    String template = TEMPLATES.get(Math.floorMod(article.outlet().hashCode(), TEMPLATES.size()));
    StringBuilder page = new StringBuilder();
    Matcher slot = SLOT.matcher(template);
    while (slot.find()) {
      String words = Objects.requireNonNull(slots.get(slot.group(1)), slot.group());
      slot.appendReplacement(page, Matcher.quoteReplacement(words));
    }
    slot.appendTail(page);
    earlier.addFirst(article);
    if (earlier.size() > LINKS) {
      earlier.removeLast();
    }
    return page.toString();
  }

  private Map<String, String> slots(Article article) {
    String day = DATE.format(article.published().atOffset(ZoneOffset.UTC));
    Map<String, String> slots = new HashMap<>();
    slots.put("id", article.id());
    slots.put("title", escaped(article.title()));
    slots.put("outlet", escaped(article.outlet()));
    slots.put("url", escaped(article.url()));
    slots.put("lead", escaped(article.paragraphs().getFirst()));
    slots.put("section", article.section());
    slots.put("published", article.published().toString());
    slots.put("date", day);
    slots.put("author", escaped(article.author()));
    slots.put("authorslug", article.author().toLowerCase(Locale.ROOT).replace(' ', '-'));
    slots.put("credit", article.credit().isEmpty() ? "" : " (" + escaped(article.credit()) + ")");
    slots.put("json", json(article));
    slots.put(
        "nav", joined(SECTIONS, name -> "<li><a href=\"/" + name + "\">" + name + "</a></li>"));
    slots.put("menu", joined(SECTIONS, name -> "<a href=\"/" + name + "\">" + name + "</a> | "));
    slots.put("paragraphs", paragraphs(article, "<p>", "</p>"));
    slots.put("paragraphs-divided", paragraphs(article, "<div class=\"para\">", "</div>"));
    slots.put("paragraphs-linked", paragraphs(article, "<p style=\"margin:1em\">", "</p>"));
    slots.put("related", joined(earlier, Page::item));
    slots.put("popular", joined(earlier.reversed(), Page::item));
    slots.put(
        "teasers",
        joined(
            earlier,
            one ->
                "<div class=\"teaser\"><a href=\""
                    + one.url()
                    + "\">"
                    + escaped(one.title())
                    + "</a><p>"
                    + escaped(one.paragraphs().getFirst())
                    + "</p></div>"));
    slots.put(
        "comments",
        joined(
            COMMENTS.subList(0, chance.nextInt(COMMENTS.size() + 1)),
            words -> "<div class=\"comment\"><b>Reader</b><p>" + words + "</p></div>"));
    return slots;
  }

  /** With an advertisement and a pointer to another article among them. */
  private String paragraphs(Article article, String open, String close) {
    StringBuilder html = new StringBuilder();
    List<String> paragraphs = article.paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      html.append(open).append(escaped(paragraphs.get(i))).append(close).append('\n');
      if (i == 2) {
        html.append("<div class=\"ad inline-ad\"><span>Advertisement</span></div>\n");
      } else if (i == 4 && !earlier.isEmpty()) {
        html.append("<aside class=\"inline-related\">Read also: ")
            .append(link(earlier.getFirst()))
            .append("</aside>\n");
      }
    }
    return html.toString();
  }

  private static String json(Article article) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("@context", "https://schema.org")
            .put("@type", "NewsArticle")
            .put("headline", article.title())
            .put("datePublished", article.published().toString())
            .put("mainEntityOfPage", article.url());
    json.putObject("author").put("@type", "Person").put("name", article.author());
    json.putObject("publisher").put("@type", "Organization").put("name", article.outlet());
    return json.toString().replace("<", "\\u003c");
  }

  private static String item(Article article) {
    return "<li>" + link(article) + "</li>";
  }

  private static String link(Article article) {
    return "<a href=\"" + escaped(article.url()) + "\">" + escaped(article.title()) + "</a>";
  }

  private static <T> String joined(Collection<T> all, Function<T, String> words) {
    return all.stream().map(words).collect(Collectors.joining("\n"));
  }

  private static String escaped(String words) {
    return Entities.escape(words);
  }

  private static String template(String name) {
    try (InputStream in =
        Page.class.getResourceAsStream("/rashomon/eval/invented/" + name + ".html")) {
      if (in == null) {
        throw new IllegalArgumentException("no such page: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
