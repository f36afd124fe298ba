package rashomon.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a process of its own, telling line by line how far it has come. */
final class Program {

  private Program() {}

  /** Starts it; what it prints on standard output is thrown away. */
  static Process start(List<String> arguments) throws IOException {
    return new ProcessBuilder(command(arguments))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What starts it. */
  static List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    command.addAll(arguments);
    return command;
  }

  public static void main(String[] args) {
    OutputStream lines =
        new OutputStream() {
          @Override
          public void write(int b) {
            System.err.write(b == '\r' ? '\n' : b);
            System.err.flush();
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            String line = new String(bytes, from, length, StandardCharsets.UTF_8);
            System.err.write((line.replace('\r', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
            System.err.flush();
          }
        };
    Console console =
        Console.of(InputStream.nullInputStream(), System.out, lines, false, true, Map.of());
    console.progress("begun");
    System.exit(Main.run(console, args));
  }
}
