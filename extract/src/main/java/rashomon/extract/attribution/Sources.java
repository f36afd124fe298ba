package rashomon.extract.attribution;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Names;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/**
 * Finds the noun phrase that a cue attributes to, before it or after it, with what describes it.
 */
final class Sources {

  private static final Set<String> SPEAKING_PRONOUNS =
      Set.of(
          "he", "she", "they", "it", "i", "we", "you", "those", "some", "many", "others", "another",
          "most", "both", "one");
  private static final Set<String> ATTACHING =
      Set.of(
          "of", "for", "in", "at", "from", "with", "on", "to", "near", "within", "inside", "around",
          "between", "among", "about", "over");

  private final TaggedText text;
  private final NounPhrases phrases;
  private final Lexicon lexicon;

  Sources(TaggedText text, NounPhrases phrases, Lexicon lexicon) {
    this.text = text;
    this.phrases = phrases;
    this.lexicon = lexicon;
  }

  /** The source that ends before token {@code end} and not before {@code limit}. */
  Optional<Tokens> before(int end, int limit) {
    int at = skipAdverbialsBack(end, limit);
    if (at <= limit) {
      return Optional.empty();
    }
    if (text.is(at - 1, ",")
        || text.is(at - 1, ")")
        || text.is(at - 1, "—")
        || text.is(at - 1, "–")) {
      return apposed(at, limit);
    }
    return phraseEndingAt(at, limit).filter(this::canSpeak);
  }

  /** <i>Kirby, a spokesman for the council, said</i>: from the name to the comma before the cue. */
  private Optional<Tokens> apposed(int end, int limit) {
    boolean bracket = text.is(end - 1, ")");
    int open = end - 2;
    int depth = 0;
    while (open > limit && end - open < 45) {
      boolean mark =
          bracket
              ? text.is(open, "(")
              : text.is(open, ",") || text.is(open, "—") || text.is(open, "–");
      if (mark) {
        Optional<Tokens> named =
            phraseEndingAt(open, limit).filter(this::canSpeak).filter(words -> !isNumber(words));
        boolean describes =
            !bracket
                && (phrases.at(open + 1).isPresent()
                    || text.is(open + 1, "who")
                    || text.is(open + 1, "which")
                    || text.is(open + 1, "whose")
                    || text.is(open + 1, Tag.VERB)
                    || text.is(open + 1, Tag.ADV)
                    || text.is(open + 1, Tag.ADP)
                    || text.is(open + 1, Tag.NUM)
                    || text.is(open + 1, Tag.ADJ)
                    || text.is(open + 1, Tag.DET));
        if (named.isPresent() && (bracket || describes && !hasClause(open + 1, end - 1))) {
          return Optional.of(new Tokens(named.get().first(), bracket ? end : end - 1));
        }
        if (++depth > 3) {
          return Optional.empty();
        }
      }
      open--;
    }
    return Optional.empty();
  }

