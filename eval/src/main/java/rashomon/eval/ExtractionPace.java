package rashomon.eval;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import rashomon.eval.ExtractionScore.Page;
import rashomon.ingest.Captured;
import rashomon.model.Capture;
import rashomon.model.Payload;

/**
 * How fast pages are read in one thread, beside their parsing alone.
 *
 * @param read pages a second of the thread's processor time, unpacked before; each page counts with
 *     its best round, so that what else runs on the machine counts little
 * @param parsed the same for what jsoup alone takes
 */
record ExtractionPace(double read, double parsed) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The pages one after another, {@code rounds} times: the first of them warm the compiler up. */
  static ExtractionPace of(List<Page> pages, int rounds) throws IOException {
    long[] read = new long[pages.size()];
    long[] parsed = new long[pages.size()];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < read.length; i++) {
        byte[] html = unpacked(pages.get(i).html());
        Capture capture = ExtractionScore.capture(Payload.of(html), pages.get(i).url());
        String text = new String(html, StandardCharsets.UTF_8);
        long begun = THREADS.getCurrentThreadCpuTime();
        Captured captured = Captured.read(capture);
        long halfway = THREADS.getCurrentThreadCpuTime();
        int nodes = Jsoup.parse(text).childNodeSize();
        long done = THREADS.getCurrentThreadCpuTime();
        if (nodes + captured.versions().size() + captured.rejected().size() == 0) {
          throw new IllegalStateException("Nothing came of " + pages.get(i).key());
        }
        read[i] = least(round, read[i], halfway - begun);
        parsed[i] = least(round, parsed[i], done - halfway);
      }
    }
    return new ExtractionPace(perSecond(read), perSecond(parsed));
  }

  private static long least(int round, long before, long now) {
    return round == 0 ? now : Math.min(before, now);
  }

  private static double perSecond(long[] nanoseconds) {
    double sum = 0;
    for (long each : nanoseconds) {
      sum += each;
    }
    return sum == 0 ? 0 : nanoseconds.length * 1e9 / sum;
  }

  private static byte[] unpacked(Payload html) throws IOException {
    byte[] bytes = html.bytes();
    boolean packed = bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    if (!packed) {
      return bytes;
    }
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    }
  }
}
