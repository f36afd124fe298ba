package rashomon.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Story;
import rashomon.model.Tag;
import rashomon.model.Token;

/**
 * A stretch of a sentence that tells one thing, by the lemmas of its words that carry content;
 * those of names begin with {@code ^}. What somebody denies counts as negated.
 */
record Clause(ReportId report, Span span, Set<String> content, Set<String> verbs, boolean negated) {

  private static final Set<String> CUTS =
      Set.of(
          "that",
          "which",
          "who",
          "whom",
          "whose",
          "when",
          "as",
          "after",
          "before",
          "while",
          "where",
          "and",
          "but",
          "because",
          "since",
          "until",
          "if",
          "although",
          "though");

  private static final Set<String> EMPTY =
      Set.of("be", "have", "do", "say", "tell", "add", "go", "get", "make", "take", "come", "also");

  private static final Set<String> NEGATIONS =
      Set.of(
          "not", "n't", "never", "no", "cannot", "nothing", "nobody", "neither", "without", "deny");

  /** All clauses of a story with at least two words that carry content. */
  static List<Clause> of(Story story) {
    List<Clause> all = new ArrayList<>();
    for (int i = 0; i < story.reports().size(); i++) {
      List<Token> tokens = story.tokens().get(i);
      List<Span> denied = denied(story, new ReportId(i + 1));
      int from = 0;
      for (int at = 1; at <= tokens.size(); at++) {
        if (at == tokens.size() || cuts(tokens, at)) {
          add(new ReportId(i + 1), tokens.subList(from, at), denied, all);
          from = at;
        }
      }
    }
    return all;
  }

  private static boolean cuts(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean list = token.tag() == Tag.CCONJ && tokens.get(at - 1).tag() == Tag.PROPN;
    return token.sentence() != tokens.get(at - 1).sentence()
        || CUTS.contains(token.text().toLowerCase(java.util.Locale.ROOT)) && !list
        || token.tag() == Tag.PUNCT && ",;:—–\"“”".contains(token.text());
  }

  /** What a report says that somebody denies. */
  private static List<Span> denied(Story story, ReportId report) {
    return story.statements(report).stream()
        .filter(Statement::denied)
        .flatMap(said -> said.content().stream())
        .toList();
  }

  private static void add(
      ReportId report, List<Token> tokens, List<Span> denied, List<Clause> into) {
    Set<String> content = new LinkedHashSet<>();
    Set<String> verbs = new LinkedHashSet<>();
    boolean negated = false;
    Token first = null;
    Token last = null;
    for (Token token : tokens) {
      negated |= NEGATIONS.contains(token.lemma()) || NEGATIONS.contains(token.text());
      boolean word = Character.isLetterOrDigit(token.text().charAt(0));
      if (word) {
        first = first == null ? token : first;
        last = token;
      }
      boolean carries =
          token.tag() == Tag.NOUN
              || token.tag() == Tag.PROPN
              || token.tag() == Tag.VERB
              || token.tag() == Tag.ADJ
              || token.tag() == Tag.NUM;
      if (word && carries && !EMPTY.contains(token.lemma())) {
        content.add(token.tag() == Tag.PROPN ? "^" + token.lemma() : token.lemma());
        if (token.tag() == Tag.VERB) {
          verbs.add(token.lemma());
        }
      }
    }
    if (first != null && last != null && content.size() >= 2) {
      Span span = first.span().cover(last.span());
      boolean not = negated || denied.stream().anyMatch(words -> words.mostOf(span));
      into.add(new Clause(report, span, content, verbs, not));
    }
  }
}
