package rashomon.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import rashomon.model.Rejection;

/** What the commands print. */
final class Printed {

  private Printed() {}

  /** Rows for a person, then one JSON object. */
  static int score(Scoreboard scoreboard, Path path, Gear gear, @Nullable CommandSpec spec)
      throws IOException {
    require(scoreboard, path, spec);
    return result(scoreboard.run(path, gear.extractor(out(spec))), spec);
  }

  /** Wrong usage where a path has no data of this kind. */
  static void require(Scoreboard scoreboard, Path path, @Nullable CommandSpec spec)
      throws IOException {
    if (!scoreboard.isIn(path)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "no annotated data in " + path + ": " + scoreboard.needs());
    }
  }

  static int result(Scoreboard.Result result, @Nullable CommandSpec spec) {
    PrintWriter out = out(spec);
    result.rows().forEach(out::println);
    out.println(result.line());
    out.flush();
    return 0;
  }

  /** A line for each row that cannot be used. The exit code says that nothing was done. */
  static int rejected(List<Rejection> rejected, @Nullable CommandSpec spec) {
    rejected.forEach(
        rejection ->
            problem(
                rejection.file() + ": " + rejection.why() + " [" + rejection.code() + "]", spec));
    return 1;
  }

  /** One line beside the output. The exit code says that nothing was done. */
  static int problem(String sentence, @Nullable CommandSpec spec) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("rashomon: " + sentence);
    err.flush();
    return 1;
  }

  static PrintWriter out(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec, "picocli did not set the spec").commandLine().getOut();
  }
}
