package rashomon.extract.attribution;

/** Tokens {@code first} (included) to {@code last} (excluded). */
record Tokens(int first, int last) {

  Tokens {
    if (last <= first) {
      throw new IllegalArgumentException("no tokens: " + first + "-" + last);
    }
  }

  boolean contains(int token) {
    return first <= token && token < last;
  }

  boolean overlaps(Tokens other) {
    return first < other.last && other.first < last;
  }

  boolean contains(Tokens other) {
    return first <= other.first && other.last <= last;
  }

  int size() {
    return last - first;
  }
}
