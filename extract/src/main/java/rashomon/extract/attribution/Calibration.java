package rashomon.extract.attribution;

import java.util.HashMap;
import java.util.Map;
import rashomon.extract.text.Lexicon;
import rashomon.model.Engine;

/**
 * Turns what an engine thinks of a statement into how often such statements are right, by Platt's
 * method (1999): a logistic curve for each engine, one for statements with a cue and one for
 * quotations without. The curves were fitted on articles held out of training; {@code rashomon eval
 * calibration} fits and measures them.
 */
public final class Calibration {

  /** Log odds of being right: intercept + slope × log odds of what the engine thinks. */
  public record Curve(double intercept, double slope) {

    double at(double probability) {
      return 1 / (1 + Math.exp(-intercept - slope * odds(probability)));
    }
  }

  private static final double NEAREST = 1e-6;

  private final Map<String, Curve> curves = new HashMap<>();

  private Calibration() {}

  static Calibration load() {
    Calibration calibration = new Calibration();
    Lexicon.rows(
        "confidence",
        row ->
            calibration.curves.put(
                row[0], new Curve(Double.parseDouble(row[1]), Double.parseDouble(row[2]))));
    return calibration;
  }

  /** The name of a curve in the table. */
  public static String kind(Engine engine, boolean cue) {
    return (engine == Engine.TRAINED ? "trained" : "fast") + (cue ? " cue" : " quotation");
  }

  /** Log odds of a probability, which is kept a little away from 0 and 1. */
  public static double odds(double probability) {
    double kept = Math.clamp(probability, NEAREST, 1 - NEAREST);
    return Math.log(kept / (1 - kept));
  }

  /** To two places: more would say more than is known. */
  double of(Engine engine, boolean cue, double probability) {
    Curve curve = curves.get(kind(engine, cue));
    double calibrated = curve == null ? probability : curve.at(probability);
    return Math.round(calibrated * 100) / 100.0;
  }
}
