package rashomon.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.eval.Reliability.Judged;
import rashomon.extract.Extractor;
import rashomon.extract.attribution.Calibration.Curve;

/** {@code rashomon eval calibration}. */
@Command(
    name = "calibration",
    description =
        "Whether statements are right as often as their confidence says, on a split of PolNeAR, and the curves"
            + " that would make them so. The last line is one JSON object.",
    mixinStandardHelpOptions = true)
final class CalibrationCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "A split of PolNeAR: a folder with text/ and attributions/.")
  private Path path = Path.of("");

  @Mixin private Gear gear = new Gear();

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Only every N-th article, the first included: 20 gives those held out of training.")
  private int every = 1;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Printed.out(spec);
    Extractor extractor = gear.extractor(out);
    List<Judged> judged = new ArrayList<>();
    List<Brat> articles = Brat.readSplit(path);
    for (int i = 0; i < articles.size(); i += every) {
      Brat article = articles.get(i);
      judged.addAll(
          Reliability.judge(
              article, Scoreboard.statements(path, article, extractor), gear.engine()));
    }
    Reliability.rows(judged).forEach(out::println);
    Reliability.byKind(judged)
        .forEach(
            (kind, some) -> {
              Curve curve = Reliability.fit(some);
              out.println(
                  String.format(
                      Locale.ROOT,
                      "%-18s %5d statements, error %.3f; best curve on them: intercept %.3f, slope %.3f",
                      kind,
                      some.size(),
                      Reliability.error(some),
                      curve.intercept(),
                      curve.slope()));
            });
    out.println(
        String.format(
            Locale.ROOT,
            "{\"statements\": %d, \"calibration_error\": %.3f}",
            judged.size(),
            Reliability.error(judged)));
    out.flush();
    return 0;
  }
}
