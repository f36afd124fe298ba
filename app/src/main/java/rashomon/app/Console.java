package rashomon.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command reads and writes. Always UTF-8, whatever the locale.
 *
 * @param outTerminal whether a person sees {@code out} as it is written
 * @param errTerminal whether a person sees {@code err} as it is written
 * @param columns how wide text may be
 * @param colour whether text on a terminal may be bold or dim
 */
public record Console(
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean outTerminal,
    boolean errTerminal,
    int columns,
    boolean colour) {

  /** What makes a terminal's line empty. */
  static final String CLEARED = "\r\u001b[K";

  private static final int WIDE = 100;
  private static final int NARROW = 80;

  /** The streams of this process. */
  public static Console system() {
    return of(
        new FileInputStream(FileDescriptor.in),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        new FileOutputStream(FileDescriptor.err),
        isTerminal(1),
        isTerminal(2),
        System.getenv());
  }

  /** These streams, with what the environment says about width and colour. */
  static Console of(
      InputStream in,
      OutputStream out,
      OutputStream err,
      boolean outTerminal,
      boolean errTerminal,
      Map<String, String> environment) {
    boolean colour =
        outTerminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Console(in, out, err, outTerminal, errTerminal, columns(environment), colour);
  }

  /** Tells a person one line, beside the output and in the place of progress. */
  synchronized void tell(String line) {
    PrintWriter writer = new PrintWriter(err, false, StandardCharsets.UTF_8);
    writer.print((errTerminal ? CLEARED : "") + Page.printable(line) + "\n");
    writer.flush();
  }

  /** Shows how far the work has come, in the place of what was shown before. */
  public synchronized void progress(String line) {
    PrintWriter writer = new PrintWriter(err, false, StandardCharsets.UTF_8);
    writer.print(CLEARED + line);
    writer.flush();
  }

  private static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,4}") && Integer.parseInt(columns) < WIDE ? NARROW : WIDE;
  }

  /**
   * Java knows only whether input and output both are a terminal; where /proc tells about each,
   * that is asked.
   */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      if (Files.isSymbolicLink(link)) {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/")
            || target.startsWith("/dev/tty")
            || target.equals("/dev/console");
      }
    } catch (IOException unreadable) {
      return false;
    }
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }
}
