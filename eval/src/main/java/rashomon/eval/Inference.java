package rashomon.eval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a hypothesis stands to its premise. The order is the model's order of scores. */
enum Inference {
  ENTAILMENT,
  NEUTRAL,
  CONTRADICTION;

  static final List<Inference> ALL = List.of(values());

  /** The one of a name as tables of pairs write it. */
  static Optional<Inference> named(String label) {
    return ALL.stream().filter(inference -> inference.label().equals(label)).findFirst();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
