package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PageSizeTest {

  private static final int MOST_BYTES = 300_000;

  @TempDir Path folder;

  @Test
  void thePageOfTenInventedReportsIsSmall() throws IOException, InterruptedException {
    Path reports = folder.resolve("reports.jsonl");
    Path page = folder.resolve("page.html");
    assertThat(
            new CommandLine(new GenerateCommand())
                .execute("--reports", "10", "-o", reports.toString()))
        .isZero();
    ProcessBuilder compare =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin/java").toString(),
                "rashomon.app.Main",
                "compare",
                "--format",
                "html",
                "-o",
                page.toString(),
                reports.toString())
            .inheritIO();
    compare.environment().put("CLASSPATH", System.getProperty("java.class.path", ""));
    assertThat(compare.start().waitFor()).isZero();
    assertThat(page).content().contains("10 reports");
    assertThat(Files.size(page)).isLessThan(MOST_BYTES);
  }
}
