package rashomon.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;
import rashomon.model.Capture;
import rashomon.model.Rejection;

/**
 * Captures as records of web archives, <a
 * href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">WARC
 * 1.1</a> (ISO 28500).
 */
public final class Warc {

  /** JSON in ASCII: what of a capture the standard's fields cannot hold. Absent where they can. */
  static final String FIELD = "Rashomon-Capture";

  private Warc() {}

  /**
   * One record of type {@code resource}, a gzip member of its own: members one after another are a
   * {@code .warc.gz} that any tool opens. The same capture gives the same bytes, and {@link
   * #captures} gives back what is equal to it. A URL that is none, such as a file's name, stands
   * escaped after {@code file:} and as it is in the field {@code Rashomon-Capture}, where {@code
   * via} is too.
   */
  public static byte[] bytes(Capture capture) {
    String extension = Extension.of(capture).json();
    WarcResource.Builder record =
        new WarcResource.Builder(target(capture.url()))
            .version(MessageVersion.WARC_1_1)
            .recordId(id(capture, extension))
            .date(capture.seen())
            .payloadDigest("sha256", capture.payload().sha256())
            .body(null, capture.payload().bytes());
    if (isPlain(capture.contentType())) {
      record.setHeader("Content-Type", capture.contentType());
    }
    if (!extension.equals("{}")) {
      record.setHeader(FIELD, extension);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(capture.payload().size() / 2 + 1_000);
    try (WarcWriter writer =
        new WarcWriter(Channels.newChannel(new QuickGzip(bytes)), WarcCompression.NONE)) {
      writer.write(record.build());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Gives every page of an archive to {@code captures}, in the archive's order, while it reads: of
   * type {@code response}, without the codings of HTTP, and of type {@code resource}; {@code seen}
   * is the record's date. At most one record is in memory, and none larger than 64 MiB. Records of
   * other types hold no page and are passed over.
   *
   * <p>What holds none where there should be one is told to {@code rejected}, under the archive's
   * {@code name} with {@code #} and the number of the record, from 1: {@code revisit}, {@code
   * http-status} (any but 200), {@code broken-record}, {@code too-long}. An archive that is damaged
   * is read on from the next record that is packed by itself, one that is cut or not packed up to
   * there, and {@code broken-warc} says where that is. {@code stream} is not closed; what the two
   * consumers throw is passed on.
   */
  public static void captures(
      InputStream stream, String name, Consumer<Capture> captures, Consumer<Rejection> rejected) {
    new WarcRecords(stream, name).each(captures, rejected);
  }

  /** Packs quickly rather than tightly. */
  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static UUID id(Capture capture, String extension) {
    String all = capture.id() + capture.seen() + capture.contentType() + extension;
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether this is a URL that may stand in a record as it is. */
  static boolean isUrl(String url) {
    try {
      return isPlain(url) && new URI(url).isAbsolute();
    } catch (URISyntaxException noUrl) {
      return false;
    }
  }

  private static URI target(String url) {
    if (isUrl(url)) {
      return URI.create(url);
    }
    try {
      String encodable = new String(url.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      String path = new URI(null, null, "/" + encodable, null).toASCIIString();
      return URI.create("file:" + path.substring(1));
    } catch (URISyntaxException noPath) {
      throw new IllegalArgumentException(url, noPath);
    }
  }

  /** Whether a field may hold this: printable ASCII with no white space at its ends. */
  static boolean isPlain(@Nullable String value) {
    return value != null && value.matches("[!-~](?:[ -~]*[!-~])?");
  }
}
