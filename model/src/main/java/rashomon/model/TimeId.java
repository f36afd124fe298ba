package rashomon.model;

/** Names a time expression by its place in its reading or comparison; numbers begin at 1. */
public record TimeId(int number) implements Comparable<TimeId> {

  public TimeId {
    if (number < 1) {
      throw new IllegalArgumentException("ids begin at 1: " + number);
    }
  }

  @Override
  public int compareTo(TimeId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "t" + number;
  }
}
