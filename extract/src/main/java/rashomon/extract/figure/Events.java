package rashomon.extract.figure;

import java.util.Set;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/**
 * Finds what happens to the people or things that a number counts: the participle, verb or noun
 * that takes them.
 */
final class Events {

  private static final int REACH = 9;
  private static final int FAR = 20;
  private static final Set<String> RELATIVE = Set.of("who", "that", "which", "whom");
  private static final Set<String> STATES =
      Set.of(
          "missing",
          "dead",
          "hurt",
          "captive",
          "homeless",
          "aboard",
          "onboard",
          "unaccounted",
          "slain");

  private final TaggedText text;
  private final Lexicon lexicon;
  private final Codebook codebook;

  Events(TaggedText text, Lexicon lexicon, Codebook codebook) {
    this.text = text;
    this.lexicon = lexicon;
    this.codebook = codebook;
  }

  /**
   * What happens, under its name in the codebook or as a verb's lemma; {@code end} is past its word
   * where it follows.
   */
  record Found(String event, int end, boolean classed) {}

  /** Joins two events that are counted together. */
  static final String OR = " or ";

  static final Found NONE = new Found("", -1, false);

  /** The codebook's event that a word tells of; empty where it has none. */
  String classAt(int at) {
    if (at < 0 || at >= text.size() || !Character.isLetter(text.word(at).charAt(0))) {
      return "";
    }
    String lower = text.lower(at);
    String known = kind(lower);
    if (known.isEmpty()) {
      known = kind(lexicon.verbLemma(lower));
    }
    return known.isEmpty() ? kind(lexicon.nounLemma(lower)) : known;
  }

  /** <i>Killed or injured</i> is one thing to count, and another than either. */
  Found together(Found found) {
    int joint = found.end();
    boolean joined =
        found.classed() && joint > 0 && (text.is(joint, "or") || text.is(joint, "and"));
    String other = joined ? classAt(joint + 1) : "";
    return other.isEmpty() || other.equals(found.event())
        ? found
        : new Found(found.event() + OR + other, joint + 2, true);
  }

  private String kind(String word) {
    Codebook.Event event = codebook.events().get(word);
    return event == null ? "" : event.kind();
  }

  /** A noun that is an event itself: <i>20 deaths</i>. */
  String ofNoun(int at) {
    return kind(lexicon.nounLemma(text.lower(at)));
  }

  /**
   * Whether a word says, as a participle or adjective, what happened: <i>killed</i>, <i>dead</i>,
   * in a headline too.
   */
  boolean isParticiple(int at) {
    if (at >= text.size()) {
      return false;
    }
    String lower = text.lower(at);
    boolean irregular =
        text.is(at, Tag.VERB) && !lower.endsWith("ing") && !lexicon.verbLemma(lower).equals(lower);
    boolean form =
        irregular || STATES.contains(lower) || lower.endsWith("ed") && lower.length() > 4;
    return form && !classAt(at).isEmpty();
  }

  Found of(Amount amount, Counted counted) {
    Sentence sentence = text.sentenceOf(amount.number());
    if (counted.noun().equals("life")) {
      return new Found("die", -1, true);
    }
    int next = skipAdverbs(counted.last(), sentence.last());
    boolean participle = isParticiple(next);
    Found adjacent = participle ? after(counted.last(), sentence.last(), REACH) : NONE;
    if (participle && next > counted.last()) {
      return adjacent;
    }
    Found direct = direct(amount.first(), sentence.first());
    if (direct.classed()) {
      return direct;
    }
    Found later =
        participle
            ? predicate(next + 1, sentence.last())
            : after(counted.last(), sentence.last(), REACH);
    if (later.classed() || participle && !later.event().isEmpty()) {
      return later;
    }
    if (adjacent.classed()) {
      return adjacent;
    }
    boolean passive = text.is(counted.last(), Tag.AUX) && !later.event().isEmpty();
    Found inside = passive ? NONE : inside(amount, counted);
    Found before = inside.classed() ? inside : governing(amount.first(), sentence.first());
    return before.classed() || later.event().isEmpty() ? before : later;
  }

  private Found inside(Amount amount, Counted counted) {
    for (int at = amount.last(); at < counted.last(); at++) {
      String event = classAt(at);
      if (!event.isEmpty()) {
        return new Found(event, -1, true);
      }
    }
    return NONE;
  }

