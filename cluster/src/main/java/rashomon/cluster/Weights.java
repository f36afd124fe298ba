package rashomon.cluster;

/**
 * A logistic regression over pairs of reports. The bias is such that 0 is where precision over
 * events left out is well above recall. Made by {@code rashomon eval clustering --fit}.
 */
final class Weights {

  static final double BIAS = -4.5;
  static final double WORDS = 6.96;
  static final double LEADS = 8.61;
  static final double TIME = -1.13;

  private Weights() {}
}
