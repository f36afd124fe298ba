package rashomon.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, one at a time, as bytes; none longer than {@link Bytes#MAX}. */
final class TextLines {

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] line = {};
  private long number;
  private boolean again;

  TextLines(InputStream stream) {
    this.stream = stream;
  }

  /** Goes to the next line; false at the end. One that is too long is passed over, and told. */
  boolean next() throws Unusable, IOException {
    if (again) {
      again = false;
      return true;
    }
    if (!filled()) {
      return false;
    }
    number++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    boolean tooLong = false;
    for (boolean ended = false; !ended && filled(); ) {
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      tooLong |= bytes.size() + end - position > Bytes.MAX;
      if (!tooLong) {
        bytes.write(buffer, position, end - position);
      }
      ended = end < limit;
      position = ended ? end + 1 : end;
    }
    line = number == 1 ? withoutMark(bytes.toByteArray()) : bytes.toByteArray();
    if (tooLong) {
      throw Bytes.tooLong();
    }
    return true;
  }

  /** Whether there are bytes in the buffer, which are read where there are none. */
  private boolean filled() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, stream.read(buffer, 0, buffer.length));
    }
    return position < limit;
  }

  private static byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  /** Makes {@link #next} stay at this line once. */
  void again() {
    again = true;
  }

  /** This line and all that follows. */
  byte[] withRest() throws Unusable, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(line.length + 1);
    bytes.write(line);
    bytes.write('\n');
    bytes.write(buffer, position, limit - position);
    bytes.write(Bytes.all(stream));
    return bytes.toByteArray();
  }

  /** Without its end. */
  byte[] line() {
    return line;
  }

  /** Its number, from 1. */
  long number() {
    return number;
  }

  boolean isBlank() {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
