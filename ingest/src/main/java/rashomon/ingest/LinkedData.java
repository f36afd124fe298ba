package rashomon.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.parser.Parser;

/**
 * What schema.org says of a page's article in JSON-LD of any shape: alone, in a list, in a graph
 * whose parts name each other, or broken; of what is broken, single fields are still found.
 */
final class LinkedData {

  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*(?://\\s*)?(?:<!--|<!\\[CDATA\\[|/\\*.*?\\*/)|(?:-->|(?://\\s*)?]]>|;)\\s*$",
          Pattern.DOTALL);
  private static final Pattern ARTICLE =
      Pattern.compile("\"@type\"\\s*:\\s*\\[?\\s*\"[^\"]*(?:Article|Posting)\"");
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(headline|datePublished|dateModified|url|articleBody|isAccessibleForFree|inLanguage)\"\\s*:\\s*"
              + "(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(true|false))");
  private static final int MOST_NODES = 20_000;

  private final JsonNode article;
  private final Map<String, JsonNode> named;

  private LinkedData(JsonNode article, Map<String, JsonNode> named) {
    this.article = article;
    this.named = named;
  }

  /** The first article in these scripts; one that says nothing where there is none. */
  static LinkedData of(List<String> scripts) {
    Map<String, JsonNode> named = new HashMap<>();
    JsonNode found = JsonNodeFactory.instance.missingNode();
    for (String script : scripts) {
      JsonNode node = article(parsed(script), named);
      found = found.isMissingNode() ? node : found;
    }
    return new LinkedData(found, named);
  }

  boolean isArticle() {
    return !article.isMissingNode();
  }

  /** The words at a place, none where there are none. */
  Stream<String> text(String pointer) {
    return at(pointer).flatMap(LinkedData::words);
  }

  /** The names of who stands in a field: words, objects with a name, references to such, lists. */
  Stream<String> names(String field) {
    return at("/" + field)
        .flatMap(
            node ->
                node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node))
        .map(this::resolved)
        .flatMap(node -> words(node.isObject() ? node.path("name") : node));
  }

  /** Whether it says that not all of it, or a part of it, is free. */
  boolean isGated() {
    return isFalse(article.path("isAccessibleForFree"))
        || parts().anyMatch(part -> isFalse(part.path("isAccessibleForFree")));
  }

  /** CSS selectors of the parts that are not free. */
  List<String> gated() {
    return parts()
        .filter(part -> isFalse(part.path("isAccessibleForFree")))
        .flatMap(part -> words(part.path("cssSelector")))
        .toList();
  }

  private Stream<JsonNode> parts() {
    JsonNode parts = article.path("hasPart");
    return (parts.isArray() ? StreamSupport.stream(parts.spliterator(), false) : Stream.of(parts))
        .map(this::resolved);
  }

  private Stream<JsonNode> at(String pointer) {
    JsonNode node = article;
    for (String step : pointer.substring(1).split("/")) {
      JsonNode next = node.path(step);
      node =
          resolved(
              next.isArray() && next.path(0).isObject() && !step.equals("author")
                  ? next.path(0)
                  : next);
    }
    return node.isMissingNode() || node.isNull() ? Stream.empty() : Stream.of(node);
  }

  private JsonNode resolved(JsonNode node) {
    return node.isObject() && node.size() == 1 && node.has("@id")
        ? named.getOrDefault(node.path("@id").asText(), node)
        : node;
  }

  private static Stream<String> words(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false).flatMap(LinkedData::words);
    }
    return node.isTextual()
        ? Stream.of(Parser.unescapeEntities(node.asText(), false)).filter(text -> !text.isBlank())
        : Stream.empty();
  }

  private static boolean isFalse(JsonNode node) {
    return node.asText("").strip().equalsIgnoreCase("false");
  }

  /** The first article of a document, the outermost first; what has a name is noted. */
  private static JsonNode article(JsonNode root, Map<String, JsonNode> named) {
    Deque<JsonNode> queue = new ArrayDeque<>(List.of(root));
    List<JsonNode> articles = new ArrayList<>();
    for (int met = 0; !queue.isEmpty() && met < MOST_NODES; met++) {
      JsonNode node = queue.poll();
      if (node.isObject() && node.size() > 1 && node.path("@id").isTextual()) {
        named.putIfAbsent(node.path("@id").asText(), node);
      }
      if (isArticle(node.path("@type"))) {
        articles.add(node);
      }
      node.forEach(queue::add);
    }
    return articles.isEmpty() ? JsonNodeFactory.instance.missingNode() : articles.getFirst();
  }

  private static boolean isArticle(JsonNode type) {
    return words(type).anyMatch(name -> name.endsWith("Article") || name.endsWith("Posting"));
  }

  private static JsonNode parsed(String script) {
    String json = script.strip();
    for (int i = 0; i < 3 && isWrapped(json); i++) {
      json = WRAPPING.matcher(json).replaceAll("").strip();
    }
    try {
      return Optional.ofNullable(Json.parseLeniently(json))
          .orElse(JsonNodeFactory.instance.missingNode());
    } catch (JsonProcessingException broken) {
      return ARTICLE.matcher(json).find() ? salvaged(json) : JsonNodeFactory.instance.missingNode();
    }
  }

  /** Whether it may be; looking for where a wrapping ends takes long where there is none. */
  private static boolean isWrapped(String json) {
    return !json.isEmpty()
        && ("/<".indexOf(json.charAt(0)) >= 0 || ">;".indexOf(json.charAt(json.length() - 1)) >= 0);
  }

  private static JsonNode salvaged(String json) {
    ObjectNode found = JsonNodeFactory.instance.objectNode().put("@type", "Article");
    for (Matcher field = FIELD.matcher(json); field.find(); ) {
      String value = field.group(2) == null ? field.group(3) : unescaped(field.group(2));
      if (!found.has(field.group(1))) {
        found.put(field.group(1), value);
      }
    }
    return found;
  }

  private static String unescaped(String value) {
    try {
      return Json.parseLeniently("\"" + value + "\"").asText();
    } catch (JsonProcessingException broken) {
      return value;
    }
  }
}
