package rashomon.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.WebAddress;
import rashomon.model.Rejection;
import rashomon.model.Stamp;

/** JSON Feed 1.0 and 1.1, read token by token so that what precedes a break is there. */
final class JsonFeed {

  private static final String VERSION = "https://jsonfeed.org/version/";

  private final String url;
  private final Complaints complaints;
  private final List<Feed.Entry> entries = new ArrayList<>();
  private @Nullable String label;
  private boolean named;

  private JsonFeed(String url, Consumer<Rejection> rejected) {
    this.url = url;
    this.complaints = new Complaints(url, rejected);
  }

  /** Whether this is an object whose {@code version} is that of a JSON Feed. */
  static boolean is(String text) {
    if (!text.contains("jsonfeed.org")) {
      return false;
    }
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      for (String field; (field = parser.nextFieldName()) != null; ) {
        JsonToken value = parser.nextToken();
        if (field.equals("version") && value == JsonToken.VALUE_STRING) {
          return parser.getText().startsWith(VERSION);
        }
        parser.skipChildren();
      }
      return false;
    } catch (JsonProcessingException broken) {
      return false;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Feed read(String text, String url, Consumer<Rejection> rejected) throws Unusable {
    JsonFeed feed = new JsonFeed(url, rejected);
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      feed.read(parser);
    } catch (JsonProcessingException broken) {
      if (!feed.named) {
        throw noFeed();
      }
      feed.complaints.cut(feed.entries.size());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (!feed.named) {
      throw noFeed();
    }
    feed.complaints.end();
    return new Feed(url, feed.label, feed.entries);
  }

  private static Unusable noFeed() {
    return new Unusable(
        "broken-feed", "This is JSON but no JSON Feed: it lacks \"version\" or breaks off before.");
  }

  private void read(JsonParser parser) throws IOException {
    parser.nextToken();
    for (String field; (field = parser.nextFieldName()) != null; ) {
      JsonToken value = parser.nextToken();
      if (field.equals("version")) {
        named = parser.getText().startsWith(VERSION);
      } else if (field.equals("title") && value == JsonToken.VALUE_STRING) {
        label = line(parser.getText());
      } else if (field.equals("items") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode item = Json.MAPPER.readTree(parser);
          entry(item).ifPresentOrElse(entries::add, complaints::noLink);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private Optional<Feed.Entry> entry(JsonNode item) {
    return Stream.of("url", "external_url", "id")
        .flatMap(name -> Json.field(item, name).stream().flatMap(link -> link(name, link).stream()))
        .findFirst()
        .map(
            link ->
                new Feed.Entry(
                    link,
                    Json.field(item, "title").map(JsonFeed::line).orElse(null),
                    time(item, "date_published"),
                    time(item, "date_modified"),
                    null,
                    Json.field(item, "id").orElse(null),
                    authors(item)));
  }

  /** An id is an address only where it is a whole one. */
  private Optional<String> link(String field, String value) {
    return WebAddress.resolve(field.equals("id") ? "" : url, value).map(URI::toString);
  }

  private @Nullable Stamp time(JsonNode item, String name) {
    return Json.field(item, name).map(complaints::time).orElse(null);
  }

  private static List<String> authors(JsonNode item) {
    JsonNode authors = item.path("authors");
    Stream<JsonNode> all =
        authors.isArray() ? authors.valueStream() : Stream.of(item.path("author"));
    return all.flatMap(author -> Json.field(author, "name").stream())
        .map(JsonFeed::line)
        .distinct()
        .toList();
  }

  private static @Nullable String line(String text) {
    return Bytes.oneLine(text);
  }
}
