package rashomon.cluster;

/**
 * A logistic regression over pairs of reports: what speaks for their telling of one event, as log
 * odds. The bias is raised so that 0 is where stories join.
 */
public record Weights(double bias, double words, double leads, double time) {

  /** As {@code rashomon eval clustering --fit} finds them. */
  public static final Weights FITTED = new Weights(-4.222, 6.685, 8.017, -1.154);

  /** No one pair speaks louder than this, for or against. */
  private static final double MOST = 5;

  /**
   * Above 0 where two reports tell of one event; from -5 to 5. Reports that name nobody and nothing
   * alike never speak for each other, however alike their words: two earthquakes are told in the
   * same words.
   */
  double score(Likeness likeness) {
    double score = apart(likeness) + time * likeness.features()[2];
    return Math.max(-MOST, Math.min(likeness.strangers() ? 0 : MOST, score));
  }

  /** The same, had they been published at one time, and without bounds. */
  double apart(Likeness likeness) {
    double[] features = likeness.features();
    return bias + words * features[0] + leads * features[1];
  }
}
