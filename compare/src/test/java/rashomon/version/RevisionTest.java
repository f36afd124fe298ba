package rashomon.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rashomon.model.Report;

class RevisionTest {

  private static final String STORY =
      "The ferry sank off Brek on Monday. At least 31 people died.\n\n"
          + "“We were told to wait,” the captain said.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WITHDRAWAL | This story has been withdrawn.
          CORRECTION | Correction: the boat left at noon.
          CLARIFICATION | Clarification: the boat left at noon.
          UPDATE | This story has been updated.
          UPDATE | The boat left at noon.
          UPDATE | Editor’s note: This is the second of three parts.
          """)
  void aVersionIsWhatItsNewNoticeSays(Revision.Kind kind, String added) {
    Revision revision = between(STORY, STORY + "\n\n" + added);
    assertThat(revision.kind()).isEqualTo(kind);
  }

  @Test
  void aNoticeThatWasThereBeforeSaysNothingOfALaterVersion() {
    String noted = STORY + "\n\nCorrection: the boat left at noon.";
    assertThat(between(noted, noted.replace("31", "38")).kind()).isEqualTo(Revision.Kind.UPDATE);
    assertThat(between(noted, noted.replace("Monday.", "Monday . ")).kind())
        .isEqualTo(Revision.Kind.FORM);
    assertThat(between(noted, noted.replace("at noon", "at ten")).kind())
        .isEqualTo(Revision.Kind.CORRECTION);
  }

  @Test
  void aChangedWordIsShownInItsSentence() {
    assertThat(passages(STORY, STORY.replace("31", "38")))
        .containsExactly("At least 31 people died. > At least 38 people died. (1)");
  }

  @Test
  void changesOfOneSentenceStandTogether() {
    assertThat(
            passages(
                STORY, STORY.replace("ferry sank", "old ferry sank").replace("Monday", "Tuesday")))
        .containsExactly(
            "The ferry sank off Brek on Monday. > The old ferry sank off Brek on Tuesday. (2)");
  }

  @Test
  void aSentenceMoreOrLessHasNoOther() {
    String more = STORY + "\n\nA search goes on.";
    assertThat(passages(STORY, more)).containsExactly("none > A search goes on. (1)");
    assertThat(passages(more, STORY)).containsExactly("A search goes on. > none (1)");
  }

  @Test
  void blanksAndKindsOfMarksAreNoPassage() {
    String other = STORY.replace('“', '"').replace('”', '"').replace("Monday. ", "Monday.  ");
    assertThat(Changes.between(STORY, other).list()).isNotEmpty();
    assertThat(passages(STORY, other)).isEmpty();
    assertThat(passages("He was sad.", "He was “sad”."))
        .containsExactly("He was sad. > He was “sad”. (2)");
  }

  private static List<String> passages(String before, String after) {
    return Passage.of(Changes.between(before, after)).stream()
        .map(
            one ->
                (one.before() == null ? "none" : one.before().of(before))
                    + " > "
                    + (one.after() == null ? "none" : one.after().of(after))
                    + " ("
                    + one.changes().size()
                    + ")")
        .toList();
  }

  private static Revision between(String before, String after) {
    return Revision.between(report(before), report(after));
  }

  private static Report report(String text) {
    return new Report("f", null, null, "", null, null, null, "en", text);
  }
}
