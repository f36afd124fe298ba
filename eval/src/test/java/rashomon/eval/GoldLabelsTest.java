package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.extract.encoder.Label;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Tagger;

class GoldLabelsTest {

  @Test
  void partsBeginGoOnAndAreResumed() {
    String text = "We stay, Dolan said, until dawn.\n\nWe go.";
    Brat article =
        Brat.parse(
            "a",
            text,
            List.of(
                "T1\tContent 0 7;21 31;34 39\tWe stay until dawn We go",
                "T2\tSource 9 14\tDolan",
                "T3\tCue 15 19\tsaid"));
    assertThat(GoldLabels.of(article, Tagger.load(Lexicon.load()).tag(text)))
        .containsExactly(
            Label.BEGIN_CONTENT,
            Label.IN_CONTENT,
            Label.OUTSIDE,
            Label.BEGIN_SOURCE,
            Label.BEGIN_CUE,
            Label.OUTSIDE,
            Label.RESUME_CONTENT,
            Label.IN_CONTENT,
            Label.OUTSIDE,
            Label.RESUME_CONTENT,
            Label.IN_CONTENT,
            Label.OUTSIDE);
  }
}
