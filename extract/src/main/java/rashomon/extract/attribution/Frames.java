package rashomon.extract.attribution;

import java.util.ArrayList;
import java.util.List;
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
 * Finds the attributions of one stretch of text, a sentence or the inside of a quotation: a cue
 * from the lexicon, the noun phrase that is its subject or its agent, and the clause or phrase it
 * governs. Rules over tags, no parser.
 */
final class Frames {

  private static final Set<String> ADDRESSING =
      Set.of(
          "tell", "inform", "remind", "assure", "advise", "notify", "brief", "warn", "ask", "quote",
          "cite");
  private static final Set<String> ADJUNCT_PREPOSITIONS =
      Set.of(
          "on",
          "in",
          "at",
          "during",
          "to",
          "after",
          "before",
          "via",
          "through",
          "from",
          "of",
          "by",
          "with",
          "earlier",
          "late",
          "about",
          "over",
          "following");

  /** A verb without a subject of its own must be a cue more often than this to share one. */
  private static final double SHARING = 0.35;

  private final TaggedText text;
  private final NounPhrases phrases;
  private final Sources sources;
  private final Cues cues;
  private final Lexicon lexicon;
  private final boolean[] quoted;
  private final double threshold;

  /** {@code quoted} tells for each token whether it stands within a quotation, marks included. */
  Frames(
      TaggedText text,
      NounPhrases phrases,
      Sources sources,
      Cues cues,
      Lexicon lexicon,
      boolean[] quoted,
      double threshold) {
    this.text = text;
    this.phrases = phrases;
    this.sources = sources;
    this.cues = cues;
    this.lexicon = lexicon;
    this.quoted = quoted;
    this.threshold = threshold;
  }

  /** The attributions within tokens {@code first} to {@code last}, in order of their cues. */
  List<Frame> in(int first, int last) {
    List<Frame> found = new ArrayList<>();
    for (int i = first; i < last; i++) {
      if (quoted[i]) {
        continue;
      }
      Frame frame =
          text.is(i, "according") && text.is(i + 1, "to")
              ? accordingTo(i, first, last)
              : verbal(i, first, last, found);
      if (frame != null) {
        found.add(frame);
        i = Math.max(i, frame.cue().last() - 1);
      }
    }
    return found;
  }

  private @Nullable Frame accordingTo(int at, int first, int last) {
    Optional<Tokens> source =
        phrases
            .at(at + 2)
            .filter(p -> p.first() == at + 2)
            .flatMap(p -> sources.after(at + 2, last));
    if (source.isEmpty()) {
      return null;
    }
    int end = source.get().last();
    List<Tokens> content = new ArrayList<>();
    if (at > first + 1) {
      int stop = text.is(at - 1, ",") ? at - 1 : at;
      trimmed(first, stop).ifPresent(content::add);
    } else if (text.is(end, ",")) {
      trimmed(end + 1, contentEnd(end + 1, last)).ifPresent(content::add);
    }
    return content.isEmpty()
        ? null
        : new Frame(
            "according", new Tokens(at, at + 2), source.get(), null, content, false, false, 0.95);
  }

  private @Nullable Frame verbal(int at, int first, int last, List<Frame> earlier) {
    if (!text.is(at, Tag.VERB)) {
      return null;
    }
    String verb = text.lemma(at);
    CueWord word = cues.of(verb).orElse(null);
    if (word == null || word.precision() < threshold || text.is(at - 1, "to")) {
      return null;
    }
    int group = groupStart(at, first);
    boolean participle = text.lower(at).endsWith("ing") && group == at;
    boolean passive = isPassive(at, group);
    int groupEnd = at + 1;
    if (!participle && !passive) {
      Frame inverted = inverted(verb, word, group, groupEnd, first, last);
      if (inverted != null) {
        return inverted;
      }
    }
    Tokens source = null;
    Tokens subject = null;
    if (passive) {
      return passive(verb, word, group, at, first, last);
    }
    if (participle) {
      subject = sharedSubject(at, first, earlier);
      if (subject == null || !(text.is(at - 1, ",") || text.is(at - 1, "and"))) {
        return null;
      }
    } else {
      source = sources.before(group, first).orElse(null);
      if (source == null
          && (text.is(group - 1, "and")
              || text.is(group - 1, "but")
              || text.is(group - 1, ",")
              || text.is(group - 1, "then"))) {
        subject = word.precision() < SHARING ? null : sharedSubject(group, first, earlier);
      }
      if (source == null && subject == null) {
        return null;
      }
    }
    return withContent(verb, word, new Tokens(group, groupEnd), source, subject, first, last);
  }

