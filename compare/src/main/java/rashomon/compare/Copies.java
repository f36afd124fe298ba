package rashomon.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Token;

/**
 * Passages that stand in two reports, edits allowed for. A sentence repeats another where more than
 * half of its runs of {@value #RUN} words stand there (containment of shingles, Broder 1997; all of
 * them and no selection of them, since a selection by hash would depend on who is named). Words
 * between quotation marks do not count: two outlets may have them from one mouth.
 */
final class Copies {

  private static final int RUN = 4;

  /** Shared runs that make a copy of a sentence by itself, and beside another copy. */
  private static final double ALONE = 0.5;

  private static final double BESIDE = 0.3;
  private static final int FEWEST = 5;

  /** One sentence of a report, without what it quotes, of which there are so many words more. */
  record Sentence(int report, int number, Span span, int words, int quoted, Set<Long> runs) {

    /** Whether it says enough beside what it quotes: who spoke, and where, many tell alike. */
    boolean tells() {
      return runs.size() >= (words > quoted ? FEWEST : 2 * FEWEST);
    }
  }

  /** A sentence and the one it repeats; {@code reports} are all that tell it so. */
  record Repeat(Sentence copy, Sentence original, Set<Integer> reports) {}

  private final List<List<Sentence>> sentences = new ArrayList<>();
  private final List<Sentence> numbered = new ArrayList<>();
  private final Map<Long, List<Integer>> index = new HashMap<>();
  private final List<List<Repeat>> repeats = new ArrayList<>();

  private Copies() {}

  /** The reports in the order in which one may have copied from another. */
  static Copies of(
      List<Integer> order, List<Report> reports, List<List<Token>> tokens, List<Statement> said) {
    Copies copies = new Copies();
    Map<Integer, BitSet> quoted = quoted(reports, said);
    for (int i = 0; i < reports.size(); i++) {
      copies.sentences.add(sentences(i, tokens.get(i), quoted.getOrDefault(i, new BitSet())));
      copies.repeats.add(List.of());
    }
    for (int report : order) {
      copies.repeats.set(report, copies.find(copies.sentences.get(report)));
      copies.add(copies.sentences.get(report));
    }
    return copies;
  }

  /** What that report repeats of reports before it in the order, sentence by sentence. */
  List<Repeat> of(int report) {
    return repeats.get(report);
  }

  /** The words of a report outside quotation marks. */
  int words(int report) {
    return sentences.get(report).stream().mapToInt(Sentence::words).sum();
  }

  private void add(List<Sentence> own) {
    for (Sentence sentence : own) {
      for (Long run : sentence.runs) {
        index.computeIfAbsent(run, fresh -> new ArrayList<>()).add(numbered.size());
      }
      numbered.add(sentence);
    }
  }

  private List<Repeat> find(List<Sentence> own) {
    List<Repeat> found = new ArrayList<>();
    Map<Integer, Repeat> sure = new HashMap<>();
    Map<Integer, Repeat> bests = new HashMap<>();
    for (Sentence sentence : own) {
      List<Sentence> nearest = nearest(sentence);
      if (!nearest.isEmpty()) {
        Repeat best = new Repeat(sentence, nearest.getFirst(), reports(nearest));
        bests.put(sentence.number, best);
        if (share(best) > ALONE && sentence.tells()) {
          sure.put(sentence.number, best);
        }
      }
    }
    for (Sentence sentence : own) {
      Repeat mine = sure.get(sentence.number);
      if (mine == null) {
        Repeat best = bests.get(sentence.number);
        if (best != null
            && share(best) > BESIDE
            && (follows(sure.get(sentence.number - 1), best)
                || follows(best, sure.get(sentence.number + 1)))) {
          mine = best;
        }
      }
      if (mine != null) {
        found.add(mine);
      }
    }
    return found;
  }

  private static boolean follows(@Nullable Repeat one, @Nullable Repeat next) {
    return one != null
        && next != null
        && one.original.report == next.original.report
        && Math.abs(next.original.number - one.original.number) <= 2;
  }

  private static double share(Repeat repeat) {
    Set<Long> copy = repeat.copy.runs;
    long shared = copy.stream().filter(repeat.original.runs::contains).count();
    return shared / (double) Math.max(1, Math.min(copy.size(), 3 * repeat.original.runs.size()));
  }

  private static Set<Integer> reports(List<Sentence> sentences) {
    return sentences.stream().map(Sentence::report).collect(Collectors.toSet());
  }

  /** The earlier sentences that share most runs, the first to be told first. */
  private List<Sentence> nearest(Sentence sentence) {
    List<Sentence> nearest = new ArrayList<>();
    int most = 1;
    int[] sharing = Candidates.all(index, sentence.runs);
    for (int from = 0, to = 0; from < sharing.length; from = to) {
      while (to < sharing.length && sharing[to] == sharing[from]) {
        to++;
      }
      if (to - from > most) {
        nearest.clear();
        most = to - from;
      }
      if (to - from == most) {
        nearest.add(numbered.get(sharing[from]));
      }
    }
    return nearest;
  }

  /** The quoted characters of each report. */
  private static Map<Integer, BitSet> quoted(List<Report> reports, List<Statement> said) {
    Map<Integer, BitSet> quoted = new HashMap<>();
    for (Statement statement : said) {
      int report = statement.report().number() - 1;
      String text = reports.get(report).text();
      for (Span part : statement.content()) {
        if (statement.type() == Statement.Type.DIRECT || opens(text, part)) {
          quoted.computeIfAbsent(report, fresh -> new BitSet()).set(part.start(), part.end());
        }
      }
    }
    return quoted;
  }

  private static boolean opens(String text, Span span) {
    return "\"“«„".indexOf(text.charAt(span.start())) >= 0;
  }

  private static List<Sentence> sentences(int report, List<Token> tokens, BitSet quoted) {
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    while (from < tokens.size()) {
      int to = from;
      while (to < tokens.size() && tokens.get(to).sentence() == tokens.get(from).sentence()) {
        to++;
      }
      List<Token> all =
          tokens.subList(from, to).stream()
              .filter(token -> Character.isLetterOrDigit(token.text().charAt(0)))
              .toList();
      List<Token> words =
          all.stream()
              .filter(token -> quoted.nextClearBit(token.span().start()) < token.span().end())
              .toList();
      Set<Long> runs = new HashSet<>();
      for (int i = 0; i + RUN <= words.size(); i++) {
        long hash = 1;
        for (Token word : words.subList(i, i + RUN)) {
          hash = hash * 1_000_003 + word.text().toLowerCase(Locale.ROOT).hashCode();
        }
        runs.add(hash);
      }
      Span span = tokens.get(from).span().cover(tokens.get(to - 1).span());
      sentences.add(
          new Sentence(
              report,
              tokens.get(from).sentence(),
              span,
              words.size(),
              all.size() - words.size(),
              runs));
      from = to;
    }
    return sentences;
  }

  /** A report's id. */
  static ReportId id(int report) {
    return new ReportId(report + 1);
  }
}
