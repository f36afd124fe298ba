package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rashomon.eval.AttributionScore.Role;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.StatementId;

class AttributionScoreTest {

  private static final String TEXT = "“It will rain,” Dolan said, and Vant agreed that it would.";
  private static final Brat ARTICLE =
      Brat.parse(
          "a",
          TEXT,
          List.of(
              "T1\tContent 0 15\t“It will rain,”",
              "T2\tSource 16 21\tDolan",
              "T3\tCue 22 26\tsaid",
              "E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2",
              "T5\tSource 32 36\tVant",
              "T6\tCue 37 43\tagreed",
              "T7\tContent 44 58\tthat it would.",
              "E2\tAttribution:T6 Content:T7 Cue:T6 Source:T5",
              "#1\tAnnotatorNotes T1\tnothing to see"));

  private static Statement statement(@Nullable Span source, @Nullable Span cue, Span... content) {
    return new Statement(
        new StatementId(1),
        new ReportId(1),
        Statement.Type.DIRECT,
        source,
        null,
        Statement.SourceType.NAMED,
        cue,
        List.of(content),
        null,
        false,
        Statement.Modality.ASSERTED,
        1);
  }

  private static Span words(String words) {
    int start = TEXT.indexOf(words);
    return new Span(start, start + words.length());
  }

  private static Counts exact(Role role, Statement... statements) {
    return AttributionScore.of(ARTICLE, List.of(statements))
        .exact()
        .getOrDefault(role, Counts.NONE);
  }

  @Test
  void theGoldItselfIsRight() {
    AttributionScore score =
        AttributionScore.of(
            ARTICLE,
            List.of(
                statement(words("Dolan"), words("said"), words("“It will rain,”")),
                statement(words("Vant"), words("agreed"), words("that it would."))));
    assertThat(score.exact().values()).allMatch(counts -> counts.f1() == 1);
    assertThat(score.token().values()).allMatch(counts -> counts.f1() == 1);
  }

  @Test
  void quotationMarksAndCommasAtTheEdgesAreNotCounted() {
    assertThat(exact(Role.CONTENT, statement(null, null, words("It will rain"))))
        .isEqualTo(new Counts(1, 1, 2));
  }

  @Test
  void aWordTooManyIsNotExactButItsOtherWordsCount() {
    Statement longer = statement(words("and Vant"), null, words("rain"));
    assertThat(exact(Role.SOURCE, longer)).isEqualTo(new Counts(0, 1, 2));
    assertThat(AttributionScore.of(ARTICLE, List.of(longer)).token())
        .containsEntry(Role.SOURCE, new Counts(1, 2, 2));
  }

  @Test
  void theSameSpanTwiceCountsOnce() {
    Statement one = statement(words("Dolan"), words("said"), words("rain"));
    assertThat(exact(Role.CUE, one, one)).isEqualTo(new Counts(1, 1, 2));
  }

  @Test
  void aContentInTwoPartsIsOneSpan() {
    assertThat(
            exact(
                Role.CONTENT,
                statement(null, null, words("“It will rain,”"), words("that it would."))))
        .isEqualTo(new Counts(0, 1, 2));
  }

  @Test
  void nothingFoundIsNothingRight() {
    Counts none = exact(Role.CUE);
    assertThat(none).isEqualTo(new Counts(0, 0, 2));
    assertThat(none.f1()).isZero();
    assertThat(Counts.NONE.f1()).isZero();
  }

  @Test
  void bratCountsCodePoints() {
    Brat article = Brat.parse("b", "😀 Vant said no", List.of("T1\tSource 2 6\tVant"));
    assertThat(article.marks().get("Source")).containsExactly(List.of(new Span(3, 7)));
  }

  @Test
  void articlesAreAddedUpBeforeAnythingIsDivided() {
    AttributionScore right =
        AttributionScore.of(ARTICLE, List.of(statement(words("Dolan"), null, words("rain"))));
    AttributionScore both = right.plus(AttributionScore.of(ARTICLE, List.of()));
    assertThat(both.articles()).isEqualTo(2);
    assertThat(both.exact()).containsEntry(Role.SOURCE, new Counts(1, 1, 4));
  }

  @Test
  void halvesOfThousandthsGoToTheEvenOne() {
    assertThat(Counts.thousandths(0.0625)).isEqualTo(0.062);
    assertThat(Counts.thousandths(0.1875)).isEqualTo(0.188);
    assertThat(Counts.thousandths(2.0 / 3)).isEqualTo(0.667);
  }
}
