package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void linesBreakBetweenWordsAndIndentAsAsked() {
    String text = new Page(12, false).add(2, 4, "one two three four", Page.Tone.PLAIN).toString();
    assertThat(text).isEqualTo("  one two\n    three\n    four\n");
  }

  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertThat(Page.columns("漢字")).isEqualTo(4);
    assertThat(Page.columns("e\u0301")).isEqualTo(1);
    assertThat(new Page(5, false).add(0, "漢字漢字").toString()).isEqualTo("漢字\n漢字\n");
  }

  @Test
  void aWordLongerThanALineIsBrokenWithoutLosingAnything() {
    String word = "x".repeat(25) + "😀".repeat(5);
    String text = new Page(10, false).add(0, "a " + word + " b").toString();
    assertThat(text.lines())
        .allSatisfy(line -> assertThat(Page.columns(line)).isLessThanOrEqualTo(10));
    assertThat(text.replace("\n", "").replace(" ", "")).isEqualTo("a" + word + "b");
  }

  @Test
  void longWordsAreCutBetweenWordsAndNeverChanged() {
    assertThat(Page.cut("we stay until every sailor is home", 20)).isEqualTo("we stay until …");
    assertThat(Page.cut("we stay", 20)).isEqualTo("we stay");
    assertThat(Page.columns(Page.cut("y".repeat(50), 20))).isLessThanOrEqualTo(20);
  }

  @Test
  void whatATerminalWouldObeyIsNotSentToIt() {
    assertThat(Page.printable("red\u001b[31m\u0007 a\n\n b\u009b"))
        .isEqualTo("red\ufffd[31m\ufffd a b\ufffd");
  }

  @Test
  void markdownAndHtmlInAQuotationAreShownAsTheyAre() {
    assertThat(ComparisonMarkdown.escaped("*a* _b_ <b> | `c` [d](e) #1 \\"))
        .isEqualTo("\\*a\\* \\_b\\_ \\<b\\> \\| \\`c\\` \\[d\\](e) \\#1 \\\\");
  }

  @Test
  void aCutQuotationClosesAsItOpened() {
    assertThat(Wording.quoted("\"one two three four five\"", 14)).isEqualTo("\"one two …\"");
    assertThat(Wording.quoted("“one two”", 40)).isEqualTo("“one two”");
    assertThat(Wording.quoted("one two", 40)).isEqualTo("“one two”");
  }
}
