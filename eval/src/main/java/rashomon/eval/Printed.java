package rashomon.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands print. */
final class Printed {

  private Printed() {}

  /** Rows for a person, then one JSON object. */
  static int score(Scoreboard scoreboard, Path path, Gear gear, @Nullable CommandSpec spec)
      throws IOException {
    PrintWriter out = out(spec);
    if (!scoreboard.isIn(path)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "no annotated data in " + path + ": " + scoreboard.needs());
    }
    Scoreboard.Result result = scoreboard.run(path, gear.extractor(out));
    result.rows().forEach(out::println);
    out.println(result.line());
    out.flush();
    return 0;
  }

  static PrintWriter out(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec, "picocli did not set the spec").commandLine().getOut();
  }
}
