package rashomon.ingest.page;

import java.util.HashMap;
import java.util.Map;

/**
 * What the words in a class or an id hint at. Words of four letters and more count within others
 * ({@code storybody}), shorter ones by themselves alone.
 */
enum Kind {
  ARTICLE("article story entry post content body text main blog paragraph prose"),
  COMMENT("comment disqus reply replies respond discuss forum"),
  RELATED(
      "related recommend popular trending latest more also similar teaser next most suggest outbrain taboola read"),
  SHARE("share sharing social facebook twitter follow addthis whatsapp email print"),
  PROMO("promo ad ads advert sponsor banner dfp partner shop affiliate marketing commerc"),
  NAVIGATION("nav menu breadcrumb pagination pager toc skip header masthead toolbar"),
  FOOT("foot copyright legal disclaimer colophon correction"),
  SIDE("side widget rail module secondary right"),
  MEDIA("caption credit image img photo gallery media video figure slide player thumb carousel"),
  BYLINE("byline author bio writer contributor source"),
  DATE("date time published meta info"),
  TOPIC("tag tags categor topic keyword label cats cat"),
  SIGN_UP("newsletter subscri signup login register paywall form optin donat member account"),
  TITLE("title headline heading subhead dek deck kicker standfirst summary lead excerpt intro"),
  HIDDEN("hidden hide modal popup overlay cookie consent gdpr dialog tooltip reader sr visually"),
  BOX("quote callout infobox factbox box highlight embed tweet instagram");

  /** Shorter words count by themselves alone. */
  private static final int SHORTEST_PART = 4;

  private static final Words WORDS = words();

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  @SuppressWarnings("EnumOrdinal") // the bits live within one page
  int bit() {
    return 1 << ordinal();
  }

  /** The kinds that a class or an id hints at, one bit for each. */
  static int of(String classOrId) {
    int bits = 0;
    for (int start = 0; start < classOrId.length(); start++) {
      int end = start;
      for (Words read = WORDS.next(classOrId, end); read != null; ) {
        end++;
        if ((read.bits() & ~bits) != 0
            && (end - start >= SHORTEST_PART || isWord(classOrId, start, end))) {
          bits |= read.bits();
        }
        read = read.next(classOrId, end);
      }
    }
    return bits;
  }

  private static boolean isWord(String text, int start, int end) {
    return (start == 0
            || !Character.isLetter(text.charAt(start - 1))
            || (Character.isLowerCase(text.charAt(start - 1))
                && Character.isUpperCase(text.charAt(start))))
        && (end == text.length() || !Character.isLowerCase(text.charAt(end)));
  }

  private static Words words() {
    Map<String, Integer> words = new HashMap<>();
    for (Kind kind : values()) {
      for (String word : kind.words.split(" ")) {
        words.merge(word, kind.bit(), (some, others) -> some | others);
      }
    }
    return Words.of(words);
  }
}
