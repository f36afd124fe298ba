package rashomon.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that can be held: while it is, it gives at most {@link #MOST} more bytes. A parser that
 * keeps all it reads until it finds an end is so kept from filling the memory, since gzip makes no
 * more than a thousand times as much of them.
 */
final class Leash extends FilterInputStream {

  /** Enough for the head of any record, and for what a reader reads ahead. */
  private static final long MOST = 1 << 15;

  private long left = Long.MAX_VALUE;

  Leash(InputStream stream) {
    super(stream);
  }

  void hold() {
    left = MOST;
  }

  void release() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left <= 0) {
      throw new IOException("the head of a record does not end");
    }
    int read = super.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }
}
