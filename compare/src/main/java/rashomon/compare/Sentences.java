package rashomon.compare;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rashomon.model.Assertion;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Story;
import rashomon.model.Tag;
import rashomon.model.Token;

/** The sentence around a span: its tokens, and the words in it that carry content. */
record Sentences(List<Token> tokens, int at) {

  private static final Set<String> EMPTY =
      Set.of("be", "have", "do", "say", "tell", "add", "go", "get");

  private static final Set<String> CALENDAR =
      Stream.concat(Arrays.stream(DayOfWeek.values()), Arrays.stream(Month.values()))
          .map(value -> value.toString().toLowerCase(Locale.ROOT))
          .flatMap(name -> Stream.of(name, name.substring(0, 3)))
          .collect(Collectors.toUnmodifiableSet());

  /** The sentence that {@code span} begins in; {@code at} is the place of its first token there. */
  static Sentences around(Story story, ReportId report, Span span) {
    List<Token> all = story.tokens().get(report.number() - 1);
    int first = tokenAt(all, span.start());
    int from = first;
    int to = first;
    while (from > 0 && all.get(from - 1).sentence() == all.get(first).sentence()) {
      from--;
    }
    while (to < all.size() && all.get(to).sentence() == all.get(first).sentence()) {
      to++;
    }
    return new Sentences(all.subList(from, to), first - from);
  }

  /** How near the meanings are of the sentences in which two assertions begin. */
  static double likeness(Story story, Assertion one, Assertion other) {
    return story.likeness(
        one.report(),
        number(story, one.report(), one.span()),
        other.report(),
        number(story, other.report(), other.span()));
  }

  /** The number of the sentence that a span begins in. */
  static int number(Story story, ReportId report, Span span) {
    List<Token> all = story.tokens().get(report.number() - 1);
    return all.get(tokenAt(all, span.start())).sentence();
  }

  /** The tokens of a report that lie in {@code span}. */
  static List<Token> within(Story story, ReportId report, Span span) {
    List<Token> all = story.tokens().get(report.number() - 1);
    int from = tokenAt(all, span.start());
    int to = from;
    while (to < all.size() && span.contains(all.get(to).span())) {
      to++;
    }
    return all.subList(from, to);
  }

  private static int tokenAt(List<Token> tokens, int offset) {
    int low = 0;
    int high = tokens.size() - 1;
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

  /** Whether a word names a month. */
  static boolean isMonth(String lower) {
    return Arrays.stream(Month.values())
        .anyMatch(month -> month.name().toLowerCase(Locale.ROOT).equals(lower));
  }

  Span span() {
    return tokens.getFirst().span().cover(tokens.getLast().span());
  }

  /**
   * Lemmas of the nouns, names (with {@code ^}), verbs and adjectives at most {@code reach} tokens
   * away, days and months apart.
   */
  Set<String> content(int reach) {
    Set<String> content = new TreeSet<>();
    for (int i = Math.max(0, at - reach); i < Math.min(tokens.size(), at + reach); i++) {
      Token token = tokens.get(i);
      boolean carries =
          token.tag() == Tag.NOUN
              || token.tag() == Tag.PROPN
              || token.tag() == Tag.VERB
              || token.tag() == Tag.ADJ;
      if (carries
          && !EMPTY.contains(token.lemma())
          && !CALENDAR.contains(token.lemma().replace(".", ""))) {
        content.add(token.tag() == Tag.PROPN ? "^" + token.lemma() : token.lemma());
      }
    }
    return content;
  }

  boolean contains(Set<String> words) {
    return tokens.stream()
        .anyMatch(token -> words.contains(token.lemma()) || words.contains(token.text()));
  }
}
