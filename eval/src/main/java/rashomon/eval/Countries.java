package rashomon.eval;

import com.ibm.icu.impl.ICUData;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.eval.WordNet.Synset;

/**
 * Country names in English: CLDR's long, short and variant names of the regions that ISO 3166 gives
 * a code, and the other words of the WordNet synset that such a name leads to. {@code names} is
 * name to code, {@code long} code to CLDR's long name.
 */
record Countries(Map<String, String> names, Map<String, String> longNames) {

  private static final String COUNTRY = "n08562388";

  static Countries read(WordNet nouns) {
    UResourceBundle regions =
        UResourceBundle.getBundleInstance(ICUData.ICU_REGION_BASE_NAME, ULocale.ENGLISH);
    Map<String, String> longNames = new TreeMap<>();
    Map<String, Set<String>> forms = new LinkedHashMap<>();
    Stream.concat(Stream.of(ULocale.getISOCountries()), Stream.of("XK"))
        .distinct()
        .sorted()
        .forEach(
            code -> {
              Set<String> own = new LinkedHashSet<>();
              Stream.of("Countries", "Countries%short", "Countries%variant")
                  .map(table -> named(regions, table, code))
                  .filter(Objects::nonNull)
                  .flatMap(Countries::spellings)
                  .forEach(own::add);
              longNames.put(code, Objects.requireNonNull(named(regions, "Countries", code)));
              forms.put(code, own);
            });
    Map<String, String> names = new TreeMap<>();
    forms.forEach((code, own) -> own.forEach(name -> names.put(name, code)));
    Map<String, String> synonyms = new HashMap<>();
    forms.forEach(
        (code, own) ->
            own.stream()
                .map(name -> synset(nouns, name))
                .flatMap(Optional::stream)
                .flatMap(synset -> synset.words().stream())
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .flatMap(Countries::spellings)
                .forEach(word -> synonyms.putIfAbsent(word, code)));
    synonyms.forEach(names::putIfAbsent);
    return new Countries(names, longNames);
  }

  /** CLDR's long name of a country. */
  String longName(String code) {
    return Objects.requireNonNull(longNames.get(code), code);
  }

  /** The country that one of these names means, the first that is known. */
  Optional<String> code(List<String> words) {
    return words.stream().map(names::get).filter(Objects::nonNull).findFirst();
  }

  /** In its country sense if it has one, else its first sense as a place. */
  private static Optional<Synset> synset(WordNet nouns, String name) {
    List<Synset> places =
        nouns.senses(name).stream()
            .filter(sense -> sense.file().equals("noun.location") && sense.words().contains(name))
            .toList();
    return places.stream()
        .filter(place -> nouns.above(place, "@", "@i").contains(COUNTRY))
        .findFirst()
        .or(() -> places.stream().findFirst());
  }

  private static @Nullable String named(UResourceBundle regions, String table, String code) {
    UResourceBundle names = regions.get(table);
    for (int i = 0; i < names.getSize(); i++) {
      UResourceBundle name = names.get(i);
      if (code.equals(name.getKey())) {
        return name.getString();
      }
    }
    return null;
  }

  /**
   * A name as news spell it: with and without accents, <i>and</i> for an ampersand, what stands in
   * brackets.
   */
  static Stream<String> spellings(String name) {
    Set<String> spellings = new LinkedHashSet<>(List.of(name));
    if (name.endsWith(")")) {
      spellings = new LinkedHashSet<>(List.of(name, name.substring(0, name.indexOf('(')).strip()));
    }
    for (String spelling : List.copyOf(spellings)) {
      spellings.add(spelling.replace("’", "'"));
      spellings.add(spelling.replace("&", "and").replace("’", "'"));
      spellings.add(spelling.replaceFirst("^St\\. ", "Saint ").replace("&", "and"));
    }
    for (String spelling : List.copyOf(spellings)) {
      spellings.add(unaccented(spelling));
    }
    return spellings.stream();
  }

  static String unaccented(String word) {
    return Normalizer2.getNFDInstance().normalize(word).replaceAll("\\p{M}", "");
  }
}
