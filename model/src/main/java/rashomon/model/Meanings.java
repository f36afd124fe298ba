package rashomon.model;

import java.util.Arrays;
import java.util.List;

/**
 * What the sentences of one report mean, as vectors by the number of the sentence; none where no
 * model read it. Each vector is kept in one byte a dimension, and two are compared by their angle.
 */
public final class Meanings {

  public static final Meanings NONE = new Meanings(new byte[0][]);

  private static final int MOST = 127;

  private final byte[][] vectors;
  private final double[] lengths;

  private Meanings(byte[][] vectors) {
    this.vectors = vectors;
    this.lengths = Arrays.stream(vectors).mapToDouble(v -> Math.sqrt(product(v, v))).toArray();
  }

  /** One vector for each sentence, none of them zero. */
  public static Meanings of(List<float[]> sentences) {
    return new Meanings(sentences.stream().map(Meanings::quantised).toArray(byte[][]::new));
  }

  /** Those that {@link #vectors} gave. */
  public static Meanings ofVectors(List<byte[]> vectors) {
    return new Meanings(vectors.stream().map(byte[]::clone).toArray(byte[][]::new));
  }

  /** The vectors as they are kept, to write them down. */
  public List<byte[]> vectors() {
    return Arrays.stream(vectors).map(byte[]::clone).toList();
  }

  private static byte[] quantised(float[] vector) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(MOST * vector[i] / largest);
    }
    return bytes;
  }

  /** The cosine of the angle between two sentences' vectors; 0 where one of them has none. */
  public double likeness(int sentence, Meanings others, int other) {
    if (sentence >= vectors.length || other >= others.vectors.length) {
      return 0;
    }
    return product(vectors[sentence], others.vectors[other])
        / (lengths[sentence] * others.lengths[other]);
  }

  private static int product(byte[] one, byte[] other) {
    int sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Meanings that && Arrays.deepEquals(vectors, that.vectors);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(vectors);
  }
}
