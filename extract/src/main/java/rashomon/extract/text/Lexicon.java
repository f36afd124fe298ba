package rashomon.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * General knowledge about words, from tables made of CLDR, WordNet and name lists (each table names
 * its source). It knows countries and given names, but nobody in particular.
 */
public final class Lexicon {

  /** What a given name says of its bearer. */
  public enum Gender {
    MALE,
    FEMALE,
    UNKNOWN
  }

  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> demonyms = new HashMap<>();
  private final Map<String, String> givenNames = new HashMap<>();
  private final Set<String> verbs = new HashSet<>();
  private final Map<String, String> irregularVerbs = new HashMap<>();
  private final Map<String, String> irregularNouns = new HashMap<>();
  private final Map<String, String> nouns = new HashMap<>();
  private final Map<String, Set<String>> antonyms = new HashMap<>();
  private final Set<String> places = new HashSet<>();

  private Lexicon() {}

  /** Reads the tables from the class path. */
  public static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    rows("countries", row -> lexicon.countries.put(row[0], row[1]));
    rows("demonyms", row -> lexicon.demonyms.putIfAbsent(row[0], row[1]));
    rows("given-names", row -> lexicon.givenNames.put(row[0], row[1]));
    rows("verbs", row -> lexicon.verbs.add(row[0]));
    rows(
        "irregular",
        row ->
            (row[2].equals("v") ? lexicon.irregularVerbs : lexicon.irregularNouns)
                .putIfAbsent(row[0], row[1]));
    rows(
        "nouns", row -> lexicon.nouns.put(row[0], row.length > 2 ? row[1] + " " + row[2] : row[1]));
    rows("places", row -> lexicon.places.add(row[0]));
    rows(
        "antonyms",
        row -> {
          lexicon.antonyms.computeIfAbsent(row[0], word -> new HashSet<>()).add(row[1]);
          lexicon.antonyms.computeIfAbsent(row[1], word -> new HashSet<>()).add(row[0]);
        });
    return lexicon;
  }

  /** Gives every row of a table, split at tabs, to {@code use}. */
  public static void rows(String table, java.util.function.Consumer<String[]> use) {
    String name = "/rashomon/extract/knowledge/" + table + ".tsv";
    try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          use.accept(line.split("\t", -1));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }

  /** The ISO code of a country under its English name. */
  public Optional<String> country(String name) {
    return Optional.ofNullable(countries.get(name));
  }

  /** The place an adjective or the name of its people belongs to: Dutch, Frenchman. */
  public Optional<String> placeOf(String demonym) {
    String place = demonyms.get(demonym);
    if (place == null && demonym.endsWith("s")) {
      place = demonyms.get(demonym.substring(0, demonym.length() - 1));
    }
    return Optional.ofNullable(place);
  }

  public boolean isPlace(String name) {
    return places.contains(name) || countries.containsKey(name);
  }

  public Gender gender(String givenName) {
    return switch (givenNames.getOrDefault(givenName, "u")) {
      case "m" -> Gender.MALE;
      case "f" -> Gender.FEMALE;
      default -> Gender.UNKNOWN;
    };
  }

  public boolean isGivenName(String name) {
    return givenNames.containsKey(name);
  }

  /** Whether a common noun, as a lemma, means a person in one of its usual senses. */
  public boolean isPerson(String lemma) {
    return nouns.getOrDefault(lemma, "").contains("person");
  }

  /** Whether a common noun, as a lemma, means first of all a person. */
  public boolean isFirstOfAllPerson(String lemma) {
    return nouns.getOrDefault(lemma, "").startsWith("person");
  }

  /**
   * Whether a common noun, as a lemma, means a group or an organisation in one of its usual senses.
   */
  public boolean isGroup(String lemma) {
    return nouns.getOrDefault(lemma, "").contains("group");
  }

  /**
   * The kind of thing a common noun means first of all, by WordNet's lexicographer files; empty
   * where unknown.
   */
  public String kind(String lemma) {
    String kinds = nouns.getOrDefault(lemma, "");
    int end = kinds.indexOf(' ');
    return end < 0 ? kinds : kinds.substring(0, end);
  }

  /** Whether one word is the direct opposite of the other. */
  public boolean areOpposites(String one, String other) {
    return antonyms.getOrDefault(one, Set.of()).contains(other);
  }

  public Set<String> opposites(String word) {
    return antonyms.getOrDefault(word, Set.of());
  }

  public boolean isVerb(String lemma) {
    return verbs.contains(lemma);
  }

  /**
   * The dictionary form of a verb; the word itself in lower case where no rule leads to a known
   * one.
   */
  public String verbLemma(String form) {
    String word = form.toLowerCase(Locale.ROOT);
    String irregular = irregularVerbs.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (verbs.contains(word)) {
      return word;
    }
    for (String[] rule : VERB_RULES) {
      if (word.endsWith(rule[0]) && word.length() > rule[0].length() + 1) {
        String stem = word.substring(0, word.length() - rule[0].length());
        String lemma = stem + rule[1];
        if (verbs.contains(lemma)) {
          return lemma;
        }
        boolean doubled =
            stem.length() > 2 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2);
        if (rule[1].isEmpty() && doubled && verbs.contains(stem.substring(0, stem.length() - 1))) {
          return stem.substring(0, stem.length() - 1);
        }
      }
    }
    return word;
  }

  /** The singular of a noun by the rules of WordNet's morphology and its list of exceptions. */
  public String nounLemma(String form) {
    String word = form.toLowerCase(Locale.ROOT);
    String irregular = irregularNouns.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.length() < 4
        || !word.endsWith("s")
        || word.endsWith("ss")
        || word.endsWith("us")
        || word.endsWith("is")) {
      return word;
    }
    for (String[] rule : NOUN_RULES) {
      if (word.endsWith(rule[0])) {
        String lemma = word.substring(0, word.length() - rule[0].length()) + rule[1];
        if (nouns.containsKey(lemma) || rule[0].equals("s") || rule[0].equals("ies")) {
          return lemma;
        }
      }
    }
    return word;
  }

  private static final String[][] VERB_RULES = {
    {"ies", "y"},
    {"ied", "y"},
    {"es", "e"},
    {"ed", "e"},
    {"ing", "e"},
    {"es", ""},
    {"s", ""},
    {"ed", ""},
    {"ing", ""}
  };

  private static final String[][] NOUN_RULES = {
    {"ies", "y"},
    {"ches", "ch"},
    {"shes", "sh"},
    {"sses", "ss"},
    {"xes", "x"},
    {"zes", "z"},
    {"oes", "o"},
    {"s", ""}
  };
}
