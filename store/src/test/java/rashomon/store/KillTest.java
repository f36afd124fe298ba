package rashomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.model.Capture;

/** What was accepted is there once, whenever the program that wrote it was killed. */
class KillTest {

  private static final int KILLS = 5;
  private static final int CAPTURES = 240;

  @TempDir Path folder;

  @Test
  void whatWasAcceptedOutlivesAnyKill() throws Exception {
    Path killed = folder.resolve("killed");
    Random random = new Random(11);
    Set<String> accepted = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Path names = folder.resolve("names" + kill);
      Process writer = java(killed, names);
      int lines = random.nextInt(kill == 0 ? 8 : CAPTURES);
      while (writer.isAlive() && accepted(names).size() < lines) {
        Thread.sleep(1);
      }
      Thread.sleep(random.nextInt(20));
      writer.destroyForcibly();
      assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
      accepted.addAll(accepted(names));
      assertThat(integrity(killed)).isEqualTo("ok");
      try (Store store = Store.existing(killed.toString(), new PlainArchive())) {
        List<String> kept = store.captures().map(Capture::id).toList();
        assertThat(kept).doesNotHaveDuplicates().containsAll(accepted);
        assertThat(store.<Long>read(t -> t.captures().waitingCount())).isZero();
      }
    }
    assertThat(java(killed, folder.resolve("last")).waitFor()).isZero();
    Path unharmed = folder.resolve("unharmed");
    try (Store one = Store.existing(killed.toString(), new PlainArchive());
        Store other = Store.open(unharmed.toString(), new PlainArchive())) {
      Writer.write(
          other,
          CAPTURES,
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      assertThat(one.captures().toList()).hasSize(CAPTURES).isEqualTo(other.captures().toList());
      assertThat(one.<String>read(t -> t.derived().sha256()))
          .isEqualTo(other.<String>read(t -> t.derived().sha256()));
    }
  }

  /** Every whole line. */
  private static List<String> accepted(Path names) throws IOException {
    return Files.readAllLines(names).stream().filter(line -> line.length() == 32).toList();
  }

  private static Process java(Path store, Path names) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            store.toString(),
            String.valueOf(CAPTURES))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(names.toFile())
        .start();
  }

  private static String integrity(Path store) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + store.resolve(Sqlite.FILE));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
      result.next();
      return result.getString(1);
    }
  }
}
