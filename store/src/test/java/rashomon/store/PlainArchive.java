package rashomon.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Stamp;
import rashomon.model.Via;

/** Captures one field after another. */
final class PlainArchive implements Archive {

  @Override
  public byte[] pack(Capture capture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(capture.url());
      out.writeUTF(capture.seen().toString());
      write(out, capture.contentType());
      byte[] payload = capture.payload().bytes();
      out.writeInt(payload.length);
      out.write(payload);
      Via via = capture.via();
      out.writeBoolean(via != null);
      if (via != null) {
        out.writeUTF(via.feed());
        write(out, via.label());
        write(out, via.publisher());
        write(out, via.title());
        write(out, via.published() == null ? null : via.published().text());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  @Override
  public Capture unpack(byte[] record) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
      String url = in.readUTF();
      Instant seen = Instant.parse(in.readUTF());
      String contentType = read(in);
      Payload payload = Payload.of(in.readNBytes(in.readInt()));
      Via via = in.readBoolean() ? via(in) : null;
      return new Capture(url, seen, contentType, payload, via);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Via via(DataInputStream in) throws IOException {
    String feed = in.readUTF();
    String label = read(in);
    String publisher = read(in);
    String title = read(in);
    String published = read(in);
    return new Via(
        feed,
        label,
        publisher,
        title,
        published == null ? null : Stamp.parse(published).orElseThrow());
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String read(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
