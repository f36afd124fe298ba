package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static rashomon.ingest.Given.codes;
import static rashomon.ingest.Given.gzip;
import static rashomon.ingest.Given.readInput;
import static rashomon.ingest.Given.resource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Report;

final class EncodingTest {

  private static final String ENGLISH = new String(resource("utf-8.txt"), StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf-8.txt",
        "utf-8-mark.txt",
        "windows-1252.txt",
        "utf-16le-mark.txt",
        "utf-16be.txt",
        "utf-32le-mark.txt"
      })
  void theSameTextComesOutOfEveryEncoding(String name) {
    assertThat(readInput(resource(name)).reports().getFirst().text()).isEqualTo(ENGLISH);
    assertThat(readInput(gzip(resource(name))).reports().getFirst().text()).isEqualTo(ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1.txt, Le bac du lac Orva est arrêté, fr",
    "koi8-r.txt, Паром на озере Орва остановлен, ru"
  })
  void textInOlderEncodingsIsFoundOut(String name, String title, String language) {
    Report report = readInput(resource(name)).reports().getFirst();
    assertThat(report.title()).isEqualTo(title);
    assertThat(report.language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“No ferry will leave,” he said.",
        "Ferry’s off",
        "£40 was paid — “late”, it’s said…",
        "<meta charset=iso-8859-1><p>“No.”"
      })
  void aWordProcessorsQuotesComeOutRightInShortTextsToo(String text) {
    byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
    assertThat(readInput(bytes).reports().getFirst().text()).endsWith(text.replaceAll("<.*>", ""));
  }

  @Test
  void oneBrokenByteCostsOneCharacter() {
    byte[] bytes =
        "The crews’ union – and the harbour’s “master” – spoke.".getBytes(StandardCharsets.UTF_8);
    bytes[4] = (byte) 0xff;
    assertThat(readInput(bytes).reports().getFirst().text())
        .isEqualTo("The \ufffdrews’ union – and the harbour’s “master” – spoke.");
  }

  @Test
  void bytesThatAreNoUtf8AreStillReadAsSomeText() {
    byte[] bytes =
        "The caf\u00e9 stayed shut, said the owner.".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(readInput(bytes).reports().getFirst().text())
        .isEqualTo("The café stayed shut, said the owner.");
  }

  @Test
  void binaryDataIsRefused() {
    byte[] noise = new byte[5_000];
    new Random(7).nextBytes(noise);
    assertThat(codes(readInput(noise))).containsExactly("binary");
    assertThat(codes(readInput("text with a \0 in it"))).containsExactly("binary");
    assertThat(codes(readInput("\u0001\u0002\u0003\u0004 beep"))).containsExactly("binary");
    assertThat(codes(readInput(gzip(gzip(noise))))).containsExactly("binary");
  }

  @ParameterizedTest
  @CsvSource({"PKPK, ", "{\\rtf1, RTF"})
  void aKnownKindOfFileIsNamed(String start, String kind) {
    byte[] bytes = (start + " and more").getBytes(StandardCharsets.ISO_8859_1);
    if (kind == null) {
      assertThat(readInput(bytes).reports()).hasSize(1);
    } else {
      assertThat(codes(readInput(bytes))).containsExactly("binary");
      assertThat(readInput(bytes).rejected().getFirst().why()).contains(kind);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r\n", "\ufeff", "\u2003\u3000"})
  void aFileWithoutTextIsEmpty(String text) {
    assertThat(codes(readInput(text))).containsExactly("empty");
    assertThat(codes(readInput(gzip(text.getBytes(StandardCharsets.UTF_8)))))
        .containsExactly("empty");
  }

  @Test
  void aFileThatUnpacksToTooMuchIsNotUnpackedWhole() {
    byte[] bomb = gzip(new byte[Bytes.MAX_BYTES + 5]);
    assertThat(bomb.length).isLessThan(200_000);
    assertThat(codes(readInput(bomb))).containsExactly("too-long");
  }

  @Test
  void aTextOfTwoMillionCharactersIsReadAndOneMoreIsTooLong() {
    String longest = "word ".repeat(Ingest.MAX_LENGTH / 5);
    assertThat(readInput(longest).reports().getFirst().text()).hasSize(2_000_000);
    assertThat(codes(readInput(longest + "!"))).containsExactly("too-long");
    assertThat(readInput(longest + "!").rejected().getFirst().why()).contains("2000001");
  }

  @Test
  void oneLineOfAMillionCharactersIsRead() {
    assertThat(readInput("x".repeat(1_000_000)).reports().getFirst().text()).hasSize(1_000_000);
    assertThat(readInput(" ".repeat(1_000_000) + "x").reports()).hasSize(1);
  }
}
