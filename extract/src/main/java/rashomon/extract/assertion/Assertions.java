package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Statement;
import rashomon.model.TimeExpression;

/** Finds everything in a report that could answer a question. Immutable once loaded. */
public final class Assertions {

  private final Lexicon lexicon;
  private final Extents extents;
  private final Stances stances;

  private Assertions(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.extents = Extents.load();
    this.stances = Stances.load();
  }

  public static Assertions load(Lexicon lexicon) {
    return new Assertions(lexicon);
  }

  /** All assertions of a text, in the order of their words. */
  public List<Assertion> find(
      TaggedText text,
      NounPhrases phrases,
      List<Statement> statements,
      List<TimeExpression> times) {
    Clause clause = new Clause(text, phrases, lexicon, statements);
    List<Assertion> found = new ArrayList<>(Aims.of(clause));
    found.addAll(extents.of(clause));
    found.addAll(States.of(clause));
    found.addAll(Moments.of(clause, times));
    found.addAll(Namings.of(clause, statements));
    found.addAll(Prospects.of(clause));
    found.addAll(Doings.of(clause));
    found.addAll(Causes.of(clause));
    found.addAll(Responsibilities.of(clause));
    found.addAll(stances.of(clause));
    found.addAll(Identities.of(clause));
    found.addAll(Wheres.of(clause));
    found.addAll(Propositions.of(clause, statements));
    found.sort(Comparator.comparing(Assertion::span).thenComparing(Assertion::facet));
    return found;
  }
}
