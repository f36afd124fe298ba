package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Tag;

/**
 * What a side demands, offers, accepts or refuses: <i>rejected the plan</i>, <i>is calling for a
 * truce</i>. The value is {@code for} or {@code against}, by the verbs of {@code stances.tsv}.
 */
final class Stances {

  private static final int NEAR = 5;

  private final Map<String, String> directions;

  private Stances(Map<String, String> directions) {
    this.directions = Map.copyOf(directions);
  }

  static Stances load() {
    Map<String, String> directions = new HashMap<>();
    Lexicon.rows("stances", row -> directions.put(row[0], row[1]));
    return new Stances(directions);
  }

  List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (int i = 0; i + 1 < text.size(); i++) {
      String direction = text.is(i, Tag.VERB) ? directions.get(verb(text, i)) : null;
      if (direction == null || clause.isSupposed(i)) {
        continue;
      }
      int from = directions.containsKey(text.lemma(i)) ? i + 1 : i + 2;
      int end = from < text.sentenceOf(i).last() ? clause.clauseEnd(from) : from;
      List<String> matter = from < end ? near(clause.stems(from, end)) : List.of();
      if (!matter.isEmpty()) {
        boolean negated = negated(text, i);
        found.add(
            clause.assertion(
                Facet.POSITION,
                matter,
                text.span(from, end).of(text.text()).replaceAll("\\s+", " "),
                i,
                end,
                List.of(negated ? opposite(direction) : direction),
                List.of(),
                false));
      }
    }
    return found;
  }

  /** What stands next to the verb says what it is about. */
  private static List<String> near(List<String> stems) {
    return stems.subList(0, Math.min(NEAR, stems.size()));
  }

  /** The verb with its particle where the table has both: <i>call for, rule out</i>. */
  private String verb(TaggedText text, int i) {
    String together = text.lemma(i) + " " + text.lower(i + 1);
    return directions.containsKey(together) ? together : text.lemma(i);
  }

  private static String opposite(String direction) {
    return direction.equals("for") ? "against" : "for";
  }

  private static boolean negated(TaggedText text, int verb) {
    for (int i = verb - 1;
        i >= text.sentenceOf(verb).first()
            && (text.is(i, Tag.AUX) || text.is(i, Tag.ADV) || text.is(i, Tag.PART));
        i--) {
      if (text.is(i, "not") || text.is(i, "n't") || text.is(i, "n’t") || text.is(i, "never")) {
        return true;
      }
    }
    return false;
  }
}
