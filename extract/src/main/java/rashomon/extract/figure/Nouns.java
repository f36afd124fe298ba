package rashomon.extract.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Names;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/**
 * Finds what a number counts: the noun after it with its adjectives, names and participles, or a
 * unit.
 */
final class Nouns {

  private static final int LONGEST = 10;
  private static final Set<String> OTHERS =
      Set.of("others", "more", "other", "people", "persons", "individuals", "person");
  private static final Set<String> AFTER_OF =
      Set.of(
          "the", "our", "these", "those", "their", "his", "her", "its", "them", "whom", "my", "us",
          "more", "than", "some", "all");
  private static final Set<String> STRANGE = Set.of("'s", "’s", "#", "\"", "“", "‘", "'", "[", "-");

  private final TaggedText text;
  private final Lexicon lexicon;
  private final Codebook codebook;
  private final Events events;

  Nouns(TaggedText text, Lexicon lexicon, Codebook codebook, Events events) {
    this.text = text;
    this.lexicon = lexicon;
    this.codebook = codebook;
    this.events = events;
  }

  Counted of(Amount amount) {
    if (!amount.tail().isEmpty()) {
      return tied(amount);
    }
    int at = amount.last();
    String symbol = symbol(amount);
    if (!symbol.isEmpty()) {
      return new Counted(at, symbol, symbol, List.of(), true, false);
    }
    String unit = unitAt(at);
    if (!unit.isEmpty()) {
      int last = text.is(at, "per") ? at + 2 : at + 1;
      return new Counted(last, unit, unit, List.of(), true, false);
    }
    return phrase(at, text.sentenceOf(amount.number()).last());
  }

  /** <i>two-car tram</i>, <i>25-ton truck</i>. */
  private Counted tied(Amount amount) {
    String noun = singular(amount.tail());
    String unit = codebook.units().getOrDefault(noun, "");
    boolean person = isPerson(noun);
    return new Counted(
        amount.last(),
        noun,
        unit.isEmpty() ? person ? Counted.PEOPLE : plural(noun) : unit,
        List.of(),
        !unit.isEmpty(),
        false);
  }

  private String symbol(Amount amount) {
    int before = amount.number() - 1;
    if (!Amount.currency(text, before)) {
      return "";
    }
    String sign = text.word(before);
    return sign.endsWith("$")
        ? "USD"
        : sign.endsWith("£") ? "GBP" : sign.endsWith("€") ? "EUR" : "JPY";
  }

  private String unitAt(int at) {
    if (at >= text.size()) {
      return "";
    }
    if (text.is(at, "per") && text.is(at + 1, "cent")) {
      return "percent";
    }
    String unit = codebook.units().getOrDefault(lexicon.nounLemma(text.lower(at)), "");
    boolean modifies = text.lower(at).endsWith("y");
    return modifies ? "" : unit;
  }

  private Counted phrase(int start, int limit) {
    int at = start;
    int head = -1;
    boolean plural = false;
    boolean of = false;
    List<Integer> modifiers = new ArrayList<>();
    while (at < Math.min(limit, start + LONGEST)) {
      String lower = text.lower(at);
      boolean noun =
          text.is(at, Tag.NOUN)
              || text.is(at, Tag.PROPN)
              || OTHERS.contains(lower) && !lower.equals("more") && !lower.equals("other");
      if (at == start && lower.equals("of")) {
        of = true;
      } else if (of
          && head < 0
          && (AFTER_OF.contains(lower) || text.is(at, Tag.NUM) || text.is(at, Tag.DET))) {
        if (lower.equals("them")
            || lower.equals("whom")
            || lower.equals("us")
            || lower.equals("those")) {
          return new Counted(at + 1, "", Counted.PEOPLE, List.of(), false, true);
        }
      } else if (events.isParticiple(at)) {
        if (head >= 0 || !leadsToNoun(at + 1, limit)) {
          break;
        }
        modifiers.add(at);
      } else if (noun) {
        boolean name =
            text.is(at, Tag.PROPN)
                && (plural
                    || text.word(at).length() > 3 && Names.isFunctionWord(lower)
                    || lexicon.isGivenName(text.word(at)));
        if (name) {
          break;
        }
        if (head >= 0) {
          modifiers.add(head);
        }
        head = at;
        plural = text.is(at, Tag.NOUN) && !lexicon.nounLemma(lower).equals(lower);
      } else if (text.is(at, Tag.ADJ) && (head < 0 || leadsToNoun(at + 1, limit)) && !plural) {
        modifiers.add(at);
      } else if (!passes(at, head, limit)) {
        break;
      }
      at++;
    }
    return head < 0 ? new Counted(start, "", "", List.of(), false, true) : counted(head, modifiers);
  }

