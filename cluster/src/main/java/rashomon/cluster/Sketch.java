package rashomon.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import rashomon.cluster.Words.Word;
import rashomon.model.Report;

/**
 * What placing looks at of a report: its most telling words, names and numbers, with where they
 * stand. It comes from title and text alone, so that it is the same whichever engine read the
 * report. About 600 bytes; immutable.
 */
public final class Sketch {

  /** How many words of a text are looked at. */
  private static final int WORDS = 800;

  /** How many words of a text are its lead. */
  private static final int LEAD = 70;

  /** How many terms are kept. */
  private static final int TERMS = 64;

  private static final byte FORM = 1;
  private static final String BETWEEN = "\n";

  private final List<Term> terms;

  private Sketch(List<Term> terms) {
    this.terms = terms;
  }

  /**
   * One word of a report.
   *
   * @param word in one of the forms it has in the report; of a name with its capitals
   * @param times how often it is in title and text; 15 stands for more
   */
  record Term(String word, boolean title, boolean lead, boolean name, int times) {

    private static final int TITLE = 0x10;
    private static final int IN_LEAD = 0x20;
    private static final int NAME = 0x40;
    private static final int MOST = 15;
    private static final double[] PROMINENCE =
        IntStream.rangeClosed(0, MOST + 2).mapToDouble(times -> 1 + Math.log(times)).toArray();

    /** How much it counts in its report, before its rarity is taken into account. */
    double prominence() {
      return prominence(marks());
    }

    static double prominence(byte marks) {
      return PROMINENCE[
          Math.max(1, marks & MOST)
              + ((marks & TITLE) != 0 ? 1 : 0)
              + ((marks & IN_LEAD) != 0 ? 1 : 0)];
    }

    /** How much it counts among the words of title and lead, before its rarity. */
    static double leading(byte marks) {
      return (marks & TITLE) != 0 ? 3 : (marks & IN_LEAD) != 0 ? 1 : 0;
    }

    static boolean isName(byte marks) {
      return (marks & NAME) != 0;
    }

    /** What its inflected forms have in common. */
    String stem() {
      return isNumber() ? word : Stemmer.stem(word.toLowerCase(Locale.ROOT));
    }

    boolean isNumber() {
      return Character.isDigit(word.charAt(0));
    }

    byte marks() {
      return (byte) (times | (title ? TITLE : 0) | (lead ? IN_LEAD : 0) | (name ? NAME : 0));
    }

    private static Term of(String word, byte marks) {
      return new Term(
          word, (marks & TITLE) != 0, (marks & IN_LEAD) != 0, (marks & NAME) != 0, marks & MOST);
    }
  }

  /** Where and how often one stem occurs. */
  private static final class Tally {
    private final String word;
    private String name = "";
    private boolean title;
    private boolean lead;
    private int times;
    private int capital;
    private int small;

    private Tally(String word) {
      this.word = word;
    }

    private void stands(Word here) {
      if (!here.capital()) {
        small++;
      } else if (!here.first()) {
        capital++;
        name = name.isEmpty() ? here.shown() : name;
      }
    }

    private Term term() {
      boolean named = capital > small;
      return new Term(named ? name : word, title, lead, named, Math.min(times, Term.MOST));
    }
  }

  /** Takes time linear in the report's length, and no more than for its first 800 words. */
  public static Sketch of(Report report) {
    Map<String, Tally> tallies = new HashMap<>();
    for (Word word : Words.of(report.title(), WORDS)) {
      if (word.tells()) {
        Tally tally = tally(tallies, word);
        tally.title = true;
        tally.times++;
      }
    }
    List<Word> text = Words.of(body(report), WORDS);
    for (int i = 0; i < text.size(); i++) {
      Word word = text.get(i);
      if (word.tells()) {
        Tally tally = tally(tallies, word);
        tally.lead |= i < LEAD;
        tally.times++;
        tally.stands(word);
      }
    }
    return new Sketch(
        tallies.values().stream()
            .map(Tally::term)
            .sorted(Comparator.comparingDouble(Sketch::weight).reversed().thenComparing(Term::word))
            .limit(TERMS)
            .toList());
  }

  /** The text without the title, where it begins with that. */
  private static String body(Report report) {
    return report.text().startsWith(report.title())
        ? report.text().substring(report.title().length())
        : report.text();
  }

  /** How telling a term is as far as one report and ordinary news show it. */
  private static double weight(Term term) {
    int usually = term.name() ? Background.OF_A_NAME : Background.frequency(term.stem());
    double rarity = Math.log((Background.ARTICLES + 1) / (usually + 0.5));
    return rarity * (term.prominence() + 2 * Term.leading(term.marks()));
  }

  private static Tally tally(Map<String, Tally> tallies, Word word) {
    String stem = word.isNumber() ? word.key() : Stemmer.stem(word.key());
    return tallies.computeIfAbsent(stem, unseen -> new Tally(word.key()));
  }

  /** Reads what {@link #bytes} gave; an {@link IllegalArgumentException} where it did not. */
  public static Sketch of(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != FORM) {
      throw new IllegalArgumentException("not a sketch of form " + FORM);
    }
    int count = bytes.length > 1 ? bytes[1] : 0;
    if (count < 0 || bytes.length < 2 + count) {
      throw new IllegalArgumentException("a sketch that breaks off");
    }
    String[] words =
        count == 0
            ? new String[0]
            : new String(bytes, 2 + count, bytes.length - 2 - count, UTF_8).split(BETWEEN, -1);
    if (words.length != count || Arrays.asList(words).contains("")) {
      throw new IllegalArgumentException(
          "a sketch of " + count + " terms that has " + words.length);
    }
    List<Term> terms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      terms.add(Term.of(words[i], bytes[2 + i]));
    }
    return new Sketch(List.copyOf(terms));
  }

  /** To be kept: a byte for the form, the number of terms, a byte of marks each, the words. */
  public byte[] bytes() {
    byte[] words = String.join(BETWEEN, terms.stream().map(Term::word).toList()).getBytes(UTF_8);
    byte[] bytes = new byte[2 + terms.size() + words.length];
    bytes[0] = FORM;
    bytes[1] = (byte) terms.size();
    for (int i = 0; i < terms.size(); i++) {
      bytes[2 + i] = terms.get(i).marks();
    }
    System.arraycopy(words, 0, bytes, 2 + terms.size(), words.length);
    return bytes;
  }

  /** The most telling first. */
  List<Term> terms() {
    return terms;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return terms.toString();
  }
}
