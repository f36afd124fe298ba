package rashomon.model;

/** Who gives an answer: a party, or a report in its own voice. */
public sealed interface Holder {

  /** A party, in words attributed to it. */
  record ByParty(PartyId party) implements Holder {}

  /** A report, in its own voice. */
  record ByReport(ReportId report) implements Holder {}
}
