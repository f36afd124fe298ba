package rashomon.compare;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rashomon.model.DateRange;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Report;
import rashomon.model.Story;
import rashomon.model.Tag;
import rashomon.model.TimeExpression;
import rashomon.model.Token;

/**
 * The sentences figures stand in: what else they speak of, and whether it is something that
 * happened long before.
 */
final class FigureContexts {

  private static final int LONG_BEFORE_DAYS = 7;
  private static final int ALIKE = 3;
  private static final int TOUCHING = 2;

  private final Story story;
  private final Map<FigureId, Set<String>> words = new HashMap<>();
  private final Map<FigureId, Set<String>> names = new HashMap<>();
  private final Set<FigureId> background = new HashSet<>();

  FigureContexts(Story story) {
    this.story = story;
    for (Figure figure : story.figures()) {
      read(figure);
    }
  }

  private void read(Figure figure) {
    List<Token> tokens = story.tokens().get(figure.report().number() - 1);
    int first = first(tokens, figure.span().start());
    int sentence = first < tokens.size() ? tokens.get(first).sentence() : -1;
    Set<String> all = new HashSet<>();
    Set<String> named = new HashSet<>();
    int start = first;
    while (start > 0 && tokens.get(start - 1).sentence() == sentence) {
      start--;
    }
    int end = start;
    while (end < tokens.size() && tokens.get(end).sentence() == sentence) {
      Token token = tokens.get(end++);
      if (token.tag() == Tag.NOUN || token.tag() == Tag.VERB || token.tag() == Tag.ADJ) {
        all.add(token.lemma());
      } else if (token.tag() == Tag.PROPN) {
        named.add(token.lemma());
        all.add(token.lemma());
      }
    }
    words.put(figure.id(), all);
    names.put(figure.id(), named);
    if (end > start
        && longBefore(figure, tokens.get(start).span().start(), tokens.get(end - 1).span().end())) {
      background.add(figure.id());
    }
  }

  private static int first(List<Token> tokens, int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).span().end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean longBefore(Figure figure, int from, int to) {
    Report report = story.report(figure.report());
    if (report.published() == null) {
      return false;
    }
    LocalDate limit = report.published().date().minusDays(LONG_BEFORE_DAYS);
    for (TimeExpression time : story.times()) {
      DateRange days = time.days();
      boolean here =
          time.report().equals(figure.report())
              && time.span().start() >= from
              && time.span().end() <= to;
      if (here && days != null && days.to().isBefore(limit)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence says that it happened long before the report. */
  boolean isBackground(Figure figure) {
    return background.contains(figure.id());
  }

  /** Whether the sentences speak of the same beside the number. */
  boolean alike(Figure one, Figure other) {
    Set<String> shared = new HashSet<>(words.getOrDefault(one.id(), Set.of()));
    shared.retainAll(words.getOrDefault(other.id(), Set.of()));
    shared.remove(one.measure().noun());
    return shared.size() >= ALIKE;
  }

  /** Whether the sentences share a word beside what is counted. */
  boolean touch(Figure one, Figure other) {
    Set<String> shared = new HashSet<>(words.getOrDefault(one.id(), Set.of()));
    shared.retainAll(words.getOrDefault(other.id(), Set.of()));
    shared.remove(one.measure().noun());
    shared.removeAll(
        Set.of(
            "kill", "die", "dead", "injure", "hurt", "people", "say", "be", "toll", "death",
            "number", "least"));
    return shared.size() >= TOUCHING;
  }

  /** Whether the places they name do not keep them apart. */
  boolean sameScope(Figure one, Figure other) {
    String a = one.scope();
    String b = other.scope();
    Set<String> first = a == null ? Set.of() : named(one, a);
    Set<String> second = b == null ? Set.of() : named(other, b);
    return first.isEmpty() || second.isEmpty() || first.stream().anyMatch(second::contains);
  }

  private Set<String> named(Figure figure, String scope) {
    Set<String> found = new HashSet<>();
    String lower = scope.toLowerCase(java.util.Locale.ROOT);
    names.getOrDefault(figure.id(), Set.of()).stream().filter(lower::contains).forEach(found::add);
    return found;
  }
}
