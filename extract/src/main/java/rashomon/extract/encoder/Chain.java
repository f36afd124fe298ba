package rashomon.extract.encoder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import rashomon.extract.encoder.Label.Step;

/**
 * A linear-chain conditional random field over words (Lafferty, McCallum and Pereira 2001): the
 * best labels of all words together, by Viterbi's algorithm, and how probable a run of them is, by
 * the forward-backward algorithm. Linear in the number of words.
 */
final class Chain {

  private static final float NEVER = -1e6f;

  /** Score of each label for the first word. */
  private final float[] start;

  /** Score of a label (column) after another (row). */
  private final float[][] transitions;

  private Chain(float[] start, float[][] transitions) {
    this.start = start;
    this.transitions = transitions;
  }

  /**
   * Reads a table with a row for each label, in order: name, start, then the score of each label
   * that follows it.
   */
  static Chain read(InputStream table) throws IOException {
    float[] start = new float[Label.COUNT];
    float[][] transitions = new float[Label.COUNT][Label.COUNT];
    BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      int label = Label.ALL.indexOf(Label.valueOf(cells[0]));
      start[label] = Float.parseFloat(cells[1]);
      for (int next = 0; next < Label.COUNT; next++) {
        transitions[label][next] = Float.parseFloat(cells[2 + next]);
      }
    }
    return of(start, transitions);
  }

  /**
   * Makes impossible what cannot be: to go on with a part without having been in it, or over the
   * end of a paragraph.
   */
  static Chain of(float[] start, float[][] transitions) {
    float[] first = start.clone();
    float[][] steps = new float[Label.COUNT][];
    for (int from = 0; from < Label.COUNT; from++) {
      steps[from] = transitions[from].clone();
      for (int to = 0; to < Label.COUNT; to++) {
        boolean goesOn = Label.at(to).is(Step.IN);
        if (goesOn && !Label.at(from).role().equals(Label.at(to).role())) {
          steps[from][to] = NEVER;
        }
      }
    }
    for (int to = 1; to < Label.COUNT; to++) {
      if (!Label.at(to).is(Step.BEGIN)) {
        first[to] = NEVER;
      }
    }
    return new Chain(first, steps);
  }

  /** Weight of any labels of a path's words, on a scale of its own. */
  double weight(Path path, List<Label> labels) {
    int first = Label.ALL.indexOf(labels.getFirst());
    double weight = start[first] + path.own[0][first];
    for (int i = 1; i < labels.size(); i++) {
      int label = Label.ALL.indexOf(labels.get(i));
      weight += transitions[Label.ALL.indexOf(labels.get(i - 1))][label] + path.own[i][label];
    }
    return weight;
  }

  /** Labels with their probabilities, given scores by word and label. */
  Path best(float[][] scores, Inputs inputs) {
    int size = scores.length;
    double[][] own = new double[size][];
    for (int i = 0; i < size; i++) {
      own[i] = new double[Label.COUNT];
      boolean paragraph = (inputs.place(i) & Inputs.BEGINS_PARAGRAPH) != 0;
      for (int label = 0; label < Label.COUNT; label++) {
        own[i][label] = scores[i][label];
        if (paragraph && Label.at(label).is(Step.IN)) {
          own[i][label] = NEVER;
        }
      }
    }
    return new Path(viterbi(own), own, forward(own), backward(own), this);
  }

  private int[] viterbi(double[][] own) {
    int size = own.length;
    int[] labels = new int[size];
    if (size == 0) {
      return labels;
    }
    double[] best = plus(start, own[0]);
    byte[][] from = new byte[size][Label.COUNT];
    for (int i = 1; i < size; i++) {
      double[] next = new double[Label.COUNT];
      for (int to = 0; to < Label.COUNT; to++) {
        int before = 0;
        for (int label = 1; label < Label.COUNT; label++) {
          if (best[label] + transitions[label][to] > best[before] + transitions[before][to]) {
            before = label;
          }
        }
        from[i][to] = (byte) before;
        next[to] = best[before] + transitions[before][to] + own[i][to];
      }
      best = next;
    }
    for (int label = 1; label < Label.COUNT; label++) {
      labels[size - 1] = best[label] > best[labels[size - 1]] ? label : labels[size - 1];
    }
    for (int i = size - 1; i > 0; i--) {
      labels[i - 1] = from[i][labels[i]];
    }
    return labels;
  }

  private static double[] plus(float[] one, double[] other) {
    double[] sum = new double[one.length];
    Arrays.setAll(sum, i -> one[i] + other[i]);
    return sum;
  }

  /** Log of the summed weight of all ways to come to a label; an array a word. */
  private double[][] forward(double[][] own) {
    double[][] forward = new double[own.length][Label.COUNT];
    for (int i = 0; i < own.length; i++) {
      for (int to = 0; to < Label.COUNT; to++) {
        double sum = start[to];
        if (i > 0) {
          double[] ways = new double[Label.COUNT];
          for (int label = 0; label < Label.COUNT; label++) {
            ways[label] = forward[i - 1][label] + transitions[label][to];
          }
          sum = logSum(ways);
        }
        forward[i][to] = sum + own[i][to];
      }
    }
    return forward;
  }

  /** Log of the summed weight of all ways to go on from a label; an array a word. */
  private double[][] backward(double[][] own) {
    double[][] backward = new double[own.length][Label.COUNT];
    for (int i = own.length - 2; i >= 0; i--) {
      for (int from = 0; from < Label.COUNT; from++) {
        double[] ways = new double[Label.COUNT];
        for (int label = 0; label < Label.COUNT; label++) {
          ways[label] = transitions[from][label] + own[i + 1][label] + backward[i + 1][label];
        }
        backward[i][from] = logSum(ways);
      }
    }
    return backward;
  }

  static double logSum(double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - most);
    }
    return most + Math.log(sum);
  }

  /** The best labels of a text and all that is needed to say how sure a run of them is. */
  static final class Path {
    private final int[] labels;
    private final double[][] own;
    private final double[][] forward;
    private final double[][] backward;
    private final Chain chain;

    private Path(
        int[] labels, double[][] own, double[][] forward, double[][] backward, Chain chain) {
      this.labels = labels;
      this.own = own;
      this.forward = forward;
      this.backward = backward;
      this.chain = chain;
    }

    int size() {
      return labels.length;
    }

    Label label(int word) {
      return Label.at(labels[word]);
    }

    /**
     * How probable it is that words {@code first} to {@code last} (excluded) have just these labels
     * and the part ends there.
     */
    double probability(int first, int last) {
      double weight = forward[first][labels[first]];
      for (int i = first + 1; i < last; i++) {
        weight += chain.transitions[labels[i - 1]][labels[i]] + own[i][labels[i]];
      }
      int end = labels[last - 1];
      if (last < labels.length) {
        double[] ways = new double[Label.COUNT];
        for (int label = 0; label < Label.COUNT; label++) {
          boolean goesOn = Label.at(label).is(Step.IN);
          ways[label] =
              goesOn
                  ? NEVER * 10.0
                  : chain.transitions[end][label] + own[last][label] + backward[last][label];
        }
        weight += logSum(ways);
      }
      return Math.min(1, Math.exp(weight - logSum(forward[labels.length - 1])));
    }
  }
}
