package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClusteringCommandTest {

  @TempDir Path folder;

  @Test
  void whatIsNoTextIsToldInOneSentence() throws IOException {
    Path packed = folder.resolve("a.warc.gz");
    Files.write(packed, new byte[] {0x1f, (byte) 0x8b, 8, (byte) 0xff});
    assertThat(told(2, packed)).startsWith("no annotated data in " + packed);
    Path late = folder.resolve("late.jsonl");
    String first = "{\"story\": \"a\", \"text\": \"Boats came.\"}\n";
    String line = "{\"story\": \"a\", \"text\": \"" + "Boats came. ".repeat(3_000) + "\"}\n";
    Files.write(late, (first + line + "\u00ff\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(told(1, late)).isEqualTo("rashomon: " + late + " is no text in UTF-8.\n");
    Path cut = folder.resolve("cut.jsonl");
    Files.writeString(cut, first + "{\"story\": \"b");
    assertThat(told(1, cut)).startsWith("rashomon: " + cut + " is no JSON lines: ").hasLineCount(1);
  }

  private static String told(int code, Path file) {
    StringWriter told = new StringWriter();
    CommandLine line =
        new CommandLine(new ClusteringCommand())
            .setErr(new PrintWriter(told, true))
            .setParameterExceptionHandler(
                (wrong, _) -> {
                  told.write(String.valueOf(wrong.getMessage()));
                  return 2;
                });
    assertThat(line.execute(file.toString())).isEqualTo(code);
    return told.toString();
  }
}
