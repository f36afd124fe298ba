package rashomon.eval;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * Given names and the gender they are given to, from the locales for which Datafaker keeps the two
 * apart.
 */
final class GivenNames {

  private static final List<String> LATIN =
      List.of(
          "ca", "cs-CZ", "cs", "da-DK", "de", "en/name", "en-MD", "en-MS", "en-NEP", "en-PH",
          "en-SG", "es", "et", "fi-FI", "hu", "nb-NO", "no-NO", "pt-BR", "sk", "sq", "sv", "tr",
          "uz");
  private static final Map<String, String> OTHER_SCRIPTS =
      Map.of(
          "be",
          "Belarusian-Latin/BGN",
          "bg",
          "Bulgarian-Latin/BGN",
          "el-GR",
          "Greek-Latin/BGN",
          "hy",
          "Armenian-Latin/BGN",
          "ka",
          "Georgian-Latin/BGN",
          "mk",
          "Macedonian-Latin/BGN",
          "ru",
          "Russian-Latin/BGN",
          "uk",
          "Ukrainian-Latin/BGN");
  private static final Set<String> MALE =
      Set.of("male_first_name", "man_first_name", "malay_male_first_name", "male_english_name");
  private static final Set<String> FEMALE =
      Set.of(
          "female_first_name",
          "woman_first_name",
          "malay_female_first_name",
          "female_english_name");

  private GivenNames() {}

  /**
   * Name to {@code m} or {@code f}, or {@code u} where neither has twice as many of the lists as
   * the other.
   */
  static Map<String, String> read() {
    Map<String, int[]> lists = new TreeMap<>();
    LATIN.forEach(locale -> read(locale, Transliterator.getInstance("Null"), lists));
    OTHER_SCRIPTS.forEach(
        (locale, script) -> read(locale, Transliterator.getInstance(script), lists));
    Map<String, String> genders = new TreeMap<>();
    lists.forEach(
        (name, count) ->
            genders.put(
                name, count[0] >= 2 * count[1] ? "m" : count[1] >= 2 * count[0] ? "f" : "u"));
    return genders;
  }

  private static void read(String locale, Transliterator latin, Map<String, int[]> lists) {
    try (InputStream in = GivenNames.class.getResourceAsStream("/" + locale + ".yml")) {
      Object root = new Yaml().load(in);
      for (int gender = 0; gender < 2; gender++) {
        int column = gender;
        names(root, "", gender == 0 ? MALE : FEMALE)
            .flatMap(name -> spellings(latin.transliterate(name)))
            .distinct()
            .forEach(name -> lists.computeIfAbsent(name, key -> new int[2])[column]++);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> names(Object node, String key, Set<String> wanted) {
    return switch (node) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .flatMap(entry -> names(entry.getValue(), String.valueOf(entry.getKey()), wanted));
      case List<?> list when wanted.contains(key) -> list.stream().map(String::valueOf);
      default -> Stream.empty();
    };
  }

  private static Stream<String> spellings(String name) {
    return Stream.of(name.strip(), Countries.unaccented(name.strip()))
        .filter(form -> form.matches("\\p{Lu}[\\p{L}'-]+"));
  }
}
