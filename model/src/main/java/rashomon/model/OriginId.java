package rashomon.model;

/** Names a origin by its place in its reading or comparison; numbers begin at 1. */
public record OriginId(int number) implements Comparable<OriginId> {

  public OriginId {
    if (number < 1) {
      throw new IllegalArgumentException("ids begin at 1: " + number);
    }
  }

  @Override
  public int compareTo(OriginId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "o" + number;
  }
}