  /** Marks, clitics and conjunctions inside a phrase: <i>fire and rescue crews</i>. */
  private boolean passes(int at, int head, int limit) {
    if (STRANGE.contains(text.word(at))
        || text.is(at, ",") && at > 0 && text.is(at - 1, Tag.ADJ) && leadsToNoun(at + 1, limit)) {
      return true;
    }
    boolean joins = text.is(at, "and") && at + 2 < limit && at > 0;
    boolean pair =
        joins
            && text.is(at - 1, Tag.NOUN)
            && text.is(at + 1, Tag.NOUN)
            && text.is(at + 2, Tag.NOUN)
            && lexicon.nounLemma(text.lower(at - 1)).equals(text.lower(at - 1));
    boolean adjectives = joins && head < 0 && text.is(at - 1, Tag.ADJ) && text.is(at + 1, Tag.ADJ);
    boolean participle =
        text.is(at, Tag.VERB)
            && head < 0
            && (text.lower(at).endsWith("ed") || text.lower(at).endsWith("ing"))
            && leadsToNoun(at + 1, limit);
    boolean adverb = text.is(at, Tag.ADV) && head < 0 && at + 1 < limit && text.is(at + 1, Tag.ADJ);
    boolean more =
        head < 0 && (text.is(at, "more") || text.is(at, "other") || text.is(at, "additional"));
    return pair || adjectives || participle || adverb || more;
  }

  private boolean leadsToNoun(int at, int limit) {
    return at < limit
        && (text.is(at, Tag.NOUN) || text.is(at, Tag.PROPN) || text.is(at, Tag.ADJ))
        && !events.isParticiple(at)
        && !text.is(at, "dead");
  }

  private Counted counted(int head, List<Integer> modifiers) {
    String word = text.lower(head);
    String lemma = singular(word.startsWith("#") ? word.substring(1) : word);
    String event = events.ofNoun(head);
    boolean lives = lemma.equals("life");
    boolean people =
        lives
            || isPerson(lemma)
            || OTHERS.contains(word)
            || !event.isEmpty()
            || lexicon.placeOf(text.word(head)).isPresent();
    boolean generic = OTHERS.contains(word) || !event.isEmpty();
    List<String> qualifiers =
        modifiers.stream()
            .filter(at -> !events.isParticiple(at))
            .map(text::lower)
            .filter(w -> !OTHERS.contains(w))
            .toList();
    if (word.equals("others")) {
      qualifiers = List.of("other");
    }
    String unit = people ? Counted.PEOPLE : plural(lemma);
    return new Counted(head + 1, generic ? Counted.PEOPLE : lemma, unit, qualifiers, false, false);
  }

  /** The singular; <i>women</i> and <i>fishermen</i> lack from WordNet's list of exceptions. */
  private String singular(String word) {
    String man = word.endsWith("men") ? word.substring(0, word.length() - 3) + "man" : word;
    return lexicon.isFirstOfAllPerson(man) ? man : lexicon.nounLemma(word);
  }

  boolean isPerson(String lemma) {
    return lexicon.isFirstOfAllPerson(lemma)
        || lemma.equals(Counted.PEOPLE)
        || lexicon.isPerson(lemma) && !lexicon.kind(lemma).equals("artifact");
  }

  private static String plural(String noun) {
    String lower = noun.toLowerCase(Locale.ROOT);
    return lower.endsWith("s")
        ? lower
        : lower.matches(".*(x|ch|sh|z)")
            ? lower + "es"
            : lower.matches(".*[^aeiou]y")
                ? lower.substring(0, lower.length() - 1) + "ies"
                : lower + "s";
  }
}
