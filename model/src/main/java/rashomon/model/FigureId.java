package rashomon.model;

/** Names a figure by its place in its reading or comparison; numbers begin at 1. */
public record FigureId(int number) implements Comparable<FigureId> {

  public FigureId {
    if (number < 1) {
      throw new IllegalArgumentException("ids begin at 1: " + number);
    }
  }

  @Override
  public int compareTo(FigureId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "f" + number;
  }
}
