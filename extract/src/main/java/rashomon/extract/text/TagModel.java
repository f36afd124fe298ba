package rashomon.extract.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import rashomon.model.Tag;

/**
 * Tags the words of a sentence as {@link opennlp.tools.postag.POSTaggerME} does with the same
 * model: by maximum entropy (Ratnaparkhi 1996), from left to right. OpenNLP keeps three hypotheses,
 * but remembers the features of a place from the first, so that the best one at a place is always
 * the best one so far and what comes likeliest after it. So one hypothesis is enough here, and as
 * the likeliest is the heaviest, no probabilities. OpenNLP makes every feature anew, as a string
 * that it looks up; here a word's weights are added up once and remembered. Gives the same for the
 * same words; threads share one.
 */
final class TagModel {

  /** Some 600 bytes each; where there are more, those of a text begin anew. */
  private static final int MOST_WORDS = 20_000;

  private static final double[] NOTHING = {};

  private static final String WORD = "w=";
  private static final String BEGIN = "S=begin";

  /** What a word adds to the weight of each outcome. */
  private static final class Word {

    /** Where it stands itself. */
    private final double[] own;

    /** Where it stands two before, one before, one after and two after. */
    private final double[][] near;

    private Word(double[] own, double[][] near) {
      this.own = own;
      this.near = near;
    }
  }

  private final Map<String, Context> predicates;
  private final POSContextGenerator features;
  private final Tag[] tags;
  private final double[][] begin;
  private final double[][] after;
  private final double[][][] afterTwo;
  private final Map<String, Word> words = new ConcurrentHashMap<>();

  TagModel(POSModel model) {
    AbstractModel maxent = model.getArtifact("pos.model");
    @SuppressWarnings("unchecked")
    Map<String, Context> contexts = (Map<String, Context>) maxent.getDataStructures()[1];
    predicates = contexts;
    features = model.getFactory().getPOSContextGenerator();
    List<String> outcomes =
        IntStream.range(0, maxent.getNumOutcomes()).mapToObj(maxent::getOutcome).toList();
    tags = outcomes.stream().map(TagModel::first).toArray(Tag[]::new);
    begin =
        new double[][] {
          added(List.of(BEGIN)), added(List.of("p1" + BEGIN)), added(List.of("p2" + BEGIN))
        };
    after = outcomes.stream().map(last -> weights("t=" + last)).toArray(double[][]::new);
    afterTwo =
        outcomes.stream()
            .map(
                first ->
                    outcomes.stream()
                        .map(last -> weights("t2=" + first + "," + last))
                        .toArray(double[][]::new))
            .toArray(double[][][]::new);
  }

  /** The model joins the tags of contracted words (AUX+PART); the first one counts. */
  private static Tag first(String name) {
    int joint = name.indexOf('+');
    return Tag.valueOf(joint < 0 ? name : name.substring(0, joint));
  }

  /** A tag for each word. */
  Tag[] tag(String[] sentence) {
    Word[] found = Arrays.stream(sentence).map(this::word).toArray(Word[]::new);
    int[] best = new int[sentence.length];
    for (int i = 0; i < best.length; i++) {
      double[] weights = given(found, i);
      if (i > 0) {
        add(weights, after[best[i - 1]]);
      }
      if (i > 1) {
        add(weights, afterTwo[best[i - 2]][best[i - 1]]);
      }
      best[i] = heaviest(weights);
    }
    return Arrays.stream(best).mapToObj(outcome -> tags[outcome]).toArray(Tag[]::new);
  }

  /** What the words alone say of one of them. */
  private double[] given(Word[] sentence, int at) {
    double[] sum = sentence[at].own.clone();
    for (int place = 0; place < 4; place++) {
      int from = at + (place < 2 ? place - 2 : place - 1);
      if (from >= 0 && from < sentence.length) {
        add(sum, sentence[from].near[place]);
      }
    }
    if (at < begin.length) {
      add(sum, begin[at]);
    }
    return sum;
  }

  private static int heaviest(double[] weights) {
    int heaviest = 0;
    for (int i = 1; i < weights.length; i++) {
      heaviest = weights[i] > weights[heaviest] ? i : heaviest;
    }
    return heaviest;
  }

  private Word word(String text) {
    Word known = words.get(text);
    if (known != null) {
      return known;
    }
    if (words.size() >= MOST_WORDS) {
      words.clear();
    }
    List<String> own = new ArrayList<>();
    // The generator remembers what it made last, so it is for one thread at a time.
    synchronized (features) {
      own.addAll(List.of(features.getContext(0, new String[] {text}, new String[0], null)));
    }
    own.remove(BEGIN);
    String itself = own.stream().filter(name -> name.startsWith(WORD)).findFirst().orElseThrow();
    Word made =
        new Word(
            added(own),
            new double[][] {
              weights("p2" + itself),
              weights("p1" + itself),
              weights("n1" + itself),
              weights("n2" + itself)
            });
    words.put(text, made);
    return made;
  }

  private double[] added(List<String> names) {
    double[] sum = new double[tags.length];
    names.forEach(name -> add(sum, weights(name)));
    return sum;
  }

  /** One for each outcome, or none. */
  private double[] weights(String feature) {
    Context context = predicates.get(feature);
    if (context == null) {
      return NOTHING;
    }
    double[] weights = new double[tags.length];
    int[] outcomes = context.getOutcomes();
    for (int i = 0; i < outcomes.length; i++) {
      weights[outcomes[i]] += context.getParameters()[i];
    }
    return weights;
  }

  private static void add(double[] sum, double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      sum[i] += weights[i];
    }
  }
}
