package rashomon.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import rashomon.model.Rejection;

/**
 * The file beside a report that says what its text does not: {@code a.meta.json} for {@code a.txt},
 * {@code a.html} or {@code a.html.gz}. A broken one is told and left out; the report is read all
 * the same.
 */
final class Sidecar {

  static final String ENDING = ".meta.json";

  private Sidecar() {}

  static Metadata read(Path report, String name, Consumer<Rejection> bad) {
    Path path = report.resolveSibling(of(report.getFileName().toString()));
    String sidecar = name.substring(0, name.lastIndexOf('/') + 1) + path.getFileName();
    if (!Files.isRegularFile(path)) {
      return Metadata.NONE;
    }
    try {
      JsonNode object = Json.parse(Encoding.decode(Bytes.of(path)));
      if (object.isObject()) {
        return Json.metadata(object, sidecar, bad);
      }
      bad.accept(broken(sidecar, "it holds no JSON object"));
    } catch (JsonProcessingException broken) {
      bad.accept(broken(sidecar, "broken JSON at " + Json.place(broken, 1)));
    } catch (Unusable unusable) {
      bad.accept(broken(sidecar, unusable.of(sidecar).why()));
    }
    return Metadata.NONE;
  }

  private static Rejection broken(String sidecar, String reason) {
    return new Rejection(
        sidecar, "broken-sidecar", "The report beside it is read without it: " + reason);
  }

  /** {@code a.meta.json} for {@code a.txt.gz}. */
  static String of(String report) {
    String name = Format.withoutGz(report);
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ENDING;
  }
}
