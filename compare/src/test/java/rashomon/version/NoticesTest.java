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
          CORRECTION | Corrects the name of the mayor in paragraph 2.
          CORRECTION | (This April 3 story corrects the mayor's name in paragraph 2)
          CORRECTION | (This April 3 story has been corrected to fix the mayor’s name)
          WITHDRAWAL | Kessen Courier has retracted this story.
          WITHDRAWAL | The Lethen Gazette withdrew this article on Monday.
          WITHDRAWAL | EDITORS: PLEASE KILL THIS STORY
          WITHDRAWAL | Please disregard the earlier story slugged FERRY.
          CORRECTION | This is a corrected version of the story.
          UPDATE | This is an updated version of this report.
          WITHDRAWAL | An advisory: story withdrawn (WITHDRAWAL of bridge story). A substitute story will not be issued.
          WITHDRAWAL | STORY WITHDRAWN
          WITHDRAWAL | Article removed.
          CORRECTION | An earlier version of this article misstated the cost of the bridge.
          CORRECTION | This story has been updated to correct the number of passengers.
          UPDATE | This story has been updated to reflect the new toll.
          CORRECTION | This article was updated on 5 April to remove a quotation that could not be confirmed.
          CORRECTION | Editor’s note: A quotation by the mayor has been removed.
          CORRECTION | Editor’s note: A paragraph about the mayor was removed from this story after publication.
          CORRECTION | (Removes reference to the mayor in paragraph 4)
          CORRECTION | Removes extraneous word in headline.
          UPDATE | (Adds/Updates with comment by the mayor)
          UPDATE | Updates with mayor's comment
          UPDATE | Updated with quotes from the mayor
          CORRECTION | The headline of this article was corrected on Tuesday because it named the wrong town.
          CORRECTION | References to the mayor have been removed from this article.
          CORRECTION | We have removed a sentence from this story.
          UPDATE | A comment by the line has been added to this story.
          CORRECTION | This article misidentified the owner of the boat.
          CORRECTION | The age of the captain was incorrectly given in this story.
          CORRECTION | A version of this article published on Monday wrongly said that the boat was new.
          CORRECTION | A photograph in an earlier version of this story showed another boat.
          CORRECTION | An earlier version of this article said that the ministry had withdrawn its offer.
          CORRECTION | This article was corrected on 3 March to say that the bank retracted its offer.
          CORRECTION | We regret the error.
          CORRECTION | Paragraph 4 has been corrected to show that the boat left at noon.
          UPDATE | This story has been updated to say that the army withdrew.
          UPDATE | This report replaces an earlier one.
          WITHDRAWAL | The Courier has removed this article from its website.
          WITHDRAWAL | Editor’s note: The article has been withdrawn at the request of the family.
          WITHDRAWAL | This story was deleted because it could not be verified.
          WITHDRAWAL | (This story has been retracted.)
          CORRECTION | * This story was corrected to show the figure was 12 million.
          CORRECTION | Erratum: bridge cost
          WITHDRAWAL | RETRACTED: bridge story
          UPDATE | REFILE: adds dropped word
          CORRECTION | Editor's note: This story has been updated to correct the cost.
          CORRECTION | The story has been corrected to show that two boats sank.
          CORRECTION | Correction to this article: the boat is 30 metres long.
          CORRECTION | A correction was made on March 4: an earlier version of this article misstated the toll.
          CORRECTION | This post has been corrected to show that the boat is new.
          WITHDRAWAL | This article has been retracted by the publisher.
          WITHDRAWAL | Editors: this story has been withdrawn. Please do not use it.
          WITHDRAWAL | Please remove this story from your websites.
          CORRECTION | In an earlier version of this story, the name of the mayor was misspelled.
          CORRECTION | An earlier headline on this story misstated the toll.
          WITHDRAWAL | This post has been deleted.
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
        "Note: boats leave at noon.",
        "The ministry corrected its toll.",
        "The bank retracted its offer.",
        "Police removed the story's author from the hall.",
        "The corrections department said two guards were hurt.",
        "Correction officers at Kessen prison said they were told of it late.",
        "The minister withdrew the bill and corrected his earlier statement.",
        "The paper retracted its earlier claim, the council said.",
        "Gold prices saw a correction on Monday, analysts said.",
        "The club said this article of its statutes was amended on 5 April 2031.",
        "The agency removed the page from its report on the dam.",
        "The ministry withdrew its report on the dam.",
        "This week the story of the missing boat was updated by the coast guard.",
        "The report was withdrawn after the council objected.",
        "The article was removed from the treaty in May.",
        "Updates were given every hour.",
        "Drops of oil reached the beach.",
        "Editors at two papers were killed in the attack.",
        "The council will publish a corrected version of the budget.",
        "This is an updated version of the bill.",
        "The army retracted its statement, and the ministry removed its spokesman from the story.",
        "The mayor asked the paper to correct the story.",
        "This bank report was published by the ministry.",
        "He said the first version of the plan had been withdrawn.",
        "They removed the column of smoke from the picture in the exhibition.",
        "Police were told to remove posts from the road.",
        "He was told that the post had been removed.",
        "The soldiers withdrew from the post on the hill.",
        "Repeats of the drill are planned for the fall.",
        "This text message was deleted by the driver.",
        "An editor's note in the will was removed.",
        "The union withdrew the item from the agenda.",
        "The correction to the chart was made in June.",
        "The tribunal corrected the third paragraph of its judgment.",
        "This is a developing story and it will be updated.",
        "This story will be updated.",
        "The platform deleted this post within an hour, the mayor said.",
        "This post was deleted shortly afterwards.",
        "This report was withdrawn in May after the council objected.",
        "The group removed this video after protests, police said.",
        "The article was first published in May.",
        "The bank regrets the error in its accounts.",
        "The mayor retracted his apology for the story."
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
          [RETRACTED] Ferry sinks off Brek | WITHDRAWAL | [RETRACTED]
          CORRECTED-Ferry sinks off Brek | CORRECTION | CORRECTED-
          CORRECTED - Ferry sinks off Brek | CORRECTION | CORRECTED -
          CORRECTED-3 dead as ferry sinks off Brek | CORRECTION | CORRECTED-
          REFILE-Ferry sinks off Brek | UPDATE | REFILE-
          Ferry sinks off Brek (CORRECTED) | CORRECTION | (CORRECTED)
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
