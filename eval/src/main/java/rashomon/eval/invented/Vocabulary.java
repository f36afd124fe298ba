package rashomon.eval.invented;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names made of syllables, and words that are noun and verb alike, of which there are thousands.
 */
final class Vocabulary {

  private static final List<String> WORDS = words();

  private static final List<String> HEADS =
      List.of(
          "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st",
          "t", "tr", "v", "w", "z", "");

  private static final List<String> HEARTS = List.of("a", "e", "i", "o", "u", "ae", "ei", "au");

  private static final List<String> TAILS =
      List.of("", "", "l", "n", "r", "s", "m", "nd", "rn", "lt", "sk", "th", "nn", "ck");

  private static final List<String> PLACES = List.of("", "", "", "ford", "haven", "burg", "mouth");

  private final Random chance;

  Vocabulary(Random chance) {
    this.chance = chance;
  }

  String word() {
    return any(WORDS);
  }

  static String plural(String word) {
    return word.matches(".*(?:s|x|z|ch|sh)")
        ? word + "es"
        : word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  String surname() {
    return name(2);
  }

  String place() {
    String suffix = any(PLACES);
    return name(suffix.isEmpty() ? 2 + chance.nextInt(2) : 1) + suffix;
  }

  String country() {
    return name(2).replaceFirst("[aeiou]+$", "")
        + any(List.of("ia", "land", "avia", "istan", "ova"));
  }

  private String name(int syllables) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(any(HEADS)).append(any(HEARTS));
    }
    String plain = name.append(any(TAILS)).toString();
    return plain.length() < 4 ? name(syllables + 1) : Marks.capitalised(plain);
  }

  <T> T any(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }

  private static List<String> words() {
    Set<String> verbs = new HashSet<>(lemmas("verbs"));
    return lemmas("nouns").stream()
        .filter(verbs::contains)
        .filter(word -> word.matches("[a-z]{4,9}"))
        .toList();
  }

  private static List<String> lemmas(String table) {
    String name = "/rashomon/extract/knowledge/" + table + ".tsv";
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such table: " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2)[0])
          .collect(Collectors.toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
