package rashomon.store;

import static rashomon.store.Sample.capture;
import static rashomon.store.Sample.reading;
import static rashomon.store.Sample.version;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import rashomon.model.Capture;
import rashomon.model.Version;

/** A program that accepts captures in small batches, and names each that it may count on. */
final class Writer {

  static final String PROBLEM = "problem ";
  private static final int BATCH = 4;

  private Writer() {}

  /** The folder of the store, and how many captures it shall hold at the end. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Store store = Store.open(args[0], new PlainArchive())) {
      write(store, Integer.parseInt(args[1]), out);
    } catch (StoreProblem problem) {
      out.println(PROBLEM + problem.code() + " " + problem.getMessage());
    }
  }

  static void write(Store store, int most, PrintStream out) {
    for (int from = 0; from < most; from += BATCH) {
      List<Capture> batch = new ArrayList<>();
      for (int i = from; i < Math.min(most, from + BATCH); i++) {
        batch.add(
            capture("https://harbour.example/" + i / 2, i, "Page " + i + " " + "x".repeat(3000)));
      }
      store.change(t -> batch.forEach(capture -> put(t, capture)));
      batch.forEach(capture -> out.println(capture.id()));
    }
  }

  private static void put(Transaction t, Capture capture) {
    if (t.captures().accept(capture) != Captures.Acceptance.NEW) {
      return;
    }
    String text = "Text of " + capture.seen() + ". Wind.";
    Version version = version(capture, capture.url(), "Title", text);
    t.reports().add(version).unread().forEach(v -> t.reports().keep(v, reading(v, "Ada Quill")));
    t.stories().place(capture.url(), "s1");
    t.captures().done(capture);
  }
}
