package rashomon.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import rashomon.model.Span;

/**
 * Counts how often each word of PolNeAR's train split attributes, how its contents begin, and where
 * its source stands. Counts only: no text leaves the corpus but the words counted.
 */
public final class Cues {

  static final String SOURCE =
      "Counted from PolNeAR 1.0.0, train split, first annotator of each article;"
          + " verbs by their lemma, others and phrases as they stand";
  static final String COLUMNS =
      "cue, times a cue, times in the text, percent of contents that begin with that, as a"
          + " clause, with to, as a noun phrase, with a quotation mark; times the source stands before, after";

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’.][\\p{L}\\p{N}]+)*|[^\\s\\p{L}\\p{N}]");
  private static final Set<String> AUXILIARIES =
      Set.of(
          "be", "have", "do", "will", "can", "may", "must", "shall", "would", "could", "might",
          "should", "get", "go", "need", "s");
  private static final Set<String> AFTER_THE_VERB =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "my",
          "our", "your", "in", "at", "during", "from", "with", "about", "as", "by", "of");
  private static final Set<String> SUBORDINATORS =
      Set.of(
          "if", "whether", "how", "why", "what", "when", "where", "who", "because", "as", "which");
  private static final int LEAST_WORD = 3;
  private static final int LEAST_PHRASE = 5;

  private enum Beginning {
    THAT,
    CLAUSE,
    INFINITIVE,
    NOUN_PHRASE,
    QUOTATION,
    OTHER
  }

  /** How often, with what contents, and on which side of its source a cue was seen. */
  private static final class Count {
    private int used;
    private final Map<Beginning, Integer> beginnings = new EnumMap<>(Beginning.class);
    private int sourceBefore;
    private int sourceAfter;
  }

  private final Lemmas lemmas = Lemmas.read();
  private final POSTaggerME tagger;
  private final Map<String, Count> words = new TreeMap<>();
  private final Map<String, Count> phrases = new TreeMap<>();

  private Cues(POSTaggerME tagger) {
    this.tagger = tagger;
  }

  /** Reads the split's folder and writes the table into the other. */
  public static void main(String... args) throws IOException {
    table(Brat.readSplit(Path.of(args[0]))).write(Path.of(args[1]));
  }

  static Table table(List<Brat> articles) throws IOException {
    try (InputStream model =
        Cues.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
      Cues cues = new Cues(new POSTaggerME(new POSModel(model)));
      articles.forEach(
          article ->
              article.relations().stream()
                  .filter(relation -> !relation.cue().isEmpty())
                  .forEach(relation -> cues.count(article.text(), relation)));
      return Table.of("cues.tsv", SOURCE, COLUMNS, cues.rows(articles));
    }
  }

  private void count(String text, Brat.Relation relation) {
    List<String> cue =
        relation.cue().stream().flatMap(span -> words(span.of(text)).stream()).toList();
    List<Count> counts = new ArrayList<>();
    counts.add(words.computeIfAbsent(head(cue), word -> new Count()));
    if (cue.size() > 1) {
      counts.add(phrases.computeIfAbsent(String.join(" ", cue), phrase -> new Count()));
    }
    Beginning beginning =
        relation.content().isEmpty()
            ? Beginning.OTHER
            : beginning(text, relation.content().getFirst());
    for (Count count : counts) {
      count.used++;
      count.beginnings.merge(beginning, 1, Integer::sum);
      if (!relation.source().isEmpty()) {
        boolean before = relation.source().getFirst().start() < relation.cue().getFirst().start();
        count.sourceBefore += before ? 1 : 0;
        count.sourceAfter += before ? 0 : 1;
      }
    }
  }

  /**
   * The lemma of a cue's verb: behind auxiliaries, and the last of several joined by <i>to</i> or
   * an <i>-ing</i> form; the whole cue where it has no verb.
   */
  private String head(List<String> cue) {
    String head = "";
    for (int i = 0; i < cue.size(); i++) {
      String word = cue.get(i);
      boolean weak = head.isEmpty() || AUXILIARIES.contains(head);
      if (!weak && AFTER_THE_VERB.contains(word)) {
        break;
      }
      boolean joined = i > 0 && cue.get(i - 1).equals("to") || word.endsWith("ing");
      String verb = weak || joined ? lemmas.verb(word).orElse(head) : head;
      if (head.isEmpty() || !AUXILIARIES.contains(verb)) {
        head = verb;
      }
    }
    return head.isEmpty() ? String.join(" ", cue) : head;
  }

  private Beginning beginning(String text, Span content) {
    List<String> start = words(content.of(text));
    if (start.isEmpty()) {
      return Beginning.OTHER;
    }
    return switch (start.getFirst()) {
      case "\"", "“", "‘", "'", "”", "’" -> Beginning.QUOTATION;
      case "that" -> Beginning.THAT;
      case "to" -> Beginning.INFINITIVE;
      case String word when SUBORDINATORS.contains(word) -> Beginning.CLAUSE;
      default -> clauseOrNounPhrase(start);
    };
  }

  /**
   * A clause has a verb of its own before any relative clause begins; a noun phrase has a noun and
   * none.
   */
  private Beginning clauseOrNounPhrase(List<String> content) {
    String[] start = content.stream().limit(40).toArray(String[]::new);
    String[] tags = tagger.tag(start);
    boolean noun = false;
    for (int i = 0; i < start.length; i++) {
      boolean relative =
          i > 0 && SUBORDINATORS.contains(start[i]) || i > 0 && start[i].equals("that");
      if (relative && noun) {
        return Beginning.NOUN_PHRASE;
      }
      boolean infinitive = i > 0 && start[i - 1].equals("to");
      if ((tags[i].equals("AUX") || tags[i].equals("VERB"))
          && !infinitive
          && !start[i].endsWith("ing")) {
        return noun ? Beginning.CLAUSE : Beginning.OTHER;
      }
      noun |= tags[i].equals("NOUN") || tags[i].equals("PROPN") || tags[i].equals("PRON");
    }
    return noun ? Beginning.NOUN_PHRASE : Beginning.OTHER;
  }

  private List<String> rows(List<Brat> articles) {
    words.values().removeIf(count -> count.used < LEAST_WORD);
    phrases.values().removeIf(count -> count.used < LEAST_PHRASE);
    Map<String, Integer> seen = occurrences(articles);
    Map<String, Count> all = new TreeMap<>(phrases);
    all.putAll(words);
    return all.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue(), seen))
        .toList();
  }

  private static String row(String cue, Count count, Map<String, Integer> seen) {
    List<String> cells =
        new ArrayList<>(
            List.of(cue, "" + count.used, "" + Math.max(count.used, seen.getOrDefault(cue, 0))));
    EnumSet.complementOf(EnumSet.of(Beginning.OTHER))
        .forEach(
            beginning ->
                cells.add(
                    ""
                        + Math.round(
                            100.0 * count.beginnings.getOrDefault(beginning, 0) / count.used)));
    cells.add("" + count.sourceBefore);
    cells.add("" + count.sourceAfter);
    return String.join("\t", cells);
  }

  /** How often the cues kept stand in the articles: verbs by lemma, phrases word by word. */
  private Map<String, Integer> occurrences(List<Brat> articles) {
    Map<String, Integer> seen = new HashMap<>();
    int longest =
        phrases.keySet().stream().mapToInt(phrase -> phrase.split(" ").length).max().orElse(1);
    Set<String> wanted =
        words.keySet().stream()
            .filter(word -> lemmas.verb(word).isEmpty())
            .collect(Collectors.toSet());
    wanted.addAll(phrases.keySet());
    for (Brat article : articles) {
      List<String> text = words(article.text());
      for (int i = 0; i < text.size(); i++) {
        lemmas.verb(text.get(i)).ifPresent(verb -> seen.merge(verb, 1, Integer::sum));
        StringBuilder phrase = new StringBuilder();
        for (int end = i; end < Math.min(text.size(), i + longest); end++) {
          phrase.append(end == i ? "" : " ").append(text.get(end));
          if (wanted.contains(phrase.toString())) {
            seen.merge(phrase.toString(), 1, Integer::sum);
          }
        }
      }
    }
    return seen;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group().toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
