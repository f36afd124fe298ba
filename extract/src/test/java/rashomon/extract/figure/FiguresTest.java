package rashomon.extract.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;
import rashomon.extract.text.Tagger;
import rashomon.extract.time.Times;
import rashomon.model.Figure;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.StatementId;

final class FiguresTest {

  private static final Lexicon LEXICON = Lexicon.load();
  private static final Tagger TAGGER = Tagger.load(LEXICON);
  private static final Codebook CODEBOOK = Codebook.load();
  private static final ReportId REPORT = new ReportId(1);

  @ParameterizedTest
  @CsvFileSource(resources = "figures.csv", delimiter = '|')
  void aSentenceGivesItsFigures(String sentence, @Nullable String expected) {
    assertThat(figures(sentence).stream().map(FiguresTest::shown).collect(Collectors.joining("; ")))
        .as(sentence)
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aFigureCoversItsBoundAndItsNoun() {
    String sentence = "Officials counted at least 31 foreign workers killed at the mill.";
    assertThat(figures(sentence).getFirst().span().of(sentence))
        .isEqualTo("at least 31 foreign workers killed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"about 40 people", "dozens of people", "at least 40 people"})
  void aHedgeIsNotExact(String words) {
    assertThat(figures("They counted " + words + ".").getFirst().exact()).isFalse();
  }

  @Test
  void aNumberBelongsToTheInnermostStatementAroundIt() {
    String text = "The mayor said 12 people were killed.";
    Span content = new Span(text.indexOf("12"), text.length() - 1);
    Statement statement =
        new Statement(
            new StatementId(1),
            REPORT,
            Statement.Type.INDIRECT,
            null,
            null,
            Statement.SourceType.DESCRIBED,
            null,
            List.of(content),
            null,
            false,
            Statement.Modality.ASSERTED,
            1);
    TaggedText tagged = TAGGER.tag(text);
    List<Figure> figures = Figures.find(tagged, LEXICON, CODEBOOK, List.of(), List.of(statement));
    assertThat(figures).singleElement().extracting(Figure::statement).isEqualTo(new StatementId(1));
  }

  @Test
  void whatStandsOnThePageThreeTimesIsReadOnce() {
    String caption = "A crane fell in the old port, injuring 40 people.\n\n";
    assertThat(figures(caption)).hasSize(1);
    assertThat(figures(caption.repeat(3))).hasSize(1);
  }

  @Test
  void spansLieInTheTextAndIdsCount() {
    String text =
        "Two boats sank. In all 12 people drowned, 5 of them children, and $3 million was lost. "
            .repeat(3);
    List<Figure> figures = figures(text);
    assertThat(figures)
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.span().end()).isLessThanOrEqualTo(text.length()));
    assertThat(figures.stream().map(figure -> figure.id().number()).toList())
        .isEqualTo(IntStream.rangeClosed(1, figures.size()).boxed().toList());
  }

  @Test
  void anotherCodebookReadsVagueWordsDifferently() {
    Codebook wider =
        CODEBOOK.withNumerals("wider", List.<String[]>of(new String[] {"dozens", "36", "96"}));
    Figure figure = dozens(wider);
    assertThat(figure.low()).isEqualTo(36);
    assertThat(figure.high()).isEqualTo(96);
    assertThat(figure.exact()).isFalse();
    assertThat(CODEBOOK.acled().name()).isEqualTo("acled");
    assertThat(dozens(CODEBOOK.acled()).low()).isEqualTo(12);
    assertThat(dozens(CODEBOOK.acled()).high()).isEqualTo(12);
  }

  @Test
  void aRowWithoutNumbersIsRefused() {
    assertThatThrownBy(() -> Codebook.check(new String[] {"dozens", "many", "-"}))
        .hasMessageContaining("many");
    assertThatThrownBy(() -> Codebook.check(new String[] {"dozens", "24"}))
        .hasMessageContaining("greatest");
    assertThatThrownBy(() -> Codebook.check(new String[] {"dozens", "96", "36"}))
        .hasMessageContaining("more than");
  }

  private static Figure dozens(Codebook codebook) {
    return Figures.find(
            TAGGER.tag("Dozens of people were killed."), LEXICON, codebook, List.of(), List.of())
        .getFirst();
  }

  private static List<Figure> figures(String text) {
    TaggedText tagged = TAGGER.tag(text);
    return Figures.find(tagged, LEXICON, CODEBOOK, Times.find(tagged, null), List.of());
  }

  private static String shown(Figure figure) {
    return bound(figure.low())
        + ".."
        + bound(figure.high())
        + " "
        + figure.unit()
        + " "
        + (figure.measure().event().isEmpty() ? "-" : figure.measure().event());
  }

  private static String bound(@Nullable Double value) {
    return value == null
        ? "-"
        : value == Math.rint(value) ? Long.toString(value.longValue()) : value.toString();
  }
}
