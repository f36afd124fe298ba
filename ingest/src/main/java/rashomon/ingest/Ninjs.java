package rashomon.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import rashomon.model.Rejection;

/**
 * IPTC's ninjs, versions 1 to 3: since 2 the fields have joined names ({@code versioncreated},
 * {@code versionCreated}), and since 2.0 headlines and bodies stand in lists by role. A withheld or
 * cancelled item is refused.
 */
final class Ninjs {

  private Ninjs() {}

  /** An object with a uri and a body or headline, and no text as our own records have it. */
  static boolean is(JsonNode object) {
    return object.path("uri").isTextual()
        && !object.has("text")
        && Stream.of("body_html", "body_text", "body_xhtml", "bodies", "headlines", "headline")
            .anyMatch(object::has);
  }

  static Article read(JsonNode item, String file, Consumer<Rejection> bad) throws Unusable {
    String status = field(item, "pubstatus", "pubStatus").orElse("usable");
    if (!status.equals("usable")) {
      throw new Unusable(
          "withheld",
          "Its publisher marked it \"" + OneLine.of(status, 20) + "\": it is not read.");
    }
    List<String> paragraphs = paragraphs(item);
    if (paragraphs.isEmpty()) {
      throw new Unusable(
          "no-text", "It has no body with words in it: ask its sender for the text.");
    }
    Metadata metadata =
        new Metadata(
            url(item),
            outlet(item),
            headline(item),
            Json.time(item, name(item, "firstcreated", "firstCreated"), file, bad),
            Json.time(item, name(item, "versioncreated", "versionCreated"), file, bad),
            null,
            authors(item),
            field(item, "creditline", "creditLine")
                .or(() -> nested(item, "infosources", "infoSources"))
                .orElse(null));
    return new Article(
        Json.field(item, "uri"),
        published(metadata),
        paragraphs,
        Json.language(item),
        false,
        true,
        null);
  }

  /** An item that does not say when it was first made was published when it was made. */
  private static Metadata published(Metadata metadata) {
    return metadata.published() != null
        ? metadata
        : new Metadata(
            metadata.url(),
            metadata.outlet(),
            metadata.title(),
            metadata.modified(),
            null,
            null,
            metadata.authors(),
            metadata.credit());
  }

  private static @Nullable String url(JsonNode item) {
    return field(item, "canonicalurl", "url")
        .or(() -> field(item, "uri", "uri"))
        .filter(uri -> uri.matches("https?://\\S+"))
        .orElse(null);
  }

  private static @Nullable String outlet(JsonNode item) {
    return field(item, "copyrightholder", "copyrightHolder")
        .or(() -> nested(item, "rightsinfo", "rightsInfo"))
        .or(() -> field(item, "located", "provider"))
        .orElse(null);
  }

  private static @Nullable String headline(JsonNode item) {
    String headline =
        field(item, "headline", "title")
            .or(() -> ofList(item.path("headlines")).findFirst())
            .orElse("");
    return Metadata.titled(Jsoup.parse(headline).text()).title();
  }

  private static List<String> authors(JsonNode item) {
    Optional<String> byline = field(item, "byline", "by").map(OneLine::of);
    return byline.isPresent()
        ? Stream.of(byline.get().replaceFirst("(?i)^by\\s+", "").split(",\\s*|\\s+and\\s+"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList()
        : StreamSupport.stream(item.path("people").spliterator(), false)
            .filter(person -> person.path("rel").asText("").matches("author|creator"))
            .map(person -> person.path("name").asText(""))
            .filter(name -> !name.isBlank())
            .toList();
  }

  private static List<String> paragraphs(JsonNode item) {
    return field(item, "body_html", "body_xhtml")
        .map(Ninjs::ofHtml)
        .or(() -> field(item, "body_text", "body").map(Json::paragraphs))
        .or(() -> ofList(item.path("bodies")).map(Ninjs::ofHtml).findFirst())
        .orElse(List.of());
  }

  private static List<String> ofHtml(String body) {
    return body.indexOf('<') < 0
        ? Json.paragraphs(body)
        : rashomon.ingest.page.Body.everything(Jsoup.parseBodyFragment(body));
  }

  /** The values in a list of {@code {"role", "value"}}, the main one first. */
  private static Stream<String> ofList(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .sorted(
            (one, other) ->
                Boolean.compare(
                    other.path("role").asText("main").equals("main"),
                    one.path("role").asText("main").equals("main")))
        .map(entry -> entry.path("value").asText(""))
        .filter(value -> !value.isBlank());
  }

  private static Optional<String> field(JsonNode item, String first, String second) {
    return Stream.of(first, second)
        .flatMap(name -> Optional.ofNullable(Json.field(item, name)).stream())
        .findFirst();
  }

  private static String name(JsonNode item, String first, String second) {
    return item.has(first) ? first : second;
  }

  /** The name within an object, or within the first of a list of them. */
  private static Optional<String> nested(JsonNode item, String first, String second) {
    return Stream.of(item.path(first), item.path(second))
        .flatMap(node -> Stream.of(node, node.path(0)))
        .flatMap(
            node ->
                Stream.of("copyrightholder", "copyrightHolder", "name")
                    .flatMap(name -> Optional.ofNullable(Json.field(node, name)).stream()))
        .findFirst();
  }
}
