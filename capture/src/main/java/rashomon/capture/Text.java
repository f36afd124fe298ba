package rashomon.capture;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of XML and JSON that came over the web: by the byte-order mark, else as UTF-8
 * where that fits whatever is declared, else by the media type, else by the XML declaration, else
 * as windows-1252. The mark is not part of the text.
 */
final class Text {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** In this order, since one begins with another. */
  private static final List<Charset> MARKED =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_32LE,
          StandardCharsets.UTF_32BE,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private static final Pattern CHARSET =
      Pattern.compile(
          "\\b(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
  private static final int DECLARATION = 200;

  private Text() {}

  static String of(byte[] bytes, @Nullable String contentType) {
    for (Charset charset : MARKED) {
      byte[] mark = "\uFEFF".getBytes(charset);
      int length = mark.length;
      if (bytes.length >= length && Arrays.equals(bytes, 0, length, mark, 0, length)) {
        return new String(bytes, length, bytes.length - length, charset);
      }
    }
    return new String(bytes, charset(bytes, contentType));
  }

  private static Charset charset(byte[] bytes, @Nullable String contentType) {
    if (bytes.length > 1 && bytes[0] == 0 && bytes[1] == '<') {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length > 1 && bytes[0] == '<' && bytes[1] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (isUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
    return named(contentType).or(() -> named(head)).orElse(WINDOWS_1252);
  }

  /** Whole, or cut within its last character. */
  private static boolean isUtf8(byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    return !StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes), text, false)
        .isError();
  }

  /** As browsers do it, ISO-8859-1 and ASCII are windows-1252; UTF-8 has been tried before. */
  private static Optional<Charset> named(@Nullable String declaration) {
    Matcher matcher = CHARSET.matcher(declaration == null ? "" : declaration);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(matcher.group(1).toLowerCase(Locale.ROOT));
      return charset.equals(StandardCharsets.UTF_8)
              || charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? Optional.empty()
          : Optional.of(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
