package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;

class DemoTest {

  @TempDir Path folder;

  @Test
  void theDemoComparesSevenReports() {
    Path page = folder.resolve("page.html");
    Run run = Consoles.run("demo", "--page", page.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("The same as a page: " + page + "\n");
    assertThat(page).content().startsWith("<!doctype html>").contains("Tavin Seafarers' Union");
    assertThat(run.out()).startsWith("7 reports");
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(Page.columns(line)).isLessThanOrEqualTo(100));
  }

  @Test
  void aPageThatCannotBeWrittenTakesNothingFromTheText() {
    Run run = Consoles.run("demo", "--page", folder.resolve("none/page.html").toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("7 reports");
    assertThat(run.err()).startsWith("rashomon: Cannot write ").hasLineCount(1);
  }

  @Test
  void thePictureInTheReadmeIsOfThePageAsItIs() throws IOException, GeneralSecurityException {
    String page = Consoles.run("demo", "--format", "html").out();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8));
    assertThat(Files.readString(Path.of("..", "docs", "page.sha256")).strip())
        .as("docs/picture makes the picture anew; look at it before you commit it")
        .isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(Files.readString(Path.of("..", "README.md"))).contains("(docs/page.png)");
  }

  @Test
  void theDemosDocumentFollowsTheSchemaAndItsSpansHold() throws IOException {
    String document = Consoles.run("demo", "--format", "json").out();
    assertThat(WritersTest.Schema.violations(document)).isEmpty();
    WritersTest.Spans.check(document);
    assertThat(new ObjectMapper().readTree(document).get("reports"))
        .hasSize(7)
        .allSatisfy(
            report -> assertThat(report.get("file").asText()).doesNotContain("rashomon-demo"));
  }

  @Test
  void theReadmeShowsWhatTheDemoPrints() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String excerpt = readme.split("```\\n")[1];
    Iterator<String> printed =
        Consoles.run("demo", "--page", folder.resolve("page.html").toString())
            .out()
            .lines()
            .iterator();
    for (String line :
        excerpt.lines().filter(l -> !l.isBlank() && !l.strip().equals("…")).toList()) {
      boolean found = false;
      while (!found && printed.hasNext()) {
        found = printed.next().equals(line);
      }
      assertThat(found).as("in the demo's output, in order: %s", line).isTrue();
    }
  }

  @Test
  void theReportsCanBeSavedAndComparedFromThere() throws IOException {
    Path into = folder.resolve("reports");
    Run run = Consoles.run("demo", "--save", into.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("7 reports saved. Try: rashomon compare " + into + "\n");
    Run compared = Consoles.run("compare", "--format", "json", into.toString());
    assertThat(compared.out().replace(into + "/", ""))
        .isEqualTo(Consoles.run("demo", "--format", "json").out());
  }

  @Test
  void fiveOutletsHaveAnInventedAddressAndATimeEach() throws IOException {
    Demo.save(folder);
    Set<String> outlets = new HashSet<>();
    for (String report : Demo.reports()) {
      var meta =
          new ObjectMapper()
              .readTree(folder.resolve(report.replace(".txt", ".meta.json")).toFile());
      String text = Files.readString(folder.resolve(report));
      outlets.add(meta.get("outlet").asText());
      assertThat(meta.get("url").asText()).matches("https://[a-z]+\\.example/.+");
      assertThat(meta.get("published").asText()).matches("2031-03-0[45]T\\d\\d:\\d\\d:00Z");
      assertThat(text).startsWith(meta.get("title").asText() + "\n\n");
      assertThat(text.split("\\s+").length).isBetween(180, 450);
    }
    assertThat(outlets).hasSize(5);
  }
}
