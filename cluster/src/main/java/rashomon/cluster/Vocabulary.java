package rashomon.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stems in the window, by number, and in how many reports each is. Numbers are used again. */
final class Vocabulary {

  private static final int FIRST_SIZE = 1024;
  private static final int FORMS = 100;

  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] stems = new String[FIRST_SIZE];

  /** The forms of each stem that were met while it was in the window. */
  private String[][] forms = new String[FIRST_SIZE][];

  private int[] found = new int[FIRST_SIZE];
  private int[] usual = new int[FIRST_SIZE];

  /** The logarithms of how often a term is found, there and usually: as a word and as a name. */
  private float[] asWord = new float[FIRST_SIZE];

  private float[] asName = new float[FIRST_SIZE];
  private int[] free = new int[FIRST_SIZE];
  private int freed;
  private int size;
  private int reports;

  /** The logarithm of how many reports and articles there are. */
  private double all = Math.log(Background.ARTICLES + 1);

  /** Counts a report's terms; their numbers, in their order. */
  int[] add(List<Sketch.Term> terms) {
    count(reports + 1);
    int[] added = new int[terms.size()];
    for (int i = 0; i < added.length; i++) {
      added[i] = number(terms.get(i));
      count(added[i], 1);
    }
    return added;
  }

  /** Forgets a report's terms. */
  void remove(int[] terms) {
    count(reports - 1);
    for (int term : terms) {
      count(term, -1);
      if (found[term] == 0) {
        numbers.remove(stems[term]);
        if (freed == free.length) {
          free = Arrays.copyOf(free, 2 * freed);
        }
        free[freed++] = term;
      }
    }
  }

  private void count(int now) {
    reports = now;
    all = Math.log(Background.ARTICLES + reports + 1);
  }

  private void count(int term, int more) {
    found[term] += more;
    asWord[term] = (float) Math.log(Math.max(1, usual[term] + found[term]));
    asName[term] = (float) Math.log(Background.OF_A_NAME + found[term]);
  }

  private int number(Sketch.Term term) {
    String stem = term.stem();
    Integer known = numbers.get(stem);
    if (known != null) {
      return known;
    }
    int number = freed > 0 ? free[--freed] : size++;
    if (number == stems.length) {
      stems = Arrays.copyOf(stems, 2 * number);
      forms = Arrays.copyOf(forms, 2 * number);
      found = Arrays.copyOf(found, 2 * number);
      usual = Arrays.copyOf(usual, 2 * number);
      asWord = Arrays.copyOf(asWord, 2 * number);
      asName = Arrays.copyOf(asName, 2 * number);
    }
    stems[number] = stem;
    forms[number] = new String[0];
    usual[number] = Background.frequency(stem);
    numbers.put(stem, number);
    return number;
  }

  /**
   * How rare a term is, in the window and in ordinary news taken together (inverse document
   * frequency, natural logarithm).
   */
  double rarity(int term, boolean name) {
    return all - (name ? asName[term] : asWord[term]);
  }

  /** In how many reports of the window a term is. */
  int found(int term) {
    return found[term];
  }

  /** Which of a term's forms this is; a form beyond the hundredth counts as the first. */
  byte form(int term, String word) {
    int form = Arrays.asList(forms[term]).indexOf(word);
    if (form < 0 && forms[term].length < FORMS) {
      form = forms[term].length;
      forms[term] = Arrays.copyOf(forms[term], form + 1);
      forms[term][form] = word;
    }
    return (byte) Math.max(0, form);
  }

  /** A form of a term, as a person reads it. */
  String shown(int term, byte form) {
    return forms[term][form];
  }

  /** One more than the largest number in use. */
  int size() {
    return size;
  }
}
