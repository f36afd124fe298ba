package rashomon.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;

/** Takes captures out of files, folders and streams. */
final class Intake {

  private final Instant seen;
  private final Consumer<Capture> captures;
  private final Consumer<Rejection> rejected;

  Intake(Instant seen, Consumer<Capture> captures, Consumer<Rejection> rejected) {
    this.seen = seen;
    this.captures = captures;
    this.rejected = rejected;
  }

  void folder(String name, Path folder) {
    Folder.files(folder, name, rejected).forEach(this::file);
  }

  void file(String name, Path path) {
    try (InputStream stream = Files.newInputStream(path)) {
      stream(name, stream, () -> Sidecar.beside(path, name, rejected));
    } catch (IOException unreadable) {
      rejected.accept(Bytes.unreadable(unreadable).of(name));
    }
  }

  void stream(String name, InputStream stream) {
    stream(name, stream, () -> Sidecar.NONE);
  }

  private void stream(String name, InputStream stream, Supplier<Sidecar> beside) {
    try {
      Opened opened = Opened.of(name, stream);
      switch (opened.kind()) {
        case ARCHIVE -> Warc.captures(opened.stream(), name, captures, rejected);
        case LINES -> records(name).lines(opened.stream());
        case JSON -> records(name).values(opened.stream());
        case FEED_LIST -> document(name, opened.stream(), Sidecar.NONE);
        case DOCUMENT -> document(name, opened.stream(), beside.get());
      }
    } catch (IOException unreadable) {
      rejected.accept(Bytes.unreadable(unreadable).of(name));
    } catch (Unusable unusable) {
      rejected.accept(unusable.of(name));
    }
  }

  private JsonRecords records(String name) {
    return new JsonRecords(name, seen, captures, rejected);
  }

  private void document(String name, InputStream stream, Sidecar beside)
      throws Unusable, IOException {
    Payload payload = Payload.of(Bytes.all(stream));
    if (payload.size() == 0) {
      throw new Unusable("empty", "It is empty: check that it was saved or downloaded whole.");
    }
    captures.accept(
        new Capture(
            beside.url() == null ? place(name, "", payload) : beside.url(),
            beside.seen() == null ? seen : beside.seen(),
            contentType(name),
            payload,
            beside.via()));
  }

  /** What is piped in has no name of its own, and goes by its bytes. */
  static String place(String name, String suffix, Payload payload) {
    return name.equals("-") ? "-#" + payload.sha256().substring(0, 16) : name + suffix;
  }

  private static @Nullable String contentType(String name) {
    String known = Opened.withoutGz(name).toLowerCase(Locale.ROOT);
    return switch (known.substring(known.lastIndexOf('.') + 1)) {
      case "txt", "text" -> "text/plain";
      case "md", "markdown" -> "text/markdown";
      case "html", "htm" -> "text/html";
      case "xhtml" -> "application/xhtml+xml";
      case "pdf" -> "application/pdf";
      case "opml" -> "text/x-opml";
      default -> null;
    };
  }
}
