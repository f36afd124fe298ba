package rashomon.eval.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
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
import rashomon.eval.invented.InventedStory;
import rashomon.extract.Extractor;
import rashomon.model.Comparison;
import rashomon.model.Reading;
import rashomon.model.Story;

/** Comparing the readings of an invented story of many reports, some of them copies. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class Growing {

  private static final int SEED = 7;

  /** How many reports. */
  @Param({"50", "100", "200", "500"})
  public int reports;

  private List<Reading> readings = List.of();

  /** Reads the reports by rules alone. */
  @Setup
  public void read() {
    Extractor extractor = Extractor.load();
    readings =
        InventedStory.of(reports, SEED, SEED).reports().stream().map(extractor::read).toList();
  }

  /** One order, one set of ids, origins. */
  @Benchmark
  public Story story() {
    return Compare.story(readings);
  }

  /** All of the comparison. */
  @Benchmark
  public Comparison compare() {
    return Compare.compare(readings, List.of());
  }
}
