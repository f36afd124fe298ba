package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Tag;

/**
 * Whose doing something is: <i>claimed responsibility for the blast</i>, <i>blamed the rebels for
 * …</i>, <i>accused them of …</i>, <i>is behind …</i>, <i>nobody knows who is responsible</i>. The
 * topic is what was done, empty for <i>the attack</i> alone; the value who did it, {@code ?} where
 * nobody is said to know.
 */
final class Responsibilities {

  private static final String UNKNOWN = "?";
  private static final Set<String> NOBODY = Set.of("no", "nobody", "none", "who", "whoever");
  private static final int REACH = 8;

  private Responsibilities() {}

  static List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    for (int i = 1; i + 1 < clause.text.size(); i++) {
      Assertion one = at(clause, i);
      if (one != null && !clause.isSupposed(i)) {
        found.add(one);
      }
    }
    return found;
  }

  private static @Nullable Assertion at(Clause clause, int i) {
    TaggedText text = clause.text;
    String lemma = text.is(i, Tag.VERB) ? text.lemma(i) : text.lower(i);
    return switch (lemma) {
      case "claim", "deny" -> text.is(i + 1, "responsibility") ? owned(clause, i, i + 2) : null;
      case "responsible" -> owned(clause, i, i + 1);
      case "blame", "accuse" -> text.is(i, Tag.VERB) ? laid(clause, i) : null;
      case "behind" -> isBe(text, i - 1) ? act(clause, subject(clause, i), i, i, i + 1) : null;
      default -> null;
    };
  }

  /** <i>The brigade claimed responsibility for the blast</i>. */
  private static @Nullable Assertion owned(Clause clause, int word, int next) {
    boolean told = clause.text.is(next, "for");
    return act(clause, subject(clause, word), word, next - 1, told ? next + 1 : -1);
  }

  /** <i>Blamed the rebels for the blast, blamed the blast on the rebels</i>. */
  private static @Nullable Assertion laid(Clause clause, int verb) {
    TaggedText text = clause.text;
    boolean passive = isBe(text, verb - 1);
    NounPhrase object =
        passive
            ? subject(clause, verb)
            : clause.phrases.at(verb + 1).filter(p -> p.first() == verb + 1).orElse(null);
    int from = passive ? verb + 1 : object == null ? verb + 1 : object.last();
    for (int i = from; i < Math.min(from + REACH, text.sentenceOf(verb).last() - 1); i++) {
      if (text.is(i, "for")
          || text.is(i, "of") && text.is(verb, Tag.VERB) && text.lemma(verb).equals("accuse")) {
        return act(clause, object, verb, i, i + 1);
      }
      if (text.is(i, "on") && object != null) {
        NounPhrase who = clause.phrases.at(i + 1).orElse(null);
        return who == null
            ? null
            : assertion(clause, who, false, verb, who.last(), object.first(), object.last());
      }
      if (text.is(i, Tag.PUNCT) || text.is(i, Tag.VERB)) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Assertion act(
      Clause clause, @Nullable NounPhrase who, int word, int marker, int act) {
    if (who == null) {
      return null;
    }
    int end =
        act > 0 && act < clause.text.sentenceOf(word).last() ? actEnd(clause, act) : marker + 1;
    boolean denied = clause.text.is(word, Tag.VERB) && clause.text.lemma(word).equals("deny");
    return assertion(clause, who, denied, word, end, act > 0 ? act : end, end);
  }

  private static @Nullable Assertion assertion(
      Clause clause, NounPhrase who, boolean denied, int word, int end, int actFirst, int actLast) {
    TaggedText text = clause.text;
    boolean nobody = NOBODY.contains(text.lower(who.first()));
    List<String> value = nobody ? List.of(UNKNOWN) : clause.stems(who.first(), who.last());
    if (value.isEmpty() || text.is(who.head(), Tag.PRON) && !nobody) {
      return null;
    }
    String words =
        actFirst >= actLast
            ? ""
            : text.span(actFirst, actLast).of(text.text()).replaceAll("\\s+", " ");
    return clause.saidAt(
        word,
        clause.assertion(
            Facet.RESPONSIBILITY,
            topic(clause, actFirst, actLast),
            words,
            Math.min(who.first(), word),
            Math.max(end, who.last()),
            value,
            List.of(),
            denied));
  }

  /** Where the words for the act end: with the clause, or at its first mark. */
  private static int actEnd(Clause clause, int first) {
    int end = clause.clauseEnd(first);
    for (int i = first + 1; i < end; i++) {
      if (clause.text.is(i, Tag.PUNCT)) {
        return i;
      }
    }
    return end;
  }

  /** Nothing for <i>the attack (on Tuesday)</i>: what the whole report is about. */
  private static List<String> topic(Clause clause, int first, int last) {
    NounPhrase act =
        first < last ? clause.phrases.at(first).filter(p -> p.first() == first).orElse(null) : null;
    if (act == null || !clause.isHappening(act)) {
      return clause.stems(first, last);
    }
    List<String> topic = clause.topicStems(act);
    return topic.size() > 1 ? topic : List.of();
  }

  /** The nearest phrase before the verb and its auxiliaries. */
  private static @Nullable NounPhrase subject(Clause clause, int verb) {
    TaggedText text = clause.text;
    int at = verb - 1;
    while (at > text.sentenceOf(verb).first()
        && (text.is(at, Tag.AUX) || text.is(at, Tag.ADV) || text.is(at, Tag.PART))) {
      at--;
    }
    if (text.is(at, ")")) { // the Northern Brigade (NB) claimed
      while (at > text.sentenceOf(verb).first() && !text.is(at, "(")) {
        at--;
      }
      at--;
    }
    int end = at;
    if (text.is(at, "who")) {
      return new NounPhrase(at, at + 1, at);
    }
    return clause.phrases.at(at).filter(p -> p.last() == end + 1).orElse(null);
  }

  private static boolean isBe(TaggedText text, int i) {
    return i >= 0 && text.is(i, Tag.AUX) && text.lemma(i).equals("be");
  }
}
