package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static rashomon.ingest.Given.codes;
import static rashomon.ingest.Given.read;
import static rashomon.ingest.Given.readInput;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.model.Rejection;
import rashomon.model.Report;

final class FilesTest {

  private static final String TEXT =
      "Ferries stop\r\n\r\nThe harbour master said no ferry will leave.\r\n";

  @TempDir Path folder;
  private Given given = new Given(Path.of(""));

  @BeforeEach
  void inTheFolder() {
    given = new Given(folder);
  }

  @Test
  void plainTextStaysAsItIs() {
    Report report = read(given.file("000.txt", TEXT)).reports().getFirst();
    assertThat(report.file()).isEqualTo("000.txt");
    assertThat(report.text()).isEqualTo(TEXT);
    assertThat(report.title()).isEqualTo("Ferries stop");
    assertThat(report.outlet()).isNull();
    assertThat(report.published()).isNull();
    assertThat(report.seen()).isNull();
  }

  @Test
  void theFirstLineIsATitleOnlyWhereABlankLineFollows() {
    assertThat(readInput("Ferries stop\nThe wind rose.\n").reports().getFirst().title()).isEmpty();
    assertThat(readInput("Ferries stop\n \t\nThe wind rose.\n").reports().getFirst().title())
        .isEqualTo("Ferries stop");
    assertThat(readInput("\nFerries stop\n\nThe wind rose.\n").reports().getFirst().title())
        .isEmpty();
  }

  @Test
  void aMarkdownHeadingIsTheTitleWithoutItsSigns() {
    Report report =
        read(given.file("a.md", "# Ferries stop\n\nThe *wind* rose.\n")).reports().getFirst();
    assertThat(report.title()).isEqualTo("Ferries stop");
    assertThat(report.text()).isEqualTo("# Ferries stop\n\nThe *wind* rose.\n");
  }

  @Test
  void aFolderIsReadWithAllItsFoldersInTheOrderOfNames() {
    given.file("b.txt", "Second.");
    given.file("a.txt", "First.");
    given.file("sub/c.txt", "Third.");
    given.file(".hidden.txt", "Not this.");
    given.file(".git/d.txt", "Nor this.");
    given.file("gold.json", "{\"text\": \"Nor this.\"}");
    given.file("a.meta.json", "{\"outlet\": \"Orva Post\"}");
    Batch batch = read(folder);
    assertThat(batch.reports())
        .extracting(Report::file)
        .containsExactly("a.txt", "b.txt", "sub/c.txt");
    assertThat(batch.reports().getFirst().outlet()).isEqualTo("Orva Post");
    assertThat(batch.rejected()).isEmpty();
  }

