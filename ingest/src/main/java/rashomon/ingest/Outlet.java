package rashomon.ingest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet is called by its pages, held against what its site is called: <i>Harbor Post</i>
 * spells {@code harborpost.example}, and <i>Harbor Post UK</i> is an edition of it.
 */
final class Outlet {

  private static final Pattern BETWEEN_PARTS = Pattern.compile("\\s+[-–—|·•:»]+\\s+|\\s*[|»]\\s*");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** So many words of a title's part may follow the outlet's name, to name an edition. */
  private static final int EDITION = 2;

  /** Countries by name and code, languages by name, and what else editions are for. */
  private static final Set<String> EDITIONS = editions();

  private Outlet() {}

  /**
   * The name of the publisher, the same on all pages of a site: where the first words spell the
   * site's name, these without the edition or section that the others name. One word alone is
   * seldom a whole name (<i>Lake News</i> of {@code lake.example}), and only an edition goes.
   *
   * @param site as {@link Site#of} has it
   */
  static String name(String said, @Nullable String site) {
    List<String> words = words(said);
    int spelled = spelled(words, site);
    int article = words.getFirst().equalsIgnoreCase("the") ? 1 : 0;
    boolean whole = spelled - article > 1 || isEdition(words.subList(spelled, words.size()));
    return spelled == 0 || !whole ? said : String.join(" ", words.subList(0, spelled));
  }

  /** The outlet by the part of a page's title, the last or the first, that spells the site. */
  static Optional<String> inTitle(String title, @Nullable String site) {
    String[] parts = BETWEEN_PARTS.split(title);
    return parts.length < 2
        ? Optional.empty()
        : Stream.of(parts[parts.length - 1], parts[0])
            .map(Outlet::words)
            .filter(words -> spelled(words, site) > 0)
            .filter(words -> words.size() <= spelled(words, site) + EDITION)
            .map(words -> name(String.join(" ", words), site))
            .findFirst();
  }

  /** Whether the name begins with words that spell the site. */
  static boolean spells(String name, @Nullable String site) {
    return spelled(words(name), site) > 0;
  }

  /** How many first words spell the site's name, with <i>the</i> or without; 0 where none do. */
  private static int spelled(List<String> words, @Nullable String site) {
    String name = site == null ? "" : bare(site.split("\\.", 2)[0]);
    StringBuilder joined = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < words.size() && !name.isEmpty(); i++) {
      String word = bare(words.get(i));
      joined.append(word);
      initials.append(word, 0, Math.min(1, word.length()));
      if (isName(joined, name) || (i > 1 && isName(initials, name))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean isName(StringBuilder spelled, String name) {
    return name.contentEquals(spelled)
        || ("the" + name).contentEquals(spelled)
        || name.equals("the" + spelled);
  }

  private static boolean isEdition(List<String> words) {
    String all = String.join(" ", words).toLowerCase(Locale.ROOT);
    return EDITIONS.contains(all)
        || words.stream().allMatch(word -> EDITIONS.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static Set<String> editions() {
    Set<String> editions =
        new HashSet<>(
            List.of(
                "uk", "usa", "america", "europe", "asia", "africa", "international", "edition"));
    for (String country : Locale.getISOCountries()) {
      editions.add(country.toLowerCase(Locale.ROOT));
      editions.add(
          Locale.of("", country).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
    }
    for (String language : Locale.getISOLanguages()) {
      editions.add(Locale.of(language).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
    }
    return Set.copyOf(editions);
  }

  private static List<String> words(String name) {
    return Arrays.asList(BETWEEN_WORDS.split(name.strip()));
  }

  private static String bare(String word) {
    return NO_LETTER.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
