package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;
import rashomon.store.Store;

/** What one party said, over time: denials, silent edits, and where it says something else. */
class PartyTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ABOUT = "The ferry Ostrel sank off Haldalar on Monday.\n\n";

  @TempDir Path folder;

  @Test
  void aDenialIsShownAsOne() throws IOException {
    String text = ABOUT + "Palo Renn denied that the ferry had been overloaded.";
    ingest(record("a", 1, text));
    for (Run run : List.of(run("party", "Renn"), run("search", "overloaded"))) {
      assertThat(run.out())
          .contains(
              "Palo Renn — denied: “that the ferry had been overloaded”\n", " · a denial · s");
    }
    for (Run run :
        List.of(
            run("party", "Renn", "--format", "json"),
            run("search", "overloaded", "--format", "json"))) {
      JsonNode said = JSON.readTree(run.out()).path("statements").get(0);
      assertThat(said.path("polarity").asText()).isEqualTo("denied");
      JsonNode cue = said.path("cue");
      assertThat(cue.path("text").asText()).isEqualTo("denied");
      assertThat(kept("a").substring(cue.path("start").asInt(), cue.path("end").asInt()))
          .isEqualTo("denied");
    }
    ingest(record("b", 2, ABOUT + "Palo Renn said the ferry had been late."));
    JsonNode late = JSON.readTree(run("search", "late", "--format", "json").out());
    assertThat(late.path("statements").get(0).path("polarity").asText()).isEqualTo("affirmed");
  }

  @Test
  void aSilentEditIsSeen() throws IOException {
    String text = ABOUT + "“We counted %s dead,” Ana Holm of the coast guard said.";
    ingest(record("a", 1, text.replace("%s", "3")), record("a", 2, text.replace("%s", "5")));
    assertThat(run("party", "holm").out())
        .startsWith("2 statements by holm")
        .containsSubsequence(
            "“We counted 3 dead,”",
            "2031-03-01T08:00:00Z · no longer in the report since 2031-03-02T09:00:00Z",
            "“We counted 5 dead,”",
            "2031-03-02T09:00:00Z (version 2)",
            "GIVES SEVERAL ANSWERS",
            "3 dead",
            "5 dead");
    JsonNode party = JSON.readTree(run("party", "holm", "--format", "json").out());
    JsonNode first = party.path("statements").get(0);
    assertThat(first.path("gone").path("at").asText()).isEqualTo("2031-03-02T09:00:00Z");
    assertThat(first.path("last").path("version").asInt()).isEqualTo(1);
    assertThat(party.path("statements").get(1).path("gone").isNull()).isTrue();
    assertThat(party.path("differs")).hasSize(1);
    assertThat(run("search", "\"counted 3\"").out()).contains("no longer in the report since");
    String before = derived();
    assertThat(run("rebuild").code()).isZero();
    assertThat(derived()).isEqualTo(before);
    assertThat(run("forget", "https://a.example/a").code()).isZero();
    assertThat(run("party", "holm").code()).isEqualTo(1);
  }

  @Test
  void anotherAnswerThanBeforeIsShownInThePartysOwnWords() throws IOException {
    String count = ABOUT + "The harbour office said %s people were killed when the ferry sank.";
    ingest(
        record("a", 1, count.replace("%s", "12")),
        record("b", 2, count.replace("%s", "19")),
        record("c", 3, count.replace("%s", "19") + "\n\nThe union said 40 people were killed."));
    JsonNode differs = differs("harbour office");
    assertThat(differs).hasSize(1);
    JsonNode answers = differs.get(0).path("answers");
    assertThat(answers).hasSize(2);
    JsonNode earlier = answers.get(0).path("statements").get(0);
    assertThat(earlier.path("words").asText()).startsWith("12 people were killed");
    assertThat(earlier.path("outlet").asText()).isEqualTo("Outlet a");
    assertThat(earlier.path("at").asText()).isEqualTo("2031-03-01T08:00:00Z");
    assertThat(answers.get(1).path("statements").findValuesAsText("report"))
        .containsExactly("b", "c");
    assertThat(run("party", "union").out()).doesNotContain("GIVES SEVERAL ANSWERS");
  }

  @Test
  void statesAndDenialsAreAnswersToo() throws IOException {
    ingest(
        record("a", 1, ABOUT + "“The harbour was open,” Odra Lenn said."),
        record("b", 2, ABOUT + "Odra Lenn said the harbour was closed on Monday."),
        record("c", 1, ABOUT + "Palo Renn denied that the ferry had been overloaded."),
        record("d", 2, ABOUT + "Palo Renn said the ferry had been overloaded."));
    assertThat(differs("Lenn").findValuesAsText("facet")).contains("status");
    assertThat(differs("Renn").findValuesAsText("facet")).contains("denial");
    assertThat(run("party", "Renn").out())
        .containsSubsequence(
            "GIVES SEVERAL ANSWERS",
            "Palo Renn — denied: “that the ferry had been overloaded”",
            "Outlet c, 2031-03-01T08:00:00Z · a denial",
            "Palo Renn — said: “the ferry had been overloaded”",
            "Outlet d, 2031-03-02T08:00:00Z");
  }

  @Test
  void whoDiffersFromAnotherDoesNotDifferFromItself() throws IOException {
    ingest(
        record("a", 1, ABOUT + "Odra Lenn said 12 people were killed when the ferry sank."),
        record("b", 2, ABOUT + "Karl Lenn said 19 people were killed when the ferry sank."));
    assertThat(run("party", "Lenn").out()).startsWith("2 statements by Lenn");
    assertThat(differs("Lenn")).isEmpty();
  }

  @Test
  void whereNothingIsFoundTheFiltersAreNamed() throws IOException {
    ingest(record("a", 1, ABOUT));
    assertThat(run("party", "Nobody").out()).startsWith("Nobody named “Nobody” says anything in ");
    assertThat(
            run("search", "--outlet", "Zeta", "--party", "Holm", "--from", "2031-01-01", "x").out())
        .startsWith(
            "Nothing of an outlet “Zeta” said by a party “Holm” with the words “x” from 2031-01-01 is found");
  }

  private JsonNode differs(String party) throws IOException {
    return JSON.readTree(run("party", party, "--format", "json").out()).path("differs");
  }

  private static String record(String id, int day, String text) {
    String date = "2031-03-0" + day;
    return JSON.createObjectNode()
        .put("id", id)
        .put("outlet", "Outlet " + id)
        .put("url", "https://a.example/" + id)
        .put("title", "Ferry Ostrel sinks off Haldalar")
        .put("published", (id.equals("a") ? "2031-03-01" : date) + "T08:00:00Z")
        .put("seen", date + "T09:00:00Z")
        .put("text", text)
        .toString();
  }

  private void ingest(String... records) throws IOException {
    Path file = folder.resolve("records.jsonl");
    Files.write(file, Arrays.asList(records));
    assertThat(run("ingest", file.toString()).code()).isZero();
  }

  private String kept(String report) {
    try (Store open = Store.existing(folder.resolve("store").toString(), Remembered.ARCHIVE)) {
      return open.read(t -> t.reports().latest(report).orElseThrow().report().text());
    }
  }

  private String derived() {
    try (Store open = Store.existing(folder.resolve("store").toString(), Remembered.ARCHIVE)) {
      return open.read(t -> t.derived().sha256());
    }
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--store", folder.resolve("store").toString()));
    return Consoles.run(all.toArray(String[]::new));
  }
}
