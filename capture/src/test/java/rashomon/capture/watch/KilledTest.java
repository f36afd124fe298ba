package rashomon.capture.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.capture.fetch.Site;

/** A watch that is killed at any moment goes on without losing or repeating. */
class KilledTest {

  private static final int PAGES = 30;

  @Test
  void whateverMomentItIsKilledAtNothingIsLostAndNothingComesTwice(@TempDir Path folder)
      throws Exception {
    Path journal = folder.resolve("journal");
    Random random = new Random(7);
    try (Site site = Site.open();
        Site other = Site.open()) {
      for (Site feed : List.of(site, other)) {
        String pages =
            IntStream.range(0, PAGES / 2)
                .mapToObj(i -> feed.at("/" + i))
                .collect(Collectors.joining("\n"));
        feed.on("/feed", Site.bytes(pages.getBytes(UTF_8), "ETag", "\"1\""));
        IntStream.range(0, PAGES / 2).forEach(i -> feed.on("/" + i, "page " + i));
      }
      int kills = 0;
      while (captured(journal) < PAGES) {
        int before = site.asked.size() + other.asked.size();
        Process watcher =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Watcher.class.getName(),
                    journal.toString(),
                    site.at("/feed"),
                    other.at("/feed"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        int asks = 1 + random.nextInt(16);
        long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (site.asked.size() + other.asked.size() < before + asks
            && captured(journal) < PAGES) {
          assertThat(watcher.isAlive() && System.nanoTime() < patience)
              .as(Files.readString(folder.resolve("said"), UTF_8))
              .isTrue();
          Thread.sleep(1);
        }
        watcher.destroyForcibly().waitFor();
        kills++;
      }
      assertThat(kills).isGreaterThan(2);
      try (Journal read = new Journal(journal)) {
        assertThat(read.captures).hasSize(PAGES).doesNotHaveDuplicates();
        assertThat(read.rejections).isEmpty();
        assertThat(read.visits).hasSize(PAGES + 2);
      }
      for (Site asked : List.of(site, other)) {
        List<String> pages = asked.asked.stream().filter(path -> path.matches("/\\d+")).toList();
        assertThat(pages.size() - new HashSet<>(pages).size())
            .as("pages asked for again are those that were under way")
            .isLessThanOrEqualTo(kills);
      }
    }
  }

  private static long captured(Path journal) throws Exception {
    if (!Files.exists(journal)) {
      return 0;
    }
    String written = Files.readString(journal, UTF_8);
    return written.lines().filter(line -> line.startsWith("capture")).count();
  }
}
