package rashomon.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rashomon.model.Span;

class TokenizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "Brek's boat            > Brek|'s|boat",
        "Brek’s boat            > Brek|’s|boat",
        "the sailors' boats     > the|sailors|'|boats",
        "don't                  > do|n't",
        "can’t, we’re, I'll     > ca|n’t|,|we|’re|,|I|'ll",
        "O'Neal                 > O'Neal",
        "d’Aron                 > d’Aron",
        "the U.S. navy          > the|U.S.|navy",
        "J. Brek and A.B. Olt   > J.|Brek|and|A.B.|Olt",
        "at 3 a.m. sharp        > at|3|a.m.|sharp",
        "Mr. Olt of Olt Ltd.    > Mr.|Olt|of|Olt|Ltd.",
        "No one left.           > No|one|left|.",
        "12km or 5 miles        > 12|km|or|5|miles",
        "1,200.50 on 3/4 at 7:30. > 1,200.50|on|3/4|at|7:30|.",
        "the 3rd in the 1990s   > the|3rd|in|the|1990s",
        "a 12-year-old well-known > a|12-year-old|well-known",
        "well - no -- never…    > well|-|no|--|never|…",
        "wait... no             > wait|...|no",
        "“Stop,” he said        > “|Stop|,|”|he|said",
        "#harbour @olt          > #harbour|@olt",
        "$5m (€3)               > $|5|m|(|€|3|)",
        "Zo\u00eb na\u0308iv    > Zo\u00eb|na\u0308iv",
        "a \ud83d\ude00 b       > a|\ud83d\ude00|b",
        "a\u00a0b\u200bc        > a|b|c",
      })
  void wordsAndMarksStandApart(String text, String words) {
    List<Span> tokens = Tokenizer.tokens(text);
    assertThat(tokens.stream().map(span -> span.of(text))).containsExactly(words.split("\\|"));
  }
}
