package rashomon.capture.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Addresses of pages, brought into one form. */
public final class WebAddress {

  private static final Pattern WEB = Pattern.compile("(?i)https?:");

  /** A host whose last part is a number is an IPv4 address, in whatever form (WHATWG URL, 3.5). */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  /** Servers refuse longer ones. */
  private static final int LONGEST = 8_000;

  private WebAddress() {}

  /**
   * The address with its host in lower case and ASCII, its path and query escaped, and without
   * fragment, user and default port. Empty where it is none of http or https, where its host is a
   * number that programs read differently (0177.0.0.1 is 127.0.0.1 to some), and where it is longer
   * than servers take.
   */
  public static Optional<URI> of(String written) {
    String given = written.strip();
    if (!WEB.matcher(given).lookingAt()) {
      return Optional.empty();
    }
    String normal = new BasicURLNormalizer().filter(given);
    try {
      URI url = new URI(normal == null ? given : normal);
      return url.getHost() != null
              && url.getRawUserInfo() == null
              && isClear(url.getHost())
              && url.toString().length() <= LONGEST
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /**
   * The address that these words mean at {@code base}, a page's or a feed's; only a whole one means
   * anything where that is none itself. Empty for no words.
   */
  public static Optional<URI> resolve(String base, String written) {
    Element link = new Element("a").attr("href", written.strip());
    link.setBaseUri(base);
    return written.isBlank() ? Optional.empty() : of(link.absUrl("href"));
  }

  private static boolean isClear(String host) {
    return !NUMBER.matcher(host).matches() || FOUR_NUMBERS.matcher(host).matches();
  }
}
