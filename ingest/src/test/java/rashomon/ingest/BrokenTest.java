package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static rashomon.ingest.Given.resource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Rejection;

/** Whatever comes in: a report or a rejection comes out, and nothing is thrown. */
final class BrokenTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ferries.html",
        "ferries.html.gz",
        "ferries.jsonl",
        "utf-8.txt",
        "windows-1252.txt",
        "utf-16be.txt",
        "utf-32le-mark.txt",
        "koi8-r.txt"
      })
  void everyBeginningOfAFileIsAReportOrARejection(String name) {
    byte[] whole = resource(name);
    for (int length = 0; length <= whole.length; length++) {
      answers(name, Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ferries.html",
        "ferries.html.gz",
        "ferries.jsonl",
        "utf-8.txt",
        "utf-16le-mark.txt"
      })
  void aFileWithChangedBytesIsAReportOrARejection(String name) {
    Random random = new Random(11);
    for (int round = 0; round < 100; round++) {
      byte[] bytes = resource(name);
      for (int change = 0; change < 5; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      answers(name, bytes);
    }
  }

  @Test
  void noiseUnderAnyNameIsAReportOrARejection() {
    Random random = new Random(13);
    for (int round = 0; round < 60; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      for (String name : new String[] {"a.txt", "a.html", "a.json", "a.jsonl", "a.gz", "a"}) {
        answers(name, bytes);
      }
    }
  }

  @Test
  void turkishLettersChangeNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      Given given = new Given(folder);
      Batch batch =
          Given.read(
              given.file("FERRIES.HTML", resource("ferries.html")),
              given.file("I.TXT", "IT IS SAID THAT\n\nthe ferry."),
              given.file("I.JSONL", resource("ferries.jsonl")));
      assertThat(batch.reports()).hasSize(4);
      assertThat(batch.reports().getFirst().outlet()).isEqualTo("The Orva Post");
      assertThat(batch.rejected()).isEmpty();
    } finally {
      Locale.setDefault(before);
    }
  }

  private void answers(String name, byte[] bytes) {
    Batch batch = Given.read(new Given(folder).file(name, bytes));
    assertThat(batch.reports().size() + batch.rejected().size())
        .as("%s of %d bytes", name, bytes.length)
        .isPositive();
    for (Rejection rejection : batch.rejected()) {
      assertThat(rejection.code()).matches("[a-z]+(-[a-z]+)*");
      assertThat(rejection.why()).matches("\\P{Cntrl}{20,400}");
    }
    batch.reports().forEach(report -> assertThat(report.text()).isNotBlank());
  }
}
