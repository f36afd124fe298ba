package rashomon.ingest;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose an address is: its registrable domain, by the public suffix list. */
final class Site {

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern NUMBERS = Pattern.compile("[\\d.]+|\\[.*");

  private Site() {}

  static boolean isWeb(String place) {
    return ADDRESS.matcher(place).matches();
  }

  /**
   * The registrable domain of a web address, in lower case; of a host without one, such as a number
   * or {@code localhost}, the host. Null where the address is none of the web.
   */
  static @Nullable String of(String address) {
    String host = isWeb(address) ? host(address) : null;
    if (host == null || NUMBERS.matcher(host).matches()) {
      return host;
    }
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return domain == null ? unlisted(host) : domain;
  }

  /** Of endings that the list does not have, the last part counts as one, as its rules say. */
  private static String unlisted(String host) {
    int last = host.lastIndexOf('.');
    return EffectiveTldFinder.getEffectiveTLD(host) == null
        ? host.substring(host.lastIndexOf('.', last - 1) + 1)
        : host;
  }

  /** Whether both addresses are of one site. */
  static boolean same(String one, String other) {
    String site = of(one);
    return site != null && site.equals(of(other));
  }

  private static @Nullable String host(String address) {
    try {
      String host = new URI(authority(address)).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException noAddress) {
      return null;
    }
  }

  /** Without path and query, in which pages have characters that no address may have. */
  private static String authority(String address) {
    int begin = address.indexOf("//") + 2;
    for (int i = begin; i < address.length(); i++) {
      if ("/?#\\".indexOf(address.charAt(i)) >= 0) {
        return address.substring(0, i);
      }
    }
    return address;
  }
}
