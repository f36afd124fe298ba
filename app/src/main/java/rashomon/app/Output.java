package rashomon.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a document goes: standard output, or a file that is none of the input. */
final class Output {

  private Output() {}

  /** Writes a document. */
  interface Document {
    void write(Writer to) throws IOException;
  }

  /** To standard output. A reader that has gone away, as {@code head} does, is no failure. */
  static void print(Console console, Document document) {
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(console.out(), encoder()));
      document.write(writer);
      writer.flush();
      console.out().flush();
    } catch (IOException failure) {
      if (failure.getMessage() == null || !failure.getMessage().contains("Broken pipe")) {
        throw new CannotWrite("standard output", failure);
      }
    }
  }

  /** To a file. */
  static void save(Path file, List<String> inputs, Document document) {
    try {
      for (String input : inputs) {
        if (!input.equals("-")
            && Files.exists(file)
            && Files.exists(Path.of(input))
            && Files.isSameFile(file, Path.of(input))) {
          throw new CannotWrite(file.toString(), "it is one of the reports to read");
        }
      }
      try (Writer writer =
          new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), encoder()))) {
        document.write(writer);
      }
    } catch (IOException failure) {
      throw new CannotWrite(file.toString(), failure);
    }
  }

  private static CharsetEncoder encoder() {
    return StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }
}
