package rashomon.eval.invented;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Who and what there is in one story.
 *
 * @param names what stands for a name in every report: <i>town</i>, <i>ministry</i>
 * @param people who speaks, by role
 * @param bystanders names for witnesses
 */
record World(
    Map<String, String> names,
    Map<String, Person> people,
    List<Person> bystanders,
    List<String> villages,
    List<String> outlets,
    List<String> agencies) {

  private static final int VILLAGES = 6;
  private static final int AGENCIES = 3;

  private static final List<List<String>> ROLES =
      List.of(
          List.of("minister", "Interior Minister", "the interior minister"),
          List.of("rescuer", "rescue chief", "the director of the rescue service"),
          List.of("unionist", "union leader", "the general secretary of the union"),
          List.of("mayor", "Mayor", "the mayor of {town}"),
          List.of("opposition", "opposition leader", "who leads the opposition"),
          List.of("expert", "Professor", "an engineer"));

  /** The names come from {@code chance} alone, and every story asks it for as many. */
  static World of(String kind, Random chance) {
    Grammar table = Grammar.read("names");
    List<String> surnames = shuffled(table, "surname", chance);
    List<String> women = shuffled(table, "given-woman", chance);
    List<String> men = shuffled(table, "given-man", chance);
    List<String> towns = shuffled(table, "town", chance);
    Map<String, String> names = new HashMap<>();
    names.put("town", towns.getFirst());
    for (String name : List.of("country", "capital", "thing")) {
      names.put(name, pick(table.alternatives(name), chance));
    }
    names.put("hospital", "the " + towns.get(1) + " hospital");
    names.put("ministry", "the interior ministry");
    names.put("ministry-short", "Ministry");
    names.put("union-short", "union");
    names.put("service", "the rescue service");
    boolean sea = kind.equals("ferry");
    String owner = towns.get(2);
    names.put("union", "the " + owner + " " + (sea ? "Seafarers’" : "Workers’") + " Union");
    names.put("company", owner + (sea ? " Lines" : kind.equals("mine") ? " Coal" : " Energy"));
    names.put(
        "movement",
        sea ? "the " + owner + " Islands Council" : "the " + owner + " Citizens’ Group");
    Map<String, Person> people = new HashMap<>();
    List<Person> bystanders = new ArrayList<>();
    List<List<String>> roles = new ArrayList<>(ROLES);
    String accused = sea ? "the navy" : names.get("company");
    roles.add(List.of("spokesman", "spokesman", "a spokesman for " + accused));
    roles.add(List.of("rebel", "activist", "who speaks for " + names.get("movement")));
    for (int i = 0; i < surnames.size(); i++) {
      boolean woman = chance.nextBoolean();
      List<String> given = woman ? women : men;
      String first = given.get(i % given.size());
      if (i < roles.size()) {
        List<String> role = roles.get(i);
        people.put(
            role.getFirst(),
            new Person(
                first,
                surnames.get(i),
                woman && !role.getFirst().equals("spokesman"),
                role.get(1),
                role.get(2).replace("{town}", towns.getFirst())));
      } else {
        bystanders.add(new Person(first, surnames.get(i), woman, "", ""));
      }
    }
    List<String> outlets = new ArrayList<>();
    for (String paper : table.alternatives("paper")) {
      for (String town : towns.subList(0, VILLAGES)) {
        outlets.add(town + " " + paper);
      }
    }
    Collections.shuffle(outlets, chance);
    return new World(
        Map.copyOf(names),
        Map.copyOf(people),
        List.copyOf(bystanders),
        List.copyOf(towns.subList(3, 3 + VILLAGES)),
        List.copyOf(outlets),
        shuffled(table, "agency", chance).subList(0, AGENCIES));
  }

  private static String pick(List<String> of, RandomGenerator chance) {
    return of.get(chance.nextInt(of.size()));
  }

  private static List<String> shuffled(Grammar table, String symbol, Random chance) {
    List<String> all = new ArrayList<>(table.alternatives(symbol));
    Collections.shuffle(all, chance);
    return List.copyOf(all);
  }
}
