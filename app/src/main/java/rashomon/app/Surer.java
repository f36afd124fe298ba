package rashomon.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rashomon.model.Figure;
import rashomon.model.Reading;
import rashomon.model.Statement;
import rashomon.model.StatementId;

/** Leaves out of a reading what is not sure enough. */
final class Surer {

  private Surer() {}

  /**
   * A reading without the statements less probable than {@code least}, and without the figures and
   * assertions that are known from those alone. What lies within a statement left out stands for
   * itself.
   */
  static Reading atLeast(double least, Reading reading) {
    return with(s -> s.confidence() >= least, reading);
  }

  /** The same with those of its statements alone that are chosen. */
  static Reading with(Predicate<Statement> chosen, Reading reading) {
    List<Statement> kept = reading.statements().stream().filter(chosen).toList();
    if (kept.size() == reading.statements().size()) {
      return reading;
    }
    Map<StatementId, StatementId> ids = new LinkedHashMap<>();
    kept.forEach(s -> ids.put(s.id(), new StatementId(ids.size() + 1)));
    List<Figure> figures =
        reading.figures().stream()
            .filter(f -> isKept(f.statement(), ids))
            .map(f -> f.of(renamed(f.statement(), ids)))
            .toList();
    return new Reading(
        reading.report(),
        reading.engine(),
        reading.codebook(),
        reading.tokens(),
        reading.meanings(),
        reading.parties(),
        kept.stream()
            .map(s -> s.under(ids.getOrDefault(s.id(), s.id()), renamed(s.within(), ids)))
            .toList(),
        reading.times(),
        figures,
        reading.assertions().stream()
            .filter(a -> isKept(a.statement(), ids))
            .map(a -> a.of(renamed(a.statement(), ids)))
            .toList());
  }

  private static boolean isKept(
      @Nullable StatementId statement, Map<StatementId, StatementId> ids) {
    return statement == null || ids.containsKey(statement);
  }

  private static @Nullable StatementId renamed(
      @Nullable StatementId statement, Map<StatementId, StatementId> ids) {
    return statement == null ? null : ids.get(statement);
  }
}
