package rashomon.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a whole process of Java cost, as seen from outside.
 *
 * @param processor what it used of all processors, to about a tenth of a second
 * @param resident bytes at the most, 0 where the system does not tell
 * @param live bytes of the heap in use after a collection, by how long the process had run then; a
 *     collection is asked for after two seconds and whenever that time has doubled
 */
record Watched(
    int code, Duration wall, Duration processor, long resident, Map<Duration, Long> live) {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

  Watched {
    live = Collections.unmodifiableMap(new LinkedHashMap<>(live));
  }

  /** Runs a command to its end; what it tells on standard error is seen. */
  static Watched run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Duration processor = Duration.ZERO;
    long resident = 0;
    Map<Duration, Long> live = new LinkedHashMap<>();
    Duration next = FIRST;
    while (!process.waitFor(LOOK)) {
      processor = process.info().totalCpuDuration().orElse(processor);
      resident = Math.max(resident, peak(process.pid()));
      Duration ran = since(start);
      if (ran.compareTo(next) >= 0) {
        live(process.pid()).ifPresent(bytes -> live.put(ran, bytes));
        next = ran.multipliedBy(2);
      }
    }
    return new Watched(process.exitValue(), since(start), processor, resident, live);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static long peak(long process) {
    try {
      Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
      return peak.find() ? Long.parseLong(peak.group(1)) * 1024 : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Nothing where the process is over, or this Java has no {@code jcmd}. */
  private static OptionalLong live(long process) {
    try {
      Process asking =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString(),
                  String.valueOf(process),
                  "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      try (InputStream in = asking.getInputStream()) {
        Matcher total = TOTAL.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        return total.find()
            ? OptionalLong.of(Long.parseLong(total.group(1)))
            : OptionalLong.empty();
      }
    } catch (IOException none) {
      return OptionalLong.empty();
    }
  }
}
