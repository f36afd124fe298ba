package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rashomon.eval.bench.Reports;
import rashomon.extract.Extractor;
import rashomon.model.Report;

class LinearTimeTest {

  private static final int RUNS = 5;

  /** Quadratic time would be a hundredfold; a tenfold is linear, three times that is noise. */
  @Test
  void tenTimesTheTextTakesAboutTenTimesAsLong() {
    Extractor extractor = Extractor.load();
    Report report = Reports.of(15);
    Report longer = Reports.of(150);
    fastest(extractor, longer);
    assertThat((double) fastest(extractor, longer) / fastest(extractor, report)).isLessThan(30);
  }

  private static long fastest(Extractor extractor, Report report) {
    return LongStream.range(0, RUNS)
        .map(
            run -> {
              long start = System.nanoTime();
              extractor.read(report);
              return System.nanoTime() - start;
            })
        .min()
        .orElseThrow();
  }
}
