package rashomon.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes as they came. {@code url} is where they were found at last, after redirects; for what
 * came from a file, the file's name, with {@code #} and the number of the record in it, from 1,
 * where it holds many. {@code contentType} is as the server gave it, charset included; absent where
 * nobody gave one. {@code payload} is without transfer and content coding. {@code via} is absent
 * where no feed led here.
 */
public record Capture(
    String url, Instant seen, @Nullable String contentType, Payload payload, @Nullable Via via) {

  /**
   * The same for the same bytes at the same place, whenever they are seen: 32 lower-case
   * hexadecimal digits.
   */
  public String id() {
    String place = url + "\n" + payload.sha256();
    return Payload.of(place.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, 32);
  }
}
