package rashomon.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import rashomon.model.Stamp;

/** Values as they stand in the tables. */
final class Rows {

  private static final String SEPARATOR = "\n";

  private Rows() {}

  static @Nullable Stamp stamp(@Nullable String text) {
    return text == null ? null : Stamp.parse(text).orElseThrow();
  }

  static @Nullable String text(@Nullable Stamp stamp) {
    return stamp == null ? null : stamp.text();
  }

  /**
   * The text with U+FFFD for every code unit that no database keeps: NUL, and halves of surrogate
   * pairs. Offsets stay.
   */
  static @Nullable String cleanOrNull(@Nullable String text) {
    return text == null ? null : clean(text);
  }

  static String clean(String text) {
    char[] units = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        units = units == null ? text.toCharArray() : units;
        units[i] = '\uFFFD';
      }
    }
    return units == null ? text : new String(units);
  }

  static byte[] packed(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (DeflaterOutputStream packing = new DeflaterOutputStream(out, deflater, 8192)) {
      packing.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  static byte[] unpacked(byte[] packed) {
    java.util.zip.Inflater inflater = new java.util.zip.Inflater(true);
    try (InflaterInputStream in =
        new InflaterInputStream(new java.io.ByteArrayInputStream(packed), inflater, 8192)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      inflater.end();
    }
  }

  static byte[] packedText(String text) {
    return packed(text.getBytes(StandardCharsets.UTF_8));
  }

  static String unpackedText(byte[] packed) {
    return new String(unpacked(packed), StandardCharsets.UTF_8);
  }

  /** A list of names, none of which has line ends. */
  static String lines(List<String> names) {
    return clean(String.join(SEPARATOR, names.stream().map(n -> n.replace('\n', ' ')).toList()));
  }

  static List<String> names(String lines) {
    return lines.isEmpty() ? List.of() : List.of(lines.split(SEPARATOR));
  }
}
