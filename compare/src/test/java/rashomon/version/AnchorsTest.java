package rashomon.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Span;

class AnchorsTest {

  private static final String BEFORE =
      """
      Twelve people died when the ferry sank, the ministry said.

      “We were told to wait,” the captain said. He declined to say by whom.

      The line had been warned twice this year about its oldest boats.""";

  @Test
  void wordsAreFoundAfterWordsThatCameBeforeThem() {
    String after = "Rescuers have gone home.\n\n" + BEFORE;
    assertThat(found("the captain said", BEFORE, after)).isEqualTo("the captain said");
    assertThat(place("the captain said", BEFORE, after))
        .isEqualTo(after.indexOf("the captain said"));
  }

  @Test
  void wordsThatChangedAreAnOrphan() {
    String after = BEFORE.replace("Twelve", "Fifteen");
    assertThat(found("Twelve people died", BEFORE, after)).isNull();
    assertThat(found("people died", BEFORE, after)).isEqualTo("people died");
  }

  @Test
  void wordsWithOthersPutBetweenThemAreAnOrphan() {
    String after = BEFORE.replace("the captain said", "the captain, in tears, said");
    assertThat(found("the captain said", BEFORE, after)).isNull();
  }

  @Test
  void anOrphanIsNotMovedToTheSameWordsElsewhere() {
    String before = "Twelve died on the quay.\n\nIn the town of Brek, twelve died on the quay too.";
    String after = "In the town of Brek, twelve died on the quay too.";
    assertThat(place("died on the quay", before, after)).isEqualTo(-1);

    String gone = BEFORE.replace("He declined to say by whom.", "");
    String again = gone + " The owner was asked as well. He declined to say by whom.";
    assertThat(place("He declined to say by whom.", BEFORE, again)).isEqualTo(-1);
  }

  @Test
  void ofTwoLikePassagesOfWhichOneIsLeftNeitherIsGuessed() {
    String before = "They counted 12 from Ava and 12 from Brek before dark.";
    String after = "They counted 12 from Brek before dark.";
    Span first = new Span(before.indexOf("12"), before.indexOf("12") + 2);
    assertThat(Anchors.find(first, before, after)).isInstanceOf(Anchor.Orphan.class);
    assertThat(found("They counted", before, after)).isEqualTo("They counted");
    assertThat(found("before dark", before, after)).isEqualTo("before dark");
  }

  @Test
  void aWholeSentenceLeftOutLeavesNoDoubt() {
    String before = "Officials said 12 had died. Officials said 12 were hurt on the quay.";
    String after = "Officials said 12 were hurt on the quay.";
    int second = before.lastIndexOf("12");
    assertThat(Anchors.find(new Span(second, second + 2), before, after))
        .isEqualTo(new Anchor.Found(new Span(15, 17)));
    assertThat(place("12", before, after)).isEqualTo(-1);
  }

  @Test
  void aMovedParagraphTakesItsWordsAlong() {
    String[] paragraphs = BEFORE.split("\n\n");
    String after = paragraphs[0] + "\n\n" + paragraphs[2] + "\n\n" + paragraphs[1];
    assertThat(found("warned twice", BEFORE, after)).isEqualTo("warned twice");
    assertThat(found("told to wait", BEFORE, after)).isEqualTo("told to wait");
  }

  @Test
  void otherMarksAndBlanksAreTheSameWords() {
    String after = BEFORE.replace('“', '"').replace('”', '"').replace("said. He", "said.\n\nHe");
    assertThat(found("“We were told to wait,”", BEFORE, after))
        .isEqualTo("\"We were told to wait,\"");
    assertThat(found("said. He declined", BEFORE, after)).isEqualTo("said.\n\nHe declined");
  }

  @Test
  void nothingIsFoundInAnotherText() {
    String after = "Nothing of what stood here before was left by the ministry’s desk that night.";
    assertThat(found("the ministry said", BEFORE, after)).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsFoundHasTheSameWordsAndWhatStayedIsFound(long seed) {
    Random chance = new Random(seed);
    for (int round = 0; round < 30; round++) {
      List<String> paragraphs = new ArrayList<>(Told.paragraphs(6, chance));
      String before = String.join("\n\n", paragraphs);
      String stays = paragraphs.get(3);
      int start = before.indexOf(stays);
      paragraphs.add(chance.nextInt(3), Told.paragraphs(1, chance).getFirst());
      paragraphs.remove(paragraphs.size() - 1);
      String after = String.join("\n\n", paragraphs);
      Anchors anchors = new Anchors(Changes.between(before, after));
      for (int i = 0; i < 50; i++) {
        int from = chance.nextInt(before.length() - 1);
        Span span = new Span(from, from + 1 + chance.nextInt(Math.min(40, before.length() - from)));
        if (anchors.find(span) instanceof Anchor.Found(Span there)) {
          assertThat(Typography.plain(there.of(after)))
              .isEqualTo(Typography.plain(span.of(before)));
        }
      }
      assertThat(anchors.find(new Span(start, start + stays.length())))
          .isEqualTo(
              new Anchor.Found(
                  new Span(after.indexOf(stays), after.indexOf(stays) + stays.length())));
    }
  }

  private static int place(String words, String before, String after) {
    int at = before.indexOf(words);
    return Anchors.find(new Span(at, at + words.length()), before, after)
            instanceof Anchor.Found(Span span)
        ? span.start()
        : -1;
  }

  private static @Nullable String found(String words, String before, String after) {
    int at = before.indexOf(words);
    return Anchors.find(new Span(at, at + words.length()), before, after)
            instanceof Anchor.Found(Span span)
        ? span.of(after)
        : null;
  }
}
