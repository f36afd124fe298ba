package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.ReportId;
import rashomon.model.Tag;

/** What a report says a person is: the role before the name, or the description after a comma. */
final class Identities {

  private Identities() {}

  static List<Assertion> of(Clause clause) {
    List<Assertion> found = new ArrayList<>();
    for (NounPhrase phrase : clause.phrases.all()) {
      TaggedText text = clause.text;
      int last = phrase.last();
      if (!text.is(last - 1, Tag.PROPN)
          || !text.is(last - 2, Tag.PROPN)
          || last - 2 < phrase.first()) {
        continue;
      }
      int first = last - 2;
      while (first > phrase.first()
          && text.is(first - 1, Tag.PROPN)
          && !clause.lexicon.isPerson(text.lower(first - 1))) {
        first--;
      }
      Assertion one = before(clause, phrase, first);
      one = one == null ? after(clause, phrase, first) : one;
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  /** <i>Foreign minister Palo Renn</i>. */
  private static @Nullable Assertion before(Clause clause, NounPhrase phrase, int name) {
    TaggedText text = clause.text;
    boolean role =
        name > phrase.first()
            && clause.lexicon.isPerson(clause.lexicon.nounLemma(text.word(name - 1)))
            && text.word(name - 1).length() > 4;
    return role
        ? assertion(
            clause, name, phrase.last(), phrase.first(), name, phrase.first(), phrase.last())
        : null;
  }

  /** <i>Palo Renn, foreign minister of Ilmeria</i>. */
  private static @Nullable Assertion after(Clause clause, NounPhrase phrase, int name) {
    TaggedText text = clause.text;
    int comma = phrase.last();
    if (!text.is(comma, ",") || comma + 1 >= text.sentenceOf(name).last()) {
      return null;
    }
    NounPhrase role = clause.phrases.at(comma + 1).filter(p -> p.first() == comma + 1).orElse(null);
    boolean describes =
        role != null
            && text.is(role.head(), Tag.NOUN)
            && clause.lexicon.isFirstOfAllPerson(text.lemma(role.head()))
            && text.lower(role.head()).equals(text.lemma(role.head()));
    return describes && role != null
        ? assertion(clause, name, phrase.last(), role.first(), role.last(), name, role.last())
        : null;
  }

  private static Assertion assertion(
      Clause clause, int name, int nameEnd, int roleFirst, int roleLast, int first, int last) {
    TaggedText text = clause.text;
    String words = text.span(name, nameEnd).of(text.text()).replaceAll("\\s+", " ");
    var statement = clause.statementAt(first);
    List<String> value = new ArrayList<>();
    for (int i = roleFirst; i < roleLast; i++) {
      String stem = clause.stemOf(text.lower(i));
      if (text.is(i, Tag.NOUN) || text.is(i, Tag.PROPN) || text.is(i, Tag.ADJ)) {
        value.add(stem);
      }
    }
    return new Assertion(
        new ReportId(1),
        Facet.IDENTITY,
        List.of("^" + text.lower(nameEnd - 1)),
        words,
        text.span(first, last),
        value,
        List.of(),
        false,
        statement == null ? null : statement.party(),
        statement == null ? null : statement.id());
  }
}
