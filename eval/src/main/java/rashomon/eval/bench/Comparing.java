package rashomon.eval.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rashomon.compare.Compare;
import rashomon.extract.Extractor;
import rashomon.model.Comparison;
import rashomon.model.Reading;

/** Comparing readings of about 1,000 words each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Comparing {

  /** How many reports. */
  @Param({"2", "6"})
  public int reports;

  private List<Reading> readings = List.of();

  /** Reads the reports, none of them like another. */
  @Setup
  public void read() {
    Extractor extractor = Extractor.load();
    readings =
        IntStream.range(0, reports).mapToObj(i -> extractor.read(Reports.of(8 + i))).toList();
  }

  /** Compares them. */
  @Benchmark
  public Comparison compare() {
    return Compare.compare(readings, List.of());
  }
}
