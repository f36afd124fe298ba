package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rashomon.eval.Reliability.Judged;
import rashomon.extract.attribution.Calibration;
import rashomon.extract.attribution.Calibration.Curve;
import rashomon.model.Engine;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.StatementId;

class ReliabilityTest {

  private static final String TEXT = "The port is shut today, Dolan said, and Vant agreed.";
  private static final Brat ARTICLE =
      Brat.parse(
          "a",
          TEXT,
          List.of(
              "T1\tContent 0 22\tThe port is shut today",
              "T2\tSource 24 29\tDolan",
              "T3\tCue 30 34\tsaid",
              "E1\tAttribution:T3 Content:T1 Cue:T3 Source:T2"));

  private static boolean right(@Nullable String source, String content) {
    Statement statement =
        new Statement(
            new StatementId(1),
            new ReportId(1),
            Statement.Type.INDIRECT,
            source == null ? null : words(source),
            null,
            Statement.SourceType.NAMED,
            words("said"),
            List.of(words(content)),
            null,
            false,
            Statement.Modality.ASSERTED,
            0.8);
    return Reliability.judge(ARTICLE, List.of(statement), Engine.FAST).getFirst().right();
  }

  private static Span words(String words) {
    int start = TEXT.indexOf(words);
    return new Span(start, start + words.length());
  }

  @Test
  void aStatementIsRightWithTheSameSourceAndMostOfTheContent() {
    assertThat(right("Dolan", "The port is shut today,")).isTrue();
    assertThat(right("Dolan", "port is shut")).isTrue();
    assertThat(right("Dolan", "today")).isFalse();
    assertThat(right("Vant", "The port is shut today")).isFalse();
    assertThat(right(null, "The port is shut today")).isFalse();
  }

  @Test
  void theErrorIsHowFarConfidenceIsFromTheShareThatIsRight() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      judged.add(new Judged("k", 0.9, i < 5));
      judged.add(new Judged("k", 0.2, i < 2));
    }
    assertThat(Reliability.error(judged)).isCloseTo((0.4 + 0) / 2, within(1e-9));
    assertThat(Reliability.error(List.of())).isZero();
  }

  @Test
  void theCurveThatIsFittedIsTheOneThatMadeTheOutcomes() {
    Random chance = new Random(3);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double thought = 0.05 + 0.9 * chance.nextDouble();
      double p = 1 / (1 + Math.exp(-0.4 - 0.6 * Calibration.odds(thought)));
      judged.add(new Judged("k", thought, chance.nextDouble() < p));
    }
    Curve curve = Reliability.fit(judged);
    assertThat(curve.intercept()).isCloseTo(0.4, within(0.06));
    assertThat(curve.slope()).isCloseTo(0.6, within(0.06));
  }

  @Test
  void whereAllAreEquallySureOnlyTheInterceptMoves() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      judged.add(new Judged("k", 0.7, i < 50));
    }
    Curve curve = Reliability.fit(judged);
    assertThat(curve.slope()).isEqualTo(1);
    assertThat(curve.intercept()).isCloseTo(-Calibration.odds(0.7), within(1e-6));
  }
}
