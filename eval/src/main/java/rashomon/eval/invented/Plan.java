package rashomon.eval.invented;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import rashomon.eval.invented.Truth.Related;
import rashomon.model.Facet;
import rashomon.model.Relation;

/** The questions of one story, what parties answer and when, and how the answers are related. */
final class Plan {

  /** How often numbers are given out anew. */
  static final int STAGES = 4;

  /**
   * An answer.
   *
   * @param question the question it answers, which is also the symbol of sentences that give it
   * @param giver who gives it, as a name of the grammar
   * @param value the number, -1 where the answer is none
   * @param hedge words before the number, which may be empty
   * @param from the first stage at which it is known
   * @param to the last
   */
  record Choice(
      String question, String name, String giver, int value, String hedge, int from, int to) {}

  /** A question, and how its answers are related. */
  record Asked(String name, Facet facet, List<Related> relations) {}

  private final List<Choice> choices = new ArrayList<>();
  private final Map<String, Asked> questions = new HashMap<>();
  private final RandomGenerator chance;

  private Plan(RandomGenerator chance) {
    this.chance = chance;
  }

  static Plan of(RandomGenerator chance) {
    Plan plan = new Plan(chance);
    int[] dead = plan.dead();
    int hurt = plan.hurt(dead[0]);
    plan.missing(dead);
    plan.aboard(dead[STAGES - 1] + hurt);
    plan.scopes(dead, hurt);
    plan.said("aim", Facet.AIM, "aim-one-said", "aim-other-said");
    plan.said("blame", Facet.DENIAL, "accuse", "deny");
    return plan;
  }

  List<Choice> choices() {
    return choices;
  }

  List<Asked> questions() {
    return questions.values().stream().sorted((a, b) -> a.name.compareTo(b.name)).toList();
  }

  /** What can be answered at a stage to a question. */
  List<Choice> known(String question, int stage) {
    return choices.stream()
        .filter(c -> c.question.equals(question) && c.from <= stage && stage <= c.to)
        .toList();
  }

  /** The mark of an answer. */
  int mark(Choice choice) {
    return choices.indexOf(choice);
  }

  private int between(int least, int most) {
    return chance.nextInt(least, most + 1);
  }

  private String add(Choice choice) {
    choices.add(choice);
    return choice.name;
  }

  private void relate(String question, Facet facet, String one, String other, Relation relation) {
    questions
        .computeIfAbsent(question, fresh -> new Asked(question, facet, new ArrayList<>()))
        .relations
        .add(new Related(one, other, relation));
  }

  /** A toll that rises from stage to stage; in half of the stories the union has its own. */
  private int[] dead() {
    int[] toll = new int[STAGES];
    List<String> names = new ArrayList<>();
    for (int stage = 0; stage < STAGES; stage++) {
      toll[stage] = stage == 0 ? between(11, 40) : toll[stage - 1] + between(2, 13);
      names.add(
          add(new Choice("dead", "dead " + stage, "official", toll[stage], "", stage, stage)));
      for (int before = 0; before < stage; before++) {
        relate("dead", Facet.COUNT, names.get(before), names.get(stage), Relation.UPDATE);
      }
    }
    if (chance.nextBoolean()) {
      int rival = toll[STAGES - 1] + between(6, 20);
      String name = add(new Choice("dead", "dead rival", "union", rival, "", 2, STAGES - 1));
      relate("dead", Facet.COUNT, names.get(STAGES - 1), name, Relation.CONFLICT);
    }
    return toll;
  }

  /** One number of injured, which some round. */
  private int hurt(int dead) {
    int exact = 10 * between(dead / 10 + 3, dead / 10 + 9) + between(1, 4);
    int last = STAGES - 1;
    String name = add(new Choice("hurt", "hurt exact", "official", exact, "", 0, last));
    int ten = exact / 10 * 10;
    for (String hedge : List.of("about", "more than", "some")) {
      String round = add(new Choice("hurt", "hurt " + hedge, "official", ten, hedge, 0, last));
      relate("hurt", Facet.COUNT, name, round, Relation.ROUNDING);
    }
    return exact;
  }

  /** The missing: fewer from stage to stage, or two parties with two numbers. */
  private void missing(int[] dead) {
    if (chance.nextBoolean()) {
      List<String> names = new ArrayList<>();
      for (int stage = 0; stage < STAGES; stage++) {
        int value = 6 + 2 * (dead[STAGES - 1] - dead[stage]) + (STAGES - stage);
        names.add(
            add(new Choice("missing", "missing " + stage, "official", value, "", stage, stage)));
        for (int before = 0; before < stage; before++) {
          relate("missing", Facet.COUNT, names.get(before), names.get(stage), Relation.UPDATE);
        }
      }
    } else {
      int value = between(12, 40);
      int last = STAGES - 1;
      relate(
          "missing",
          Facet.COUNT,
          add(new Choice("missing", "missing one", "official", value, "", 0, last)),
          add(new Choice("missing", "missing other", "union", value + between(5, 30), "", 0, last)),
          Relation.CONFLICT);
    }
  }

  /** How many were there: one number, which some round, or two that exclude each other. */
  private void aboard(int harmed) {
    int exact = (harmed / 10 + between(4, 9)) * 10 + between(1, 4);
    int last = STAGES - 1;
    String name = add(new Choice("aboard", "aboard exact", "official", exact, "", 0, last));
    if (chance.nextBoolean()) {
      String round =
          add(new Choice("aboard", "aboard about", "official", exact / 10 * 10, "about", 0, last));
      relate("aboard", Facet.COUNT, name, round, Relation.ROUNDING);
    } else {
      String other =
          add(new Choice("aboard", "aboard other", "union", exact + between(12, 40), "", 0, last));
      relate("aboard", Facet.COUNT, name, other, Relation.CONFLICT);
    }
  }

  /** Numbers of another scope than the toll of the last stage. */
  private void scopes(int[] dead, int hurt) {
    int last = STAGES - 1;
    int toll = dead[last];
    Map<String, Integer> scopes =
        Map.of(
            "casualties", toll + hurt,
            "minors", between(3, 9),
            "fleet", toll + between(5, 30),
            "season", toll + between(40, 120));
    scopes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            scope -> {
              String kind = scope.getKey();
              String name =
                  add(new Choice(kind, kind, "official", scope.getValue(), "", last, last));
              relate(kind, Facet.COUNT, "dead " + last, name, Relation.SCOPE);
            });
  }

  private void said(String question, Facet facet, String one, String other) {
    relate(
        question,
        facet,
        add(new Choice(one, one, "", -1, "", 0, STAGES - 1)),
        add(new Choice(other, other, "", -1, "", 0, STAGES - 1)),
        Relation.CONFLICT);
  }
}
