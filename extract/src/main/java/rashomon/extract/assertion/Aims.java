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
 * What something is meant to achieve: <i>aims to</i>, <i>designed to</i>, <i>serves two goals:
 * …</i>, <i>… is the objective</i>.
 */
final class Aims {

  private static final Set<String> VERBS =
      Set.of("aim", "design", "intend", "mean", "seek", "hope");
  private static final Set<String> NOUNS =
      Set.of("aim", "goal", "objective", "purpose", "intention", "target");

  private Aims() {}

  static List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (int i = 1; i + 2 < text.size(); i++) {
      boolean verb =
          (text.is(i, Tag.VERB) || text.is(i, Tag.ADJ) || text.is(i, Tag.NOUN))
              && VERBS.contains(clause.lexicon.verbLemma(text.word(i)))
              && goalFollows(text, i + 1);
      Assertion one =
          verb
              ? verbal(clause, i)
              : text.is(i, Tag.NOUN) && NOUNS.contains(text.lemma(i)) ? nominal(clause, i) : null;
      if (one != null && !clause.isSupposed(i)) {
        found.add(one);
      }
    }
    return found;
  }

  private static boolean goalFollows(TaggedText text, int i) {
    int at = text.is(i, Tag.ADV) ? i + 1 : i;
    return text.is(at, "to")
        || text.is(at, "at")
            && at + 1 < text.size()
            && (text.lower(at + 1).endsWith("ing") || text.is(at + 1, Tag.DET));
  }

  private static Assertion verbal(Clause clause, int verb) {
    TaggedText text = clause.text;
    int from = text.is(verb + 1, Tag.ADV) ? verb + 3 : verb + 2;
    return clause.assertion(
        Facet.AIM,
        clause.topicBefore(verb),
        verb,
        end(clause, from),
        clause.stems(from, end(clause, from)),
        List.of(),
        false);
  }

  /** The goal ends with its clause; a second goal joined by <i>and</i> belongs to it. */
  private static int end(Clause clause, int from) {
    return from < clause.text.sentenceOf(from - 1).last() ? clause.clauseEnd(from) : from;
  }

  private static @Nullable Assertion nominal(Clause clause, int noun) {
    TaggedText text = clause.text;
    NounPhrase phrase = clause.phrases.at(noun).orElse(null);
    if (phrase == null || phrase.head() != noun) {
      return null;
    }
    int last = text.sentenceOf(noun).last();
    int after = phrase.last();
    if (text.is(after, ":") && after + 1 < last) {
      return answer(
          clause, clause.topicBefore(phrase.first()), after + 1, clause.clauseEnd(after + 1));
    }
    int be = be(text, after, Math.min(last, after + 8));
    if (be > 0 && text.is(be + 1, "to")) {
      NounPhrase of =
          text.is(after, Tag.ADP)
              ? clause.phrases.at(after + 1).filter(clause::isTopic).orElse(null)
              : text.is(phrase.first(), "its") ? clause.topicBefore(noun) : null;
      return answer(clause, of, be + 2, clause.clauseEnd(be + 2));
    }
    boolean predicate =
        text.is(phrase.first() - 1, Tag.AUX) && text.lemma(phrase.first() - 1).equals("be");
    if (predicate && !text.is(after, Tag.ADP)) {
      return subject(clause, phrase);
    }
    return null;
  }

  /** <i>The return of the crew is the first objective</i>: the subject is the goal. */
  private static @Nullable Assertion subject(Clause clause, NounPhrase goal) {
    TaggedText text = clause.text;
    int end = goal.first() - 1;
    int first = end;
    while (first > text.sentenceOf(end).first()
        && (clause.phrases.at(first - 1).isPresent() || text.is(first - 1, "of"))) {
      first--;
    }
    return first < end && !text.is(first, Tag.PRON) ? answer(clause, null, first, end) : null;
  }

  private static int be(TaggedText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.is(i, Tag.AUX) && text.lemma(i).equals("be")) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Assertion answer(
      Clause clause, @Nullable NounPhrase topic, int first, int last) {
    return first >= last
        ? null
        : clause.assertion(
            Facet.AIM, topic, first, last, clause.stems(first, last), List.of(), false);
  }
}
