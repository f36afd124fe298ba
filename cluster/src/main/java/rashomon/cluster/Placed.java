package rashomon.cluster;

import org.jspecify.annotations.Nullable;

/** A report in the window. */
final class Placed {

  /** Stands for a time that nobody gave. */
  static final long UNKNOWN = Long.MIN_VALUE;

  final String report;

  /** Counts up; the order of placing. */
  final int number;

  final long seen;

  /** Seconds, or {@link #UNKNOWN}. */
  final long when;

  /** Rising numbers in the vocabulary, and what {@link Sketch.Term#marks} says of each. */
  final int[] terms;

  final byte[] marks;

  @Nullable Cluster cluster;

  /** What {@link Index#near} counts in its last round. */
  int round;

  double shared;

  Placed(String report, int number, long seen, long when, int[] terms, byte[] marks) {
    this.report = report;
    this.number = number;
    this.seen = seen;
    this.when = when;
    this.terms = terms;
    this.marks = marks;
  }
}
