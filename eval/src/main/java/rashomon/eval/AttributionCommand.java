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

/** {@code rashomon eval attribution}. */
@Command(
    name = "attribution",
    description =
        "Who said what: F1 of sources, cues and contents on a split of PolNeAR. The last line is one JSON object.",
    mixinStandardHelpOptions = true)
final class AttributionCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "A split of PolNeAR: a folder with text/ and attributions/.")
  private Path path = Path.of("");

  @Mixin private Gear gear = new Gear();

  @Override
  public Integer call() throws IOException {
    return Printed.score(Scoreboard.ATTRIBUTION, path, gear, spec);
  }
}
