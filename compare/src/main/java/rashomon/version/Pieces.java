package rashomon.version;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import rashomon.model.Span;

/**
 * A text cut three ways: paragraphs, sentences, and atoms, which are words, blanks and marks. Atoms
 * are numbered from 0; together they are the text.
 */
final class Pieces {

  /** Atoms from one to before another, without blanks at either end, and their words. */
  record Unit(int from, int to, String words) {}

  private final String text;
  private final List<String> atoms;
  private final int[] starts;
  private final int[] ink;
  private final int[] wordsBefore;
  private final List<List<Unit>> levels;

  private Pieces(String text, List<Span> paragraphs, List<Span> sentences, int[] starts) {
    this.text = text;
    this.starts = starts;
    this.atoms = new ArrayList<>(starts.length);
    this.ink = new int[starts.length];
    this.wordsBefore = new int[starts.length];
    for (int i = 0; i + 1 < starts.length; i++) {
      String atom = text.substring(starts[i], starts[i + 1]);
      atoms.add(atom);
      ink[i + 1] = ink[i] + (atom.isBlank() ? 0 : atom.length());
      wordsBefore[i + 1] = wordsBefore[i] + (isWord(atom) ? 1 : 0);
    }
    this.levels =
        List.of(
            paragraphs.stream().map(this::unit).toList(),
            sentences.stream().map(this::unit).toList(),
            words());
  }

  static Pieces of(String text) {
    List<Span> paragraphs = paragraphs(text);
    List<Span> sentences =
        paragraphs.stream().flatMap(paragraph -> sentences(text, paragraph).stream()).toList();
    BitSet cuts = new BitSet();
    for (int cut : breaks(BreakIterator.getWordInstance(Locale.ROOT), text)) {
      cuts.set(cut, !isWithinBlank(text, cut));
    }
    for (Span sentence : sentences) {
      cuts.set(sentence.start());
      cuts.set(sentence.end());
    }
    return new Pieces(text, paragraphs, sentences, cuts.stream().toArray());
  }

  /** Lines with something in them, blanks at their ends left out. */
  static List<Span> paragraphs(String text) {
    List<Span> paragraphs = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      addStripped(text, start, end, paragraphs);
      start = end + 1;
    }
    return paragraphs;
  }

  /** The sentences of a part of the text, blanks at their ends left out. */
  static List<Span> sentences(String text, Span part) {
    List<Span> sentences = new ArrayList<>();
    int[] breaks = breaks(BreakIterator.getSentenceInstance(Locale.ROOT), part.of(text));
    for (int i = 0; i + 1 < breaks.length; i++) {
      addStripped(text, part.start() + breaks[i], part.start() + breaks[i + 1], sentences);
    }
    return sentences;
  }

  static boolean isWord(String atom) {
    return atom.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static boolean isWithinBlank(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isWhitespace(text.charAt(at - 1))
        && Character.isWhitespace(text.charAt(at));
  }

  private static int[] breaks(BreakIterator cutter, String text) {
    cutter.setText(text);
    int[] breaks = new int[text.length() + 1];
    int count = 0;
    for (int at = cutter.first(); at != BreakIterator.DONE; at = cutter.next()) {
      breaks[count++] = at;
    }
    return Arrays.copyOf(breaks, count);
  }

  private static void addStripped(String text, int from, int to, List<Span> into) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      into.add(new Span(start, end));
    }
  }

  private Unit unit(Span span) {
    int from = Arrays.binarySearch(starts, span.start());
    int to = Arrays.binarySearch(starts, span.end());
    return new Unit(from, to, span.of(text));
  }

  private List<Unit> words() {
    List<Unit> words = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      if (isWord(atoms.get(i))) {
        words.add(new Unit(i, i + 1, atoms.get(i)));
      }
    }
    return words;
  }

  int size() {
    return atoms.size();
  }

  String atom(int number) {
    return atoms.get(number);
  }

  /** Where an atom begins in the text; where the text ends for the number after the last. */
  int offset(int atom) {
    return starts[atom];
  }

  /** UTF-16 code units in those atoms that are not blank. */
  int ink(int from, int to) {
    return ink[to] - ink[from];
  }

  int countWords(int from, int to) {
    return wordsBefore[to] - wordsBefore[from];
  }

  /** Whole units within those atoms; paragraphs are level 0, sentences 1, words 2. */
  List<Unit> units(int level, int from, int to) {
    List<Unit> all = levels.get(level);
    int first = firstFrom(all, from);
    int last = firstFrom(all, to);
    return all.subList(first, last > first && all.get(last - 1).to > to ? last - 1 : last);
  }

  /** 2 where a paragraph begins, 1 where a sentence does, else 0. */
  int beginning(int atom) {
    for (int level = 0; level < 2; level++) {
      List<Unit> all = levels.get(level);
      int number = firstFrom(all, atom);
      if (number < all.size() && all.get(number).from == atom) {
        return 2 - level;
      }
    }
    return 0;
  }

  private static int firstFrom(List<Unit> units, int atom) {
    int low = 0;
    int high = units.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (units.get(middle).from < atom) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
