package rashomon.model;

import java.util.List;

/**
 * Everything one report says. Its ids hold within it alone, and its report is {@code r1}.
 *
 * @param codebook the name of the codebook by which vague numerals were read
 */
public record Reading(
    Report report,
    Engine engine,
    String codebook,
    List<Token> tokens,
    Meanings meanings,
    List<Party> parties,
    List<Statement> statements,
    List<TimeExpression> times,
    List<Figure> figures,
    List<Assertion> assertions) {

  public Reading {
    tokens = List.copyOf(tokens);
    parties = List.copyOf(parties);
    statements = List.copyOf(statements);
    times = List.copyOf(times);
    figures = List.copyOf(figures);
    assertions = List.copyOf(assertions);
  }

  /** The same words, with this found in them. */
  public Reading with(
      List<Party> parties,
      List<Statement> statements,
      List<TimeExpression> times,
      List<Figure> figures,
      List<Assertion> assertions) {
    return new Reading(
        report,
        engine,
        codebook,
        tokens,
        meanings,
        parties,
        statements,
        times,
        figures,
        assertions);
  }
}
