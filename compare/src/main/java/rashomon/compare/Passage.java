package rashomon.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Story;
import rashomon.model.Tag;
import rashomon.model.Token;

/**
 * The words of a statement within one sentence, without marks and without what an editor put in
 * square brackets.
 */
record Passage(Statement statement, List<Token> words) {

  private static final Set<String> EMPTY =
      Set.of("be", "have", "do", "say", "tell", "get", "go", "let", "know", "think", "mean");

  private static final Set<String> NEGATIONS =
      Set.of("not", "n't", "never", "no", "cannot", "nothing", "nobody", "none", "neither", "nor");

  /** All passages of a story, in the order of the statements. */
  static List<Passage> of(Story story) {
    List<Passage> all = new ArrayList<>();
    for (Statement statement : story.statements()) {
      List<Token> open = new ArrayList<>();
      for (Span part : statement.content()) {
        for (Token word : words(Sentences.within(story, statement.report(), part))) {
          if (!open.isEmpty() && open.getLast().sentence() != word.sentence()) {
            all.add(new Passage(statement, List.copyOf(open)));
            open.clear();
          }
          open.add(word);
        }
      }
      if (!open.isEmpty()) {
        all.add(new Passage(statement, List.copyOf(open)));
      }
    }
    return all;
  }

  private static List<Token> words(List<Token> tokens) {
    List<Token> words = new ArrayList<>();
    boolean inserted = false;
    for (Token token : tokens) {
      inserted = token.text().equals("[") || inserted && !token.text().equals("]");
      if (!inserted && token.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
        words.add(token);
      }
    }
    return words;
  }

  ReportId report() {
    return statement.report();
  }

  boolean isQuoted() {
    return statement.type() == Statement.Type.DIRECT;
  }

  int size() {
    return words.size();
  }

  /** The words as they are told from others: dictionary forms in lower case. */
  List<String> keys() {
    return words.stream().map(Passage::key).toList();
  }

  static String key(Token word) {
    return word.lemma().toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** Whether a word says something by itself. */
  static boolean carries(Token word) {
    return switch (word.tag()) {
      case NOUN, PROPN, VERB, ADJ, NUM -> !EMPTY.contains(key(word));
      default -> false;
    };
  }

  /** Whether a word may not be left out or exchanged without the sense changing. */
  static boolean weighs(Token word) {
    return carries(word) || NEGATIONS.contains(key(word)) || word.tag() == Tag.AUX && modal(word);
  }

  private static boolean modal(Token word) {
    return Set.of("may", "might", "must", "should", "could", "can").contains(key(word));
  }

  List<String> content() {
    return words.stream().filter(Passage::carries).map(Passage::key).toList();
  }

  /** Where the words stand, words that follow one another in one span. */
  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (Span part : statement.content()) {
      words.stream()
          .map(Token::span)
          .filter(part::contains)
          .reduce(Span::cover)
          .ifPresent(spans::add);
    }
    return spans;
  }

  /** What the words from one to before another cover. */
  Span span(int from, int to) {
    return words.get(from).span().cover(words.get(to - 1).span());
  }
}
