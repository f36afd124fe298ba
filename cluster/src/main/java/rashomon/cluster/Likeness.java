package rashomon.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much two reports have in common, and what that says about whether they tell of one event.
 *
 * @param words the cosine of all their terms, from 0 to 1, weighted by how often a term occurs and
 *     how rare it is
 * @param leads the same of the terms of title and lead, those of the title weighing thrice
 * @param days between them; {@link #UNKNOWN} where one has no time
 * @param strangers whether each names three or more, and none that the other names
 */
public record Likeness(double words, double leads, double days, boolean strangers) {

  private static final int NAMES = 3;
  private static final double DAY = 86_400;

  /** Words alone decide, and must say more: as if a week were between them. */
  public static final double UNKNOWN = 7;

  /** What a logistic regression weighs. All three are between 0 and about 3. */
  public double[] features() {
    return new double[] {Math.sqrt(words), Math.sqrt(leads), Math.sqrt(Math.log1p(days))};
  }

  /**
   * Of each report with each that stands before it: (1, 0), (2, 0), (2, 1), (3, 0) and so on, under
   * the rarities of all together.
   */
  public static List<Likeness> all(List<Sighting> sightings) {
    Vocabulary vocabulary = new Vocabulary();
    List<Placed> placed = new ArrayList<>();
    for (Sighting sighting : sightings) {
      int[] terms = vocabulary.add(sighting.sketch().terms());
      placed.add(Placed.of(sighting, placed.size(), terms, vocabulary));
    }
    Pairs pairs = new Pairs(placed.stream().map(report -> new Side(report, vocabulary)).toList());
    List<Likeness> all = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      for (int j = 0; j < i; j++) {
        all.add(pairs.likeness(i, j));
      }
    }
    return all;
  }

  /** What is weighed of one report, under the rarities of one moment. */
  static final class Side {
    final Placed report;
    final float[] words;
    final float[] leads;
    private int names;

    Side(Placed report, Vocabulary vocabulary) {
      this.report = report;
      int count = report.terms.length;
      words = new float[count];
      leads = new float[count];
      double wordsSquare = 0;
      double leadsSquare = 0;
      for (int i = 0; i < count; i++) {
        byte marks = report.marks[i];
        double rarity = vocabulary.rarity(report.terms[i], Sketch.Term.isName(marks));
        double word = rarity * Sketch.Term.prominence(marks);
        double lead = rarity * Sketch.Term.leading(marks);
        names += Sketch.Term.isName(marks) ? 1 : 0;
        words[i] = (float) word;
        leads[i] = (float) lead;
        wordsSquare += word * word;
        leadsSquare += lead * lead;
      }
      divide(words, Math.sqrt(wordsSquare));
      divide(leads, Math.sqrt(leadsSquare));
    }

    private static void divide(float[] vector, double length) {
      for (int i = 0; length > 0 && i < vector.length; i++) {
        vector[i] /= (float) length;
      }
    }

    /** What each term that both have does for their likeness, by its place in the first. */
    Map<Integer, Double> shared(Side other) {
      Map<Integer, Double> shared = new HashMap<>();
      for (int i = 0; i < report.terms.length; i++) {
        int j = Arrays.binarySearch(other.report.terms, report.terms[i]);
        if (j >= 0) {
          shared.put(i, (double) words[i] * other.words[j] + leads[i] * other.leads[j]);
        }
      }
      return shared;
    }

    /** Whether a name is in title or lead of both. */
    boolean sharesName(Side other) {
      return IntStream.range(0, report.terms.length)
          .anyMatch(
              i -> {
                int j = Arrays.binarySearch(other.report.terms, report.terms[i]);
                return j >= 0 && isName(i) && other.isName(j) && leads[i] > 0 && other.leads[j] > 0;
              });
    }

    Likeness to(Side other) {
      double sharedWords = 0;
      double sharedLeads = 0;
      boolean acquainted = false;
      int[] mine = report.terms;
      int[] others = other.report.terms;
      for (int i = 0, j = 0; i < mine.length && j < others.length; ) {
        if (mine[i] == others[j]) {
          sharedWords += words[i] * other.words[j];
          sharedLeads += leads[i] * other.leads[j];
          acquainted |= isName(i) && other.isName(j);
          i++;
          j++;
        } else if (mine[i] < others[j]) {
          i++;
        } else {
          j++;
        }
      }
      return Likeness.of(this, other, sharedWords, sharedLeads, acquainted);
    }

    boolean isName(int i) {
      return Sketch.Term.isName(report.marks[i]);
    }
  }

  /**
   * @param acquainted whether one names what the other does
   */
  static Likeness of(Side one, Side other, double words, double leads, boolean acquainted) {
    return new Likeness(
        words,
        leads,
        days(one.report.when, other.report.when),
        one.names >= NAMES && other.names >= NAMES && !acquainted);
  }

  private static double days(long one, long other) {
    return one == Placed.UNKNOWN || other == Placed.UNKNOWN ? UNKNOWN : Math.abs(one - other) / DAY;
  }
}
