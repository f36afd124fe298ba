package rashomon.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import rashomon.model.Span;
import rashomon.model.Stamp;

/** The option of every command that prints a list, and what its JSON is made of. */
final class Listing {

  static final JsonMapper JSON = new JsonMapper();

  /** How a list is written. */
  enum As {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Named.class,
      description = "How to write it: text, json. Default: ${DEFAULT-VALUE}.")
  private As format = As.TEXT;

  boolean json() {
    return format == As.JSON;
  }

  static void print(Console console, JsonNode value) {
    Output.print(console, to -> to.write(value.toPrettyString() + "\n"));
  }

  /** A time as its outlet gives it, or null. */
  static @Nullable String text(@Nullable Stamp time) {
    return time == null ? null : time.text();
  }

  /** The day of UTC. */
  static String day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }

  static ObjectNode span(Span span) {
    return JSON.createObjectNode().put("start", span.start()).put("end", span.end());
  }

  /** A format by its name in lower case. */
  static final class Named implements ITypeConverter<As> {
    @Override
    public As convert(String name) {
      try {
        return As.valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        throw new TypeConversionException("expected text or json, not '" + name + "'");
      }
    }
  }
}
