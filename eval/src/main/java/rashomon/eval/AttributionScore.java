package rashomon.eval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rashomon.model.Span;
import rashomon.model.Statement;

/**
 * How well statements match PolNeAR over whole articles: F1 of the exact spans and of the tokens of
 * sources, cues and contents. A content in several parts is one span of several parts. Quotation
 * marks, commas, full stops and blanks at the edges of a span are not counted, and each distinct
 * span counts once.
 */
record AttributionScore(int articles, Map<Role, Counts> exact, Map<Role, Counts> token) {

  /** A part of a statement, under PolNeAR's name for it. */
  enum Role {
    SOURCE("Source"),
    CUE("Cue"),
    CONTENT("Content");

    private final String mark;

    Role(String mark) {
      this.mark = mark;
    }
  }

  static final AttributionScore NOTHING = new AttributionScore(0, Map.of(), Map.of());

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}_]+|[^\\p{L}\\p{N}_\\p{IsWhite_Space}]");
  private static final String LEFT_EDGE = " \n\"“”'‘’,";
  private static final String RIGHT_EDGE = LEFT_EDGE + ".";

  /** What is left of a span without its edges; it may be empty. */
  private record Part(int start, int end) {}

  AttributionScore {
    exact = Map.copyOf(exact);
    token = Map.copyOf(token);
  }

  static AttributionScore of(Brat article, List<Statement> statements) {
    List<MatchResult> tokens = TOKEN.matcher(article.text()).results().toList();
    Map<Role, Counts> exact = new EnumMap<>(Role.class);
    Map<Role, Counts> token = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<List<Span>> gold = article.marks().getOrDefault(role.mark, List.of());
      List<List<Span>> predicted =
          statements.stream()
              .map(statement -> spans(statement, role))
              .filter(spans -> !spans.isEmpty())
              .toList();
      exact.put(role, Counts.of(bare(predicted, article.text()), bare(gold, article.text())));
      token.put(role, Counts.of(covered(predicted, tokens), covered(gold, tokens)));
    }
    return new AttributionScore(1, exact, token);
  }

  AttributionScore plus(AttributionScore other) {
    return new AttributionScore(
        articles + other.articles, sum(exact, other.exact), sum(token, other.token));
  }

  private static Map<Role, Counts> sum(Map<Role, Counts> one, Map<Role, Counts> other) {
    return Stream.of(Role.values())
        .collect(
            Collectors.toMap(
                role -> role,
                role ->
                    one.getOrDefault(role, Counts.NONE)
                        .plus(other.getOrDefault(role, Counts.NONE))));
  }

  private static List<Span> spans(Statement statement, Role role) {
    return switch (role) {
      case SOURCE -> Stream.of(statement).map(Statement::source).filter(Objects::nonNull).toList();
      case CUE -> Stream.of(statement).map(Statement::cue).filter(Objects::nonNull).toList();
      case CONTENT -> statement.content();
    };
  }

  /** What annotators marked, without edges. */
  static Set<List<Span>> gold(Brat article, Role role) {
    return spans(bare(article.marks().getOrDefault(role.mark, List.of()), article.text()));
  }

  /** What was found, without edges. */
  static Set<List<Span>> found(Brat article, List<Statement> statements, Role role) {
    return spans(bare(statements.stream().map(one -> spans(one, role)).toList(), article.text()));
  }

  /** Those that are not all edge. */
  private static Set<List<Span>> spans(Set<List<Part>> parts) {
    return parts.stream()
        .filter(all -> all.stream().allMatch(part -> part.start() < part.end()))
        .map(all -> all.stream().map(part -> new Span(part.start(), part.end())).toList())
        .collect(Collectors.toSet());
  }

  private static Set<List<Part>> bare(List<List<Span>> all, String text) {
    return all.stream()
        .map(spans -> spans.stream().map(span -> bare(span, text)).toList())
        .collect(Collectors.toSet());
  }

  private static Part bare(Span span, String text) {
    int start = span.start();
    while (start < span.end() && LEFT_EDGE.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = span.end();
    while (end > span.start() && RIGHT_EDGE.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return new Part(start, end);
  }

  /**
   * The places of the tokens that a span touches. Goes through spans and tokens once, both in
   * order.
   */
  private static Set<Integer> covered(List<List<Span>> all, List<MatchResult> tokens) {
    List<Span> spans = new ArrayList<>(all.stream().flatMap(List::stream).sorted().toList());
    Set<Integer> covered = new HashSet<>();
    int reached = 0;
    int next = 0;
    for (int i = 0; i < tokens.size(); i++) {
      while (next < spans.size() && spans.get(next).start() < tokens.get(i).end()) {
        reached = Math.max(reached, spans.get(next++).end());
      }
      if (tokens.get(i).start() < reached) {
        covered.add(i);
      }
    }
    return covered;
  }
}
