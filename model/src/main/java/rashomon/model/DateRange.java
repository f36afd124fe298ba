package rashomon.model;

import java.time.LocalDate;

/** Calendar days from {@code from} to {@code to}, both included. */
public record DateRange(LocalDate from, LocalDate to) {

  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
    }
  }
}
