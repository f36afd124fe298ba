package rashomon.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rashomon.model.Rejection;
import rashomon.model.Stamp;
import rashomon.model.Via;

/**
 * The file beside a document that says what the document does not: {@code a.meta.json} for {@code
 * a.txt} or {@code a.html.gz}, with {@code url}, {@code outlet}, {@code title}, {@code published}
 * and {@code seen}. It is to the document what a feed is to a page: what the document says of
 * itself counts before it.
 */
record Sidecar(@Nullable String url, @Nullable Instant seen, @Nullable Via via) {

  static final String ENDING = ".meta.json";
  static final Sidecar NONE = new Sidecar(null, null, null);

  /** The one beside {@code document}; what cannot be used of it is told, and left out. */
  static Sidecar beside(Path document, String name, Consumer<Rejection> rejected) {
    String file = Opened.withoutGz(document.getFileName().toString());
    int dot = file.lastIndexOf('.');
    Path path = document.resolveSibling((dot > 0 ? file.substring(0, dot) : file) + ENDING);
    if (!Files.isRegularFile(path)) {
      return NONE;
    }
    String own = name.substring(0, name.lastIndexOf('/') + 1) + path.getFileName();
    try (InputStream stream = Files.newInputStream(path)) {
      return of(Json.parse(Bytes.all(stream)), own, rejected);
    } catch (IOException broken) {
      rejected.accept(broken(own, Bytes.said(broken)));
    } catch (Unusable unusable) {
      rejected.accept(broken(own, unusable.of(own).why()));
    }
    return NONE;
  }

  private static Sidecar of(JsonNode object, String own, Consumer<Rejection> rejected) {
    if (!object.isObject()) {
      rejected.accept(broken(own, "it holds no JSON object"));
      return NONE;
    }
    Stamp published = time(object, "published", own, rejected).orElse(null);
    return new Sidecar(
        Json.field(object, "url").orElse(null),
        time(object, "seen", own, rejected).map(Stamp::instant).orElse(null),
        new Via(
            own,
            null,
            Json.field(object, "outlet").map(Bytes::oneLine).orElse(null),
            Json.field(object, "title").map(Bytes::oneLine).orElse(null),
            published));
  }

  private static Optional<Stamp> time(
      JsonNode object, String field, String own, Consumer<Rejection> rejected) {
    Optional<String> written = Json.field(object, field);
    Optional<Stamp> stamp = written.flatMap(Stamp::parse);
    if (written.isPresent() && stamp.isEmpty()) {
      rejected.accept(
          new Rejection(
              own,
              "bad-time",
              "\"" + field + "\" is no time: " + Bytes.oneLine(written.get(), 60) + "."));
    }
    return stamp;
  }

  private static Rejection broken(String own, String reason) {
    return new Rejection(
        own, "broken-sidecar", "The report beside it is read without it: " + reason + ".");
  }
}
