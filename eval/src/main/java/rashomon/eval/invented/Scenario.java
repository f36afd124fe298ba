package rashomon.eval.invented;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What all reports of a story have in common.
 *
 * @param fixed phrases that are chosen once: what is blamed on whom, what is meant by it
 * @param day when it happened
 */
record Scenario(
    World world,
    Plan plan,
    Grammar grammar,
    List<Quoted> quotations,
    Map<String, String> fixed,
    LocalDate day) {

  private static final List<String> KINDS = List.of("ferry", "depot", "mine");
  private static final LocalDate FROM = LocalDate.of(2031, 3, 1);
  private static final int DAYS = 28;

  /** Names come from one source of chance, all else from another. */
  static Scenario of(Random names, Random chance) {
    String kind = KINDS.get(chance.nextInt(KINDS.size()));
    World world = World.of(kind, names);
    Grammar grammar = Grammar.read("common", kind);
    Map<String, String> fixed = new HashMap<>();
    for (String symbol : List.of("aim-one", "aim-other", "operation")) {
      List<String> all = grammar.alternatives(symbol);
      fixed.put(symbol, all.get(chance.nextInt(all.size())));
    }
    int blame = chance.nextInt(grammar.alternatives("accusation").size());
    fixed.put("accusation", grammar.alternatives("accusation").get(blame));
    fixed.put("accusing", grammar.alternatives("accusing").get(blame));
    return new Scenario(
        world,
        Plan.of(chance),
        grammar,
        Quoted.all(),
        Map.copyOf(fixed),
        FROM.plusDays(chance.nextInt(DAYS)));
  }

  /** The mark of a version of a quotation; those of answers come before. */
  int mark(Quoted quoted) {
    return plan.choices().size() + quotations.indexOf(quoted);
  }

  /** The first mark that is free. */
  int marks() {
    return plan.choices().size() + quotations.size();
  }
}
