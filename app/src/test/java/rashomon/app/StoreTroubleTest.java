package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.app.Consoles.Run;
import rashomon.app.Newsroom.Item;
import rashomon.model.Payload;

/** Commands over a store that cannot be used: one sentence, exit code 1, and nothing lost. */
@Timeout(120)
class StoreTroubleTest {

  private static final List<Item> ITEMS = Newsroom.items(4, 41);

  @TempDir Path folder;

  private String items() throws IOException {
    return Newsroom.lines(folder.resolve("items.jsonl"), ITEMS);
  }

  private Path database() {
    return folder.resolve("store/rashomon.db");
  }

  private Run run(String command, String... arguments) {
    return Consoles.run(
        Stream.concat(
                Stream.of(command, "--store", folder.resolve("store").toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void refused(Run run, String words) {
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("rashomon: ").contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is a file; a store is a folder",
        "cannot be made; name a place where you may write",
        "rashomon.db is no store of Rashomon",
        "rashomon.db was written by a newer Rashomon",
      })
  void whatIsNoStoreOfOursIsLeftAsItIs(String trouble) throws Exception {
    Path store = folder.resolve("store");
    boolean below = trouble.startsWith("cannot be made");
    if (trouble.startsWith("rashomon.db")) {
      Files.createDirectory(store);
      if (trouble.contains("newer")) {
        run("ingest", items());
        sql("UPDATE flyway_schema_history SET version = '7.0' WHERE installed_rank = 1");
      } else {
        sql("CREATE TABLE recipe (name TEXT)", "INSERT INTO recipe VALUES ('soup')");
      }
    } else {
      Files.writeString(store, "Dear diary");
    }
    Path file = Files.isDirectory(store) ? database() : store;
    String before = Payload.of(Files.readAllBytes(file)).sha256();
    String place = below ? store + "/below" : store.toString();
    refused(Consoles.run("ingest", "--store", place, items()), trouble);
    refused(Consoles.run("watch", "--store", place, "https://a.example/feed.xml"), trouble);
    for (String command : List.of("stories", "status", "rebuild")) {
      refused(Consoles.run(command, "--store", place), below ? "There is no store at" : trouble);
    }
    assertThat(Payload.of(Files.readAllBytes(file)).sha256()).isEqualTo(before);
  }

  @Test
  void aDatabaseThatAnotherProgramLocksIsReadAndWrittenLater() throws Exception {
    run("ingest", Newsroom.lines(folder.resolve("some.jsonl"), ITEMS.subList(0, 3)));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      refused(run("ingest", items()), database() + " is locked by another program");
      assertThat(run("stories").code()).isZero();
    }
    assertThat(run("ingest", items()).out())
        .startsWith("9 captures kept, 3 known before. The store holds 12 reports in 4 stories.");
  }

  /**
   * A disk of less than a megabyte, which gets room and then may no longer be written, in a mount
   * namespace of its own. The processes there are started without this one's locale.
   */
  @Test
  @DisabledIfSystemProperty(named = "user.language", matches = "tr")
  void aFullDiskAndOneThatMayNotBeWrittenLoseNothing() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    List<Item> many = Newsroom.items(40, 41);
    String items = Newsroom.lines(folder.resolve("items.jsonl"), many);
    String there = disk.resolve("store").toString();
    String script =
        String.join(
            "\n",
            "mount -t tmpfs -o size=600k tmpfs " + disk + " || exit 9",
            told("full", "ingest", "--store", there, items),
            told("kept", "status", "--store", there, "--format", "json"),
            "mount -o remount,size=30m " + disk,
            told("room", "ingest", "--store", there, items),
            "mount -o remount,ro " + disk,
            told("still", "ingest", "--store", there, items),
            told("stories", "stories", "--store", there, "--format", "json"),
            told("backup", "backup", "--store", there, disk.resolve("friday").toString()),
            told("save", "backup", "--store", there, folder.resolve("friday").toString()));
    Process process;
    try {
      process =
          new ProcessBuilder("unshare", "-m", "sh", "-c", script)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("script").toFile())
              .start();
    } catch (IOException noSuchProgram) {
      assumeTrue(false, "there is no unshare");
      return;
    }
    process.waitFor();
    assumeTrue(Files.exists(folder.resolve("full.code")), "mounting is not allowed here");

    refused(told("full"), "The disk that holds " + there + "/rashomon.db is full");
    int kept = new JsonMapper().readTree(told("kept").out()).path("captures").asInt();
    assertThat(kept).isPositive();
    assertThat(told("room").out())
        .contains(120 - kept + " captures kept, " + kept + " known before.", "holds 120 reports");
    refused(told("still"), there + " may not be written; allow it, or name another store.");
    refused(told("backup"), disk.resolve("friday") + " cannot be written: ");
    assertThat(told("save").code()).isZero();
    assertThat(run("ingest", items).code()).isZero();
    assertThat(told("stories").out()).isEqualTo(run("stories", "--format", "json").out());
  }

  /** A line of the script that runs a command and writes down what it told. */
  private String told(String name, String... arguments) {
    String command =
        Program.command(List.of(arguments)).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    String to = folder.resolve(name).toString();
    return command + " > " + to + ".out 2> " + to + ".err; echo $? > " + to + ".code";
  }

  private Run told(String name) throws IOException {
    return new Run(
        Integer.parseInt(Files.readString(folder.resolve(name + ".code")).strip()),
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(folder.resolve(name + ".err"), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("rashomon: "))
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }
}
