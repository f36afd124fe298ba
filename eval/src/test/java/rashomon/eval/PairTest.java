package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.extract.encoder.WordPieces;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Tagger;
import rashomon.model.Token;

class PairTest {

  private static final Tagger TAGGER = Tagger.load(Lexicon.load());
  private static final WordPieces PIECES = pieces();

  private static WordPieces pieces() {
    try {
      return WordPieces.load().orElseThrow();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Pair pair(String first, String second) {
    return Pair.of(tokens(first), tokens(second), PIECES);
  }

  private static List<Token> tokens(String text) {
    return TAGGER.tag(text).tokens();
  }

  /** Pieces of each side, the marks not counted. */
  private static List<Integer> sizes(int first, int second) {
    Pair pair = pair("boat ".repeat(first), "boat ".repeat(second));
    return List.of(
        Collections.frequency(pair.sides(), 0) - 2, Collections.frequency(pair.sides(), 1) - 1);
  }

  @Test
  void marksStandBeforeBetweenAndAfter() {
    Pair pair = pair("The boat sails.", "It sails.");
    assertThat(pair.pieces()).startsWith(101).endsWith(102).hasSize(4 + 3 + 3);
    assertThat(pair.sides()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
  }

  @Test
  void ofWhatIsTooLongTheLongerOneIsCut() {
    assertThat(sizes(150, 20)).containsExactly(150, 20);
    assertThat(sizes(500, 20)).containsExactly(180, 20);
    assertThat(sizes(20, 500)).containsExactly(20, 180);
    assertThat(sizes(120, 500)).containsExactly(100, 100);
    assertThat(sizes(500, 500)).containsExactly(100, 100);
  }

  @Test
  void aNameIsTheSameOnBothSidesWhoeverItIs() {
    assertThat(pair("Harrow met Quill.", "Quill met Harrow."))
        .isEqualTo(pair("Dolan met Vess.", "Vess met Dolan."))
        .isNotEqualTo(pair("Dolan met Vess.", "Dolan met Vess."));
  }
}
