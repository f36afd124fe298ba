package rashomon.eval;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rashomon.app.Subcommand;

/** {@code rashomon eval}. */
@Command(
    name = "eval",
    description = "Measures the program against annotated data.",
    subcommands = {
      AttributionCommand.class,
      ContestedCommand.class,
      GateCommand.class,
      BenchCommand.class,
      CalibrationCommand.class,
      ErrorsCommand.class,
      QuotationsCommand.class,
      TrainingDataCommand.class,
      PairDataCommand.class,
      PageDataCommand.class,
      CopiesCommand.class,
      ClusteringCommand.class,
      ExtractionCommand.class,
      PlacingCommand.class,
      RoadCommand.class,
      AnswersCommand.class,
      EntailmentCommand.class,
      GenerateCommand.class,
      InventedCommand.class
    })
public final class EvalCommand implements Subcommand {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli did not set the spec");
    }
    throw new ParameterException(spec.commandLine(), "no scoreboard given");
  }
}
