package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static rashomon.ingest.Given.codes;
import static rashomon.ingest.Given.read;
import static rashomon.ingest.Given.readInput;
import static rashomon.ingest.Given.resource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;
import rashomon.model.Report;
import rashomon.model.Version;

final class JsonTest {

  @TempDir Path folder;

  @Test
  void anObjectIsAReport() {
    Report report =
        read(new Given(folder)
                .file(
                    "c.json",
                    """
        {"id": "one", "url": "https://orvapost.example/1", "outlet": "Orva Post", "mood": {"text": "no"},
         "published": "2031-03-04T08:30:00Z", "modified": "2031-03-04T09:30:00Z", "seen": "2031-03-05",
         "title": "Ferries\\nstop", "text": "The wind rose.\\n\\n\\nNo ferry left.\\r\\n \\r\\nTea was served.\\n"}"""))
            .reports()
            .getFirst();
    assertThat(report)
        .extracting(Report::file, Report::url, Report::outlet, Report::title)
        .containsExactly("c.json", "https://orvapost.example/1", "Orva Post", "Ferries stop");
    assertThat(report.published()).hasToString("2031-03-04T08:30:00Z");
    assertThat(report.modified()).hasToString("2031-03-04T09:30:00Z");
    assertThat(report.seen()).hasToString("2031-03-05");
    assertThat(report.text())
        .isEqualTo("Ferries stop\n\nThe wind rose.\n\nNo ferry left.\n\nTea was served.");
  }

  @Test
  void everyLineIsAReportNamedByItsIdOrItsLine() {
    Path file = new Given(folder).file("ferries.jsonl", resource("ferries.jsonl"));
    assertThat(read(file).reports())
        .extracting(Report::file, Report::outlet, Report::text)
        .containsExactly(
            tuple(
                "ferries.jsonl#one",
                "Orva Post",
                "Ferries stop\n\nThe harbour master said no ferry will leave.\n\nThe crews’ union called it late."),
            tuple(
                "ferries.jsonl#2",
                "Dunmarsh Echo",
                "\n\nAt least 40 passengers were taken back.\n\nThey were given tea."));
    assertThat(readInput(resource("ferries.jsonl")).reports())
        .extracting(Report::file)
        .containsExactly("-#one", "-#2");
  }

  @Test
  void anArrayHoldsReports() {
    assertThat(
            readInput("[{\"text\": \"One.\"},\n {\"text\": \"Two.\", \"id\": \"../b\"}, 7]")
                .reports())
        .extracting(Report::file, Report::text)
        .containsExactly(tuple("-#1", "\n\nOne."), tuple("-#2", "\n\nTwo."));
  }

  @Test
  void aBrokenLineCostsThatLineAlone() {
    Batch batch =
        read(
            new Given(folder)
                .file(
                    "a.jsonl",
                    """
        {"text": "One."}
        {"text": "Two.

        {"title": "No text"}
        {"text": "Five."}"""));
    assertThat(batch.reports()).extracting(Report::file).containsExactly("a.jsonl#1", "a.jsonl#5");
    assertThat(batch.rejected())
        .extracting(Rejection::file, Rejection::code)
        .containsExactly(tuple("a.jsonl#2", "broken-json"), tuple("a.jsonl#4", "no-text"));
    assertThat(batch.rejected().getFirst().why()).contains("line 2, column ");
  }

  @Test
  void brokenJsonIsSaidWithItsPlace() {
    Batch batch = read(new Given(folder).file("a.json", "{\"title\": \"x\",\n \"text\": oops}"));
    assertThat(batch.reports()).isEmpty();
    assertThat(codes(batch)).containsExactly("broken-json");
    assertThat(batch.rejected().getFirst().why())
        .contains("line 2, column ")
        .doesNotContain("\n")
        .contains("repair");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\": null}",
        "{\"text\": \" \\n \"}",
        "{\"text\": [\"x\"]}",
        "[]",
        "[{}]",
        "{\"a\": 1}"
      })
  void jsonWithoutTextIsSaid(String json) {
    assertThat(readInput(json).reports()).isEmpty();
    assertThat(codes(readInput(json))).containsExactly("no-text");
  }

  @Test
  void numbersAndWordsAreNoReports() {
    for (String json : new String[] {"7", "null", "\"text\"", "true"}) {
      assertThat(codes(read(new Given(folder).file("a.json", json))))
          .as(json)
          .containsExactly("no-text");
    }
  }

  @Test
  void manyOpenBracketsAreBrokenJson() {
    Batch batch = read(new Given(folder).file("a.json", "[".repeat(100_000)));
    assertThat(codes(batch)).containsExactly("broken-json");
  }

  @Test
  void aLongTextInJsonIsTooLong() {
    assertThat(codes(readInput("{\"text\": \"" + "x ".repeat(1_000_001) + "\"}")))
        .containsExactly("too-long");
    String line = "{\"text\": \"" + "x ".repeat(1_000_001) + "\"}\n{\"text\": \"Short.\"}";
    assertThat(readInput(line).reports()).extracting(Report::file).containsExactly("-#2");
  }

  @Test
  void aBadTimeInAFieldIsSaid() {
    Batch batch = readInput("{\"text\": \"One.\", \"published\": 1700000000}");
    assertThat(batch.reports()).hasSize(1);
    assertThat(codes(batch)).containsExactly("bad-time");
  }

  @Test
  void textThatOnlyBeginsWithABracketIsText() {
    assertThat(readInput("[Orva Post] The wind rose.").reports().getFirst().text())
        .isEqualTo("[Orva Post] The wind rose.");
  }

  @Test
  void aFirstParagraphThatIsTheTitleStandsOnce() {
    assertThat(
            readInput(
                    "{\"title\": \"Ferries stop\", \"text\": \"Ferries stop\\n\\nThe wind rose.\"}")
                .reports()
                .getFirst()
                .text())
        .isEqualTo("Ferries stop\n\nThe wind rose.");
  }

  @Test
  void aRecordSaysAllThatIsKnownOfAReport() {
    Captured captured =
        Captured.read(
            new Capture(
                "all.jsonl#1",
                Instant.EPOCH,
                "application/json",
                Payload.of(
                    """
                    {"id": "a1", "text": "Regen.", "authors": ["Ilse Vant", "Osric Bey"],
                     "credit": "OWA", "stub": true, "language": "de-CH"}"""
                        .getBytes(StandardCharsets.UTF_8)),
                null));
    Version version = captured.versions().getFirst();
    assertThat(version.authors()).containsExactly("Ilse Vant", "Osric Bey");
    assertThat(version.report().credit()).isEqualTo("OWA");
    assertThat(version.report().stub()).isTrue();
    assertThat(version.report().language()).isEqualTo("de");
  }
}
