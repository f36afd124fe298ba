package rashomon.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.app.Engines;
import rashomon.eval.Floors.Standing;
import rashomon.eval.Floors.Verdict;

/** {@code rashomon eval gate}. */
@Command(
    name = "gate",
    description =
        "Fails (exit code 1) where a measure is under its floor by more than the margin, or where the data is"
            + " not the data that the floor was set on. Skips, and says so, what it has no data for.",
    mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "The folder that has data/attribution/polnear/dev and" + " data/contested/dev.")
  private Path path = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Printed.out(spec);
    int code = run(Floors.read(), path, out);
    out.flush();
    return code;
  }

  /** 0 where every scoreboard that has data holds its floors, else 1. */
  static int run(List<Floors> all, Path path, PrintWriter out) throws IOException {
    boolean held = true;
    for (Floors floors : all) {
      held &= holds(floors, path.resolve(floors.data()), out);
    }
    out.println(held ? "No measure is under its floor." : "The gate is shut.");
    return held ? 0 : 1;
  }

  private static boolean holds(Floors floors, Path data, PrintWriter out) throws IOException {
    Scoreboard scoreboard = Scoreboard.valueOf(floors.scoreboard().toUpperCase(Locale.ROOT));
    if (!scoreboard.isIn(data)) {
      out.println(floors.scoreboard() + ": skipped, there is no " + data);
      return true;
    }
    String checksum = Checksum.of(data);
    if (!checksum.equals(floors.checksum())) {
      out.println(
          floors.scoreboard()
              + ": "
              + data
              + " is not the data that the floors were set on: its checksum is "
              + checksum
              + ", theirs "
              + floors.checksum());
      return false;
    }
    List<Verdict> verdicts =
        floors.judge(scoreboard.run(data, Engines.load(floors.engine(), out::println)).measures());
    out.println(
        floors.scoreboard()
            + ", engine "
            + floors.engine().name().toLowerCase(Locale.ROOT)
            + ", floors of "
            + floors.history().getLast().date()
            + ", margin "
            + floors.margin()
            + (floors.note() == null ? "" : "; " + floors.note()));
    verdicts.forEach(verdict -> out.println(row(verdict)));
    return verdicts.stream().noneMatch(verdict -> verdict.standing() == Standing.UNDER);
  }

  private static String row(Verdict verdict) {
    String value =
        verdict
            .value()
            .map(measured -> String.format(Locale.ROOT, "%.3f", measured))
            .orElse("  -  ");
    String said =
        switch (verdict.standing()) {
          case UNDER -> "under its floor";
          case HELD -> "";
          case ABOVE -> "the floor could be raised";
        };
    return String.format(
            Locale.ROOT,
            "  %-22s %s  floor %.3f  %s",
            verdict.measure(),
            value,
            verdict.floor(),
            said)
        .stripTrailing();
  }
}
