package rashomon.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page's tags that say something about it, gathered in one walk. */
final class Tags {

  private final Map<String, List<String>> meta = new HashMap<>();
  private final Map<String, List<Element>> properties = new HashMap<>();
  final List<String> scripts = new ArrayList<>();
  final List<Element> headings = new ArrayList<>();
  final List<Element> times = new ArrayList<>();
  final List<Element> authors = new ArrayList<>();
  final List<String> canonical = new ArrayList<>();
  final List<Element> walls = new ArrayList<>();

  private boolean article;
  private boolean password;

  private Tags() {}

  static Tags of(Document page) {
    Tags tags = new Tags();
    page.stream().forEach(tags::add);
    return tags;
  }

  /** What meta tags of one of these names say, those of the first name first. */
  Stream<String> meta(String... names) {
    return Stream.of(names).flatMap(name -> meta.getOrDefault(name, List.of()).stream());
  }

  /** The elements that are a property of schema.org or the like. */
  Stream<Element> properties(String name) {
    return properties.getOrDefault(name, List.of()).stream();
  }

  /** Whether the page is marked as an article, or has a part that is. */
  boolean isArticle() {
    return article
        || properties("articleBody").findAny().isPresent()
        || meta("og:type").anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("article"));
  }

  boolean asksForPassword() {
    return password;
  }

  private void add(Element element) {
    String tag = element.normalName();
    if (tag.equals("h1")) {
      headings.add(element);
    } else if (tag.equals("time")) {
      times.add(element);
    } else if (tag.equals("article")) {
      article = true;
    }
    if (element.attributesSize() > 0) {
      add(element, tag, element.attributes());
    }
  }

  private void add(Element element, String tag, Attributes attributes) {
    switch (tag) {
      case "meta" -> meta(attributes);
      case "link" -> {
        if (attributes.get("rel").equalsIgnoreCase("canonical")) {
          canonical.add(attributes.get("href"));
        }
      }
      case "script" -> {
        if (attributes.get("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
          scripts.add(element.data());
        }
      }
      case "a" -> {
        if (attributes.get("rel").contains("author")) {
          authors.add(element);
        }
      }
      case "input" -> password |= attributes.get("type").equalsIgnoreCase("password");
      default -> {}
    }
    String property = attributes.get("itemprop");
    if (!property.isEmpty()) {
      properties.computeIfAbsent(property, absent -> new ArrayList<>()).add(element);
    }
    if (isWall(attributes.get("class")) || isWall(attributes.get("id"))) {
      walls.add(element);
    }
  }

  private static boolean isWall(String look) {
    return look.contains("aywall") || look.contains("egwall");
  }

  private void meta(Attributes attributes) {
    String content = attributes.get("content");
    for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
      String name = attributes.get(key).toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !content.isBlank()) {
        meta.computeIfAbsent(name, absent -> new ArrayList<>()).add(content);
      }
    }
  }
}
