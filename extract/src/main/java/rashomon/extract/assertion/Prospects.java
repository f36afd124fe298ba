package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Tag;

/** What something will or would do, by somebody’s account: <i>such a deal would allow …</i>. */
final class Prospects {

  private Prospects() {}

  static List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (int i = 1; i + 1 < text.size(); i++) {
      boolean modal =
          text.is(i, "would")
              || text.is(i, "could")
              || text.is(i, "will")
              || text.is(i, "may")
              || text.is(i, "might");
      if (!modal || !text.is(i, Tag.AUX)) {
        continue;
      }
      NounPhrase subject = subject(clause, i);
      int verb = i + 1;
      while (verb < text.size() && text.is(verb, Tag.ADV)) {
        verb++;
      }
      boolean acts = text.is(verb, Tag.VERB) || text.is(verb, "be");
      if (subject != null && acts && verb < text.sentenceOf(i).last()) {
        int end = clause.clauseEnd(verb);
        boolean negated = text.is(i + 1, "not");
        found.add(
            clause.assertion(
                Facet.OTHER, subject, i, end, clause.stems(verb, end), List.of(), negated));
      }
    }
    return found;
  }

  private static @Nullable NounPhrase subject(Clause clause, int modal) {
    TaggedText text = clause.text;
    int before =
        text.is(modal - 1, "that") || text.is(modal - 1, "which") || text.is(modal - 1, Tag.ADV)
            ? modal - 2
            : modal - 1;
    return clause
        .phrases
        .at(before)
        .filter(p -> p.last() == before + 1 && clause.isTopic(p))
        .orElse(null);
  }
}
