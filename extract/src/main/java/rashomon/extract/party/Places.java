package rashomon.extract.party;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/**
 * Tells which country or people a word belongs to: by the tables where they know it, else by how
 * the report itself forms adjectives (<i>Orvane</i>, <i>Orvanian</i>), so that unknown states work
 * as known ones do.
 */
final class Places {

  private static final Set<String> ADJECTIVE_ENDINGS =
      Set.of("i", "ian", "an", "n", "ese", "ish", "ic", "er", "nian", "ite", "ni");

  private final Lexicon lexicon;
  private final Map<String, String> adjectives = new TreeMap<>();

  private Places(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  static Places of(TaggedText text, Lexicon lexicon) {
    Places places = new Places(lexicon);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < text.size(); i++) {
      if (text.is(i, Tag.PROPN) && text.word(i).length() > 3) {
        names.add(text.word(i));
      }
    }
    for (String name : names) {
      for (String adjective :
          ((TreeSet<String>) names)
              .tailSet(name.substring(0, 3))
              .headSet(name.substring(0, 3) + '\uffff')) {
        if (isAdjectiveOf(adjective, name)) {
          places.adjectives.put(adjective, name);
        }
      }
    }
    return places;
  }

  private static boolean isAdjectiveOf(String adjective, String name) {
    if (adjective.length() <= name.length()) {
      return false;
    }
    int common = 0;
    while (common < name.length() && name.charAt(common) == adjective.charAt(common)) {
      common++;
    }
    String ending = adjective.substring(common);
    return common >= 4
        && name.length() - common <= 1
        && (ADJECTIVE_ENDINGS.contains(ending) && (common < name.length() || !ending.equals("er")));
  }

  /**
   * What identifies the country a name or its adjective stands for; empty where neither tables nor
   * report tell.
   */
  Optional<String> key(String name) {
    Optional<String> code =
        lexicon
            .country(name)
            .or(
                () ->
                    lexicon
                        .placeOf(name)
                        .map(
                            place ->
                                lexicon.country(place).orElse(place.toLowerCase(Locale.ROOT))));
    if (code.isPresent()) {
      return code.map(known -> "country:" + known);
    }
    String stem = adjectives.get(name);
    if (stem != null) {
      return Optional.of("country:" + lexicon.country(stem).orElse(stem.toLowerCase(Locale.ROOT)));
    }
    return adjectives.containsValue(name)
        ? Optional.of("country:" + name.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Whether the word is the adjective of a country rather than its name. */
  boolean isAdjective(String word) {
    return lexicon.placeOf(word).isPresent() && lexicon.country(word).isEmpty()
        || adjectives.containsKey(word);
  }
}
