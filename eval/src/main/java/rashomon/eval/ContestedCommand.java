package rashomon.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rashomon eval contested}. */
@Command(
    name = "contested",
    description =
        "What is contested: figures and points against gold that people made. The last line is one JSON object.",
    mixinStandardHelpOptions = true)
final class ContestedCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "An event with its gold.json, or a folder of such events.")
  private Path path = Path.of("");

  @Mixin private Gear gear = new Gear();

  @Override
  public Integer call() throws IOException {
    return Printed.score(Scoreboard.CONTESTED, path, gear, spec);
  }
}
