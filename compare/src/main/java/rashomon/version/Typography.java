package rashomon.version;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Words as they are whatever a desk’s typewriter makes of them. */
final class Typography {

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F]+");
  private static final Pattern DOUBLE = Pattern.compile("[“”„‟«»]|''|``");
  private static final Pattern SINGLE = Pattern.compile("[‘’‚‛`´]");
  private static final Pattern DASH = Pattern.compile("\\s*(?:[–—―−]|--+)\\s*");

  private Typography() {}

  /** One kind of blank, quotation mark, apostrophe and dash; composed letters (Unicode’s NFC). */
  static String plain(String words) {
    String text =
        Normalizer.normalize(INVISIBLE.matcher(words).replaceAll(""), Normalizer.Form.NFC);
    text = DOUBLE.matcher(text).replaceAll("\"");
    text = SINGLE.matcher(text).replaceAll("'");
    text = DASH.matcher(text).replaceAll(" - ");
    return BLANKS.matcher(text.replace("…", "...")).replaceAll(" ").strip();
  }
}