  /**
   * Whether a finite verb stands between commas outside a relative clause: then they hold no
   * description.
   */
  private boolean hasClause(int from, int to) {
    if (text.is(from, "who")
        || text.is(from, "which")
        || text.is(from, "whose")
        || text.is(from, Tag.ADP)) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (text.is(i, "who") || text.is(i, "which") || text.is(i, "that") || text.is(i, "whose")) {
        return false;
      }
      if (text.is(i, Tag.AUX)) {
        return true;
      }
    }
    return false;
  }

  /** An age between commas names nobody. */
  private boolean isNumber(Tokens words) {
    return words.size() == 1 && text.is(words.first(), Tag.NUM);
  }

  /**
   * A phrase with what attaches to it from the left: <i>a spokesman for the council in Arda</i>.
   */
  private Optional<Tokens> phraseEndingAt(int end, int limit) {
    NounPhrase last = phrases.at(end - 1).filter(p -> p.last() == end).orElse(null);
    if (last == null || last.first() < limit) {
      return Optional.empty();
    }
    int first = last.first();
    while (first - 2 >= limit && attaches(first - 1)) {
      // A person familiar with the talks, an official briefed on them: the adjective or participle
      // stays.
      int before =
          text.is(first - 1, Tag.ADP)
                  && (text.is(first - 2, Tag.ADJ)
                      || text.is(first - 2, Tag.VERB) && text.lower(first - 2).endsWith("ed"))
                  && phrases.at(first - 2).isEmpty()
              ? first - 3
              : first - 2;
      NounPhrase owner = phrases.at(before).orElse(null);
      if (owner == null || owner.last() != before + 1 || owner.first() < limit) {
        break;
      }
      if (isCalendar(owner)) {
        break;
      }
      first = owner.first();
    }
    return Optional.of(new Tokens(first, end));
  }

  private boolean attaches(int token) {
    boolean author =
        text.is(token, "by")
            && lexicon.kind(text.lemma(token - 1)).equals("communication")
            && !lexicon.isPerson(text.lemma(token - 1));
    return author
        || text.is(token, Tag.ADP) && ATTACHING.contains(text.lower(token))
        || text.is(token, "and")
        || text.is(token, "&");
  }

  /** The source that begins at token {@code start} or after it in {@code [start, limit)}. */
  Optional<Tokens> after(int start, int limit) {
    NounPhrase first = phrases.at(start).filter(p -> p.first() == start).orElse(null);
    if (first == null
        || first.last() > limit
        || !canSpeak(new Tokens(first.first(), first.last()))) {
      return Optional.empty();
    }
    int end = extended(first, limit);
    boolean appositive =
        text.is(end, ",") && end + 1 < limit && !isPronoun(first) && describes(end + 1, limit);
    if (appositive) {
      NounPhrase role = phrases.at(end + 1).orElseThrow();
      end = Math.min(limit, extended(role, limit));
    }
    return Optional.of(new Tokens(first.first(), end));
  }

  private boolean describes(int start, int limit) {
    NounPhrase role =
        phrases.at(start).filter(p -> p.first() == start && p.last() <= limit).orElse(null);
    return role != null
        && !isPronoun(role)
        && text.is(role.head(), Tag.NOUN)
        && (lexicon.isPerson(text.lemma(role.head())) || lexicon.isGroup(text.lemma(role.head())));
  }

  private int extended(NounPhrase phrase, int limit) {
    int end = phrase.last();
    if (isPronoun(phrase)) {
      return end;
    }
    while (end + 1 < limit && text.is(end, Tag.ADP) && ATTACHING.contains(text.lower(end))
        || end + 1 < limit && text.is(end, "and")) {
      int from = end + 1;
      NounPhrase next = phrases.at(from).filter(p -> p.first() == from).orElse(null);
      if (next == null
          || next.last() > limit
          || isCalendar(next)
          || isPronoun(next)
          || !attachable(end, next)) {
        break;
      }
      end = next.last();
    }
    return end;
  }

  /**
   * After <i>in</i>, <i>on</i>, <i>to</i>, … only what may describe a speaker; a statement or an
   * interview does not.
   */
  private boolean attachable(int joint, NounPhrase next) {
    if (text.is(joint, "of") || text.is(joint, "for") || text.is(joint, "from")) {
      return true;
    }
    if (text.is(joint, "to") || text.is(joint, "on") || text.is(joint, "with")) {
      return false;
    }
    return text.is(next.head(), Tag.PROPN);
  }

  /** Goes back over adverbs, time phrases and auxiliaries between a source and its cue. */
  private int skipAdverbialsBack(int end, int limit) {
    int at = end;
    while (at > limit) {
      if (text.is(at - 1, Tag.AUX)
          || text.is(at - 1, Tag.ADV)
          || text.is(at - 1, Tag.PART) && !phrases.isGenitive(at - 1)) {
        at--;
        continue;
      }
      NounPhrase when =
          phrases.at(at - 1).filter(p -> p.last() <= end && isCalendar(p)).orElse(null);
      if (when == null || when.first() <= limit) {
        return at;
      }
      int before = when.first();
      at = text.is(before - 1, Tag.ADP) ? before - 1 : before;
    }
    return at;
  }

  /** Whether a phrase says when: <i>Tuesday evening</i>, <i>last week</i>. */
  boolean isCalendar(NounPhrase phrase) {
    for (int i = phrase.first(); i < phrase.last(); i++) {
      if (Names.isCalendar(text.lower(i))
          || text.is(i, "today")
          || text.is(i, "yesterday")
          || text.is(i, "tomorrow")) {
        return true;
      }
    }
    return lexicon.kind(text.lemma(phrase.head())).equals("time")
        && !phrases.isGenitive(phrase.last() - 1);
  }

  private boolean isPronoun(NounPhrase phrase) {
    return text.is(phrase.head(), Tag.PRON);
  }

  /** Whether these words can name somebody or something that speaks. */
  boolean canSpeak(Tokens words) {
    NounPhrase phrase = phrases.at(words.first()).orElse(null);
    if (phrase == null) {
      return false;
    }
    int head = phrase.head();
    if (isCalendar(phrase)) {
      return false;
    }
    String lower = text.word(head).toLowerCase(Locale.ROOT);
    return switch (text.tag(head)) {
      case PRON -> SPEAKING_PRONOUNS.contains(lower) && !(lower.equals("it") && words.size() > 1);
      case PROPN -> !Names.isCalendar(lower);
      case NOUN -> speaks(head) || afterName(phrase);
      case NUM, DET -> true;
      default -> false;
    };
  }

  /** Whether this common noun means a person, a group, or something written or shown. */
  boolean speaks(int head) {
    String lemma = text.lemma(head);
    return lemma.equals("source")
        || lexicon.isPerson(lemma)
        || lexicon.isGroup(lemma)
        || lexicon.kind(lemma).equals("communication");
  }

  private boolean afterName(NounPhrase phrase) {
    for (int i = phrase.first(); i < phrase.head(); i++) {
      if (text.is(i, Tag.PROPN)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The subject of the clause that reaches up to token {@code end}: the first phrase that can speak
   * in it.
   */
  @Nullable Tokens subjectOf(int start, int end) {
    for (int i = start; i < end; i++) {
      NounPhrase phrase = phrases.at(i).orElse(null);
      if (phrase == null) {
        continue;
      }
      boolean afterPreposition = phrase.first() > start && text.is(phrase.first() - 1, Tag.ADP);
      Tokens words = new Tokens(phrase.first(), phrase.last());
      if (!afterPreposition && canSpeak(words) && !isCalendar(phrase)) {
        return words;
      }
      i = phrase.last() - 1;
    }
    return null;
  }
}
