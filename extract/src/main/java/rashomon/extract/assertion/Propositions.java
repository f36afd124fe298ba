package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;

/**
 * Every statement and every sentence of narration as a whole, by the stems of its words and whether
 * it is negated.
 */
final class Propositions {

  private static final Set<String> NEGATIONS =
      Set.of("not", "n't", "never", "no", "cannot", "nothing", "nobody", "neither");

  private Propositions() {}

  static List<Assertion> of(Clause clause, List<Statement> statements) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (Statement statement : statements) {
      Span part = statement.content().getFirst();
      int first = text.tokenAt(part.start());
      int last = Math.min(text.tokenAfter(part.end()), text.sentenceOf(first).last());
      proposition(clause, first, last, statement, found);
    }
    for (Sentence sentence : text.sentences()) {
      if (clause.isNarration(sentence)) {
        proposition(clause, sentence.first(), sentence.last(), null, found);
      }
    }
    return found;
  }

  private static void proposition(
      Clause clause, int first, int last, @Nullable Statement statement, List<Assertion> found) {
    List<String> stems = clause.stems(first, last);
    if (stems.size() < 2 || stems.size() > 40) {
      return;
    }
    boolean negated = false;
    for (int i = first; i < last; i++) {
      negated |= NEGATIONS.contains(clause.text.lower(i)) || clause.text.lemma(i).equals("deny");
    }
    negated ^= statement != null && statement.denied();
    found.add(
        new Assertion(
            new ReportId(1),
            Facet.OTHER,
            stems,
            "",
            clause.text.span(first, last),
            stems,
            List.of(),
            negated,
            statement == null ? null : statement.party(),
            statement == null ? null : statement.id()));
  }
}
