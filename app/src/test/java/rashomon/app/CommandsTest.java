package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import rashomon.app.Consoles.Run;

class CommandsTest {

  private static final Path DOCS = Path.of("..", "docs");

  /** Enough words to be known for English. */
  private static final String PLAIN =
      "The weather was fair on the coast that morning, and the boats that had been waiting since the"
          + " night before went out one after the other.";

  @TempDir Path folder;

  @BeforeEach
  void twoReports() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "The port is open, Ann Orr said. " + PLAIN + "\n");
    Files.writeString(
        folder.resolve("b.txt"), "The port is “closed”, Bo Irt said. ⧉ 漢 " + PLAIN + "\n");
  }

  @Test
  void comparingReportsPrintsThemAndExitsWithZero() {
    Run run = Consoles.run("compare", at("a.txt"), at("b.txt"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("2 reports").contains("a.txt", "b.txt");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aMissingReportIsToldOnceAndTheOthersAreCompared() {
    Run run = Consoles.run("compare", "--format", "json", at("a.txt"), at("none.txt"));
    assertThat(run.code()).isZero();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("none.txt");
    assertThat(run.out()).contains("\"rejected\": [\n").contains("none.txt");
  }

  @Test
  void nothingToCompareExitsWithOne() {
    Run run = Consoles.run("compare", at("none.txt"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("none.txt").endsWith("nothing to compare.\n");
    assertThat(Consoles.run("extract", at("none.txt")).code()).isEqualTo(1);
  }

  @Test
  void nothingToCompareIsStillADocumentAsJson() throws IOException {
    Run run = Consoles.run("compare", "--format", "json", at("none.txt"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(WritersTest.Schema.violations(run.out())).isEmpty();
  }

  @Test
  void wrongUsageExitsWithTwo() {
    assertThat(
            List.of(
                Consoles.run(),
                Consoles.run("compare"),
                Consoles.run("extract"),
                Consoles.run("compare", "--format", "yaml", at("a.txt")),
                Consoles.run("extract", "--format", "markdown", at("a.txt")),
                Consoles.run("compere", at("a.txt"))))
        .allSatisfy(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.out()).isEmpty();
              assertThat(run.err()).contains("--help").doesNotContain("Usage:");
              assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
            });
  }

  @Test
  void aComparisonGoesIntoAFileThatIsAsked() throws IOException {
    Path file = folder.resolve("out.md");
    Run run = Consoles.run("compare", "--format", "markdown", "-o", file.toString(), at("a.txt"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).startsWith("# Comparison\n");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneSentenceAndOne() {
    for (String place : List.of(folder.toString(), at("none/out.json"), at("a.txt/out.json"))) {
      Run run = Consoles.run("compare", "-o", place, at("a.txt"));
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).startsWith("rashomon: Cannot write " + place + ": ").endsWith(".\n");
    }
  }

  @Test
  void aReportIsNeverOverwritten() throws IOException {
    String before = Files.readString(folder.resolve("a.txt"));
    assertThat(Consoles.run("compare", "-o", at("a.txt"), at("a.txt")).code()).isEqualTo(1);
    assertThat(
            Consoles.run("extract", "--format", "text", "-o", folder.toString(), at("a.txt"))
                .code())
        .isEqualTo(1);
    assertThat(Files.readString(folder.resolve("a.txt"))).isEqualTo(before);
  }

  @Test
  void anExtractForEachReportGoesIntoAFolderThatIsMade() throws IOException {
    Path into = folder.resolve("x/y");
    assertThat(Consoles.run("extract", "-o", into.toString(), at("a.txt"), at("b.txt")).code())
        .isZero();
    try (var files = Files.list(into)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .containsExactly("a.json", "b.json");
    }
    String document = Files.readString(into.resolve("b.json"));
    assertThat(WritersTest.Schema.violations(document)).isEmpty();
    assertThat(document).contains("“closed”").contains("漢");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.html", "a.txt.gz", "a.html.gz", "somewhere/a.html.gz"})
  void anExtractIsNamedAfterItsReport(String file) {
    assertThat(ExtractCommand.bareName(file)).isEqualTo("a");
  }

  @Test
  void withoutAFolderEachReportIsADocumentOfItsOwn() {
    Run run = Consoles.run("extract", at("a.txt"), at("b.txt"));
    assertThat(run.out().lines().filter(line -> line.equals("{"))).hasSize(2);
    assertThat(Consoles.run("extract", "--format", "text", at("a.txt")).out()).startsWith("a.txt");
  }

  @Test
  void manyReportsReadAtOnceAreInTheOrderOfOne() throws IOException {
    for (int i = 0; i < 30; i++) {
      Files.writeString(
          folder.resolve("n" + i + ".txt"),
          ("Report " + i + ". " + PLAIN + "\n").repeat(1 + (i * 7) % 30));
    }
    String first = Consoles.run("compare", "--format", "json", folder.toString()).out();
    for (int i = 0; i < 3; i++) {
      assertThat(Consoles.run("compare", "--format", "json", folder.toString()).out())
          .isEqualTo(first);
    }
  }

  @Test
  void outputIsUtf8WhateverTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr", "TR"));
    try {
      assertThat(Consoles.run("extract", at("b.txt")).out()).contains("⧉ 漢").contains("\"title\"");
      assertThat(Consoles.run("compare", "--format", "MARKDOWN", at("b.txt")).code()).isZero();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aReaderThatHasGoneAwayIsNoFailure() {
    assertThat(Main.run(Consoles.to(failing("Broken pipe")), "compare", at("a.txt"))).isZero();
  }

  @Test
  void aFullDiskBehindStandardOutputIsTold() {
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            Consoles.of(failing("No space left on device"), err, Map.of()), "compare", at("a.txt"));
    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("rashomon: Cannot write standard output: No space left on device.\n");
  }

  @Test
  void longWorkShowsHowFarItIsOnATerminalAndLeavesNoTrace() throws IOException {
    for (int i = 0; i < 25; i++) {
      Files.writeString(folder.resolve("n" + i + ".txt"), "Report " + i + ". " + PLAIN + "\n");
    }
    var err = new ByteArrayOutputStream();
    Console console =
        Console.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            err,
            false,
            true,
            Map.of());
    assertThat(Main.run(console, "compare", folder.toString())).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Read 27 of 27 reports")
        .endsWith("\r\u001b[K");
    assertThat(Consoles.run("compare", folder.toString()).err()).isEmpty();
  }

  @Test
  void colourIsForTerminalsOnlyAndNotWithNoColor() {
    assertThat(terminal(Map.of())).contains("\u001b[");
    assertThat(terminal(Map.of("NO_COLOR", "1"))).doesNotContain("\u001b[");
    assertThat(terminal(Map.of("TERM", "dumb"))).doesNotContain("\u001b[");
    assertThat(Consoles.run("compare", at("a.txt")).out()).doesNotContain("\u001b[");
  }

  @Test
  void aNarrowTerminalGetsEightyColumns() {
    assertThat(columns(Map.of())).isEqualTo(100);
    assertThat(columns(Map.of("COLUMNS", "180"))).isEqualTo(100);
    assertThat(columns(Map.of("COLUMNS", "90"))).isEqualTo(80);
    assertThat(columns(Map.of("COLUMNS", "many"))).isEqualTo(100);
  }

  @Test
  void theVersionIsTheOneThatWasBuilt() {
    Run run = Consoles.run("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("rashomon \\d+\\.\\d+\\.\\d+\\S*\n");
    assertThat(Consoles.run("compare", "--version").out()).isEqualTo(run.out());
  }

  @Test
  void helpFitsAHundredColumnsAndHasExamples() {
    assertThat(help(commands()))
        .allSatisfy(
            help -> {
              assertThat(help).contains("Examples:\n");
              assertThat(help.lines())
                  .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
            });
  }

  @Test
  void everyCommandAndOptionIsInTheDocs() throws IOException {
    String docs = Files.readString(DOCS.resolve("commands.md"));
    CommandLine commands = commands();
    assertThat(commands.getSubcommands()).containsKeys("compare", "extract", "demo");
    commands
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(docs).contains("## " + name + "\n");
              String section =
                  docs.substring(docs.indexOf("## " + name + "\n")).split("\n## ", 2)[0];
              command.getCommandSpec().options().stream()
                  .filter(option -> !option.usageHelp() && !option.versionHelp())
                  .flatMap(option -> List.of(option.names()).stream())
                  .forEach(option -> assertThat(section).contains("`" + option));
            });
    commands.getCommandSpec().options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .forEach(option -> assertThat(docs).contains(option));
  }

  @Test
  void theSchemaInTheDocsIsTheOneInTheProgram() throws IOException {
    assertThat(Files.readString(DOCS.resolve("comparison.schema.json")))
        .isEqualTo(
            Files.readString(Path.of("src/main/resources/rashomon/schema/comparison.schema.json")));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static CommandLine commands() {
    return Main.commandLine(Consoles.to(OutputStream.nullOutputStream()));
  }

  private static List<String> help(CommandLine commands) {
    return Stream.concat(Stream.of(commands), commands.getSubcommands().values().stream())
        .map(CommandLine::getUsageMessage)
        .toList();
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private String terminal(Map<String, String> environment) {
    var out = new ByteArrayOutputStream();
    Console console =
        Console.of(
            InputStream.nullInputStream(),
            out,
            new ByteArrayOutputStream(),
            true,
            true,
            environment);
    assertThat(Main.run(console, "compare", at("a.txt"))).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int columns(Map<String, String> environment) {
    return Consoles.of(
            OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), environment)
        .columns();
  }
}
