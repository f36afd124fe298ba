package rashomon.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import rashomon.model.Stamp;

/**
 * What a page's tags say about it: schema.org's article in JSON-LD first, then Open Graph, then
 * HTML's own. Of several candidates the first that can be read counts; a page never says when it
 * was seen.
 */
final class HtmlMetadata {

  private HtmlMetadata() {}

  static Metadata of(Document page) {
    Optional<JsonNode> article = article(page);
    return new Metadata(
        first(urls(page, article).map(String::strip).filter(url -> url.matches("https?://\\S+"))),
        first(
            Stream.of(of(article, "/publisher/name"), content(page, "og:site_name"))
                .flatMap(each -> each)),
        first(titles(page, article)),
        time(published(page, article)),
        time(modified(page, article)),
        null);
  }

  private static Stream<String> urls(Document page, Optional<JsonNode> article) {
    return Stream.of(
            attributes(page, "link[rel=canonical]", "href"),
            content(page, "og:url"),
            of(article, "/url"),
            of(article, "/mainEntityOfPage/@id"),
            of(article, "/mainEntityOfPage"))
        .flatMap(each -> each);
  }

  private static Stream<String> titles(Document page, Optional<JsonNode> article) {
    return Stream.of(
            of(article, "/headline"),
            content(page, "og:title"),
            text(page, "h1"),
            text(page, "title"))
        .flatMap(each -> each);
  }

  private static Stream<String> published(Document page, Optional<JsonNode> article) {
    return Stream.of(
            of(article, "/datePublished"),
            content(page, "article:published_time"),
            content(page, "datePublished"),
            content(page, "date"),
            content(page, "pubdate"),
            attributes(page, "time[itemprop=datePublished]", "datetime"),
            attributes(page, "time", "datetime"))
        .flatMap(each -> each);
  }

  private static Stream<String> modified(Document page, Optional<JsonNode> article) {
    return Stream.of(
            of(article, "/dateModified"),
            content(page, "article:modified_time"),
            content(page, "og:updated_time"),
            content(page, "dateModified"),
            attributes(page, "time[itemprop=dateModified]", "datetime"))
        .flatMap(each -> each);
  }

  private static @Nullable String first(Stream<String> candidates) {
    return candidates.map(OneLine::of).filter(text -> !text.isEmpty()).findFirst().orElse(null);
  }

  private static @Nullable Stamp time(Stream<String> candidates) {
    return candidates.flatMap(text -> Stamp.parse(text).stream()).findFirst().orElse(null);
  }

  private static Stream<String> content(Document page, String name) {
    return attributes(
        page,
        "meta[property=" + name + "], meta[name=" + name + "], meta[itemprop=" + name + "]",
        "content");
  }

  private static Stream<String> attributes(Document page, String selector, String attribute) {
    return page.select(selector).stream().map(element -> element.attr(attribute));
  }

  private static Stream<String> text(Document page, String selector) {
    return page.select(selector).stream().limit(1).map(Element::text);
  }

  private static Stream<String> of(Optional<JsonNode> article, String pointer) {
    return article.map(node -> node.at(pointer)).filter(JsonNode::isTextual).stream()
        .map(node -> Parser.unescapeEntities(node.asText(), false));
  }

  private static Optional<JsonNode> article(Document page) {
    return page.select("script[type=application/ld+json]").stream()
        .flatMap(script -> parsed(script.data()).stream())
        .flatMap(root -> article(root).stream())
        .findFirst();
  }

  private static Optional<JsonNode> parsed(String data) {
    try {
      return Optional.of(Json.parseLeniently(data));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  /** The first article in a document of any shape, the outermost first. */
  private static Optional<JsonNode> article(JsonNode root) {
    Deque<JsonNode> queue = new ArrayDeque<>(List.of(root));
    while (!queue.isEmpty()) {
      JsonNode node = queue.poll();
      if (node.path("@type").toString().matches(".*(Article|Posting)\".*")) {
        return Optional.of(node);
      }
      node.forEach(queue::add);
    }
    return Optional.empty();
  }
}
