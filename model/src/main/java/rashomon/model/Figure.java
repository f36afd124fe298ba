package rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * A quantity a report gives.
 *
 * @param span the words that give it, its noun included
 * @param low the least value it allows as stated, null where open; <i>more than 50 people</i> is 51
 *     and null
 * @param high the greatest value it allows as stated, null where open
 * @param exact whether the words give a value rather than a vague numeral (<i>dozens</i>) or a
 *     hedge (<i>about</i>)
 * @param unit what the number counts in: people, km, USD, percent
 * @param measure what is counted
 * @param scope who or where, null where the words do not say
 * @param party who it is attributed to, null in the report's own voice
 * @param asOf the days it holds for, null where not given
 * @param statement the statement whose content gives it
 */
public record Figure(
    FigureId id,
    ReportId report,
    Span span,
    @Nullable Double low,
    @Nullable Double high,
    boolean exact,
    String unit,
    Measure measure,
    @Nullable String scope,
    @Nullable PartyId party,
    @Nullable DateRange asOf,
    @Nullable StatementId statement) {

  /** The same, given by the statement of another id. */
  public Figure of(@Nullable StatementId other) {
    return new Figure(id, report, span, low, high, exact, unit, measure, scope, party, asOf, other);
  }
}
