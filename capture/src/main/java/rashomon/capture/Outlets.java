package rashomon.capture;

import crawlercommons.domains.EffectiveTldFinder;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.WebAddress;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Via;

/**
 * Which outlets belong to whom, as the user's file says. A feed's label, the outlet and its owner
 * are three things: a label names no outlet, all feeds and editions of one publisher are one
 * outlet, and an owner has several.
 */
public final class Outlets {

  /** Where nobody's owner is known. */
  public static final Outlets UNKNOWN = new Outlets(Map.of());

  private static final Pattern HOST =
      Pattern.compile(
          "(?:https?://)?((?:[\\w-]+\\.)+[\\p{Alpha}][\\w-]+)(?:[:/?#]\\S*)?",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ARTICLE = Pattern.compile("^the (?=\\S)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, String> owners;

  private Outlets(Map<String, String> owners) {
    this.owners = Map.copyOf(owners);
  }

  /**
   * Reads lines of an outlet's name, host or URL, a tab, and the owner; {@code #} begins a comment.
   * A line that is neither is told to {@code rejected} under {@code name} with its number, code
   * {@code bad-owner}, as is one that contradicts an earlier one, which stands.
   */
  public static Outlets read(String name, String text, Consumer<Rejection> rejected) {
    Map<String, String> owners = new HashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "");
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        int number = i + 1;
        wrong(line, owners)
            .ifPresent(
                why -> rejected.accept(new Rejection(name + "#" + number, "bad-owner", why)));
      }
    }
    return new Outlets(owners);
  }

  /** Puts one line among the owners, or says why not. */
  private static Optional<String> wrong(String line, Map<String, String> owners) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 2 || key(cells[0]).isEmpty() || cells[1].isBlank()) {
      return Optional.of("This line is not an outlet, one tab, and its owner: it is left out.");
    }
    String owner = cells[1].strip();
    String before = owners.putIfAbsent(key(cells[0]), owner);
    return before == null || before.equals(owner)
        ? Optional.empty()
        : Optional.of(
            "An earlier line says that "
                + cells[0].strip()
                + " belongs to "
                + before
                + ", and this one says "
                + owner
                + ": the earlier one is used.");
  }

  /** Who owns this outlet, given by its name, host or URL; null where the file does not say. */
  public @Nullable String owner(String outlet) {
    return owners.get(key(outlet));
  }

  /** Whether these two name one outlet: by {@link #key}. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /**
   * The outlet behind a capture where the page itself does not name one: whom the feed names as
   * publisher, else the domain the page is in, by the public suffix list, so that {@code www},
   * {@code edition} and {@code uk} before it are the same outlet. Null for what came from no web
   * address. A feed's label is never used.
   */
  public static @Nullable String of(Capture capture) {
    Via via = capture.via();
    if (via != null && via.publisher() != null) {
      return via.publisher();
    }
    return WebAddress.of(capture.url()).map(url -> domain(url.getHost())).orElse(null);
  }

  /**
   * What names are compared by. Of a host or URL, its domain; of any other name, its words in lower
   * case, without punctuation and without <i>the</i> at the beginning. A host and a name never have
   * the same key.
   */
  public static String key(String outlet) {
    String name =
        Normalizer.normalize(outlet, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    var host = HOST.matcher(name);
    if (host.matches()) {
      return domain(host.group(1));
    }
    String words = BETWEEN_WORDS.matcher(name).replaceAll(" ").strip();
    return ARTICLE.matcher(words).replaceFirst("");
  }

  private static String domain(String host) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return domain == null ? host.replaceFirst("^www\\.", "") : domain;
  }
}