  /**
   * <i>was expected to leave</i>, <i>it is believed that</i>: said by nobody named, or by the agent
   * after <i>by</i>.
   */
  private @Nullable Frame passive(
      String verb, CueWord word, int group, int at, int first, int last) {
    int from = at + 1;
    boolean infinitive =
        text.is(from, "to") && text.is(from + 1, Tag.VERB)
            || text.is(from, "to") && text.is(from + 1, Tag.AUX);
    boolean clause = text.is(from, "that") && text.is(group - 1, "it");
    if (!infinitive && !clause || word.that() + word.clause() == 0) {
      return null;
    }
    List<Tokens> content = new ArrayList<>();
    NounPhrase subject =
        phrases.at(group - 1).filter(p -> p.last() == group && p.first() >= first).orElse(null);
    if (infinitive && subject != null && !text.is(subject.first() - 1, Tag.ADP)) {
      content.add(new Tokens(subject.first(), subject.last()));
    }
    trimmed(from, contentEnd(from, last)).ifPresent(content::add);
    return new Frame(verb, new Tokens(group, at + 1), null, null, content, true, false, 0.5);
  }

  private @Nullable Frame withContent(
      String verb,
      CueWord word,
      Tokens cue,
      @Nullable Tokens source,
      @Nullable Tokens subject,
      int first,
      int last) {
    List<Tokens> content = new ArrayList<>();
    int clause = source == null ? cue.first() : source.first();
    boolean commaBefore = clause > first && (text.is(clause - 1, ",") || quoted[clause - 1]);
    boolean quoteBefore =
        clause > first + 1
            && (quoted[clause - 1] || text.is(clause - 1, ",") && quoted[clause - 2]);
    int from = contentStart(cue.last(), verb, last);
    boolean colon = from < last && text.is(from - 1, ":");
    int end = contentEnd(from, last);
    boolean quoteAfter = from < end && quoted[from];
    boolean complete =
        commaBefore
            && source != null
            && (quoteBefore
                || atEnd(cue.last(), last)
                || isClause(first, clause - 1) && !governs(from, end, word));
    if (complete) {
      trimmed(first, text.is(clause - 1, ",") ? clause - 1 : clause).ifPresent(content::add);
      boolean resumed =
          from > cue.last() && quoteAfter
              || text.is(cue.last(), ",")
                  && !quoteBefore
                  && isClause(cue.last() + 1, end)
                  && !text.is(cue.last() + 1, Tag.VERB)
                  && !text.is(cue.last() + 1, "who");
      if (resumed) {
        trimmed(
                quoteAfter ? from : cue.last() + 1,
                quoteAfter ? end : contentEnd(cue.last() + 1, last))
            .ifPresent(content::add);
      }
    } else if (from < end) {
      trimmed(from, end).ifPresent(content::add);
    }
    boolean awaits = content.isEmpty() && (colon || text.is(last - 1, ":"));
    if (content.isEmpty() && !awaits) {
      return null;
    }
    if (!complete && !awaits && !governs(from, end, word) && word.precision() < 0.8) {
      return null;
    }
    return new Frame(
        verb,
        cue,
        source,
        subject,
        content,
        false,
        awaits,
        Math.min(0.95, 0.4 + 0.6 * word.precision()));
  }

  /** <i>“…,” said Kirby, a spokesman</i>; <i>…, said the ministry</i>. */
  private @Nullable Frame inverted(
      String verb, CueWord word, int group, int groupEnd, int first, int last) {
    if (group <= first + 1
        || group != groupEnd - 1
        || word.quotation() == 0 && word.clause() == 0) {
      return null;
    }
    boolean afterQuote = quoted[group - 1] || text.is(group - 1, ",") && quoted[group - 2];
    if (!afterQuote && !text.is(group - 1, ",")) {
      return null;
    }
    Optional<Tokens> source = sources.after(groupEnd, last);
    if (source.isEmpty()
        || !afterQuote
            && !(source.get().last() >= last - 1
                || text.is(source.get().last(), ",")
                || isAdjunct(source.get().last()))) {
      return null;
    }
    if (!afterQuote
        && (ADDRESSING.contains(verb)
            || sources.before(group, first).isPresent()
                && !(source.get().last() >= last - 1 && isClause(first, group - 1)))) {
      return null;
    }
    List<Tokens> content = new ArrayList<>();
    int stop = text.is(group - 1, ",") ? group - 1 : group;
    trimmed(first, stop).ifPresent(content::add);
    int from = contentStart(source.get().last(), verb, last);
    if (from < last && quoted[from]) {
      trimmed(from, contentEnd(from, last)).ifPresent(content::add);
    }
    return content.isEmpty()
        ? null
        : new Frame(
            verb, new Tokens(group, groupEnd), source.get(), null, content, false, false, 0.95);
  }

