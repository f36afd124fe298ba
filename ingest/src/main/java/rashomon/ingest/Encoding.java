package rashomon.ingest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: by the byte-order mark, else as UTF-8 where that fits, else by what the server and
 * then the page declare where that fits, else by ICU's detector, else as windows-1252. The
 * byte-order mark is not part of the text; line ends stay as they are.
 */
final class Encoding {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern DECLARED =
      Pattern.compile(
          "<(?:meta|\\?xml)\\b[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SERVED =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

  private static final int LEAST_CONFIDENCE = 25;

  private Encoding() {}

  static String decode(byte[] bytes) throws Unusable {
    return decode(bytes, null);
  }

  static String decode(byte[] bytes, @Nullable String contentType) throws Unusable {
    Binary.refuse(bytes);
    String utf8 = withoutMark(bytes, StandardCharsets.UTF_8);
    boolean fits = utf8.indexOf(0xfffd) < 0 && utf8.indexOf(0) < 0;
    String text = fits ? utf8 : withoutMark(bytes, charset(bytes, contentType));
    Binary.refuse(text);
    if (text.isBlank()) {
      throw new Unusable("empty", "It holds no text: check that it was saved or downloaded whole.");
    }
    return text;
  }

  private static String withoutMark(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] bytes, @Nullable String contentType) {
    Optional<Charset> marked = marked(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    if (has(bytes, (byte) 0)) {
      return detected(bytes)
          .filter(charset -> charset.name().startsWith("UTF-"))
          .orElse(StandardCharsets.UTF_8);
    }
    if (isUtf8(bytes) || isMostlyUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    return Stream.of(served(contentType), declared(bytes))
        .flatMap(Optional::stream)
        .filter(charset -> !charset.name().startsWith("UTF-") && fits(charset, bytes))
        .findFirst()
        .or(() -> detected(bytes))
        .orElse(WINDOWS_1252);
  }

  private static Optional<Charset> marked(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
      return Optional.of(StandardCharsets.UTF_32LE);
    }
    if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_32BE);
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return startsWith(bytes, 0xfe, 0xff)
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.length || bytes[i] != (byte) prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(byte[] bytes, byte wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUtf8(byte[] bytes) {
    return fits(StandardCharsets.UTF_8, bytes);
  }

  private static boolean fits(Charset charset, byte[] bytes) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException unlike) {
      return false;
    }
  }

  /**
   * Text in UTF-8 that was cut within a character or damaged in a few: other charsets hardly ever
   * look like that.
   */
  private static boolean isMostlyUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == 0xfffd).count();
    long whole = text.chars().filter(c -> c >= 0x80 && c != 0xfffd).count();
    return whole >= 4 * broken;
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head =
        new String(
            Arrays.copyOf(bytes, Math.min(bytes.length, 4_096)), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARED.matcher(head);
    return declaration.find() ? named(declaration.group(1)) : Optional.empty();
  }

  private static Optional<Charset> served(@Nullable String contentType) {
    Matcher declaration = SERVED.matcher(contentType == null ? "" : contentType);
    return declaration.find() ? named(declaration.group(1)) : Optional.empty();
  }

  private static Optional<Charset> detected(byte[] bytes) {
    CharsetMatch match = new CharsetDetector().setText(bytes).detect();
    return match != null && match.getConfidence() >= LEAST_CONFIDENCE
        ? named(match.getName())
        : Optional.empty();
  }

  /**
   * As browsers do it, ISO-8859-1 and ASCII are read as windows-1252, which has more characters at
   * the same places.
   */
  private static Optional<Charset> named(String name) {
    try {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "iso-8859-1", "latin1", "us-ascii", "ascii" -> Optional.of(WINDOWS_1252);
        default -> Optional.of(Charset.forName(name));
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
