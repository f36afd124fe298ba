package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Tag;

/**
 * What a party calls something: <i>described the raid as …</i>, <i>called it …</i>, <i>condemned
 * the raid as …</i>.
 */
final class Namings {

  private static final Set<String> CALLING =
      Set.of("call", "label", "brand", "dub", "term", "deem");

  private Namings() {}

  static List<Assertion> of(Clause clause, List<Statement> statements) {
    List<Assertion> found = new ArrayList<>();
    for (Statement statement : statements) {
      Assertion one = statement.cue() == null ? null : naming(clause, statement, statement.cue());
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  private static @Nullable Assertion naming(Clause clause, Statement statement, Span cue) {
    TaggedText text = clause.text;
    Span content = statement.content().getFirst();
    int first = text.tokenAt(content.start());
    int last = text.tokenAfter(content.end());
    int verb = text.tokenAfter(cue.end()) - 1;
    NounPhrase topic = clause.phrases.at(first).filter(p -> p.first() == first).orElse(null);
    if (topic == null || first < verb) {
      return null;
    }
    int as = first;
    while (as < last && !text.is(as, "as")) {
      as++;
    }
    if (as < last - 1) {
      return answer(clause, topic, as + 1, last);
    }
    if (!CALLING.contains(text.lemma(verb))) {
      return null;
    }
    boolean second =
        topic.last() < last && !text.is(topic.last(), Tag.ADP) && !text.is(topic.last(), Tag.PUNCT)
            || text.is(topic.last(), Tag.PUNCT) && topic.last() + 2 < last;
    return second
        ? answer(clause, topic, topic.last(), last)
        : relative(clause, statement, first, last);
  }

  /**
   * <i>A move that his team has called a breach of protocol</i>: what is called so stands before
   * <i>that</i>.
   */
  private static @Nullable Assertion relative(
      Clause clause, Statement statement, int first, int last) {
    if (statement.source() == null) {
      return null;
    }
    int that = clause.text.tokenAt(statement.source().start()) - 1;
    boolean joined = clause.text.is(that, "that") || clause.text.is(that, "which");
    NounPhrase meant =
        joined ? clause.phrases.at(that - 1).filter(clause::isTopic).orElse(null) : null;
    int end = Math.min(last, clause.clauseEnd(first));
    return meant == null
        ? null
        : clause.assertion(
            Facet.CHARACTERISATION, meant, first, end, clause.stems(first, end), List.of(), false);
  }

  private static @Nullable Assertion answer(Clause clause, NounPhrase topic, int first, int last) {
    boolean pronoun = !clause.isTopic(topic);
    NounPhrase meant = pronoun ? clause.topicBefore(topic.first()) : topic;
    int end = Math.min(last, clause.clauseEnd(first));
    return meant == null || end <= first
        ? null
        : clause.assertion(
            Facet.CHARACTERISATION, meant, first, end, clause.stems(first, end), List.of(), false);
  }
}
