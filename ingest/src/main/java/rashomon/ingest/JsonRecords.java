package rashomon.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rashomon.model.Rejection;

/**
 * The records in JSON: one object, an array of them, or one on each line. Each stands for itself,
 * so a broken line costs that line alone.
 */
final class JsonRecords {

  private static final String HOW = "repair it there, or give the report as plain text.";

  private record Whole(String suffix, JsonNode object) implements Entry {
    @Override
    public Article article(String file, Consumer<Rejection> bad) throws Unusable {
      return Ninjs.is(object) ? Ninjs.read(object, file, bad) : record(object, file, bad);
    }
  }

  private record Broken(String suffix, Unusable reason) implements Entry {
    @Override
    public Article article(String file, Consumer<Rejection> bad) throws Unusable {
      throw reason;
    }
  }

  private JsonRecords() {}

  private static Article record(JsonNode object, String file, Consumer<Rejection> bad)
      throws Unusable {
    List<String> paragraphs =
        Stream.of("text", "body")
            .map(field -> Json.paragraphs(object.path(field).asText("")))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElseThrow(
                () ->
                    new Unusable(
                        "no-text",
                        "It has no \"text\" with words in it: put the report's text there."));
    Metadata metadata = Json.metadata(object, file, bad);
    return new Article(
        Json.field(object, "id"),
        Credit.in(metadata, paragraphs),
        paragraphs,
        Json.language(object),
        object.path("stub").asBoolean(),
        true,
        null);
  }

  static List<Entry> of(String text, boolean surelyLines) throws Unusable {
    return surelyLines || looksLikeLines(text) ? lines(text) : values(text);
  }

  /** Whether the first line is a whole value and more follow it. */
  private static boolean looksLikeLines(String text) {
    List<String> first = text.lines().filter(line -> !line.isBlank()).limit(2).toList();
    if (first.size() < 2) {
      return false;
    }
    try {
      return Json.parse(first.getFirst()).isObject();
    } catch (JsonProcessingException notByItself) {
      return false;
    }
  }

  private static List<Entry> lines(String text) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        entries.add(line(line, number));
      }
    }
    return entries;
  }

  private static Entry line(String line, int number) {
    try {
      return entry(Json.parse(line), number);
    } catch (JsonProcessingException broken) {
      return new Broken("#" + number, brokenJson(broken, number));
    }
  }

  private static List<Entry> values(String text) throws Unusable {
    JsonNode value = value(text);
    if (value.isObject()) {
      return List.of(new Whole("", value));
    }
    if (value.isEmpty()) {
      throw new Unusable(
          "no-text",
          "It holds no JSON object: give objects with a \"text\" and, if known, \"title\", "
              + "\"outlet\", \"published\" and \"url\".");
    }
    return IntStream.range(0, value.size()).mapToObj(i -> entry(value.get(i), i + 1)).toList();
  }

  private static JsonNode value(String text) throws Unusable {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException broken) {
      throw brokenJson(broken, 1);
    }
  }

  private static Unusable brokenJson(JsonProcessingException broken, int line) {
    return new Unusable(
        "broken-json", "This is not valid JSON at " + Json.place(broken, line) + ": " + HOW);
  }

  /** An id is used as it is where it can be part of a file's name. */
  private static Entry entry(JsonNode value, int number) {
    String id = Json.field(value, "id");
    boolean usable = id != null && id.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,79}");
    return new Whole("#" + (usable ? id : String.valueOf(number)), value);
  }
}
