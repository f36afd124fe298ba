package rashomon.version;

import rashomon.model.Span;

/** Words in which an outlet says what it did to its own report. */
public record Notice(Kind kind, Span span) {

  /** What was done. */
  public enum Kind {
    /** Something was wrong and is right now. */
    CORRECTION,
    /** Something could be misread. */
    CLARIFICATION,
    /** Newer copy: a writethru, an update, words added. */
    UPDATE,
    /** The report no longer stands: withdrawn, retracted, killed. */
    WITHDRAWAL,
    /** A note of the editors about something else. */
    NOTE
  }
}
