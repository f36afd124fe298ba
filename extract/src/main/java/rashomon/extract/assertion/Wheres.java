package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.ReportId;
import rashomon.model.Tag;

/**
 * Where something happened or was bound: a verb, what it happened to, and the place after <i>in,
 * at, into, near, to</i>.
 */
final class Wheres {

  private static final Set<String> PREPOSITIONS =
      Set.of("in", "at", "into", "near", "onto", "off", "outside", "inside", "beside", "under");
  private static final Set<String> KINDS =
      Set.of("location", "artifact", "object", "substance", "plant", "");
  private static final int REACH = 8;

  private Wheres() {}

  static List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    TaggedText text = clause.text;
    for (Sentence sentence : text.sentences()) {
      for (int verb = sentence.first() + 1; verb < sentence.last(); verb++) {
        boolean event =
            text.is(verb, Tag.NOUN) && clause.lexicon.kind(text.lemma(verb)).equals("event");
        NounPhrase subject =
            text.is(verb, Tag.VERB)
                ? subject(clause, sentence, verb)
                : event ? clause.phrases.at(verb).orElse(null) : null;
        if (subject == null) {
          continue;
        }
        for (int i = verb + 1;
            i < Math.min(sentence.last() - 1, verb + REACH)
                && !text.is(i, Tag.VERB)
                && !text.is(i, ",");
            i++) {
          boolean nextTo = text.is(i, "to") && text.is(i - 1, "next");
          NounPhrase place =
              nextTo || text.is(i, Tag.ADP) && PREPOSITIONS.contains(text.lower(i))
                  ? place(clause, i + 1)
                  : null;
          if (place != null) {
            found.add(assertion(clause, subject, verb, i, place));
            break;
          }
        }
      }
    }
    return found;
  }

  private static @org.jspecify.annotations.Nullable NounPhrase subject(
      Clause clause, Sentence sentence, int verb) {
    int at = verb - 1;
    while (at > sentence.first()
        && (clause.text.is(at, Tag.AUX)
            || clause.text.is(at, Tag.ADV)
            || clause.text.is(at, "to"))) {
      at--;
    }
    int end = at;
    return clause
        .phrases
        .at(at)
        .filter(p -> p.last() == end + 1 && clause.text.is(p.head(), Tag.NOUN))
        .orElse(null);
  }

  private static @org.jspecify.annotations.Nullable NounPhrase place(Clause clause, int first) {
    return clause
        .phrases
        .at(first)
        .filter(p -> p.first() == first && !clause.text.is(first, Tag.NUM))
        .filter(
            p ->
                clause.text.is(p.head(), Tag.PROPN)
                        && !rashomon.extract.text.Names.isCalendar(clause.text.lower(p.head()))
                    || clause.text.is(p.head(), Tag.NOUN)
                        && KINDS.contains(clause.lexicon.kind(clause.text.lemma(p.head()))))
        .orElse(null);
  }

  /**
   * The verb’s stem; {@code *} for an event noun, a verb that is one too (<i>crash</i>), and for
   * what happens or occurs.
   */
  private static String happening(Clause clause, int verb, NounPhrase subject) {
    String lemma = clause.text.lemma(verb);
    boolean event =
        clause.lexicon.kind(lemma).equals("event")
            || lemma.equals("happen")
            || lemma.equals("occur")
            || clause.lexicon.kind(clause.text.lemma(subject.head())).equals("event");
    return event ? "*" : clause.stemOf(lemma);
  }

  private static Assertion assertion(
      Clause clause, NounPhrase subject, int verb, int preposition, NounPhrase place) {
    TaggedText text = clause.text;
    var statement = clause.statementAt(verb);
    String words = text.span(subject.first(), verb + 1).of(text.text()).replaceAll("\\s+", " ");
    return new Assertion(
        new ReportId(1),
        Facet.PLACE,
        List.of(happening(clause, verb, subject), clause.stem(subject.head())),
        words,
        text.span(preposition, place.last()),
        clause.stems(place.first(), place.last()),
        List.of(),
        false,
        statement == null ? null : statement.party(),
        statement == null ? null : statement.id());
  }
}
