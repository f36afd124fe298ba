package rashomon.ingest;

import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * Whether a page shows only the beginning of its report. A page may keep its text from some readers
 * and hold it all the same; so what it says of itself counts only where the text is short, or where
 * the part that is kept back is not there.
 */
final class Stub {

  /** Fewer words are no whole report behind a wall; of more, nobody would call it a beginning. */
  private static final int SHORT = 220;

  private static final int FEWEST_WITHHELD = 40;
  private static final Pattern INVITATION =
      Pattern.compile(
          "\\b(?:subscribe|sign (?:in|up)|log ?in|register|become a (?:member|subscriber)|create (?:a|an) (?:free )?account)\\b"
              + ".{0,60}\\b(?:to (?:continue|keep|read|unlock|view|access|see)|for (?:full|unlimited) access)\\b"
              + "|\\b(?:continue reading|keep reading|full (?:story|article|access)|rest of this (?:story|article))\\b"
              + ".{0,60}\\b(?:subscri\\w+|sign(?:ing)? (?:in|up)|log(?:ging)? ?in|register\\w*|account|members?)\\b"
              + "|\\b(?:for|to) subscribers only\\b|\\balready a subscriber\\b|\\bsubscriber[- ]only\\b",
          Pattern.CASE_INSENSITIVE);

  private Stub() {}

  static boolean is(Document page, Tags tags, LinkedData data, List<String> paragraphs) {
    int words = paragraphs.stream().mapToInt(Stub::words).sum();
    if (data.isGated()) {
      List<String> withheld = data.gated();
      return claimed(data) > 2 * words
          || (withheld.isEmpty()
              ? words < SHORT
              : withheld.stream().allMatch(selector -> words(page, selector) < FEWEST_WITHHELD));
    }
    return words < SHORT
        && (claimed(data) > 2 * words
            || !tags.walls.isEmpty()
            || INVITATION.matcher(page.body().text()).find());
  }

  /** How many words the metadata give the whole report. */
  private static int claimed(LinkedData data) {
    return data.text("/articleBody").mapToInt(Stub::words).max().orElse(0);
  }

  private static int words(Document page, String selector) {
    try {
      return words(page.select(selector).text());
    } catch (SelectorParseException | IllegalArgumentException unreadable) {
      return 0;
    }
  }

  private static int words(String text) {
    return new StringTokenizer(text.strip(), " \t\n\u000B\f\r").countTokens();
  }
}
