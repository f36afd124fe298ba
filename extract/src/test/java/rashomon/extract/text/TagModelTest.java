package rashomon.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.Test;
import rashomon.model.Tag;

class TagModelTest {

  @Test
  void theTagsAreThoseOfOpenNlp() throws IOException {
    POSModel model;
    try (InputStream in =
        TagModelTest.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
      model = new POSModel(Objects.requireNonNull(in));
    }
    POSTaggerME theirs = new POSTaggerME(model);
    TagModel ours = new TagModel(model);
    List<String[]> sentences = sentences();
    assertThat(sentences).hasSizeGreaterThan(200);
    for (String[] words : sentences) {
      assertThat(ours.tag(words))
          .as(String.join(" ", words))
          .isEqualTo(
              Arrays.stream(theirs.tag(words))
                  .map(tag -> Tag.valueOf(tag.replaceFirst("\\+.*", "")))
                  .toArray(Tag[]::new));
    }
  }

  /** Those of the golden texts, and their words in a wrong order. */
  private static List<String[]> sentences() throws IOException {
    List<String[]> sentences = new ArrayList<>();
    Random chance = new Random(7);
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".in")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          for (String sentence : line.split("(?<=[.?!”]) ")) {
            List<String> words = new ArrayList<>(List.of(sentence.split(" |(?=[.,?!”])|(?<=“)")));
            sentences.add(words.toArray(String[]::new));
            Collections.shuffle(words, chance);
            sentences.add(words.toArray(String[]::new));
          }
        }
      }
    }
    sentences.removeIf(words -> Arrays.stream(words).anyMatch(String::isEmpty));
    return sentences;
  }
}
