package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.compare.Alignment.Block;
import rashomon.compare.Alignment.Gap;
import rashomon.model.ReportId;
import rashomon.model.Retelling.Change;
import rashomon.model.Retelling.Kind;
import rashomon.model.Span;
import rashomon.model.Story;
import rashomon.model.Tag;
import rashomon.model.Token;

/**
 * What one telling of a statement changes in another. Words that a report has elsewhere are not
 * changed by it, and a report's own words for a quotation are held against it only where they
 * exchange a word or drop a condition.
 */
final class Drift {

  /** Words that carry content, left out of the beginning or the end before it is worth telling. */
  private static final int CUT = 3;

  /** Words exchanged for as many at most; more is another sentence. */
  private static final int EXCHANGED = 4;

  private final Story story;
  private final Map<ReportId, Set<List<String>>> pairs = new HashMap<>();

  Drift(Story story) {
    this.story = story;
  }

  List<Change> between(Passage there, Passage here, Alignment alignment) {
    List<Change> changes = new ArrayList<>();
    Span speaker = there.statement().source();
    Span other = here.statement().source();
    if (speaker != null
        && other != null
        && Mouths.of(story, there.statement(), here.statement()) == Mouths.OTHER) {
      changes.add(new Change(Kind.OTHER_SPEAKER, speaker, other));
    }
    for (Gap gap : alignment.gaps(there.size(), here.size())) {
      Change change = change(there, here, alignment, gap);
      if (change != null) {
        changes.add(change);
      }
    }
    return changes;
  }

  private @Nullable Change change(Passage there, Passage here, Alignment alignment, Gap gap) {
    List<Token> left = there.words().subList(gap.there(), gap.thereEnd());
    List<Token> right = here.words().subList(gap.here(), gap.hereEnd());
    boolean weighs = left.stream().anyMatch(Passage::weighs);
    boolean replaced = right.stream().anyMatch(Passage::weighs);
    if (weighs && has(here.report(), there, gap.there(), gap.thereEnd())
        || replaced && has(there.report(), here, gap.here(), gap.hereEnd())) {
      return null;
    }
    if (here.isQuoted() && isPronoun(left) && isPronoun(right)) {
      return gap.inner() ? exchange(there, here, gap) : null;
    }
    if (left.stream().anyMatch(Drift::colours) && right.stream().anyMatch(Drift::colours)) {
      return isExchange(there.report(), left, here.report(), right, gap.inner())
          ? exchange(there, here, gap)
          : null;
    }
    if (replaced) {
      return gap.inner() && here.isQuoted() && left.isEmpty() ? inserted(there, here, gap) : null;
    }
    if (!weighs || isParaphrased(left, here) || isBracketed(here, gap)) {
      return null;
    }
    if (gap.hereEnd() > gap.here() && gap.inner() && here.isQuoted()) {
      return exchange(there, here, gap);
    }
    int opening = Conditions.opening(there.words().subList(0, gap.thereEnd()), gap.there());
    if (opening >= 0 && !hasCondition(here) && isClause(there, alignment)) {
      Span condition = there.span(opening, gap.thereEnd());
      return new Change(Kind.DROPPED_CONDITION, condition, null);
    }
    boolean cut = gap.inner() || left.stream().filter(Passage::carries).count() >= CUT;
    return here.isQuoted() && cut
        ? new Change(Kind.SHORTENED, there.span(gap.there(), gap.thereEnd()), null)
        : null;
  }

  private static Change exchange(Passage there, Passage here, Gap gap) {
    return new Change(
        Kind.CHANGED_WORDS,
        there.span(gap.there(), gap.thereEnd()),
        here.span(gap.here(), gap.hereEnd()));
  }

  /** Words put in are shown with the word before them, which both have. */
  private static Change inserted(Passage there, Passage here, Gap gap) {
    return new Change(
        Kind.CHANGED_WORDS,
        there.span(gap.there() - 1, gap.there()),
        here.span(gap.here() - 1, gap.hereEnd()));
  }

