package rashomon.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** JSON values and their fields. */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Bytes.MAX).build())
                  .build())
          .build();

  private Json() {}

  /** The one value that {@code bytes} hold, which are UTF-8. */
  static JsonNode parse(byte[] bytes) throws IOException {
    return MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(bytes);
  }

  /** A field's value, a number's digits too; empty where it is absent, blank or no single value. */
  static Optional<String> field(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(value.asText().strip())
        : Optional.empty();
  }

  /** Where and why it is broken; {@code line}, from 1, is where it begins in its file. */
  static String place(JsonProcessingException broken, long line) {
    JsonLocation at = broken.getLocation();
    String said = broken.getOriginalMessage().replaceAll("\\s*\\(start marker at \\[Source:.*", "");
    String shown = " (" + Bytes.oneLine(said, 120) + ")";
    return at == null
        ? "line " + line + shown
        : "line " + (line + at.getLineNr() - 1) + ", column " + at.getColumnNr() + shown;
  }
}
