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
 * What state something is in, where the state has an opposite: <i>remained closed</i>, <i>was
 * open</i>, <i>is alive</i>.
 */
final class States {

  private static final Set<String> LINKING =
      Set.of("be", "remain", "stay", "become", "keep", "stand");

  private States() {}

  static List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (int i = 2; i < text.size(); i++) {
      boolean linked = text.is(i, Tag.ADJ) && links(text, i);
      boolean done =
          text.is(i, Tag.VERB)
              && (text.lower(i).endsWith("ed") && links(text, i) || text.lower(i).startsWith("re"));
      if (!linked && !done) {
        continue;
      }
      String word = done ? clause.lexicon.verbLemma(text.word(i)) : text.lower(i);
      String bare =
          done && word.startsWith("re") && clause.lexicon.isVerb(word.substring(2))
              ? word.substring(2)
              : word;
      List<String> against =
          clause.lexicon.opposites(bare).stream().map(clause::stemOf).distinct().sorted().toList();
      NounPhrase topic = against.isEmpty() ? null : topic(clause, i);
      if (topic != null) {
        boolean negated = text.is(i - 1, "not") || text.is(i - 1, "never") || text.is(i - 2, "not");
        found.add(
            clause.assertion(
                Facet.STATUS,
                topic,
                start(text, i),
                i + 1,
                List.of(clause.stemOf(bare)),
                against,
                negated));
      }
    }
    return found;
  }

  private static boolean links(TaggedText text, int i) {
    int at = i - 1;
    while (at > 0 && (text.is(at, Tag.ADV) || text.is(at, "not"))) {
      at--;
    }
    return (text.is(at, Tag.AUX) || text.is(at, Tag.VERB)) && LINKING.contains(text.lemma(at));
  }

  private static int start(TaggedText text, int i) {
    int first = i;
    while (first > 0
        && i - first < 4
        && (text.is(first - 1, Tag.AUX)
            || text.is(first - 1, Tag.ADV)
            || text.is(first - 1, Tag.VERB)
            || text.is(first - 1, "to")
            || text.is(first - 1, "not"))) {
      first--;
    }
    return Math.max(first, text.sentenceOf(i).first());
  }

  /**
   * The subject where it is a place, which can be open or closed as a thing can; else what the
   * clause is about.
   */
  private static @Nullable NounPhrase topic(Clause clause, int i) {
    int start = start(clause.text, i);
    return start == 0
        ? null
        : clause
            .phrases
            .at(start - 1)
            .filter(
                phrase ->
                    clause.text.is(phrase.head(), Tag.NOUN)
                        && clause.lexicon.kind(clause.text.lemma(phrase.head())).equals("location"))
            .orElseGet(() -> clause.topicBefore(start));
  }
}
