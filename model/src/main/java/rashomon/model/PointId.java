package rashomon.model;

/** Names a point by its place in its reading or comparison; numbers begin at 1. */
public record PointId(int number) implements Comparable<PointId> {

  public PointId {
    if (number < 1) {
      throw new IllegalArgumentException("ids begin at 1: " + number);
    }
  }

  @Override
  public int compareTo(PointId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "q" + number;
  }
}
