package rashomon.app;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Consoles that are no terminal. */
final class Consoles {

  private Consoles() {}

  static Console to(OutputStream out) {
    return of(out, new ByteArrayOutputStream(), Map.of());
  }

  static Console of(OutputStream out, OutputStream err, Map<String, String> environment) {
    return Console.of(InputStream.nullInputStream(), out, err, false, false, environment);
  }

  /** What a command printed, and its exit code. */
  record Run(int code, String out, String err) {}

  static Run run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Main.run(of(out, err, Map.of()), args);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
