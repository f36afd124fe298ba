package rashomon.model;

/** Names a statement by its place in its reading or comparison; numbers begin at 1. */
public record StatementId(int number) implements Comparable<StatementId> {

  public StatementId {
    if (number < 1) {
      throw new IllegalArgumentException("ids begin at 1: " + number);
    }
  }

  @Override
  public int compareTo(StatementId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "s" + number;
  }
}
