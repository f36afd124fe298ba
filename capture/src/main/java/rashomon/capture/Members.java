package rashomon.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * An archive whose records are packed each by itself, as members of gzip (RFC 1952): behind damage
 * it can be taken up again where the next one begins. It keeps the last {@value #KEPT} bytes that
 * it gave, since readers read ahead.
 */
final class Members extends FilterInputStream {

  private static final int KEPT = 1 << 16;
  private static final int HEAD = 4_096;

  private final PushbackInputStream raw;
  private final byte[] last = new byte[KEPT];
  private long given;

  Members(InputStream stream) {
    this(new PushbackInputStream(stream, KEPT + HEAD));
  }

  private Members(PushbackInputStream raw) {
    super(raw);
    this.raw = raw;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = raw.read(bytes, offset, Math.min(length, KEPT));
    for (int i = 0; i < read; i++) {
      last[(int) (given++ % KEPT)] = bytes[offset + i];
    }
    return read;
  }

  /**
   * Goes to the first record that begins at byte {@code from} or behind it, or as near to it as the
   * kept bytes reach.
   *
   * @return the byte at which it begins; -1 where there is none, and then nothing is left to read
   */
  long seek(long from) throws IOException {
    for (long back = Math.min(given - from, KEPT); back > 0; back--) {
      raw.unread(last[(int) (--given % KEPT)]);
    }
    for (int next = raw.read(); next >= 0; next = raw.read()) {
      if (next == 0x1f) {
        raw.unread(next);
        if (Bytes.isGzip(ahead(2)) && isRecord(ahead(HEAD))) {
          return given;
        }
        raw.read();
      }
      given++;
    }
    return -1;
  }

  private byte[] ahead(int length) throws IOException {
    byte[] bytes = raw.readNBytes(length);
    raw.unread(bytes);
    return bytes;
  }

  private static boolean isRecord(byte[] packed) {
    return new String(Opened.begun(packed), StandardCharsets.ISO_8859_1).startsWith("WARC/");
  }
}
