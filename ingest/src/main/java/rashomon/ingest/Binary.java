package rashomon.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what is no text, and says what it is where its first bytes give that away. */
final class Binary {

  /** The control characters that text has: one bit each. */
  private static final int PLAIN = 1 << '\t' | 1 << '\n' | 1 << '\r' | 1 << '\f';

  private static final String NOT_TEXT =
      "This is binary data, not text: give the report as plain text, HTML or JSON.";

  /**
   * First bytes, one for each char, as the formats' specifications and {@code file(1)} have them.
   */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("{\\rtf", "an RTF document");
    KINDS.put("PK\u0003\u0004", "a ZIP archive or an office document");
    KINDS.put("\u00d0\u00cf\u0011\u00e0", "an old office document");
    KINDS.put("\u0089PNG", "a PNG image");
    KINDS.put("\u00ff\u00d8\u00ff", "a JPEG image");
    KINDS.put("GIF8", "a GIF image");
    KINDS.put("RIFF", "an image or a recording");
    KINDS.put("OggS", "a recording");
    KINDS.put("ID3", "a recording");
    KINDS.put("\u007fELF", "a program");
    KINDS.put("\u00ca\u00fe\u00ba\u00be", "a program");
    KINDS.put("\u001f\u008b", "a gzip file within a gzip file");
    KINDS.put("BZh9", "a bzip2 archive");
    KINDS.put("\u00fd7zXZ", "an xz archive");
    KINDS.put("7z\u00bc\u00af", "a 7-Zip archive");
    KINDS.put("(\u00b5/\u00fd", "a Zstandard archive");
    KINDS.put("SQLite format 3", "a database");
  }

  private Binary() {}

  static void refuse(byte[] bytes) throws Unusable {
    String head =
        new String(Arrays.copyOf(bytes, Math.min(bytes.length, 16)), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (head.startsWith(kind.getKey())) {
        throw new Unusable(
            "binary",
            "This is "
                + kind.getValue()
                + ", not text: save the report as plain text or HTML and give that.");
      }
    }
  }

  /** No text holds a NUL, or a control or broken character among every ten. */
  static void refuse(String text) throws Unusable {
    int strange = 0;
    char[] chars = text.toCharArray();
    for (char c : chars) {
      strange += (c < ' ' && (PLAIN >> c & 1) == 0) || c == 0x7f || c == 0xfffd ? 1 : 0;
    }
    if (text.indexOf(0) >= 0 || strange * 10L > text.length()) {
      throw new Unusable("binary", NOT_TEXT);
    }
  }
}
