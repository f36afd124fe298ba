package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Tag;

/**
 * What has been done to something, or not, or not yet: <i>released the names</i>, <i>the names were
 * not released</i>, <i>the names will be released</i>.
 */
final class Doings {

  private static final Set<String> LIGHT =
      Set.of(
          "be", "have", "do", "make", "take", "get", "go", "come", "say", "tell", "see", "know",
          "want", "give", "put", "let");
  private static final Set<String> MODAL =
      Set.of("would", "could", "should", "might", "may", "must", "can");

  private Doings() {}

  static List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (int i = 1; i < text.size(); i++) {
      if (!text.is(i, Tag.VERB) || LIGHT.contains(text.lemma(i)) || clause.isSupposed(i)) {
        continue;
      }
      boolean negated = false;
      boolean passive = false;
      boolean modal = text.is(i - 1, "to");
      int first = i;
      while (first > text.sentenceOf(i).first()
          && (text.is(first - 1, Tag.AUX)
              || text.is(first - 1, Tag.ADV)
              || text.is(first - 1, Tag.PART))) {
        first--;
        negated |=
            text.is(first, "not")
                || text.is(first, "n't")
                || text.is(first, "n’t")
                || text.is(first, "never");
        passive |=
            text.is(first, Tag.AUX)
                && text.lemma(first).equals("be")
                && !text.lower(i).endsWith("ing");
        modal |= MODAL.contains(text.lower(first));
        negated |= text.is(first, "will");
      }
      NounPhrase thing = modal ? null : passive ? subject(clause, first) : object(clause, i + 1);
      if (thing != null) {
        int from = passive ? thing.first() : first;
        int to = passive ? i + 1 : thing.last();
        found.add(
            clause.assertion(
                Facet.DENIAL,
                thing,
                from,
                to,
                List.of(clause.stemOf(text.lemma(i))),
                List.of(),
                negated));
      }
    }
    return found;
  }

  private static @Nullable NounPhrase subject(Clause clause, int end) {
    return clause
        .phrases
        .at(end - 1)
        .filter(p -> p.last() == end && clause.isTopic(p))
        .orElse(null);
  }

  private static @Nullable NounPhrase object(Clause clause, int first) {
    return clause
        .phrases
        .at(first)
        .filter(p -> p.first() == first && clause.isTopic(p))
        .orElse(null);
  }
}
