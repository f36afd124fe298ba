package rashomon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static rashomon.store.Sample.NOON;
import static rashomon.store.Sample.capture;
import static rashomon.store.Sample.reading;
import static rashomon.store.Sample.version;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.model.Capture;
import rashomon.model.Version;
import rashomon.store.StoreProblem.Code;

/** What goes wrong around a file: one sentence, and nothing lost. */
class SqliteProblemsTest {

  private static final Archive ARCHIVE = new PlainArchive();

  private static final PrintStream SILENT =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir Path folder;

  private Store store() {
    return Store.open(folder.toString(), ARCHIVE);
  }

  private static void problem(ThrowingCallable what, Code code, String... words) {
    assertThatExceptionOfType(StoreProblem.class)
        .isThrownBy(what)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
        .satisfies(
            problem -> assertThat(problem.getMessage()).contains(words).doesNotContain("\n"));
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Sqlite.FILE));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void aFullDiskKeepsAllBeforeTheLastStep() {
    try (Store store = store()) {
      store.change(t -> t.captures().accept(capture(1)));
      store.onWriter(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              statement.execute("PRAGMA max_page_count = 1");
            }
          });
      Capture large = capture("https://harbour.example/big", 2, "x".repeat(2_000_000));
      problem(
          () -> store.change(t -> t.captures().accept(large)),
          Code.EXTERNAL,
          "is full",
          folder.toString(),
          "run the same again");
      assertThat(store.captures()).containsExactly(capture(1));
      store.change(t -> t.captures().accept(large));
      assertThat(store.captures()).containsExactly(capture(1), large);
    }
  }

  /** A disk of three megabytes, in a mount namespace of its own. */
  @Test
  void aDiskThatIsReallyFullKeepsAllThatWasAccepted() throws Exception {
    Path output = folder.resolve("output");
    String java =
        Path.of(System.getProperty("java.home"), "bin", "java")
            + " -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' rashomon.store.Writer "
            + folder.resolve("disk/store");
    Files.createDirectories(folder.resolve("disk"));
    String script =
        "mount -t tmpfs -o size=3m tmpfs "
            + folder.resolve("disk")
            + " || exit 9; "
            + java
            + " 4000; mount -o remount,size=30m "
            + folder.resolve("disk")
            + "; echo again; "
            + java
            + " 40; cp -r "
            + folder.resolve("disk/store")
            + " "
            + folder.resolve("copy");
    Process process;
    try {
      process =
          new ProcessBuilder("unshare", "-m", "sh", "-c", script)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException noSuchProgram) {
      assumeTrue(false, "there is no unshare");
      return;
    }
    int exit = process.waitFor();
    List<String> lines = Files.readAllLines(output);
    assumeTrue(exit != 9 && exit != 1 || !lines.isEmpty(), "mounting is not allowed here");
    List<String> before = lines.subList(0, lines.indexOf("again"));
    assertThat(before.getLast()).startsWith(Writer.PROBLEM + "EXTERNAL The disk that holds");
    List<String> accepted = before.subList(0, before.size() - 1);
    assertThat(accepted).hasSizeGreaterThan(40);
    assertThat(lines.subList(lines.indexOf("again") + 1, lines.size())).hasSize(40);
    try (Store store = Store.existing(folder.resolve("copy").toString(), ARCHIVE)) {
      assertThat(store.captures().map(Capture::id)).containsExactlyInAnyOrderElementsOf(accepted);
    }
  }

  @Test
  void aFileThatAnotherProgramLocksIsNamed() throws Exception {
    store().close();
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Sqlite.FILE));
        Statement statement = other.createStatement();
        Store store = Store.opened(new Sqlite(folder, Duration.ofMillis(100)), ARCHIVE)) {
      statement.execute("BEGIN IMMEDIATE");
      problem(
          () -> store.change(t -> t.captures().accept(capture(1))),
          Code.USER,
          "is locked by another program",
          folder.toString(),
          "try again");
      statement.execute("COMMIT");
      store.change(t -> t.captures().accept(capture(1)));
      assertThat(store.captures()).hasSize(1);
    }
  }

  @Test
  void whatIsNoStoreIsSaidToBeNone() throws Exception {
    problem(() -> Store.existing(folder.toString(), ARCHIVE), Code.USER, "There is no store at");
    Files.writeString(folder.resolve(Sqlite.FILE), "Dear diary, ".repeat(1000));
    problem(this::store, Code.USER, "is no store of Rashomon", folder.toString());
    Path file = Files.writeString(folder.resolve("note.txt"), "Dear diary");
    problem(() -> Store.open(file.toString(), ARCHIVE), Code.USER, "is a file");
    assertThat(file).hasContent("Dear diary");
  }

  @Test
  void theDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
    sql("CREATE TABLE recipe (name TEXT)");
    problem(this::store, Code.USER, "is no store of Rashomon");
    sql("INSERT INTO recipe VALUES ('soup')");
  }

  @Test
  void aStoreOfANewerProgramIsLeftAlone() throws Exception {
    store().close();
    sql(
        """
        INSERT INTO flyway_schema_history
        SELECT 99, '7.0', 'later', type, 'later', checksum, installed_by, installed_on, 1, 1
        FROM flyway_schema_history LIMIT 1""");
    problem(this::store, Code.USER, "was written by a newer Rashomon", "7.0");
  }

  @Test
  void aDamagedFileIsSaidToBeDamaged() throws Exception {
    try (Store store = store()) {
      Writer.write(store, 200, SILENT);
    }
    byte[] bytes = Files.readAllBytes(folder.resolve(Sqlite.FILE));
    for (int i = 8 * 4096; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Files.write(folder.resolve(Sqlite.FILE), bytes);
    problem(
        () -> {
          try (Store store = store()) {
            store.captures().forEach(capture -> {});
            store.<String>read(t -> t.derived().sha256());
          }
        },
        Code.EXTERNAL,
        "is damaged",
        "backup");
  }

  @Test
  void ofWhatIsForgottenNoByteStays() throws Exception {
    String marker = "Quexlorbazine";
    Capture capture = capture("https://harbour.example/" + marker, 1, marker);
    Version version = version(capture, marker, marker + " sinks", marker + " sank. Wind.");
    try (Store store = store()) {
      Writer.write(store, 60, SILENT);
      store.change(
          t -> {
            t.captures().accept(capture);
            t.reports().add(version);
            t.reports().keep(version, reading(version, marker));
            t.sketches().keep(marker, marker.getBytes(StandardCharsets.UTF_8));
            t.stories().place(marker, "s1");
            t.stories().log(new Stories.Event(NOON, "joined", "s1", marker, null, marker));
            t.stories()
                .compared(
                    t.stories().stale(1).getFirst(),
                    new Stories.Summary("s1", marker, NOON, NOON, 1, 1, 0));
            t.pending().readAgain("TRAINED");
          });
      assertThat(files(marker)).isNotEmpty();
      store.forget(capture.url(), NOON, "asked to");
      assertThat(files(marker)).isEmpty();
      assertThat(store.<Long>read(t -> t.captures().count())).isEqualTo(60);
    }
    assertThat(files(marker)).isEmpty();
  }

  /** Which files hold the word, in whatever case. */
  private List<Path> files(String word) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(
              file -> {
                try {
                  return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                      .toLowerCase(Locale.ROOT)
                      .contains(word.toLowerCase(Locale.ROOT).substring(0, 10));
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              })
          .toList();
    }
  }

  @Test
  void whatAKillLeftOfForgettingIsDoneWhenTheStoreIsOpened() throws Exception {
    Capture capture = capture("https://harbour.example/1", 1, "Quexlorbazine");
    try (Store store = store()) {
      store.change(t -> t.captures().accept(capture));
      store.change(t -> t.removals().remove(capture.url(), NOON, "asked to"));
    }
    store().close();
    assertThat(files("Quexlorbazine")).isEmpty();
  }
}
