package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Tag;

/**
 * Why something happened: <i>because …, due to …, in response to …, caused by …, fired for lying, …
 * led to the collapse</i>. The topic is what happened, the value its cause.
 */
final class Causes {

  /** Words before <i>to, of, for</i> or <i>by</i> that bring in a cause. */
  private static final Set<String> MARKERS =
      Set.of(
          "because of",
          "due to",
          "owing to",
          "thanks to",
          "result of",
          "account of",
          "response to",
          "retaliation for",
          "revenge for",
          "reprisal for",
          "protest at",
          "protest against",
          "caused by",
          "triggered by",
          "sparked by",
          "prompted by",
          "provoked by",
          "motivated by",
          "driven by",
          "blamed on",
          "attributed to",
          "stemmed from",
          "resulted from");

  private static final Set<String> BRINGS_ABOUT =
      Set.of("cause", "trigger", "spark", "prompt", "provoke", "force");

  /** Words between a verb and <i>for doing</i> that gives its reason. */
  private static final int REACH = 8;

  private Causes() {}

  static List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (int i = 1; i + 1 < text.size(); i++) {
      Assertion one = clause.isSupposed(i) ? null : at(clause, i);
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  private static @Nullable Assertion at(Clause clause, int i) {
    TaggedText text = clause.text;
    Sentence sentence = text.sentenceOf(i);
    if (i + 1 >= sentence.last()) {
      return null;
    }
    String pair = text.lower(i) + " " + text.lower(i + 1);
    if (MARKERS.contains(pair)) {

      return after(clause, i, i + 2);
    }
    if (text.is(i, "because")) {
      return after(clause, i, i + 1);
    }
    if (text.is(i, "for")
        && text.lower(i + 1).endsWith("ing")
        && text.is(i + 1, Tag.VERB)
        && verbNear(text, i)) {
      return after(clause, i, i + 1);
    }
    boolean brings =
        text.is(i, Tag.VERB)
            && BRINGS_ABOUT.contains(text.lemma(i))
            && !text.is(i + 1, "by")
            && !text.is(i - 1, Tag.AUX);
    return brings ? before(clause, i) : null;
  }

  private static boolean verbNear(TaggedText text, int i) {
    for (int j = i - 1; j >= Math.max(text.sentenceOf(i).first(), i - REACH); j--) {
      if (text.is(j, Tag.PUNCT)) {
        return false;
      }
      if (text.is(j, Tag.VERB)) {
        return true;
      }
    }
    return false;
  }

  /** The effect stands before the marker, the cause after it. */
  private static @Nullable Assertion after(Clause clause, int marker, int cause) {
    TaggedText text = clause.text;
    int end = clause.clauseEnd(cause);
    int from = effectStart(clause, marker);
    int to = marker;
    if (to - from < 1 && end + 1 < text.sentenceOf(marker).last() && text.is(end, ",")) {
      from = end + 1;
      to = clause.clauseEnd(from);
    }
    int not = negation(text, marker);
    return not < 0
        ? assertion(clause, from, to, cause, end, cause)
        : assertion(clause, from, not, cause, end, not);
  }

  /** The word before a marker by which what follows is not the cause; -1 where there is none. */
  private static int negation(TaggedText text, int marker) {
    for (int i = marker - 1;
        i >= text.sentenceOf(marker).first()
            && (text.is(i, Tag.AUX)
                || text.is(i, Tag.ADV)
                || text.is(i, Tag.PART)
                || text.is(i, Tag.DET));
        i--) {
      if (text.is(i, "not") || text.is(i, "n't") || text.is(i, "n’t") || text.is(i, "never")) {
        return i;
      }
    }
    return -1;
  }

  /** The cause stands before the verb, the effect after it. */
  private static @Nullable Assertion before(Clause clause, int verb) {
    TaggedText text = clause.text;
    NounPhrase subject = clause.phrases.at(verb - 1).orElse(null);
    if (subject == null || text.is(subject.head(), Tag.PRON)) {
      return null;
    }
    return assertion(
        clause,
        verb + 1,
        clause.clauseEnd(verb + 1),
        subject.first(),
        subject.last(),
        subject.first());
  }

  /** Within what is said, where the marker is: who says it is no part of what happened. */
  private static int effectStart(Clause clause, int marker) {
    TaggedText text = clause.text;
    Statement said = clause.statementAt(marker);
    int first = text.sentenceOf(marker).first();
    if (said != null) {
      for (Span part : said.content()) {
        int start = text.tokenAt(part.start());
        first = start <= marker ? Math.max(first, start) : first;
      }
    }
    int at = marker;
    while (at > first) {
      boolean mark =
          text.is(at - 1, Tag.PUNCT) && at - 1 < marker - 1
              || text.is(at - 1, "that")
              || text.is(at - 1, "whom")
              || text.is(at - 1, "who");
      if (mark) {
        break;
      }
      at--;
    }
    return at;
  }

  /**
   * One with its effect and its cause; its words begin at the cause, or at a negation before it.
   */
  private static @Nullable Assertion assertion(
      Clause clause, int from, int to, int first, int last, int words) {
    int happening = to;
    while (happening > from && clause.text.is(happening - 1, Tag.AUX)) {
      happening--;
    }
    if (from >= happening || first >= last) {
      return null;
    }
    boolean denied = words < first;
    List<String> effect = clause.stems(from, happening);
    List<String> cause = clause.stems(first, last);
    String happened =
        clause.text.span(from, happening).of(clause.text.text()).replaceAll("\\s+", " ");
    if (effect.isEmpty() || cause.isEmpty()) {
      return null;
    }
    Assertion found =
        clause.assertion(Facet.CAUSE, effect, happened, words, last, cause, List.of(), denied);
    boolean twice = denied && !found.denied(); // denied that it was not
    return twice ? null : found;
  }
}
