package rashomon.model;

/** Names a report by its place in its reading or comparison; numbers begin at 1. */
public record ReportId(int number) implements Comparable<ReportId> {

  public ReportId {
    if (number < 1) {
      throw new IllegalArgumentException("ids begin at 1: " + number);
    }
  }

  @Override
  public int compareTo(ReportId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "r" + number;
  }
}
