package rashomon.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines of a page's body that say who wrote it and nothing else, which its tags say too. */
final class Byline {

  /** So many paragraphs may be a byline at the beginning, or at the end. */
  private static final int FIRST = 3;

  private static final int LAST = 2;
  private static final int LONGEST = 200;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What stands around and between names. */
  private static final Set<String> JOINING =
      Set.of(
          "", "by", "and", "for", "of", "von", "und", "par", "et", "por", "y", "di", "e", "door",
          "en");

  private Byline() {}

  /** The paragraphs without those that are all authors, outlet, and words that join names. */
  static List<String> without(List<String> paragraphs, Metadata said) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      boolean atEdge = i < FIRST || i >= paragraphs.size() - LAST;
      if (!atEdge || !is(paragraphs.get(i), said)) {
        kept.add(paragraphs.get(i));
      }
    }
    return kept.isEmpty() ? paragraphs : kept;
  }

  private static boolean is(String paragraph, Metadata said) {
    if (said.authors().isEmpty() || paragraph.length() > LONGEST) {
      return false;
    }
    String line = spaced(paragraph);
    String rest = line;
    List<String> names =
        Stream.concat(said.authors().stream(), Stream.ofNullable(said.outlet()))
            .map(Byline::spaced)
            .filter(name -> !name.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String name : names) {
      rest = rest.replace(name, " ");
    }
    return said.authors().stream().map(Byline::spaced).anyMatch(line::contains)
        && Stream.of(rest.split(" ")).allMatch(JOINING::contains);
  }

  /** In lower case, with one space before, between and after the words. */
  private static String spaced(String text) {
    String words = BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return words.isEmpty() ? " " : " " + words + " ";
  }
}
