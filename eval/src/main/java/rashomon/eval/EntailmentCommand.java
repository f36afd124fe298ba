package rashomon.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.app.Console;

/** {@code rashomon eval entailment}. */
@Command(
    name = "entailment",
    description =
        "Whether one sentence follows from another, contradicts it, or neither: accuracy, and precision, recall and"
            + " F1 of contradiction, on a table of pairs. The last line is one JSON object.",
    mixinStandardHelpOptions = true)
final class EntailmentCommand implements Callable<Integer> {

  private static final int PROGRESS_FROM = 1000;
  private static final int PROGRESS_EVERY = 100;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.csv",
      description = "A table with the columns premise, hypothesis and label.")
  private Path path = Path.of("");

  @Option(
      names = "--kept",
      description = "Only the half, by a hash of the premise, that pair-data marks as kept.")
  private boolean kept;

  @Option(
      names = "--model",
      paramLabel = "FILE.onnx",
      description = "Another model than the program's, as training/export.py writes it.")
  private @Nullable Path model;

  @Override
  public Integer call() throws IOException {
    Printed.require(Scoreboard.ENTAILMENT, path, spec);
    PairTable table = PairTable.read(path);
    if (!table.rejected().isEmpty()) {
      return Printed.rejected(table.rejected(), spec);
    }
    Optional<Entailment> loaded = model == null ? Entailment.load() : read(model);
    if (loaded.isEmpty()) {
      return Printed.problem(Entailment.ABSENT + ".", spec);
    }
    List<LabelledPair> pairs =
        table.pairs().stream().filter(pair -> !kept || pair.inSecondHalf()).toList();
    return Printed.result(score(pairs, loaded.get(), progress(pairs.size())).result(), spec);
  }

  /** Scores a model on pairs; tells {@code done} after each how many are done. */
  static EntailmentScore score(List<LabelledPair> pairs, Entailment model, IntConsumer done) {
    AtomicInteger finished = new AtomicInteger();
    List<Inference> said =
        pairs.parallelStream()
            .map(
                pair -> {
                  Inference best = model.of(pair.premise(), pair.hypothesis()).best();
                  done.accept(finished.incrementAndGet());
                  return best;
                })
            .toList();
    return new EntailmentScore(pairs.stream().map(LabelledPair::label).toList(), said);
  }

  private static Optional<Entailment> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(Entailment.read(in));
    }
  }

  private static IntConsumer progress(int pairs) {
    Console console = Console.system();
    if (!console.errTerminal() || pairs < PROGRESS_FROM) {
      return done -> {};
    }
    return done -> {
      if (done == pairs) {
        console.progress("");
      } else if (done % PROGRESS_EVERY == 0) {
        console.progress("Read " + done + " of " + pairs + " pairs");
      }
    };
  }
}
