package rashomon.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;

/** One pass over an archive. */
final class WarcRecords {

  private final Members members;
  private final Leash stream;
  private final String name;
  private @Nullable WarcReader reader;
  private @Nullable WarcRecord last;
  private long begin;
  private long number;

  WarcRecords(InputStream stream, String name) {
    this.members = new Members(stream);
    this.stream = new Leash(members);
    this.name = name;
  }

  void each(Consumer<Capture> captures, Consumer<Rejection> rejected) {
    for (boolean more = true; more; ) {
      Capture capture = null;
      Rejection rejection = null;
      try {
        Optional<WarcRecord> record = next();
        more = record.isPresent();
        if (number == 0) {
          throw new Unusable("empty", "It holds no record: check that it was downloaded whole.");
        }
        if (record.isPresent()) {
          capture = capture(record.get());
        }
      } catch (Unusable unusable) {
        rejection = unusable.of(number == 0 ? name : name + "#" + number);
      } catch (IOException | IllegalArgumentException broken) {
        long at = reader == null ? 0 : begin + reader.position();
        more = resumed(at);
        rejection = more ? damaged(at, broken) : breaksOff(at, broken);
      }
      if (capture != null) {
        captures.accept(capture);
      }
      if (rejection != null) {
        rejected.accept(rejection);
      }
    }
  }

  private Optional<WarcRecord> next() throws IOException {
    if (reader == null) {
      reader = new WarcReader(stream);
    }
    if (last != null) {
      last.body().consume();
    }
    number++;
    stream.hold();
    Optional<WarcRecord> record = reader.next();
    stream.release();
    last = record.orElse(null);
    number -= record.isPresent() ? 0 : 1;
    return record;
  }

  /** Goes on behind the damaged record at this byte, where records are packed each by itself. */
  private boolean resumed(long at) {
    if (reader == null || reader.compression() != WarcCompression.GZIP) {
      return false;
    }
    stream.release();
    try {
      begin = members.seek(at + 1);
    } catch (IOException unreadable) {
      return false;
    }
    reader = null;
    last = null;
    return begin >= 0;
  }

  private Rejection damaged(long at, Exception broken) {
    return new Rejection(
        name,
        "broken-warc",
        "It is damaged from byte "
            + at
            + " to byte "
            + begin
            + " ("
            + Bytes.said(broken)
            + "): what stands before and behind is read; fetch the archive again for the rest.");
  }

  private Rejection breaksOff(long at, Exception broken) {
    String why = broken instanceof EOFException ? "it ends within a record" : Bytes.said(broken);
    return new Rejection(
        name,
        "broken-warc",
        "It breaks off in what begins at byte "
            + at
            + " ("
            + why
            + "): what stands before is read; fetch the archive again for the rest.");
  }

  /** The page that a record holds; null where its type says that it holds none. */
  private @Nullable Capture capture(WarcRecord record) throws Unusable, IOException {
    return switch (record) {
      case WarcRevisit revisit ->
          throw new Unusable(
              "revisit",
              "It says that "
                  + target(revisit)
                  + " had not changed, and holds no page itself: the earlier record has it.");
      case WarcResponse response when response.contentType().base().equals(MediaType.HTTP) ->
          ofResponse(response, block(response));
      case WarcResource resource -> ofResource(resource, block(resource));
      default -> null;
    };
  }

  private static byte[] block(WarcCaptureRecord record) throws Unusable, IOException {
    return Bytes.all(record.body().stream());
  }

  private static Capture ofResource(WarcResource record, byte[] block) throws Unusable {
    try {
      Optional<String> json = record.headers().first(Warc.FIELD);
      Extension extension = json.isPresent() ? Extension.read(json.get()) : Extension.NONE;
      String type = extension.contentType();
      return new Capture(
          extension.url() == null ? target(record) : extension.url(),
          record.date(),
          type == null ? record.headers().first("Content-Type").orElse(null) : type,
          Payload.of(block),
          extension.via() == null ? null : extension.via().via());
    } catch (IOException
        | DateTimeException
        | IllegalArgumentException
        | NoSuchElementException broken) {
      throw brokenRecord(broken);
    }
  }

  private static Capture ofResponse(WarcResponse record, byte[] block) throws Unusable {
    try {
      String target = target(record);
      HttpResponse http = http(block);
      if (http.status() != 200) {
        throw new Unusable(
            "http-status",
            "The server answered " + http.status() + " for " + target + ", so there is no page.");
      }
      String type = http.headers().first("Content-Type").orElse(null);
      return new Capture(target, record.date(), type, Payload.of(decoded(block)), null);
    } catch (IOException
        | DateTimeException
        | IllegalArgumentException
        | NoSuchElementException broken) {
      throw brokenRecord(broken);
    }
  }

  /** Crawlers often unpack a page and leave the field that says it were packed. */
  private static byte[] decoded(byte[] block) throws Unusable, IOException {
    try {
      return read(unpacking(http(block)));
    } catch (ZipException notPacked) {
      return read(http(block).body());
    }
  }

  private static MessageBody unpacking(HttpResponse http) throws Unusable, IOException {
    try {
      return http.bodyDecoded();
    } catch (ZipException notPacked) {
      throw notPacked;
    } catch (IOException unknown) {
      String coding = http.headers().first("Content-Encoding").orElse("");
      throw new Unusable(
          "broken-coding",
          "Its page cannot be unpacked from " + Bytes.oneLine(coding, 60) + ": left out.");
    }
  }

  private static byte[] read(MessageBody body) throws Unusable, IOException {
    try (InputStream stream = body.stream()) {
      return Bytes.all(stream);
    }
  }

  private static HttpResponse http(byte[] block) throws IOException {
    return new WarcResponse.Builder("about:blank")
        .body(MediaType.HTTP_RESPONSE, block)
        .build()
        .http();
  }

  /** Older tools put the address between angle brackets. */
  private static String target(WarcCaptureRecord record) throws Unusable {
    String target = record.headers().first("WARC-Target-URI").orElse("").strip();
    if (target.isEmpty()) {
      throw new Unusable("broken-record", "This record names no address: left out.");
    }
    return target.replaceFirst("^<(.*)>$", "$1");
  }

  private static Unusable brokenRecord(Exception broken) {
    return new Unusable(
        "broken-record", "This record is damaged (" + Bytes.said(broken) + "): left out.");
  }
}
