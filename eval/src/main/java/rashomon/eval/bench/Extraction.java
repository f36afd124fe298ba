package rashomon.eval.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rashomon.app.Engines;
import rashomon.extract.Extractor;
import rashomon.model.Engine;
import rashomon.model.Reading;
import rashomon.model.Report;

/**
 * Extraction on one core: {@code tokens} is tokens a second, which should not fall as reports get
 * longer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Extraction {

  /** About 130 words each. */
  @Param({"10", "100"})
  public int paragraphs;

  /** What finds statements. */
  @Param({"FAST", "TRAINED"})
  public Engine engine = Engine.FAST;

  private Extractor extractor = Extractor.load();
  private Report report = Reports.of(1);

  /** Tokens read, told beside the readings. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Tokens {
    public long tokens;

    /** From nothing, at each iteration. */
    @Setup(Level.Iteration)
    public void clear() {
      tokens = 0;
    }
  }

  /** Writes the report. */
  @Setup
  public void write() {
    report = Reports.of(paragraphs);
    extractor = Engines.load(engine, System.err::println);
  }

  /** Reads it. */
  @Benchmark
  public Reading read(Tokens counter) {
    Reading reading = extractor.read(report);
    counter.tokens += reading.tokens().size();
    return reading;
  }
}
