package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RoadCommandTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home", ""), "bin/java").toString();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  @AfterEach
  void forget() {
    System.clearProperty(RoadCommand.LAUNCHER);
  }

  @Test
  void aWholeProcessIsMeasured() throws IOException {
    launcher(
        "exec '"
            + JAVA
            + "' -cp '"
            + System.getProperty("java.class.path", "")
            + "' rashomon.app.Main \"$@\"");
    assertThat(run("--articles", "30")).isZero();
    JsonNode road = new ObjectMapper().readTree(out.toString().lines().toList().getLast());
    assertThat(road.path("articles").asInt()).isEqualTo(30);
    assertThat(road.path("reports").asInt()).isEqualTo(30);
    assertThat(road.path("stories").asInt()).isBetween(2, 29);
    assertThat(road.path("processor_s").asDouble()).isGreaterThan(0.3);
    assertThat(road.path("articles_per_s").asDouble() * road.path("seconds").asDouble())
        .isBetween(29.5, 30.5);
    if (Files.exists(Path.of("/proc/self/status"))) {
      assertThat(road.path("resident_mib").asInt()).isBetween(50, 4000);
    }
  }

  @Test
  void theHeapIsLookedAtWhileTheProcessRuns() throws IOException, InterruptedException {
    Path source = folder.resolve("Holds.java");
    Files.writeString(
        source,
        """
        class Holds {
          public static void main(String[] none) throws InterruptedException {
            byte[] held = new byte[100 << 20];
            Thread.sleep(3500);
            System.out.println(held.length);
          }
        }
        """);
    Watched watched = Watched.run(List.of(JAVA, source.toString()));
    assertThat(watched.code()).isZero();
    assertThat(watched.live()).isNotEmpty();
    assertThat(watched.live().values())
        .allSatisfy(bytes -> assertThat(bytes).isBetween(100L << 20, 160L << 20));
  }

  @Test
  void whatFailsIsTold() throws IOException {
    assertThat(run()).isEqualTo(1);
    launcher("exit 3");
    assertThat(run("--articles", "1")).isEqualTo(1);
    assertThat(out.toString()).contains("./rashomon eval road").contains("ended with 3");
  }

  private void launcher(String line) throws IOException {
    Path script = folder.resolve("rashomon");
    Files.writeString(script, "#!/bin/sh\n" + line + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    System.setProperty(RoadCommand.LAUNCHER, script.toString());
  }

  private int run(String... arguments) {
    PrintWriter to = new PrintWriter(out, true);
    return new CommandLine(new RoadCommand()).setOut(to).setErr(to).execute(arguments);
  }
}
