package rashomon.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rashomon.model.Span;

class NamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "The road to Tolven is shut.              > Tolven",
        "Nadia Brek left.                         > Nadia Brek",
        "Roads are shut. The roads are long.      > -",
        "Olt left. The driver told Olt to stay.   > Olt Olt",
        "He left on Monday with Olt.              > Monday Olt",
        "The ULC met. They left.                  > ULC",
        "“Brek left,” the driver told Brek.       > Brek Brek",
        "The road, I said, is ours.               > -",
      })
  void aNameIsACapitalWhereThePositionAsksForNone(String text, String names) {
    assertThat(names(text)).isEqualTo(names.equals("-") ? "" : names);
  }

  @Test
  void aHeadlineInCapitalsShowsNoNames() {
    String storm = "The storm was strong. The driver told Olt.";
    assertThat(names("Olt Shuts Old Bridge After Winter Storm Warning\n\n" + storm))
        .isEqualTo("Olt Olt");
  }

  @Test
  void aSentenceFullOfNamesIsNoHeadline() {
    assertThat(names("The United Lake Council (ULC) met in Tolven."))
        .isEqualTo("United Lake Council ULC Tolven");
  }

  private static String names(String text) {
    List<Span> tokens = Tokenizer.tokens(text);
    return Names.of(text, tokens, new Segmenter(text, tokens).sentences()).stream()
        .mapToObj(i -> tokens.get(i).of(text))
        .collect(Collectors.joining(" "));
  }
}