  private boolean isExchange(
      ReportId there, List<Token> left, ReportId here, List<Token> right, boolean inner) {
    List<String> mine = weights(there, left);
    List<String> theirs = weights(here, right);
    int most = inner ? EXCHANGED : EXCHANGED / 2;
    return mine.size() <= most
        && theirs.size() <= most
        && left.stream().anyMatch(Passage::weighs) == right.stream().anyMatch(Passage::weighs)
        && !Spelling.alike(mine, theirs)
        && !Spelling.alike(texts(left), texts(right));
  }

  /** Whether these words are one that says who: <i>they</i>, <i>we</i>. */
  private static boolean isPronoun(List<Token> words) {
    return words.size() == 1
        && Set.of("i", "you", "he", "she", "we", "they").contains(Passage.key(words.getFirst()));
  }

  private static List<String> texts(List<Token> words) {
    return words.stream().map(word -> word.text().toLowerCase(Locale.ROOT)).toList();
  }

  private static boolean colours(Token word) {
    return Passage.weighs(word) || word.tag() == Tag.ADV;
  }

  /** The words that count, and numbers by their value. */
  private List<String> weights(ReportId report, List<Token> words) {
    return words.stream().filter(Drift::colours).map(word -> value(report, word)).toList();
  }

  private String value(ReportId report, Token word) {
    return word.tag() != Tag.NUM
        ? Passage.key(word)
        : story.figures().stream()
            .filter(figure -> figure.report().equals(report) && figure.span().contains(word.span()))
            .findFirst()
            .map(figure -> figure.low() + " " + figure.high())
            .orElse(Passage.key(word));
  }

  /** Whether an editor put words of his own, in square brackets, in the place of a gap. */
  private boolean isBracketed(Passage here, Gap gap) {
    int from = gap.here() == 0 ? 0 : here.words().get(gap.here() - 1).span().end();
    int to =
        gap.hereEnd() == here.size()
            ? here.words().getLast().span().end()
            : here.words().get(gap.hereEnd()).span().start();
    return from > 0 && story.report(here.report()).text().substring(from, to).contains("[");
  }

  /** Whether most words of a sentence's report around a passage say what was left out of it. */
  private boolean isParaphrased(List<Token> left, Passage here) {
    Set<String> around = new HashSet<>();
    for (Token token : around(here)) {
      around.add(Passage.key(token));
    }
    List<String> carried = left.stream().filter(Passage::carries).map(Passage::key).toList();
    return !carried.isEmpty()
        && 2 * carried.stream().filter(around::contains).count() > carried.size();
  }

  private boolean hasCondition(Passage here) {
    return Conditions.opening(around(here), 0) >= 0;
  }

  private List<Token> around(Passage here) {
    return Sentences.around(story, here.report(), here.words().getFirst().span()).tokens();
  }

  /** Whether what both share has a verb: the condition is one of something. */
  private static boolean isClause(Passage there, Alignment alignment) {
    for (Block block : alignment.blocks()) {
      for (Token word : there.words().subList(block.there(), block.there() + block.length())) {
        if (word.tag() == Tag.VERB || word.tag() == Tag.AUX) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a report has most of these words, with their neighbours, somewhere. */
  private boolean has(ReportId report, Passage words, int from, int to) {
    Set<List<String>> all =
        pairs.computeIfAbsent(report, id -> pairs(story.tokens().get(id.number() - 1)));
    List<Token> stretch =
        words.words().subList(Math.max(0, from - 1), Math.min(words.size(), to + 1));
    Set<List<String>> own = pairs(stretch);
    return 2 * own.stream().filter(all::contains).count() > own.size();
  }

  /** Neighbouring words of which one carries content. */
  private static Set<List<String>> pairs(List<Token> words) {
    Set<List<String>> pairs = new HashSet<>();
    for (int i = 1; i < words.size(); i++) {
      if (Passage.weighs(words.get(i - 1)) || Passage.weighs(words.get(i))) {
        pairs.add(List.of(Passage.key(words.get(i - 1)), Passage.key(words.get(i))));
      }
    }
    return pairs;
  }
}