  /**
   * Where the verb group begins: auxiliaries, adverbs and negations before the verb belong to the
   * cue.
   */
  private int groupStart(int at, int first) {
    int start = at;
    while (start > first
        && !quoted[start - 1]
        && (text.is(start - 1, Tag.AUX)
            || text.is(start - 1, Tag.ADV) && !text.is(start - 1, "however")
            || text.is(start - 1, Tag.PART)
                && !phrases.isGenitive(start - 1)
                && !text.is(start - 1, "to"))) {
      start--;
    }
    while (start < at
        && text.is(start, Tag.ADV)
        && (start == first || text.is(start - 1, ",") || !auxiliary(start, at))
        && !Set.of(
                "also",
                "later",
                "never",
                "then",
                "repeatedly",
                "once",
                "even",
                "previously",
                "recently")
            .contains(text.lower(start))
        && !text.lower(start).endsWith("ly")) {
      start++;
    }
    return start;
  }

  private boolean auxiliary(int start, int at) {
    return start + 1 < at;
  }

  private boolean isPassive(int at, int group) {
    for (int i = group; i < at; i++) {
      boolean be =
          Set.of("be", "is", "are", "was", "were", "been", "being", "am").contains(text.lower(i));
      if (be && !text.lower(at).endsWith("ing")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Tokens sharedSubject(int at, int first, List<Frame> earlier) {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      Tokens speaker = earlier.get(i).speaker();
      if (speaker != null) {
        return speaker;
      }
    }
    return sources.subjectOf(first, at);
  }

  /**
   * Goes past the person addressed, time and place phrases, <i>in a statement</i>, to where the
   * content begins.
   */
  private int contentStart(int from, String verb, int last) {
    int at = from;
    boolean addressed = !ADDRESSING.contains(verb);
    for (int steps = 0; steps < 6 && at < last; steps++) {
      if (quoted[at] || text.is(at, "that")) {
        return at;
      }
      if (text.is(at, Tag.AUX) && text.is(at + 1, "that")) {
        return at + 1;
      }
      if (text.is(at, ",") || text.is(at, ":")) {
        if (text.is(at, ":") || at + 1 < last && (quoted[at + 1] || text.is(at + 1, "that"))) {
          return at + 1;
        }
        return at;
      }
      int here = at;
      NounPhrase phrase = phrases.at(at).filter(p -> p.first() == here).orElse(null);
      if (phrase != null
          && !addressed
          && (sources.canSpeak(new Tokens(phrase.first(), phrase.last()))
              || text.is(phrase.head(), Tag.PRON))
          && !(verb.equals("ask") && text.is(phrase.head(), "what"))) {
        addressed = true;
        at = phrase.last();
        continue;
      }
      if (phrase != null && sources.isCalendar(phrase) && steps < 3) {
        at = phrase.last();
        continue;
      }
      if (isAdjunct(at)) {
        at = endOfAdjunct(at, last);
        continue;
      }
      return at;
    }
    return at;
  }

  private boolean isAdjunct(int at) {
    if (!text.is(at, Tag.ADP) && !text.is(at, Tag.SCONJ) && !text.is(at, Tag.ADV)) {
      return false;
    }
    int next = at + 1;
    NounPhrase phrase = phrases.at(next).filter(p -> p.first() == next).orElse(null);
    if (phrase == null || !ADJUNCT_PREPOSITIONS.contains(text.lower(at))) {
      return false;
    }
    if (isInfinitive(at)) {
      return false;
    }
    String kind = lexicon.kind(text.lemma(phrase.head()));
    return sources.isCalendar(phrase)
        || kind.equals("communication")
        || text.is(at, "to") && sources.speaks(phrase.head())
        || text.is(at, "on") && text.is(phrase.head(), Tag.PROPN)
        || text.is(at, "at")
        || text.is(at, "during")
        || kind.equals("event")
        || kind.equals("act") && text.is(at, "in");
  }

  /** <i>to</i> with the plain form of a verb, whatever the tagger makes of it. */
  private boolean isInfinitive(int at) {
    return text.is(at, "to")
        && (text.is(at, Tag.PART)
            || lexicon.isVerb(text.lower(at + 1))
                && !text.is(at + 1, Tag.PROPN)
                && !text.is(at + 2, Tag.PUNCT));
  }

  private int endOfAdjunct(int at, int last) {
    int end = phrases.at(at + 1).map(NounPhrase::last).orElse(at + 1);
    while (end + 1 < last
        && text.is(end, Tag.ADP)
        && !text.is(end, "that")
        && phrases.at(end + 1).isPresent()
        && (text.is(end, "with")
            || text.is(end, "on")
            || text.is(end, "to")
            || text.is(end, "of")
            || text.is(end, "in")
            || text.is(end, "at"))) {
      int from = end + 1;
      NounPhrase next = phrases.at(from).filter(p -> p.first() == from).orElse(null);
      if (next == null) {
        break;
      }
      end = next.last();
    }
    return Math.min(end, last);
  }

  /** Content ends with its sentence, or where another attribution takes over. */
  private int contentEnd(int from, int last) {
    for (int i = from; i < last; i++) {
      if (quoted[i]) {
        continue;
      }
      boolean comma = text.is(i, ",");
      if (comma && text.is(i + 1, "according") || text.is(i, "according") && text.is(i + 1, "to")) {
        return i;
      }
      if (comma
          && i + 1 < last
          && text.is(i + 1, Tag.VERB)
          && text.lower(i + 1).endsWith("ing")
          && isCue(i + 1, 0.5)) {
        return i;
      }
      if (comma && closesWithAttribution(i + 1, last)) {
        return i;
      }
      if ((text.is(i, "but") || text.is(i, "and"))
          && i + 1 < last
          && !quoted[i + 1]
          && startsAttribution(i + 1, last)) {
        return comma(i - 1) ? i - 1 : i;
      }
    }
    return last;
  }

  /** <i>…, she said.</i> at the end of a sentence. */
  private boolean closesWithAttribution(int at, int last) {
    NounPhrase subject = phrases.at(at).filter(p -> p.first() == at).orElse(null);
    return subject != null
        && isCue(subject.last(), 0.8)
        && sources.canSpeak(new Tokens(subject.first(), subject.last()))
        && atEnd(subject.last() + 1, last);
  }

  private boolean comma(int i) {
    return text.is(i, ",");
  }

  private boolean isCue(int at, double precision) {
    return text.is(at, Tag.VERB)
        && cues.of(text.lemma(at)).filter(word -> word.precision() >= precision).isPresent();
  }

  /** Whether a new attribution or the main clause's next verb begins here. */
  private boolean startsAttribution(int at, int last) {
    int i = at;
    NounPhrase subject = phrases.at(i).filter(p -> p.first() == at).orElse(null);
    if (subject != null) {
      i = subject.last();
    }
    while (i < last && (text.is(i, Tag.AUX) || text.is(i, Tag.ADV))) {
      i++;
    }
    return isCue(i, 0.55)
            && (text.lower(i).endsWith("ed")
                || text.is(i, "said")
                || text.is(i, "told")
                || text.is(i, "says"))
        || subject == null && text.is(at, "did") && text.is(at + 1, "not");
  }

  private boolean atEnd(int at, int last) {
    for (int i = at; i < last; i++) {
      if (!text.is(i, Tag.PUNCT)) {
        return onlyAdjuncts(at, last);
      }
    }
    return true;
  }

  private boolean onlyAdjuncts(int from, int last) {
    int at = from;
    while (at < last) {
      int here = at;
      NounPhrase phrase = phrases.at(at).filter(p -> p.first() == here).orElse(null);
      if (text.is(at, Tag.PUNCT) || text.is(at, Tag.ADV)) {
        at++;
      } else if (phrase != null && sources.isCalendar(phrase)) {
        at = phrase.last();
      } else if (isAdjunct(at)) {
        at = endOfAdjunct(at, last);
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean isClause(int from, int to) {
    boolean noun = false;
    for (int i = from; i < to; i++) {
      noun |= phrases.at(i).isPresent();
      if (noun && (text.is(i, Tag.AUX) || text.is(i, Tag.VERB))) {
        return true;
      }
    }
    return false;
  }

  /** Whether what follows the cue is of the kind it usually governs. */
  private boolean governs(int from, int end, CueWord word) {
    if (from >= end) {
      return false;
    }
    if (text.is(from, "that") || quoted[from] || text.is(from, "whether")) {
      return true;
    }
    int total =
        Math.max(
            1,
            word.that() + word.clause() + word.infinitive() + word.nounPhrase() + word.quotation());
    if (isInfinitive(from)) {
      return word.infinitive() * 10 >= total;
    }
    if (text.is(from, Tag.PUNCT)) {
      return false;
    }
    boolean clause =
        isClause(from, Math.min(end, from + 25))
            && (phrases.at(from).isPresent() || text.is(from, Tag.DET));
    return clause
        ? (word.clause() + word.that() + word.nounPhrase()) * 10 >= total
        : word.nounPhrase() * 10 >= total * 2;
  }

  /** Without marks and blanks at its edges, but for quotation marks. */
  private Optional<Tokens> trimmed(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && !quoted[first] && text.is(first, Tag.PUNCT)) {
      first++;
    }
    while (first < last
        && !quoted[last - 1]
        && text.is(last - 1, Tag.PUNCT)
        && !text.is(last - 1, "?")
        && !text.is(last - 1, ")")) {
      last--;
    }
    return first < last && !(last - first == 1 && Names.isFunctionWord(text.lower(first)))
        ? Optional.of(new Tokens(first, last))
        : Optional.empty();
  }
}
