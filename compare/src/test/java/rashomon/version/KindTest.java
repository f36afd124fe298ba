package rashomon.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {

  private static final String FRAME = "The ferry sank on Monday.\n\n%\n\nA search goes on.";

  @Test
  void nothingIsNoChange() {
    assertThat(Changes.between(FRAME, FRAME).kind()).isEqualTo(Changes.Kind.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The goverment said it would act. | The government said it would act.
          It was a seperate matter. | It was a separate matter.
          Crews worked thoughout the night. | Crews worked throughout the night.
          A number of boats was lost. | A number of boats were lost.
          He said said it was over. | He said it was over.
          This is an matter for courts. | This is a matter for courts.
          It was, he said too late. | It was, he said, too late.
          "Wait," he said. | “Wait,” he said.
          It - the boat - sank. | It — the boat — sank.
          The cease-fire held. | The ceasefire held.
          The President spoke to a president. | The president spoke to a president.
          It cost 1200 crowns. | It cost 1,200 crowns.
          He spoke to reporters. They left. | He spoke to reporters.  They left.
          They sailed at twelve. | They sailed at 12.
          The colour of the harbour. | The color of the harbor.
          """)
  void formAlone(String before, String after) {
    assertThat(kind(before, after)).isEqualTo(Changes.Kind.FORM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          At least 20 people died. | At least 21 people died.
          It cost 1.2 crowns. | It cost 12 crowns.
          It cost 5% more. | It cost 5 more.
          Eight people died. | Eighty people died.
          Mayor Ana Torvald spoke. | Mayor Ana Torvold spoke.
          They met in Brek. | They met in Trek.
          "We were warned," he said. | "We were warmed," he said.
          He was sad about it. | He was "sad" about it.
          They will sign. | They will not sign.
          They could stay there. | They couldn't stay there.
          It is now signed. | It is not signed.
          It sank on Monday. | It sank on Sunday.
          It sank this morning. | It sank this evening.
          Hundreds fled. | Thousands fled.
          It was filled. | It was killed.
          The order is legal. | The order is illegal.
          He spoke. | He spoke. The crew left the town.
          He spoke. The crew left the town. | He spoke.
          He moved to the north. | He moved from the north.
          The mayor spoke to the mayor. | The major spoke to the mayor.
          They left by bus. | They left by train.
          """)
  void content(String before, String after) {
    assertThat(kind(before, after)).isEqualTo(Changes.Kind.UPDATE);
  }

  @Test
  void paragraphsInAnotherOrderSayTheSame() {
    String one = "Divers reached the wreck of the boat at noon on the second day.";
    String other = "The owner said that the crew had been told to wait for orders.";
    assertThat(Changes.between(one + "\n\n" + other, other + "\n\n" + one).kind())
        .isEqualTo(Changes.Kind.FORM);
  }

  private static Changes.Kind kind(String before, String after) {
    return Changes.between(FRAME.replace("%", before), FRAME.replace("%", after)).kind();
  }
}
