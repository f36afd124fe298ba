package rashomon.model;

/**
 * Half-open range of UTF-16 code units of a report's text; never empty. Ordered by start, then by
 * end.
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: " + start + "-" + end);
    }
  }

  /** The words it covers in {@code text}. */
  public String of(String text) {
    return text.substring(start, end);
  }

  public int length() {
    return end - start;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Whether more than half of {@code other} lies in it. */
  public boolean mostOf(Span other) {
    return 2 * (Math.min(end, other.end) - Math.max(start, other.start)) > other.length();
  }

  /** The smallest span that covers both. */
  public Span cover(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
