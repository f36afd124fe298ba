package rashomon.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import rashomon.model.Rejection;

/** Files as a person would give them, and what came of them. */
record Given(Path folder) {

  Path file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path file(String name, byte[] bytes) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      return Files.write(path, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Batch read(Path... paths) {
    return Ingest.read(
        Stream.of(paths).map(Path::toString).toList(), InputStream.nullInputStream());
  }

  static Batch readInput(byte[] bytes) {
    return Ingest.read(List.of("-"), new ByteArrayInputStream(bytes));
  }

  static Batch readInput(String text) {
    return readInput(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] resource(String name) {
    try (InputStream stream = Objects.requireNonNull(Given.class.getResourceAsStream(name), name)) {
      return stream.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return packed.toByteArray();
  }

  static List<String> codes(Batch batch) {
    return batch.rejected().stream().map(Rejection::code).toList();
  }
}
