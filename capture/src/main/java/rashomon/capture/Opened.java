package rashomon.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A stream, unpacked where it is gzip and no archive, and what it holds: by the name, and where
 * that says nothing by the first bytes.
 */
record Opened(Kind kind, InputStream stream) {

  enum Kind {
    ARCHIVE,
    LINES,
    JSON,
    FEED_LIST,
    DOCUMENT
  }

  private static final int HEAD = 4_096;

  static Opened of(String name, InputStream stream) throws IOException {
    BufferedInputStream whole = new BufferedInputStream(stream, 1 << 16);
    byte[] head = peeked(whole);
    boolean packed = Bytes.isGzip(head);
    Kind kind = kind(name, packed ? begun(head) : head);
    return new Opened(kind, packed && kind != Kind.ARCHIVE ? new GZIPInputStream(whole) : whole);
  }

  private static byte[] peeked(BufferedInputStream stream) throws IOException {
    stream.mark(HEAD);
    byte[] head = stream.readNBytes(HEAD);
    stream.reset();
    return head;
  }

  /** What the beginning of packed bytes unpacks to, as far as it does. */
  static byte[] begun(byte[] packed) {
    byte[] head = new byte[HEAD];
    int length = 0;
    try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      for (int read; length < HEAD && (read = stream.read(head, length, HEAD - length)) > 0; ) {
        length += read;
      }
    } catch (IOException cutOff) {
      // what was unpacked until here is enough
    }
    return Arrays.copyOf(head, length);
  }

  private static Kind kind(String name, byte[] head) {
    String known = withoutGz(name).toLowerCase(Locale.ROOT);
    return switch (known.substring(known.lastIndexOf('.') + 1)) {
      case "warc" -> Kind.ARCHIVE;
      case "jsonl", "ndjson" -> Kind.LINES;
      case "json" -> Kind.JSON;
      case "opml" -> Kind.FEED_LIST;
      case "txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf" -> Kind.DOCUMENT;
      default -> kind(new String(head, StandardCharsets.ISO_8859_1));
    };
  }

  private static Kind kind(String head) {
    if (head.startsWith("WARC/")) {
      return Kind.ARCHIVE;
    }
    if (head.matches("(?s)[^\\[{<\\w]{0,3}\\s*(?:\\{\\s*[\"}]|\\[\\s*[{\\]]).*")) {
      return Kind.JSON;
    }
    return head.matches("(?s)[^<]{0,10}(?:<[?!][^>]*>\\s*)*<opml\\b.*")
        ? Kind.FEED_LIST
        : Kind.DOCUMENT;
  }

  static String withoutGz(String name) {
    return name.regionMatches(true, name.length() - 3, ".gz", 0, 3)
        ? name.substring(0, name.length() - 3)
        : name;
  }
}
