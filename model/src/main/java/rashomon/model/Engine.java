package rashomon.model;

/** What found a report's statements. */
public enum Engine {
  /** Rules alone: five times as fast. */
  FAST,
  /** The trained model, and rules where they are right more often. */
  TRAINED
}
