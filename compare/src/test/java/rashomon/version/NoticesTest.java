package rashomon.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Report;

class NoticesTest {

  private static final String STORY = "The ferry sank off Brek on Monday, the coast guard said.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CORRECTION | Correction: An earlier version of this article said 12 people had died. It was 21.
          CORRECTION | CORRECTION (March 4, 2031): The boat is 30 metres long.
          CORRECTION | Correction, 3 March: the captain’s name is Ana Torvald.
          CORRECTION | * Corrections and clarifications: the boat was built in Ostrand.
          CORRECTION | An earlier version of this story misstated the age of the captain.
          CORRECTION | A previous version of this report gave a wrong figure.
          CORRECTION | (This story was corrected to show that the ferry left at noon.)
          CORRECTION | (Corrects spelling of name in paragraph 3)
          CORRECTION | CORRECTS the number of passengers to 40, sted 400.
          CORRECTION | This article originally said the line had four boats.
          CORRECTION | Editor’s note: A caption was corrected on Tuesday.
          CORRECTION | Due to an editing error, an earlier version of this article named the wrong port.
          CORRECTION | This version corrects the spelling of the captain's name.
          CLARIFICATION | Clarification: the union speaks for deck hands alone.
          CLARIFICATION | This story has been updated to clarify who owns the boat.
          CLARIFICATION | This article was amended on 5 March 2031 to make clear that nobody was charged.
          UPDATE | UPDATES with quotes from the mayor, new death toll
          UPDATE | (Adds quote, background in paragraphs 4-6)
          UPDATE | Eds: Adds details of the search.
          UPDATE | BC-Ferry-Brek, 1st Ld-Writethru
          UPDATE | This story has been updated with a statement by the line.
          UPDATE | Update, 5 p.m.: Divers have reached the wreck.
          UPDATE | This article has since been updated.
          WITHDRAWAL | BULLETIN KILL
          WITHDRAWAL | EDS: Please note the mandatory kill of the story slugged BC-Ferry.
          WITHDRAWAL | This story has been withdrawn.
          WITHDRAWAL | We have removed this article because its sources could not be confirmed.
          WITHDRAWAL | Retraction: we can no longer stand by this report.
          WITHDRAWAL | We are withdrawing this story pending review.
          WITHDRAWAL | This article is no longer available.
          WITHDRAWAL | Editor's note: This story has been taken down.
          WITHDRAWAL | KILL NOTICE: do not use the story on the ferry.
          NOTE | Editor’s note: This is the second of three parts.
          """)
  void aNoticeIsFoundWholeWhereverItStands(Notice.Kind kind, String notice) {
    for (String text : List.of(notice + "\n\n" + STORY, STORY + "\n\n" + notice, notice)) {
      assertThat(Notices.of(text))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo(kind);
                assertThat(
                        kind == Notice.Kind.UPDATE && notice.contains("Writethru")
                            ? "BC-Ferry-Brek, " + found.span().of(text)
                            : found.span().of(text))
                    .isEqualTo(notice);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The court’s correction of the record took a year.",
        "A prison correction officer was hurt in the yard.",
        "Correction officers: who guards them, and who pays?",
        "The company withdrew the product from shops.",
        "He corrected himself at once.",
        "The general withdrew troops from the border.",
        "The ministry updated its figures on Monday and adds a column each week.",
        "The market correction was the deepest in years.",
        "The bank has corrected its forecast, and the agency has withdrawn its rating.",
        "“We have removed this article from the treaty,” the minister said.",
        "The minister said an article of the law had been removed.",
        "Two hunters were told to kill the notice on their door.",
        "She said the story was corrected by her brother.",
        "The paper has withdrawn its story about the mayor, she said.",
        "Update on the harbour works is due in May.",
        "The clarification of the water took three days.",
        "He adds that the boats are old.",
        "The recall removes 4,000 cars from the road.",
        "The new model corrects the earlier version of the engine.",
        "An earlier version of the bill was withdrawn.",
        "The kill switch did not work.",
        "This version of events was contested by the crew.",
        "(Adding to the confusion, a second boat left the harbour.)",
        "This story was told to him by his mother.",
        "Note: boats leave at noon."
      })
  void newsOfCorrectionsIsNoNotice(String sentence) {
    assertThat(Notices.of(STORY + " " + sentence + "\n\n" + sentence + "\n\n" + STORY)).isEmpty();
  }

  @Test
  void aSentenceWithinAParagraphIsTheNotice() {
    String text = STORY + " This story has been corrected. The search goes on.";
    assertThat(Notices.of(text))
        .extracting(notice -> notice.span().of(text))
        .containsExactly("This story has been corrected.");
  }

  @Test
  void aHeadingTakesTheParagraphBelowIt() {
    String text = STORY + "\n\nCorrection\n\nThe ferry left at noon.";
    assertThat(Notices.of(text))
        .extracting(notice -> notice.span().of(text))
        .containsExactly("Correction\n\nThe ferry left at noon.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CORRECTED-UPDATE 2-Ferry sinks off Brek | CORRECTION | CORRECTED-UPDATE 2-
          UPDATE 1-Ferry sinks off Brek | UPDATE | UPDATE 1-
          Correction: Ferry sinks story | CORRECTION | Correction:
          WITHDRAWN: Ferry sinks off Brek | WITHDRAWAL | WITHDRAWN:
          """)
  void ofAHeadlineOnlyTheLabel(String title, Notice.Kind kind, String label) {
    Report report =
        new Report("a", null, null, title, null, null, null, "en", title + "\n\n" + STORY);
    assertThat(Notices.of(report))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(kind);
              assertThat(notice.span().of(report.text())).isEqualTo(label);
            });
  }

  @Test
  void aHeadlineAboutACorrectionIsNone() {
    String title = "Stock market correction: what it means";
    Report report =
        new Report("a", null, null, title, null, null, null, "en", title + "\n\n" + STORY);
    assertThat(Notices.of(report)).isEmpty();
  }
}
