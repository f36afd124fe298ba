package rashomon.cluster;

import java.time.Instant;
import java.util.Arrays;
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

  /** Which form each has here. */
  final byte[] forms;

  @Nullable Cluster cluster;

  private Placed(
      String report, int number, long seen, long when, int[] terms, byte[] marks, byte[] forms) {
    this.report = report;
    this.number = number;
    this.seen = seen;
    this.when = when;
    this.terms = terms;
    this.marks = marks;
    this.forms = forms;
  }

  /**
   * @param terms the numbers of the sketch's terms, in its order
   */
  static Placed of(Sighting sighting, int number, int[] terms, Vocabulary vocabulary) {
    long[] sorted = new long[terms.length];
    for (int i = 0; i < terms.length; i++) {
      Sketch.Term term = sighting.sketch().terms().get(i);
      byte form = vocabulary.form(terms[i], term.word());
      sorted[i] = ((long) terms[i] << Byte.SIZE | form) << Byte.SIZE | term.marks();
    }
    Arrays.sort(sorted);
    int[] numbers = new int[sorted.length];
    byte[] marks = new byte[sorted.length];
    byte[] forms = new byte[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      numbers[i] = (int) (sorted[i] >> 2 * Byte.SIZE);
      forms[i] = (byte) (sorted[i] >> Byte.SIZE);
      marks[i] = (byte) sorted[i];
    }
    Instant when = sighting.when();
    return new Placed(
        sighting.report(),
        number,
        sighting.seen().getEpochSecond(),
        when == null ? UNKNOWN : when.getEpochSecond(),
        numbers,
        marks,
        forms);
  }
}
