package rashomon.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, telling line by line how far it has come. */
final class Program {

  private Program() {}

  /** What it told before it was killed, and whether it still ran then. */
  record Told(List<String> lines, boolean alive) {}

  /**
   * Runs a command and kills it soon after it has told of something.
   *
   * @param delay milliseconds
   */
  static Told killed(String awaited, int delay, String... arguments) throws Exception {
    Process process = start(List.of(arguments));
    List<String> told = new ArrayList<>();
    boolean alive = false;
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told.add(line);
        if (!alive && line.contains(awaited)) {
          Thread.sleep(delay);
          alive = process.isAlive();
          process.toHandle().destroyForcibly();
        }
      }
    }
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError(process + " cannot be killed");
    }
    return new Told(told, alive);
  }

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
            System.err.write(
                (line.replace(Console.CLEARED, "") + "\n").getBytes(StandardCharsets.UTF_8));
            System.err.flush();
          }
        };
    Console console =
        Console.of(InputStream.nullInputStream(), System.out, lines, false, true, Map.of());
    console.progress("begun");
    System.exit(Main.run(console, args));
  }
}
