package rashomon.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

  private static final String LONG = "The harbour master opened both locks before the tide turned.";

  @Test
  void aTextThatStaysHasNoChanges() {
    assertThat(Told.between(LONG, LONG)).isEmpty();
    assertThat(Told.between("", "")).isEmpty();
  }

  @Test
  void aWordIsReplacedAsAWhole() {
    assertThat(Told.between("At least 20 people died.", "At least 31 people died."))
        .containsExactly("[20>31]");
    assertThat(Told.between("The mayor resigned.", "The mayoress resigned."))
        .containsExactly("[mayor>mayoress]");
  }

  @Test
  void aTextOfNothingIsAddedOrRemoved() {
    assertThat(Told.between("", "Ferry sinks.")).containsExactly("+Ferry sinks.+");
    assertThat(Told.between("Ferry sinks.", "")).containsExactly("-Ferry sinks.-");
  }

  @Test
  void aSentenceLeftOutIsLeftOutFromItsBeginning() {
    assertThat(
            Told.between(
                "Officials said 12 had died. Officials said 12 were hurt on the quay.",
                "Officials said 12 were hurt on the quay."))
        .containsExactly("-Officials said 12 had died. -");
    assertThat(Told.between("One stays.\n\nTwo goes.\n\nTwo stays.", "One stays.\n\nTwo stays."))
        .containsExactly("-Two goes.\n\n-");
  }

  @Test
  void aSentenceToldAnewIsOneChange() {
    List<String> told =
        Told.between(
            "The company said the pump had been checked in May and was safe.",
            "Inspectors found the valve and every gauge near the tank broken.");
    assertThat(told).hasSize(1);
  }

  @Test
  void aParagraphThatMovedIsKnownAgain() {
    String one = "Divers reached the wreck of the boat at noon on the second day.";
    String other = "The owner of the line said the crew had been told to wait for orders.";
    assertThat(
            Told.between(
                LONG + "\n\n" + one + "\n\n" + other, LONG + "\n\n" + other + "\n\n" + one))
        .filteredOn(change -> !change.substring(1, change.length() - 1).isBlank())
        .containsExactly("~" + one + "~");
  }

  @Test
  void aChangeLiesBetweenUnchangedParagraphs() {
    String before = LONG + "\n\nThe ship carried 40 people.\n\n" + LONG;
    String after = LONG + "\n\nThe ship carried 41 people, 3 of them crew.\n\n" + LONG;
    assertThat(Told.between(before, after)).containsExactly("[40>41]", "+, 3 of them crew+");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void changesMakeTheLaterTextOfTheEarlier(long seed) {
    Random chance = new Random(seed);
    for (int round = 0; round < 40; round++) {
      List<String> paragraphs = Told.paragraphs(1 + chance.nextInt(12), chance);
      String before = String.join("\n\n", paragraphs);
      String after = edited(paragraphs, chance);
      assertThat(Told.applied(Changes.between(before, after))).isEqualTo(after);
      assertThat(Told.applied(Changes.between(after, before))).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\nA\r\n B\n",
        "  \n\n ",
        "“A”\u00A0— b…",
        "\uD83D\uDE00 x\uD83D\uDE00",
        "a a a a a a",
        "x\n\nx\n\nx"
      })
  void oddTextsAreNoException(String text) {
    for (String other : List.of("", "a", "a a", "x\n\nx", text + " " + text, "\n" + text + "\n")) {
      assertThat(Told.applied(Changes.between(text, other))).isEqualTo(other);
      assertThat(Told.applied(Changes.between(other, text))).isEqualTo(text);
    }
  }

  @Test
  void longTextsTakeNoLongTime() {
    Random chance = new Random(1);
    List<String> paragraphs = Told.paragraphs(800, chance);
    String before = String.join("\n\n", paragraphs);
    assertThat(before.length()).isGreaterThan(80_000);
    List<String> everywhere =
        paragraphs.stream().map(paragraph -> paragraph.replaceFirst("The ", "A ")).toList();
    String anew = String.join("\n\n", Told.paragraphs(800, chance));
    String shuffled = shuffled(before, chance);
    for (String after :
        List.of(
            String.join("\n\n", everywhere),
            anew,
            shuffled,
            before.replace('\n', ' '),
            "x".repeat(90_000))) {
      Assertions.assertTimeout(
          Duration.ofSeconds(5),
          () -> assertThat(Told.applied(Changes.between(before, after))).isEqualTo(after));
    }
    assertThat(Told.between(before, String.join("\n\n", everywhere)))
        .hasSize(800)
        .containsOnly("[The>A]");
  }

  private static String shuffled(String text, Random chance) {
    List<String> words = new ArrayList<>(List.of(text.replace(".", "").split("\\s+")));
    Collections.shuffle(words, chance);
    return String.join(" ", words);
  }

  private static String edited(List<String> paragraphs, Random chance) {
    List<String> edited = new ArrayList<>(paragraphs);
    for (int edits = chance.nextInt(6); edits > 0; edits--) {
      int at = chance.nextInt(edited.size());
      switch (chance.nextInt(6)) {
        case 0 -> edited.add(at, Told.paragraphs(1, chance).getFirst());
        case 1 -> edited.add(chance.nextInt(edited.size()), edited.remove(at));
        case 2 -> edited.set(at, edited.get(at).replaceFirst("said", Told.word(chance)));
        case 3 -> edited.set(at, edited.get(at) + " " + edited.get(at));
        case 4 -> edited.set(at, edited.get(at).replaceAll("\\. ", ".\n"));
        default -> edited.set(at, edited.get(at).substring(edited.get(at).length() / 2));
      }
    }
    return String.join("\n\n", edited);
  }
}
