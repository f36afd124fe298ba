package rashomon.capture;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** Web addresses as pages and feeds write them. */
final class Web {

  /** Servers refuse longer ones. */
  private static final int LONGEST = 8_000;

  private Web() {}

  /**
   * {@code link} as seen from {@code base}, without its fragment, spaces and other characters
   * escaped as jsoup does it before it connects; empty where that is no address that HTTP reaches.
   */
  static Optional<String> resolved(String base, @Nullable String link) {
    if (link == null || link.isBlank()) {
      return Optional.empty();
    }
    String given = new Element(Tag.valueOf("a"), base).attr("href", link.strip()).absUrl("href");
    try {
      int fragment = given.indexOf('#');
      String absolute = fragment < 0 ? given : given.substring(0, fragment);
      String address =
          Warc.isUrl(absolute)
              ? absolute
              : Jsoup.connect(absolute).request().url().toExternalForm();
      return host(address) == null || address.length() > LONGEST
          ? Optional.empty()
          : Optional.of(address);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** The host of an address of HTTP, in lower case; null where it is none. */
  static @Nullable String host(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme();
      String host = uri.getHost();
      boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return http && host != null ? host.toLowerCase(Locale.ROOT) : null;
    } catch (URISyntaxException noAddress) {
      return null;
    }
  }
}
