package rashomon.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.model.Rejection;
import rashomon.model.Stamp;

/**
 * JSON values, and the fields that say something about a report: url, outlet, title, published,
 * modified, seen, authors, credit.
 */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectReader LENIENT =
      MAPPER
          .reader()
          .withFeatures(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private Json() {}

  static JsonNode parse(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  /**
   * As pages have it: raw line ends within strings, commas before a closing bracket, and whatever
   * follows the first value are let through.
   */
  static JsonNode parseLeniently(String json) throws JsonProcessingException {
    return LENIENT.readTree(json);
  }

  /**
   * Where and why it is broken, in a few words; {@code line} is where it stands in the file, from
   * 1.
   */
  static String place(JsonProcessingException broken, int line) {
    JsonLocation at = broken.getLocation();
    String shown = OneLine.of(withoutSource(broken.getOriginalMessage()), 120);
    return at == null
        ? "line " + line + " (" + shown + ")"
        : "line "
            + (line + at.getLineNr() - 1)
            + ", column "
            + at.getColumnNr()
            + " ("
            + shown
            + ")";
  }

  /**
   * What {@code object} says about a report; a time that cannot be read is absent and told to
   * {@code bad}.
   */
  static Metadata metadata(JsonNode object, String file, Consumer<Rejection> bad) {
    return new Metadata(
        field(object, "url"),
        field(object, "outlet"),
        Metadata.titled(fieldOrEmpty(object, "title")).title(),
        time(object, "published", file, bad),
        time(object, "modified", file, bad),
        time(object, "seen", file, bad),
        all(object.path("authors")),
        field(object, "credit"));
  }

  /** An ISO 639-1 code, or {@code und}. */
  static String language(JsonNode object) {
    String code = fieldOrEmpty(object, "language").toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return code.matches("[a-z]{2}") ? code : Language.UNKNOWN;
  }

  /** The words in a list, or the only ones. */
  private static List<String> all(JsonNode words) {
    return (words.isArray() ? words.valueStream() : Stream.of(words))
        .filter(JsonNode::isTextual)
        .map(word -> OneLine.of(word.asText()))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * A field's value, a number's digits too; null where it is absent, blank, or not a single value.
   */
  static @Nullable String field(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? value.asText().strip()
        : null;
  }

  private static String fieldOrEmpty(JsonNode object, String name) {
    String value = field(object, name);
    return value == null ? "" : value;
  }

  static @Nullable Stamp time(JsonNode object, String name, String file, Consumer<Rejection> bad) {
    String value = field(object, name);
    if (value == null) {
      return null;
    }
    Stamp stamp = Stamp.parse(value).orElse(null);
    if (stamp == null) {
      bad.accept(
          new Rejection(
              file,
              "bad-time",
              "Its \""
                  + name
                  + "\" is \""
                  + OneLine.of(value, 60)
                  + "\", which is not a time such as 2024-05-07T10:15:30+02:00: the report is read without it."));
    }
    return stamp;
  }

  /**
   * Paragraphs of a text field: split at blank lines, or at every line end where it has no blank
   * line.
   */
  static List<String> paragraphs(String text) {
    String stripped = text.strip();
    List<String> byBlankLine = split(stripped, BLANK_LINE);
    return byBlankLine.size() > 1 ? byBlankLine : split(stripped, LINE_END);
  }

  private static List<String> split(String text, Pattern at) {
    return at.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** Without what the parser says of itself: <i>(start marker at [Source: REDACTED …])</i>. */
  private static String withoutSource(String message) {
    return message.replaceAll("\\s*\\(start marker at \\[Source:.*", "");
  }
}
