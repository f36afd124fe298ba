package rashomon.extract.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.extract.attribution.Attribution;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;
import rashomon.extract.text.Tagger;

class SpanTaggerTest {

  private static final Tagger TAGGER = Tagger.load(Lexicon.load());
  private static final SpanTagger MODEL = load();

  private static SpanTagger load() {
    try {
      return SpanTagger.load().orElseThrow();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static List<String> parts(String words) {
    TaggedText text = TAGGER.tag(words);
    return MODEL.parts(Attribution.inputs(text, MODEL.vocabulary())).stream()
        .map(part -> part.role() + " " + text.span(part.first(), part.last()).of(words))
        .toList();
  }

  @Test
  void aPlainReportIsTagged() {
    assertThat(parts("Harbour master Lene Harrow said the port would stay shut until Friday."))
        .containsExactly(
            "SOURCE Harbour master Lene Harrow",
            "CUE said",
            "CONTENT the port would stay shut until Friday");
  }

  @Test
  void whoIsNamedChangesNothing() {
    String report =
        "“We will not move,” NAME told reporters. The ministry of ELSEWHERE accused NAME of delay.";
    List<String> known = parts(report.replace("NAME", "Johnson").replace("ELSEWHERE", "Canada"));
    List<String> unknown = parts(report.replace("NAME", "Qvorl").replace("ELSEWHERE", "Wexony"));
    assertThat(known)
        .isNotEmpty()
        .isEqualTo(
            unknown.stream()
                .map(part -> part.replace("Qvorl", "Johnson").replace("Wexony", "Canada"))
                .toList());
  }

  @Test
  void aTextWithoutWordsHasNoParts() {
    assertThat(parts("")).isEmpty();
    assertThat(parts("\u200b …")).isEmpty();
  }

  @Test
  void partsDoNotDependOnHowFarIntoAReportTheyStand() {
    String paragraph = "The tide was low that day and the boats lay on the sand.\n\n";
    String said = "Lene Harrow said the port would stay shut.";
    for (int before : new int[] {1, 7, 19, 20, 21, 60}) {
      assertThat(parts(paragraph.repeat(before) + said))
          .contains("SOURCE Lene Harrow", "CUE said", "CONTENT the port would stay shut");
    }
  }

  @Test
  void theFilesAreThoseOfTheChecksums() throws Exception {
    String sums = new String(bytes("SHA256SUMS"), StandardCharsets.UTF_8);
    assertThat(sums.lines())
        .hasSize(3)
        .allSatisfy(
            line -> {
              String[] cells = line.split(" +");
              byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(cells[1]));
              assertThat(HexFormat.of().formatHex(digest)).as(cells[1]).isEqualTo(cells[0]);
            });
    int size =
        bytes(SpanTagger.GRAPH).length
            + bytes(SpanTagger.CHAIN).length
            + bytes(SpanTagger.VOCABULARY).length;
    assertThat(size).isLessThan(30_000_000);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = SpanTagger.class.getResourceAsStream("/rashomon/extract/model/" + file)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  @Test
  void aBrokenModelIsAnErrorThatSaysSo() throws IOException {
    InputStream nonsense = new ByteArrayInputStream("nonsense".getBytes(StandardCharsets.UTF_8));
    InputStream vocabulary = new ByteArrayInputStream(bytes(SpanTagger.VOCABULARY));
    InputStream chain = new ByteArrayInputStream(bytes(SpanTagger.CHAIN));
    assertThatThrownBy(() -> SpanTagger.read(nonsense, vocabulary, chain))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the trained model cannot be used here");
  }
}
