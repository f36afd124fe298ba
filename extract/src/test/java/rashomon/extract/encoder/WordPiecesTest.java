package rashomon.extract.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rashomon.model.Span;
import rashomon.model.Tag;
import rashomon.model.Token;

class WordPiecesTest {

  private static final String VOCABULARY =
      """
      {"version": "1.0",
       "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                      "strip_accents": null, "lowercase": true},
       "pre_tokenizer": {"type": "BertPreTokenizer"},
       "model": {"type": "WordPiece", "unk_token": "?", "continuing_subword_prefix": "##",
                 "max_input_chars_per_word": 100,
                 "vocab": {"?": 0, ".": 1, "smith": 2, "said": 3, "monday": 4, "re": 5, "##open": 6}}}
      """;

  private static WordPieces pieces;

  @BeforeAll
  static void read() throws IOException {
    pieces = WordPieces.read(new ByteArrayInputStream(VOCABULARY.getBytes(StandardCharsets.UTF_8)));
  }

  private static int[] of(String word, Tag tag) {
    return pieces.of(new Token(new Span(0, word.length()), word, word, tag, 0, 0));
  }

  @Test
  void allNamesAreOneName() {
    assertThat(of("Corvath", Tag.PROPN)).containsExactly(2);
    assertThat(of("SAID", Tag.PROPN)).containsExactly(2);
  }

  @Test
  void daysOfTheWeekAreShown() {
    assertThat(of("Monday", Tag.PROPN)).containsExactly(4);
  }

  @Test
  void otherWordsAreCutIntoPieces() {
    assertThat(of("Said", Tag.VERB)).containsExactly(3);
    assertThat(of("reopen", Tag.VERB)).containsExactly(5, 6);
  }

  @Test
  void whatIsNoWordHasAPieceAllTheSame() {
    assertThat(of("\u200b", Tag.X)).hasSize(1);
    assertThat(of("re".repeat(50), Tag.X)).hasSizeLessThanOrEqualTo(12);
  }
}