  @Test
  void aFolderWithoutReportsIsSaid() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Batch batch = read(empty);
    assertThat(batch.reports()).isEmpty();
    assertThat(codes(batch)).containsExactly("no-reports");
    assertThat(batch.rejected().getFirst().file()).isEqualTo(empty.toString());
  }

  @Test
  void aMissingFileIsSaidAndTheOthersAreRead() {
    Batch batch = read(folder.resolve("gone.txt"), given.file("a.txt", TEXT));
    assertThat(batch.reports()).extracting(Report::file).containsExactly("a.txt");
    assertThat(codes(batch)).containsExactly("missing");
    assertThat(batch.rejected().getFirst().file()).endsWith("gone.txt");
  }

  @Test
  void aWebAddressIsNoFileYet() {
    Rejection rejection =
        Ingest.read(List.of("https://orvapost.example/1"), InputStream.nullInputStream())
            .rejected()
            .getFirst();
    assertThat(rejection.code()).isEqualTo("missing");
    assertThat(rejection.why()).contains("save the page");
  }

  @Test
  void aNameThatCannotBeAFileIsMissing() {
    assertThat(
            codes(
                Ingest.read(List.of("a\0b", "", "a".repeat(5000)), InputStream.nullInputStream())))
        .containsExactly("missing", "missing", "missing");
  }

  @Test
  void aLinkThatLeadsNowhereIsMissing() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("gone.txt"));
    given.file("a.txt", TEXT);
    Batch batch = read(folder);
    assertThat(batch.reports()).hasSize(1);
    assertThat(batch.rejected())
        .extracting(Rejection::file, Rejection::code)
        .containsExactly(tuple("link.txt", "missing"));
  }

  @Test
  void linksInACircleEnd() throws IOException {
    given.file("a.txt", TEXT);
    Files.createSymbolicLink(folder.resolve("again"), folder);
    assertThat(read(folder).reports()).hasSize(1);
  }

  @Test
  void aFileGivenTwiceIsReadOnceAndThatIsSaid() {
    Path file = given.file("a.txt", TEXT);
    Batch batch = read(file, folder, file);
    assertThat(batch.reports()).hasSize(1);
    assertThat(codes(batch)).containsExactly("repeated");
  }

  @Test
  void twoFilesOfTheSameTextAreTwoReports() {
    Batch batch = read(given.file("a.txt", TEXT), given.file("b.txt", TEXT));
    assertThat(batch.reports()).extracting(Report::file).containsExactly("a.txt", "b.txt");
    assertThat(batch.rejected()).isEmpty();
  }

  @Test
  void standardInputIsReadForADash() {
    Report report = readInput(TEXT).reports().getFirst();
    assertThat(report.file()).isEqualTo("-");
    assertThat(report.text()).isEqualTo(TEXT);
  }

  @Test
  void aSidecarSaysWhatTheTextDoesNot() {
    given.file(
        "a.meta.json",
        """
        {"outlet": "Orva Post", "published": "2031-03-04T08:30:00+01:00", "title": "No ferries",
         "url": "https://orvapost.example/1", "seen": "2031-03-05", "modified": null, "other": [1]}""");
    for (String name : List.of("a.txt", "a.html", "a.txt.gz")) {
      Report report = read(given.file(name, TEXT)).reports().getFirst();
      assertThat(report.outlet()).as(name).isEqualTo("Orva Post");
      assertThat(report.title()).isEqualTo("No ferries");
      assertThat(report.url()).isEqualTo("https://orvapost.example/1");
      assertThat(report.published()).hasToString("2031-03-04T08:30:00+01:00");
      assertThat(report.seen()).hasToString("2031-03-05");
      assertThat(report.modified()).isNull();
    }
  }

  @Test
  void aSidecarInUseIsNoReportEvenWhenNamed() {
    Path sidecar = given.file("a.meta.json", "{}");
    assertThat(read(sidecar, given.file("a.txt", TEXT)).rejected()).isEmpty();
    assertThat(codes(read(sidecar))).containsExactly("no-reports");
  }

  @Test
  void aBrokenSidecarDoesNotLoseTheReport() {
    Path file = given.file("a.txt", TEXT);
    for (String broken : List.of("{\"outlet\": ", "[1]", "", "\0")) {
      given.file("a.meta.json", broken);
      Batch batch = read(file);
      assertThat(batch.reports()).hasSize(1);
      assertThat(batch.rejected())
          .extracting(Rejection::file, Rejection::code)
          .containsExactly(tuple("a.meta.json", "broken-sidecar"));
    }
  }

  @Test
  void aTimeThatIsNoneIsSaidAndTheReportIsReadWithoutIt() {
    given.file("sub/a.meta.json", "{\"outlet\": \"Orva Post\", \"published\": \"last Tuesday\"}");
    given.file("sub/a.txt", TEXT);
    Batch batch = read(folder);
    assertThat(batch.reports().getFirst().outlet()).isEqualTo("Orva Post");
    assertThat(batch.reports().getFirst().published()).isNull();
    assertThat(batch.rejected().getFirst().file()).isEqualTo("sub/a.meta.json");
    assertThat(batch.rejected().getFirst().code()).isEqualTo("bad-time");
    assertThat(batch.rejected().getFirst().why()).contains("\"published\" is \"last Tuesday\"");
  }
}
