package rashomon.model;

/** Names a party by its place in its reading or comparison; numbers begin at 1. */
public record PartyId(int number) implements Comparable<PartyId> {

  public PartyId {
    if (number < 1) {
      throw new IllegalArgumentException("ids begin at 1: " + number);
    }
  }

  @Override
  public int compareTo(PartyId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "p" + number;
  }
}
