package rashomon.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code rashomon eval bench}. */
@Command(
    name = "bench",
    description = "Runs the benchmarks. Takes JMH's own options.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Which benchmarks; without any, all.")
  private List<String> names = List.of();

  @Unmatched private List<String> options = List.of();

  @Override
  public Integer call() throws IOException {
    List<String> all = new ArrayList<>(names);
    all.addAll(options);
    org.openjdk.jmh.Main.main(all.toArray(String[]::new));
    return 0;
  }
}
