package rashomon.model;

/**
 * A passage that one report has from another, word for word or nearly so: {@code span} of {@code
 * report} repeats {@code source} of {@code from}. {@code known} says what tells the direction.
 */
public record Copy(ReportId report, Span span, ReportId from, Span source, Direction known) {

  /** What tells which of two passages was first. */
  public enum Direction {
    /** The one was published earlier. */
    TIME,
    /** The other credits the outlet of the one. */
    CREDIT,
    /** Nothing does: the order of the reports was taken. */
    NONE
  }
}