  /**
   * The verb or noun that takes the number as its object: <i>killing at least 84</i>, <i>the
   * release of 21</i>.
   */
  private Found direct(int first, int start) {
    int at = first - 1;
    while (at > start && (text.is(at, Tag.DET) || text.is(at, "of") || text.is(at, Tag.ADV))) {
      at--;
    }
    boolean takes =
        at >= start && (text.is(at, Tag.VERB) || text.is(at, Tag.NOUN) && text.is(at + 1, "of"));
    String event = takes ? classAt(at) : "";
    return event.isEmpty() ? NONE : new Found(event, -1, true);
  }

  /**
   * What the whole phrase is said to be, past a participle: <i>12 girls taken by raiders in May
   * have been freed</i>.
   */
  private Found predicate(int start, int limit) {
    for (int at = start; at < Math.min(limit, start + FAR); at++) {
      if (text.is(at, Tag.PUNCT)
          || text.is(at, Tag.SCONJ)
          || text.is(at, Tag.CCONJ)
          || RELATIVE.contains(text.lower(at))) {
        return NONE;
      }
      if (text.is(at, Tag.AUX)) {
        Found found = after(at, limit, 4);
        return new Found(found.event(), -1, found.classed());
      }
    }
    return NONE;
  }

  private int skipAdverbs(int at, int limit) {
    int next = at;
    while (next < limit
        && (text.is(next, Tag.ADV) || text.is(next, "more") || text.is(next, "others"))) {
      next++;
    }
    return next;
  }

  private Found after(int start, int limit, int reach) {
    String verb = "";
    int verbAt = -1;
    for (int at = start; at < Math.min(limit, start + reach); at++) {
      boolean stops =
          text.is(at, Tag.PUNCT) && !text.word(at).matches("[\"“”‘’'(]")
              || text.is(at, Tag.SCONJ) && !text.is(at, "that")
              || RELATIVE.contains(text.lower(at)) && at > start
              || text.is(at, Tag.CCONJ)
                  && at + 1 < limit
                  && !text.is(at + 1, Tag.NUM)
                  && !text.is(at + 1, Tag.DET);
      if (stops) {
        break;
      }
      boolean hospital = text.is(at, "hospital") && verbAt >= 0;
      String event =
          hospital
                  || text.is(at, Tag.VERB)
                  || text.is(at, Tag.ADJ)
                  || isParticiple(at)
                  || text.is(at - 1, "in")
                  || text.is(at - 1, "on")
                  || text.is(at - 1, "to")
                  || at == verbAt + 1 && verbAt >= 0
              ? classAt(at)
              : "";
      boolean blocked = event.equals("hospital") && !hospital;
      if (!event.isEmpty() && !blocked) {
        String better =
            event.equals("injure") || !text.is(at, Tag.VERB)
                ? event
                : hospitalAfter(at, limit) ? "hospital" : event;
        return new Found(better, at + 1, true);
      }
      if (verb.isEmpty() && text.is(at, Tag.VERB)) {
        verb = text.lemma(at);
        verbAt = at;
      }
    }
    return verb.isEmpty() ? NONE : new Found(verb, verbAt + 1, false);
  }

  private boolean hospitalAfter(int at, int limit) {
    return at + 2 < limit && text.is(at + 1, "to") && text.is(at + 2, "hospital");
  }

  /** The verb or noun before, further away. */
  private Found governing(int first, int start) {
    String verb = "";
    for (int at = first - 1; at >= Math.max(start, first - REACH); at--) {
      boolean stops =
          text.is(at, Tag.PUNCT) && !text.word(at).matches("[\"“”‘’'(]")
              || RELATIVE.contains(text.lower(at))
              || text.is(at, Tag.AUX)
              || text.is(at, Tag.CCONJ);
      if (stops) {
        break;
      }
      boolean nounOf = text.is(at, Tag.NOUN) && text.is(at + 1, "of");
      String event =
          text.is(at, Tag.VERB)
                  || nounOf
                  || isParticiple(at)
                  || text.is(at, Tag.PROPN) && at + 1 == first
              ? classAt(at)
              : "";
      if (!event.isEmpty()) {
        return new Found(event, -1, true);
      }
      if (verb.isEmpty() && text.is(at, Tag.VERB)) {
        verb = text.lemma(at);
      }
    }
    return verb.isEmpty() ? NONE : new Found(verb, -1, false);
  }
}
