package rashomon.extract.party;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rashomon.extract.party.Mention.Part;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Names;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/** Takes noun phrases apart. */
final class Mentions {

  private static final java.util.Set<String> TITLES =
      java.util.Set.of(
          "mr.", "mrs.", "ms.", "mr", "mrs", "ms", "dr.", "dr", "sir", "lady", "lord", "dame",
          "gen.", "maj.", "col.", "lt.", "sgt.", "capt.", "cmdr.", "adm.", "sen.", "rep.", "gov.",
          "rev.", "prof.", "pres.", "amb.", "supt.", "det.", "insp.", "brig.", "hon.");

  private final TaggedText text;
  private final NounPhrases phrases;
  private final Lexicon lexicon;

  Mentions(TaggedText text, NounPhrases phrases, Lexicon lexicon) {
    this.text = text;
    this.phrases = phrases;
    this.lexicon = lexicon;
  }

  Mention of(NounPhrase phrase) {
    int first = phrase.first();
    boolean definite =
        text.is(first, "the")
            || text.is(first, "this")
            || text.is(first, "that")
            || text.is(first, "its")
            || text.is(first, "his");
    while (first < phrase.last() - 1
        && (text.is(first, Tag.DET) || text.is(first, Tag.PRON) || text.is(first, Tag.ADV))) {
      first++;
    }
    int genitive = -1;
    for (int i = phrase.last() - 2; i > first; i--) {
      if (phrases.isGenitive(i) && !joins(i, first)) {
        genitive = i;
        break;
      }
    }
    Part owner = genitive < 0 ? null : nameEndingAt(genitive, first);
    int from = genitive < 0 ? first : genitive + 1;
    int last = phrase.last();
    while (last > from + 1 && (text.is(last - 1, Tag.PART) || text.is(last - 1, Tag.NUM))) {
      last--;
    }
    if (!text.is(last - 1, Tag.PROPN)) {
      return new Mention(
          phrase,
          null,
          new Part(from, last),
          owner == null ? leadingName(from, last) : owner,
          definite || genitive >= 0);
    }
    int role = lastRole(from, last);
    if (role >= 0) {
      Part name = new Part(role + 1, last);
      return new Mention(
          phrase,
          name,
          new Part(from, role + 1),
          owner == null ? leadingName(from, role) : owner,
          definite);
    }
    Part name = nameEndingAt(last, from);
    Part before = name == null || name.first() == from ? null : new Part(from, name.first());
    return new Mention(phrase, name, before, owner, definite);
  }

  /**
   * The last word before the end that says what somebody is: <i>spokesman</i>, <i>Minister</i>,
   * <i>Gen.</i>; -1 for none.
   */
  private int lastRole(int from, int last) {
    for (int i = last - 2; i >= from; i--) {
      if (!text.is(i, Tag.PROPN) && !text.is(i, Tag.NOUN)) {
        continue;
      }
      String lower = text.lower(i);
      boolean role =
          isTitle(lower)
              || lexicon.isPerson(lexicon.nounLemma(lower)) && !lexicon.isGivenName(text.word(i));
      if (role && onlyNames(i + 1, last)) {
        return i;
      }
    }
    return -1;
  }

  private boolean onlyNames(int from, int last) {
    for (int i = from; i < last; i++) {
      if (!text.is(i, Tag.PROPN)) {
        return false;
      }
    }
    return last - from <= 4;
  }

  static boolean isTitle(String lower) {
    return TITLES.contains(lower);
  }

  /** The run of names that ends before token {@code last}. */
  private @Nullable Part nameEndingAt(int last, int limit) {
    int first = last;
    while (first > limit
        && (text.is(first - 1, Tag.PROPN) || first < last && joins(first - 1, limit))) {
      first--;
    }
    return first < last && !Names.isCalendar(text.lower(first)) ? new Part(first, last) : null;
  }

  private boolean joins(int i, int limit) {
    return i > limit
        && text.is(i - 1, Tag.PROPN)
        && (text.is(i, "of")
            || text.is(i, "for")
            || text.is(i, "&")
            || phrases.isGenitive(i) && text.word(i).length() == 1 && text.is(i + 1, Tag.PROPN));
  }

  private @Nullable Part leadingName(int from, int last) {
    int first = from;
    while (first < last && !text.is(first, Tag.PROPN)) {
      first++;
    }
    int end = first;
    while (end < last && text.is(end, Tag.PROPN) && !isRoleWord(end)) {
      end++;
    }
    return end > first && !Names.isCalendar(text.lower(first)) ? new Part(first, end) : null;
  }

  private boolean isRoleWord(int i) {
    String lower = text.lower(i);
    return isTitle(lower)
        || lexicon.isFirstOfAllPerson(lower) && !lexicon.isGivenName(text.word(i));
  }

  Optional<NounPhrase> at(int token) {
    return phrases.at(token);
  }
}
