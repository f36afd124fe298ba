package rashomon.capture.fetch;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rashomon.model.Payload;

/** What one request met. */
sealed interface Answer {

  /**
   * A server answered. {@code headers} are found in upper and lower case; several of one name are
   * one, with commas between. {@code body} is without coding, and empty where the status is not
   * 200.
   */
  record Reply(int status, Map<String, String> headers, Payload body) implements Answer {

    @Nullable String header(String name) {
      return headers.get(name);
    }

    /** Where it sends one. */
    Optional<String> location() {
      return switch (status) {
        case 301, 302, 303, 307, 308 -> Optional.ofNullable(header("Location"));
        default -> Optional.empty();
      };
    }

    /** Whether the server is troubled, or has enough for now. */
    boolean passes() {
      return status == 429 || status >= 500;
    }
  }

  /** There is no answer to use. {@code why} is a sentence. */
  record Failed(String code, String why, Again again) implements Answer {}

  /** When it makes sense to try the same again. */
  enum Again {
    NEVER,
    LATER,
    AT_ONCE
  }
}
