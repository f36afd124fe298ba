package rashomon.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;
import rashomon.extract.text.Tagger;

class QuotationsTest {

  private static final Tagger TAGGER = Tagger.load(Lexicon.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "He said: \"The road is shut.\"       > \"The road is shut.\"",
        "“The road is shut,” he said.         > “The road is shut,”",
        "“The road,” he said, “is shut.”      > “The road,”|“is shut.”",
        "'The road is shut,' he said.         > 'The road is shut,'",
        "‘The road is shut,’ he said.         > ‘The road is shut,’",
        "‘It’s the sailors’ road,’ he said.   > ‘It’s the sailors’ road,’",
        "'It's the sailors' road,' he said.   > 'It's the sailors' road,'",
        "''The road is shut,'' he said.       > ''The road is shut,''",
        "``The road is shut,'' he said.       > ``The road is shut,''",
        "«The road is shut», he said.         > «The road is shut»",
        "»The road is shut«, he said.         > »The road is shut«",
        "„The road is shut“, he said.         > „The road is shut“",
        "„The road is shut”, he said.         > „The road is shut”",
        "The sailors' road isn't Brek's.      > -",
        "In the '90s it was shut, he said.    > -",
      })
  void everyKindOfMarkOpensAndCloses(String text, String quotations) {
    assertThat(outer(text))
        .isEqualTo(quotations.equals("-") ? List.of() : List.of(quotations.split("\\|")));
  }

  @Test
  void aQuotationWithinAQuotationIsDeeper() {
    TaggedText text = TAGGER.tag("“He told me ‘the road is shut’ and left,” she said.");
    assertThat(Quotations.of(text)).extracting(Quotation::depth).containsExactly(0, 1);
  }

  @Test
  void aQuotationOpenedAnewGoesOn() {
    TaggedText text = TAGGER.tag("“The road is shut.\n\n“Nobody can pass.\n\n“Go home.”");
    assertThat(Quotations.of(text))
        .extracting(Quotation::closed, Quotation::continued)
        .containsExactly(tuple(false, false), tuple(false, true), tuple(true, true));
  }

  @Test
  void aQuotationThatIsNeverClosedEndsWithItsParagraph() {
    assertThat(outer("He said: “The road is shut. Go home.\n\nThe road is long."))
        .containsExactly("“The road is shut. Go home.");
  }

  private static Tuple tuple(boolean closed, boolean continued) {
    return Tuple.tuple(closed, continued);
  }

  private static List<String> outer(String text) {
    return Quotations.of(TAGGER.tag(text)).stream()
        .filter(quotation -> quotation.depth() == 0)
        .map(quotation -> quotation.span().of(text))
        .toList();
  }
}
