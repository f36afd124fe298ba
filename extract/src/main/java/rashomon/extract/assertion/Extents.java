package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Tag;

/**
 * How far or how long something goes: bounded (<i>limited, brief, precise</i>) or open until
 * something is reached (<i>until …, as long as …, expand as needed</i>). The words of degree stand
 * in {@code extents.tsv}.
 */
final class Extents {

  private static final String BOUNDED = "bounded";
  private static final String OPEN = "open";

  private final Map<String, String> degrees = new HashMap<>();

  private Extents() {}

  static Extents load() {
    Extents extents = new Extents();
    Lexicon.rows("extents", row -> extents.degrees.put(row[0], row[1]));
    return extents;
  }

  List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (int i = 1; i < text.size(); i++) {
      Assertion one = degree(clause, i);
      one = one == null ? condition(clause, i) : one;
      if (one != null) {
        found.add(one);
        i = Math.max(i, text.tokenAt(one.span().end() - 1));
      }
    }
    return found;
  }

  /**
   * <i>The operation was limited</i>, <i>a limited operation</i>, <i>described it as limited</i>.
   */
  private @Nullable Assertion degree(Clause clause, int i) {
    TaggedText text = clause.text;
    if (!text.is(i, Tag.ADJ) && !text.is(i, Tag.VERB) && !text.is(i, Tag.NOUN)) {
      return null;
    }
    String degree = degrees.get(text.lower(i));
    if (degree == null) {
      return null;
    }
    NounPhrase around = clause.phrases.at(i).orElse(null);
    NounPhrase topic;
    int first = i;
    int last = i + 1;
    if (around != null && around.head() > i && text.is(around.head(), Tag.NOUN)) {
      // A limited operation is about the operation; a limited objective about what has it.
      boolean had = clause.topicBefore(around.first()) != null && hasVerb(text, around.first());
      topic = had ? clause.topicBefore(around.first()) : clause.isHappening(around) ? around : null;
      last = had ? around.head() + 1 : i + 1;
    } else {
      topic = predicate(text, i) ? clause.topicBefore(i) : null;
      while (last < text.sentenceOf(i).last()
          && (text.is(last, "in") || text.is(last, "to") || clause.phrases.at(last).isPresent())
          && last < i + 5) {
        last++;
      }
    }
    return topic == null
        ? null
        : clause.assertion(
            Facet.EXTENT,
            topic,
            first,
            last,
            List.of(degree),
            List.of(degree.equals(BOUNDED) ? OPEN : BOUNDED),
            negated(text, i));
  }

  private static boolean hasVerb(TaggedText text, int first) {
    return text.is(first - 1, Tag.VERB) && text.lemma(first - 1).equals("have");
  }

  private static boolean predicate(TaggedText text, int i) {
    for (int at = i - 1; at > i - 6 && at >= 0; at--) {
      if (text.is(at, Tag.AUX) && text.lemma(at).equals("be")
          || text.is(at, "as")
          || text.is(at, "remain")) {
        return true;
      }
    }
    return false;
  }

  private static boolean negated(TaggedText text, int i) {
    return text.is(i - 1, "not") || text.is(i - 2, "not") || text.is(i - 1, "no");
  }

  /** <i>will continue until …</i>, <i>as long as necessary</i>, <i>as needed</i>. */
  private @Nullable Assertion condition(Clause clause, int i) {
    TaggedText text = clause.text;
    boolean until = text.is(i, "until") && !startsWithTime(clause, i + 1);
    boolean asLongAs =
        text.is(i, "as")
            && (text.is(i + 1, "long") || text.is(i + 1, "far") || text.is(i + 1, "much"))
            && text.is(i + 2, "as");
    boolean asNeeded =
        text.is(i, "as")
            && (text.is(i + 1, "needed")
                || text.is(i + 1, "necessary")
                || text.is(i + 1, "required"));
    if (!until && !asLongAs && !asNeeded) {
      return null;
    }
    int verb = i - 1;
    int first = text.sentenceOf(i).first();
    while (verb > first && verb > i - 7 && !text.is(verb, Tag.VERB)) {
      verb--;
    }
    boolean future = false;
    for (int at = verb - 1; at >= first && at > verb - 4; at--) {
      future |=
          text.is(at, "will")
              || text.is(at, "would")
              || text.is(at, "shall")
              || text.is(at, "to")
              || text.is(at, "must");
    }
    NounPhrase topic = text.is(verb, Tag.VERB) && future ? clause.topicBefore(verb) : null;
    if (topic == null) {
      return null;
    }
    int last = Math.max(i + (asLongAs ? 4 : 2), clause.clauseEnd(i + 1));
    return clause.assertion(
        Facet.EXTENT,
        topic,
        verb,
        Math.min(last, text.sentenceOf(i).last()),
        List.of(OPEN),
        List.of(BOUNDED),
        negated(text, verb));
  }

  private static boolean startsWithTime(Clause clause, int i) {
    NounPhrase phrase = clause.phrases.at(i).orElse(null);
    return phrase == null && i < clause.text.size() && clause.text.is(i, Tag.NUM)
        || phrase != null && clause.lexicon.kind(clause.text.lemma(phrase.head())).equals("time")
        || phrase != null
            && rashomon.extract.text.Names.isCalendar(clause.text.lower(phrase.head()));
  }
}
