package rashomon.capture;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Bytes read whole, never more than {@link #MAX} of them however far they unpack. */
final class Bytes {

  /** The most bytes that one capture, or one line of a file, may hold. */
  static final int MAX = 64 << 20;

  /** The most UTF-16 code units of a title or a name; what is longer is cut. */
  private static final int LINE = 500;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");

  private Bytes() {}

  static byte[] all(InputStream stream) throws Unusable, IOException {
    byte[] bytes = stream.readNBytes(MAX + 1);
    if (bytes.length > MAX) {
      throw tooLong();
    }
    return bytes;
  }

  static Unusable tooLong() {
    return new Unusable(
        "too-long", "It holds more than " + (MAX >> 20) + " MiB, unpacked: it is not read.");
  }

  static boolean isGzip(byte[] bytes) {
    return bytes.length >= 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** What gzip packed; what is not gzip, as it is. */
  static byte[] unpacked(byte[] bytes) throws Unusable {
    if (!isGzip(bytes)) {
      return bytes;
    }
    try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return all(stream);
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  /** Why reading ended early: the packing, the permissions, or the disk. */
  static Unusable unreadable(IOException cause) {
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return new Unusable(
          "broken-gzip",
          "Its gzip data is damaged or cut off (" + said(cause) + "): fetch or pack it again.");
    }
    if (cause instanceof NoSuchFileException) {
      return new Unusable(
          "missing", "There is no such file any more, or it is a link that leads nowhere.");
    }
    return new Unusable(
        "unreadable",
        cause instanceof AccessDeniedException
            ? "It may not be read by you: change its permissions, or copy it to where you may."
            : "It could not be read ("
                + said(cause)
                + "): check the disk and the permissions, and try again.");
  }

  /** An exception's own words in one line, or else its name. */
  static String said(Exception cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : oneLine(message, 120);
  }

  /** In one line, and no longer than any title. */
  static String oneLine(String text) {
    return oneLine(text, LINE);
  }

  /**
   * White space and control characters become single spaces; cut at {@code most} with an ellipsis.
   */
  static String oneLine(String text, int most) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    return line.length() <= most ? line : line.substring(0, most).strip() + "…";
  }
}
