package rashomon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Reading;
import rashomon.model.Span;
import rashomon.model.Token;

/** What holds for a text whatever it is. */
class AnyTextTest {

  private static final String REPORT =
      """
      Ferry “lost” off Tolven

      TOLVEN, Orvane (Northline) — Nadia Brek, the mayor's deputy, said: “We can't wait. ‘Go,’ they told us.

      “And we went.” 'It's shut,' Mr. Olt said at 7:30 a.m., adding that 12km of it wasn't.
      """;

  private static final List<String> PIECES =
      List.of(
          "“",
          "”",
          "\"",
          "'",
          "’",
          "‘",
          "''",
          "``",
          "«",
          "»",
          "„",
          "said",
          "Brek",
          "the",
          "road",
          "is",
          "according",
          "to",
          "he",
          "that",
          ",",
          ".",
          ":",
          "—",
          "(",
          ")",
          "\n",
          "\n\n",
          " ",
          " ",
          " ",
          "U.S.",
          "12",
          "km",
          "n't",
          "\u00e9",
          "\u0130",
          "\ud83d\ude00",
          "\ud83d",
          "\u0000",
          "if",
          "denied");

  @Test
  void aTextCutAnywhereIsRead() {
    for (int end = 0; end <= REPORT.length(); end++) {
      check(Given.read(REPORT.substring(0, end)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aHeapOfMarksAndWordsIsRead(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 100; run++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(80); i > 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(random.nextInt(3) > 0 ? " " : "");
      }
      check(Given.read(text.toString()));
    }
  }

  /** A quotation that nobody closes, with others inside, cut by the cue of a third. */
  @Test
  void quotationsThatCrossOneAnotherAreRead() {
    check(
        Given.read(
            "\"The great @dorrim & I quietly uncoupled over Harvest. I mean, not \"over Harvest\" — like"
                + " that wasn't the fight that ended it. No fight,\" she wrote. \"We just live in different"
                + " towns & it got hard. Felt we should just tell y'all so u stop askin, \"How's Dorrim/How's"
                + " Mila?\""));
  }

  @Test
  void aTextIsReadAlikeEveryTime() {
    assertThat(Given.read(REPORT)).isEqualTo(Given.read(REPORT));
  }

  @Test
  void anEmptyTextSaysNothing() {
    Reading reading = Given.read(" \n\n ");
    assertThat(reading.tokens()).isEmpty();
    assertThat(reading.statements()).isEmpty();
  }

  private static void check(Reading reading) {
    String text = reading.report().text();
    int end = 0;
    for (Token token : reading.tokens()) {
      assertThat(token.span().start()).as(text).isGreaterThanOrEqualTo(end);
      assertThat(token.span().of(text)).isEqualTo(token.text());
      end = token.span().end();
    }
    for (var statement : reading.statements()) {
      int before = -1;
      for (Span part : statement.content()) {
        assertThat(part.start()).as(text).isGreaterThan(before);
        assertThat(part.of(text)).isNotBlank();
        before = part.end();
      }
    }
    reading.assertions().forEach(one -> assertThat(one.span().of(text)).isNotBlank());
  }
}
