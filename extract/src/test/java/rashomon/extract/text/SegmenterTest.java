package rashomon.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rashomon.model.Span;

class SegmenterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "The road is shut. Nobody came.   > The road is shut.|Nobody came.",
        "Is it shut? It is! Go home.      > Is it shut?|It is!|Go home.",
        "“It is shut.” He left.           > “It is shut.”|He left.",
        "“It is shut,” he said. He left.  > “It is shut,” he said.|He left.",
        "“Is it shut?” he asked.          > “Is it shut?” he asked.",
        "Mr. Olt met Dr. Brek. They left. > Mr. Olt met Dr. Brek.|They left.",
        "J. Olt met A. B. Brek there.     > J. Olt met A. B. Brek there.",
        "The U.S. Navy left.              > The U.S. Navy left.",
        "It sailed to the U.S. The crew slept. > It sailed to the U.S.|The crew slept.",
        "It sank at 3 a.m. The crew slept. > It sank at 3 a.m.|The crew slept.",
        "It sank at 3 a.m. on Friday.     > It sank at 3 a.m. on Friday.",
        "On Jan. 4 it sank 3.5 miles out. > On Jan. 4 it sank 3.5 miles out.",
        "(It is shut.) He left.           > (It is shut.)|He left.",
        "TOLVEN, Orvane (Northline) — The road is shut. > TOLVEN, Orvane (Northline) —|The road is shut.",
        "The road — the old one — is shut. > The road — the old one — is shut.",
      })
  void sentencesEndWhereAReaderEndsThem(String text, String sentences) {
    assertThat(sentences(text)).containsExactly(sentences.split("\\|"));
  }

  @Test
  void aBlankLineEndsAParagraph() {
    assertThat(paragraphs("The road\n\nis shut")).isEqualTo(2);
  }

  @Test
  void aLineThatBeginsWithACapitalIsAParagraph() {
    assertThat(paragraphs("The road is shut.\nNobody came.")).isEqualTo(2);
    assertThat(paragraphs("The road is shut.\r\nNobody came.")).isEqualTo(2);
    assertThat(paragraphs("The road is shut.\rNobody came.")).isEqualTo(2);
  }

  @Test
  void wrappedLinesAreOneParagraph() {
    String wrapped =
        "The road along the lake has been shut since the beginning of the winter,\n"
            + "and nobody in the town expects that it will be open before the end of May";
    assertThat(paragraphs(wrapped)).isEqualTo(1);
    assertThat(paragraphs(wrapped.replace("\n", "\r\n"))).isEqualTo(1);
  }

  @Test
  void aHeadlineIsASentenceOfItsOwn() {
    assertThat(sentences("Road shut after storm\n\nThe road is shut."))
        .containsExactly("Road shut after storm", "The road is shut.");
  }

  @Test
  void aSentenceIsCutAtThreeHundredTokens() {
    String text = "word ".repeat(2 * Segmenter.LONGEST + 1);
    List<Span> tokens = Tokenizer.tokens(text);
    assertThat(new Segmenter(text, tokens).sentences())
        .containsExactly(
            new Sentence(0, 300, 0), new Sentence(300, 600, 0), new Sentence(600, 601, 0));
  }

  private static List<String> sentences(String text) {
    List<Span> tokens = Tokenizer.tokens(text);
    return new Segmenter(text, tokens)
        .sentences().stream()
            .map(one -> tokens.get(one.first()).cover(tokens.get(one.last() - 1)).of(text))
            .toList();
  }

  private static int paragraphs(String text) {
    return new Segmenter(text, Tokenizer.tokens(text)).sentences().getLast().paragraph() + 1;
  }
}
