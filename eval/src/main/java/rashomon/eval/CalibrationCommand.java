package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.eval.Reliability.Judged;
import rashomon.extract.Extractor;
import rashomon.extract.attribution.Calibration.Curve;
import rashomon.model.Statement;

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
    if (!Scoreboard.CALIBRATION.isIn(path)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "no annotated data in " + path + ": " + Scoreboard.CALIBRATION.needs());
    }
    PrintWriter out = Printed.out(spec);
    Scoreboard.Result result = run(path, every, gear.extractor(out));
    result.rows().forEach(out::println);
    out.println(result.line());
    out.flush();
    return 0;
  }

  static Scoreboard.Result run(Path path, int every, Extractor extractor) throws IOException {
    List<Judged> judged = new ArrayList<>();
    List<Brat> articles = Brat.readSplit(path);
    for (int i = 0; i < articles.size(); i += every) {
      Brat article = articles.get(i);
      List<Statement> statements = Scoreboard.statements(path, article, extractor);
      judged.addAll(Reliability.judge(article, statements, extractor.engine()));
    }
    List<String> rows = new ArrayList<>(Reliability.rows(judged));
    Reliability.byKind(judged)
        .forEach(
            (kind, some) -> {
              Curve curve = Reliability.fit(some);
              rows.add(
                  String.format(
                      Locale.ROOT,
                      "%-18s %5d statements, error %.3f; best curve on them: intercept %.3f, slope %.3f",
                      kind,
                      some.size(),
                      Reliability.error(some),
                      curve.intercept(),
                      curve.slope()));
            });
    double error = Reliability.error(judged);
    ObjectNode json = new ObjectMapper().createObjectNode().put("statements", judged.size());
    json.put("calibration_error", Counts.thousandths(error));
    json.put("calibrated", Counts.thousandths(1 - error));
    return new Scoreboard.Result(rows, json);
  }
}
