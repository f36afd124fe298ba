package rashomon.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The program, telling line by line how far it has come. */
final class Ingesting {

  private Ingesting() {}

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
