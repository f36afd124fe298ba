package rashomon.cluster;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reports of the window by number, in pages: those that have left take no room but for what
 * points to their page.
 */
final class Numbered {

  private static final int BITS = 10;
  private static final int SIZE = 1 << BITS;

  private static final class Page {
    private final @Nullable Placed[] reports = new Placed[SIZE];
    private int count;
  }

  private @Nullable Page[] pages = new Page[1];

  void add(Placed report) {
    int number = report.number >> BITS;
    if (number >= pages.length) {
      pages = Arrays.copyOf(pages, 2 * number);
    }
    Page page = pages[number];
    if (page == null) {
      page = new Page();
      pages[number] = page;
    }
    page.reports[report.number & SIZE - 1] = report;
    page.count++;
  }

  void remove(Placed report) {
    Page page = page(report.number);
    page.reports[report.number & SIZE - 1] = null;
    page.count--;
    if (page.count == 0) {
      pages[report.number >> BITS] = null;
    }
  }

  /** One that was added, and not removed since. */
  Placed get(int number) {
    return Objects.requireNonNull(page(number).reports[number & SIZE - 1]);
  }

  private Page page(int number) {
    return Objects.requireNonNull(pages[number >> BITS]);
  }
}
