package rashomon.capture;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;
import rashomon.model.Stamp;

/**
 * The records in a file of JSON: one object, an array of them, or one on each line. Each is a
 * capture. It goes by its own {@code url}, or {@code uri} as in ninjs, and else by the file's name
 * with its place there; its {@code seen} is its own where it gives one.
 */
final class JsonRecords {

  /** So much white space may stand before the first value. */
  private static final int LEAD = 4_096;

  private static final String HOW = "repair it there, or give the report as plain text.";

  private final String name;
  private final Instant seen;
  private final Consumer<Capture> captures;
  private final Consumer<Rejection> rejected;

  JsonRecords(String name, Instant seen, Consumer<Capture> captures, Consumer<Rejection> rejected) {
    this.name = name;
    this.seen = seen;
    this.captures = captures;
    this.rejected = rejected;
  }

  /** One record on each line, read line by line; a broken one costs that line alone. */
  void lines(InputStream stream) throws IOException {
    lines(new TextLines(stream));
  }

  private void lines(TextLines lines) throws IOException {
    for (boolean more = true; more; ) {
      try {
        more = lines.next();
        if (more && !lines.isBlank()) {
          record(parsed(lines.line(), lines.number()), lines.line(), "#" + lines.number());
        }
      } catch (Unusable unusable) {
        rejected.accept(unusable.of(name + "#" + lines.number()));
      }
    }
  }

  /** An array's elements, or one object, or, where the first line is one, an object on each. */
  void values(InputStream stream) throws Unusable, IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream);
    if (first(buffered) == '[') {
      array(buffered);
    } else {
      objects(new TextLines(buffered));
    }
  }

  /** The first byte that is neither white space nor part of a byte-order mark. */
  private static int first(BufferedInputStream stream) throws IOException {
    stream.mark(LEAD);
    int first = stream.read();
    for (int i = 1;
        i < LEAD && (first == 0xef || first == 0xbb || first == 0xbf || isWhite(first));
        i++) {
      first = stream.read();
    }
    stream.reset();
    return first;
  }

  private static boolean isWhite(int b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private void objects(TextLines lines) throws Unusable, IOException {
    boolean some = lines.next();
    while (some && lines.isBlank()) {
      some = lines.next();
    }
    if (!some) {
      throw new Unusable("empty", "It is empty: check that it was saved or downloaded whole.");
    }
    byte[] first = lines.line();
    long number = lines.number();
    JsonNode object;
    try {
      object = parsed(first, number);
    } catch (Unusable notOnOneLine) {
      byte[] whole = lines.withRest();
      record(parsed(whole, number), whole, "");
      return;
    }
    boolean more = lines.next();
    while (more && lines.isBlank()) {
      more = lines.next();
    }
    record(object, first, more ? "#" + number : "");
    if (more) {
      lines.again();
      lines(lines);
    }
  }

  private void array(InputStream stream) throws Unusable, IOException {
    int number = 0;
    try (JsonParser parser = Json.MAPPER.createParser(stream)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        number++;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          byte[] element = copied(parser);
          record(parsed(element, 1), element, "#" + number);
        } else {
          parser.skipChildren();
          rejected.accept(noObject().of(name + "#" + number));
        }
      }
    } catch (JsonProcessingException broken) {
      throw broken(broken, 1);
    }
    if (number == 0) {
      throw noObject();
    }
  }

  /** The element that {@code parser} stands at, written anew without the space between tokens. */
  private static byte[] copied(JsonParser parser) throws Unusable, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator copy = Json.MAPPER.createGenerator(bytes)) {
      int depth = 0;
      do {
        copy.copyCurrentEventExact(parser);
        JsonToken token = parser.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (bytes.size() > Bytes.MAX) {
          throw Bytes.tooLong();
        }
      } while (depth > 0 && parser.nextToken() != null);
    }
    return bytes.toByteArray();
  }

  private void record(JsonNode object, byte[] bytes, String suffix) {
    Payload payload = Payload.of(bytes);
    String url =
        Json.field(object, "url")
            .filter(JsonRecords::isAbsolute)
            .or(() -> Json.field(object, "uri").filter(JsonRecords::isAbsolute))
            .orElseGet(() -> Intake.place(name, suffix, payload));
    Instant when =
        Json.field(object, "seen").flatMap(Stamp::parse).map(Stamp::instant).orElse(seen);
    captures.accept(new Capture(url, when, "application/json", payload, null));
  }

  private static boolean isAbsolute(String url) {
    return url.matches("\\p{Alpha}[\\p{Alnum}+.-]*:\\S+");
  }

  /** The object that these bytes are, whose first line is the file's {@code line}, from 1. */
  private static JsonNode parsed(byte[] bytes, long line) throws Unusable {
    try {
      JsonNode value = Json.parse(bytes);
      if (!value.isObject()) {
        throw noObject();
      }
      return value;
    } catch (JsonProcessingException broken) {
      throw broken(broken, line);
    } catch (IOException notUtf8) {
      throw new Unusable("broken-json", "This is not JSON (" + Bytes.said(notUtf8) + "): " + HOW);
    }
  }

  private static Unusable noObject() {
    return new Unusable(
        "no-text",
        "It holds no JSON object: give objects with a \"text\" and, if known, \"title\", "
            + "\"outlet\", \"published\" and \"url\".");
  }

  private static Unusable broken(JsonProcessingException broken, long line) {
    return new Unusable(
        "broken-json", "This is not valid JSON at " + Json.place(broken, line) + ": " + HOW);
  }
}
