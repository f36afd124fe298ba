package rashomon.ingest;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file, unpacked where they are gzip, and never more than {@link #MAX_BYTES} of
 * them.
 */
final class Bytes {

  /**
   * Room for two million characters in any encoding with a page's markup around them, or for many
   * JSON lines.
   */
  static final int MAX_BYTES = 64 << 20;

  private Bytes() {}

  static byte[] of(Path path) throws Unusable {
    try (InputStream stream = Files.newInputStream(path)) {
      return of(stream);
    } catch (NoSuchFileException missing) {
      throw new Unusable(
          "missing", "There is no such file any more, or it is a link that leads nowhere.");
    } catch (IOException unreadable) {
      throw new Unusable("unreadable", whyUnreadable(unreadable));
    }
  }

  static byte[] of(InputStream stream) throws Unusable {
    try {
      return of(bounded(stream));
    } catch (IOException unreadable) {
      throw new Unusable("unreadable", whyUnreadable(unreadable));
    }
  }

  /** These, unpacked. */
  static byte[] of(byte[] bytes) throws Unusable {
    try {
      return isGzip(bytes) ? unpacked(bytes) : checked(bytes);
    } catch (IOException unreadable) {
      throw new Unusable("unreadable", whyUnreadable(unreadable));
    }
  }

  static String whyUnreadable(IOException cause) {
    return cause instanceof AccessDeniedException
        ? "It may not be read by you: change its permissions, or copy it to where you may."
        : "It could not be read ("
            + oneLine(cause)
            + "): check the disk and the permissions, and try again.";
  }

  private static String oneLine(IOException cause) {
    return OneLine.of(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), 120);
  }

  private static byte[] unpacked(byte[] packed) throws Unusable, IOException {
    try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return bounded(stream);
    } catch (EOFException | ZipException broken) {
      throw new Unusable(
          "broken-gzip",
          "Its gzip data is damaged or cut off (" + oneLine(broken) + "): fetch or pack it again.");
    }
  }

  private static byte[] bounded(InputStream stream) throws Unusable, IOException {
    return checked(stream.readNBytes(MAX_BYTES + 1));
  }

  private static byte[] checked(byte[] bytes) throws Unusable {
    if (bytes.length > MAX_BYTES) {
      throw new Unusable("too-long", "It holds more than 64 MiB: split it into smaller files.");
    }
    return bytes;
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length >= 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
  }
}
