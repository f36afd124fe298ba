package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rashomon.cluster.Grouping;
import rashomon.cluster.Sighting;
import rashomon.cluster.Sketch;
import rashomon.eval.invented.ReportStream;
import rashomon.model.Report;

/** {@code rashomon eval placing}. */
@Command(
    name = "placing",
    description =
        "What it costs to place one report among few and among many, of invented reports. The last line is one"
            + " JSON object.",
    mixinStandardHelpOptions = true)
final class PlacingCommand implements Callable<Integer> {

  /** Others on the machine do not count. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private static final int MEASURED = 6_000;

  /** At first all stories are young and small; after so many reports as many end as begin. */
  private static final int SETTLING = 20_000;

  private static final double MICRO = 1e3;
  private static final long MIB = 1 << 20;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--few",
      paramLabel = "N",
      description = "Reports in the smaller window. Default: ${DEFAULT-VALUE}.")
  private int few = 10_000;

  @Option(
      names = "--many",
      paramLabel = "N",
      description = "Reports in the larger window. Default: ${DEFAULT-VALUE}.")
  private int many = 1_000_000;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Printed.out(spec);
    ReportStream stream = new ReportStream(1);
    for (int i = 0; i < SETTLING; i++) {
      stream.next();
    }
    Grouping grouping = new Grouping(Duration.ofDays(365));
    fill(grouping, stream, 0, few);
    double first = measure(grouping, stream, few, out);
    fill(grouping, stream, few + MEASURED, many);
    double last = measure(grouping, stream, many, out);
    out.println(
        new ObjectMapper()
            .writeValueAsString(
                new ObjectMapper()
                    .createObjectNode()
                    .put("few_us", first)
                    .put("many_us", last)
                    .put("ratio", last / first)));
    out.flush();
    return 0;
  }

  private static void fill(Grouping grouping, ReportStream stream, int from, int to) {
    for (int i = from; i < to; i++) {
      grouping.apply(sighting(stream.next()));
    }
  }

  private static Sighting sighting(Report report) {
    Instant published = report.published() == null ? Instant.EPOCH : report.published().instant();
    return new Sighting(report.file(), report.file(), published, published, Sketch.of(report));
  }

  /** The mean of all but the slowest hundredth, in microseconds of processor time. */
  private static double measure(
      Grouping grouping, ReportStream stream, int reports, PrintWriter out) {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < MEASURED; i++) {
      sightings.add(sighting(stream.next()));
    }
    long[] times = new long[MEASURED];
    for (int i = 0; i < MEASURED; i++) {
      long start = CPU.getCurrentThreadCpuTime();
      grouping.apply(sightings.get(i));
      times[i] = CPU.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(times);
    double mean = Arrays.stream(times, 0, MEASURED - MEASURED / 100).average().orElse(0) / MICRO;
    System.gc();
    Runtime memory = Runtime.getRuntime();
    out.println(
        String.format(
            Locale.ROOT,
            "%,d reports in %,d stories: %.0f µs for the next, median %.0f µs; %,d MiB in use",
            reports,
            grouping.stories().size(),
            mean,
            times[MEASURED / 2] / MICRO,
            (memory.totalMemory() - memory.freeMemory()) / MIB));
    out.flush();
    return mean;
  }
}
