package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;

/** A story whose reports changed, over a real store. */
class VersionsTest {

  private static final String GAZETTE =
      """
      A fire on the quay in Kessen killed %d people on Monday, the fire service said.

      “We counted %d dead,” fire chief Ana Holm said.""";

  private static final String COURIER =
      """
      A fire on the quay in Kessen killed at least 52 people on Monday, the Kessen Courier has learned.

      The quay was closed by the harbour office.""";

  @TempDir Path folder;
  private String story = "";

  @BeforeEach
  void ingested() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(line("gazette", "08:00", null, "09:00", "Quay fire in Kessen kills 3", numbered(3)));
    lines.add(line("gazette", "08:00", null, "12:00", "Quay fire in Kessen kills 5", numbered(5)));
    lines.add(
        line("courier", "08:30", null, "09:10", "At least 52 dead in Kessen quay fire", COURIER));
    lines.add(
        line(
            "courier",
            "08:30",
            "11:00",
            "13:00",
            "WITHDRAWN: At least 52 dead in Kessen quay fire",
            "This story has been withdrawn. The Kessen Courier regrets the error."));
    Path file = Files.write(folder.resolve("lines.jsonl"), lines);
    assertThat(run("ingest", file.toString()).code()).isZero();
    JsonNode stories = Listing.JSON.readTree(run("stories", "--format", "json").out());
    assertThat(stories).hasSize(1);
    story = stories.get(0).path("id").asText();
    assertThat(stories.get(0).path("title").asText()).isEqualTo("Quay fire in Kessen kills 5");
    assertThat(stories.get(0).path("contested").asInt()).isZero();
  }

  @Test
  void asOfAMomentEachReportIsTheVersionOfThen() {
    Run ten = run("story", story, "--as-of", "2021-04-07T10:00:00Z");
    assertThat(ten.out())
        .contains("We counted 3 dead", "at least 52 people")
        .doesNotContain("We counted 5 dead", "withdrawn");
    Run noon = run("story", story, "--as-of", "2021-04-07T11:30:00Z");
    assertThat(noon.out())
        .contains("We counted 3 dead", "withdrawn 2021-04-07T11:00:00Z")
        .doesNotContain("at least 52 people");
    Run early = run("story", story, "--as-of", "2021-04-07T08:10:00Z");
    assertThat(early.out()).contains("We counted 3 dead").doesNotContain("Courier");
    assertThat(early.err())
        .contains(
            "left out, its text is known since 2021-04-07T08:30:00Z and not by 2021-04-07T08:10:00Z.");
    assertThat(run("story", story, "--as-of", "2021-04-06").code()).isEqualTo(1);
  }

  @Test
  void whatIsWithdrawnIsMarkedAndAnswersNothing() throws IOException {
    String text = run("story", story).out();
    assertThat(text)
        .contains("Courier, 2021-04-07T08:30:00Z, withdrawn 2021-04-07T11:00:00Z: WITHDRAWN")
        .doesNotContain("CONTESTED", "At least 52 dead”", "Not mentioned by: Courier");
    JsonNode json = Listing.JSON.readTree(run("story", story, "--format", "json").out());
    JsonNode courier = json.path("reports").get(1);
    assertThat(courier.path("withdrawn").path("at").asText()).isEqualTo("2021-04-07T11:00:00Z");
    assertThat(courier.path("withdrawn").path("text").asText())
        .isEqualTo(
            courier
                .path("text")
                .asText()
                .substring(
                    courier.path("withdrawn").path("start").asInt(),
                    courier.path("withdrawn").path("end").asInt()));
    assertThat(json.path("reports").get(0).has("withdrawn")).isFalse();
    assertThat(json.path("figures").findValuesAsText("report")).isNotEmpty().containsOnly("r1");
    assertThat(run("story", story, "--format", "html").out())
        .contains("<strong>withdrawn</strong>");
    assertThat(run("story", story, "--format", "markdown").out()).contains("withdrawn 2021");
  }

  @Test
  void changesAreNamedForWhatTheyAreAndStandInTheirSentences() throws IOException {
    assertThat(run("story", story, "--changes").out())
        .contains(
            "Version 2, seen 2021-04-07T12:00:00Z: an update",
            "Version 2, modified 2021-04-07T11:00:00Z, seen 2021-04-07T13:00:00Z: a withdrawal",
            "headline “3” → “5”",
            "¶1 “3” → “5”",
            "- “A fire on the quay in Kessen killed 3 people on Monday, the fire service said.”",
            "+ “A fire on the quay in Kessen killed 5 people on Monday, the fire service said.”");
    JsonNode json =
        Listing.JSON.readTree(run("story", story, "--changes", "--format", "json").out());
    assertThat(json.path("reports").findValuesAsText("kind"))
        .contains("update", "withdrawal", "replaced");
    JsonNode gazette = json.path("reports").get(0).path("versions").get(0);
    assertThat(gazette.path("passages").get(1).path("after").path("paragraph").asInt())
        .isEqualTo(1);
    assertThat(gazette.path("gone").get(0).get(0).path("text").asText()).contains("3 dead");
    assertThat(run("story", story, "--changes", "--as-of", "2021-04-07T10:00:00Z").out())
        .startsWith("No report changed");
  }

  @Test
  void whatIsNoFormatOfTheirsIsRefused() throws IOException {
    for (String what : List.of("--changes", "--history")) {
      Run run = run("story", story, what, "--format", "markdown");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains(what + " is written as text or json, not as markdown");
      Path file = folder.resolve(what + ".json");
      assertThat(run("story", story, what, "--format", "json", "-o", file.toString()).out())
          .isEmpty();
      assertThat(Listing.JSON.readTree(Files.readString(file)).path("story").asText())
          .isEqualTo(story);
    }
    assertThat(run("story", story, "--changes", "--history").code()).isEqualTo(2);
  }

  @Test
  void whatAPersonForcedIsToldInASentence() throws IOException {
    Run parted = run("story", story, "--without", "courier");
    JsonNode stories = Listing.JSON.readTree(run("stories", "--format", "json").out());
    String other =
        stories.findValuesAsText("id").stream()
            .filter(id -> id.startsWith("s") && !id.equals(story))
            .findFirst()
            .orElseThrow();
    String name = parted.out().replaceFirst("Correction (c\\w+) holds(?s:.*)", "$1");
    assertThat(parted.out())
        .isEqualTo(
            "Correction "
                + name
                + " holds; --undo "
                + name
                + " takes it back. courier is in "
                + other
                + " now, the rest in "
                + story
                + ".\n");
    assertThat(run("story", story, "--history").out().replaceAll("\\s+", " "))
        .contains(
            other + " split off By hand: correction " + name + ".",
            "CORRECTED " + name + " 20",
            "by hand: Courier, “WITHDRAWN: At least 52 dead in Kessen quay fire” is of another"
                + " story than Gazette, “Quay fire in Kessen kills 5”.")
        .doesNotContain("more in common", "{");
    JsonNode history =
        Listing.JSON.readTree(run("story", story, "--history", "--format", "json").out());
    assertThat(history.path("corrections").get(0).path("id").asText()).isEqualTo(name);
    assertThat(history.path("events").findValuesAsText("why"))
        .contains("By hand: correction " + name + ".");
  }

  private static String numbered(int dead) {
    return GAZETTE.replace("%d", String.valueOf(dead));
  }

  private static String line(
      String id,
      String published,
      @Nullable String modified,
      String seen,
      String title,
      String text) {
    ObjectNode line = Listing.JSON.createObjectNode();
    line.put("id", id).put("url", "https://" + id + ".example/fire");
    line.put("outlet", id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
    line.put("published", time(published)).put("seen", time(seen));
    if (modified != null) {
      line.put("modified", time(modified));
    }
    return line.put("title", title).put("text", text).toString();
  }

  private static String time(String time) {
    return "2021-04-07T" + time + ":00Z";
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--store", folder.resolve("store").toString()));
    return Consoles.run(all.toArray(String[]::new));
  }
}
