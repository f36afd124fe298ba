package rashomon.eval.invented;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What the articles of one story have in common.
 *
 * @param kind what happened: a symbol of the grammar
 * @param names what stands for a name or number in every article
 * @param people who speaks, by role
 * @param words what it is about
 * @param claims what is claimed, each in one wording
 * @param quotes what is said, and by whom
 */
record Happening(
    String kind,
    Map<String, String> names,
    Map<String, Person> people,
    List<String> words,
    List<String> claims,
    List<Said> quotes) {

  /** Words between quotation marks. */
  record Said(String role, String words) {}

  private static final int WORDS = 14;
  private static final int CLAIMS = 14;
  private static final int QUOTES = 10;

  private static final List<String> MONTHS =
      List.of("January", "February", "April", "June", "August", "October", "November");

  private static final List<String> TRADES =
      List.of("Works", "Group", "Lines", "Energy", "Foods", "Bank", "Telecom", "Holdings", "Rail");

  private static final List<String> BODIES =
      List.of(
          "the regional council",
          "the interior ministry",
          "the rescue service",
          "the health authority",
          "the state auditor",
          "the county office");

  private static final Map<String, List<String>> ROLES =
      Map.of(
          "official", List.of("Minister", "Mayor", "Governor", "Commissioner", "Secretary"),
          "critic", List.of("opposition leader", "activist", "union leader", "former judge"),
          "expert", List.of("Professor", "researcher", "historian", "engineer"),
          "local", List.of("baker", "teacher", "driver", "pensioner", "farmer"),
          "speaker", List.of("spokesman", "spokeswoman", "chief executive", "director"));

  static Happening of(Grammar grammar, Random chance) {
    Vocabulary vocabulary = new Vocabulary(chance);
    Map<String, String> names = new HashMap<>();
    for (String place : List.of("town", "capital", "village", "village2", "river")) {
      names.put(place, vocabulary.place());
    }
    names.put("country", vocabulary.country());
    names.put("country2", vocabulary.country());
    names.put("org", vocabulary.surname() + " " + vocabulary.any(TRADES));
    names.put("rival", vocabulary.surname() + " " + vocabulary.any(TRADES));
    names.put("body", vocabulary.any(BODIES));
    names.put("month", vocabulary.any(MONTHS));
    names.put("n1", String.valueOf(chance.nextInt(11, 60)));
    names.put("n2", grouped(chance.nextInt(101, 9000)));
    names.put("n3", String.valueOf(chance.nextInt(20, 900)));
    names.put("n4", Numerals.words(chance.nextInt(2, 10)));
    names.put("n5", String.valueOf(chance.nextInt(10, 40)));
    names.put("n6", String.valueOf(chance.nextInt(61, 95)));
    names.put("money", chance.nextInt(2, 900) + " million crowns");
    names.put("money2", chance.nextInt(10, 900) + ",000 crowns");
    Map<String, Person> people = new HashMap<>();
    ROLES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            role ->
                people.put(role.getKey(), person(grammar, vocabulary, role.getValue(), chance)));
    List<String> words = new ArrayList<>();
    while (words.size() < WORDS) {
      words.add(vocabulary.word());
    }
    Happening bare =
        new Happening(
            vocabulary.any(grammar.alternatives("kind")),
            names,
            people,
            words,
            List.of(),
            List.of());
    return bare.told(grammar, chance);
  }

  private Happening told(Grammar grammar, Random chance) {
    Grammar.Slots slots = new Correspondent(grammar, this, chance, "Monday");
    Set<String> used = new HashSet<>();
    List<String> claims = new ArrayList<>();
    while (claims.size() < CLAIMS) {
      claims.add(grammar.write("claim", slots, used, chance));
    }
    List<String> roles = people.keySet().stream().sorted().toList();
    List<Said> quotes = new ArrayList<>();
    while (quotes.size() < QUOTES) {
      String role = roles.get(chance.nextInt(roles.size()));
      quotes.add(new Said(role, grammar.write("quote", slots, used, chance)));
    }
    return new Happening(kind, names, people, words, claims, quotes);
  }

  private static Person person(
      Grammar grammar, Vocabulary vocabulary, List<String> roles, Random chance) {
    boolean woman = chance.nextBoolean();
    String given = vocabulary.any(grammar.alternatives(woman ? "given-woman" : "given-man"));
    String role = vocabulary.any(roles);
    return new Person(
        given, vocabulary.surname(), woman, role, "the " + role.toLowerCase(Locale.ROOT));
  }

  private static String grouped(int number) {
    return number < 1000
        ? String.valueOf(number)
        : number / 1000 + "," + String.valueOf(1000 + number % 1000).substring(1);
  }
}
