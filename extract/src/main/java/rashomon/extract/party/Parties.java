package rashomon.extract.party;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.extract.attribution.Attributed;
import rashomon.extract.attribution.Attribution;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Lexicon.Gender;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Party;
import rashomon.model.Party.Kind;
import rashomon.model.PartyId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Statement.SourceType;
import rashomon.model.Tag;

/**
 * Gives each statement its party. A name or description is looked up among the report's actors; a
 * pronoun means the person its own sentence began with, else who spoke last, else who was named
 * last, as far as gender allows.
 */
public final class Parties {

  /**
   * The statements with their parties, and the parties that speak or are spoken for, in order of
   * first mention.
   */
  public record Found(List<Party> parties, List<Statement> statements) {}

  /** How many paragraphs, and how many sentences, a pronoun looks back. */
  private static final int REACH = 3;

  private static final int FURTHEST = 30;

  private final TaggedText text;
  private final NounPhrases phrases;
  private final Actors actors;
  private final Map<Actor, PartyId> ids = new LinkedHashMap<>();

  /** Of the statement whose speaker is looked for: nobody in it is its speaker. */
  private List<Span> content = List.of();

  /** Tokens within quotations: whom they name has not come on stage. */
  private final boolean[] spoken;

  private Parties(TaggedText text, NounPhrases phrases, Lexicon lexicon) {
    this.text = text;
    this.phrases = phrases;
    this.actors = Actors.of(text, phrases, lexicon);
    this.spoken = Attribution.quoted(text);
  }

  public static Found of(
      TaggedText text, NounPhrases phrases, Lexicon lexicon, List<Attributed> attributed) {
    return new Parties(text, phrases, lexicon).resolve(attributed);
  }

  private Found resolve(List<Attributed> attributed) {
    List<Optional<Actor>> speakers = new ArrayList<>();
    Actor last = null;
    int lastAt = -1;
    Map<Span, Optional<Actor>> known = new LinkedHashMap<>();
    for (Attributed one : attributed) {
      Span words = one.speaker();
      Optional<Actor> speaker = Optional.empty();
      if (words != null) {
        int at = text.tokenAt(words.start());
        speaker = known.get(words);
        if (speaker == null) {
          content = one.statement().content();
          speaker = speaker(at, text.tokenAfter(words.end()), last, lastAt, outer(one, speakers));
          known.put(words, speaker);
        }
      }
      speakers.add(speaker);
      if (speaker.isPresent() && one.statement().within() == null) {
        last = speaker.get();
        lastAt = text.tokenAt(one.statement().content().getLast().start());
      }
    }
    number(speakers);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < attributed.size(); i++) {
      statements.add(given(attributed.get(i).statement(), speakers.get(i)));
    }
    return new Found(parties(), statements);
  }

  private static @Nullable Actor outer(Attributed one, List<Optional<Actor>> speakers) {
    var within = one.statement().within();
    if (within == null || within.number() > speakers.size()) {
      return null;
    }
    return speakers.get(within.number() - 1).orElse(null);
  }

  private Optional<Actor> speaker(
      int first, int last, @Nullable Actor lastSpeaker, int lastAt, @Nullable Actor outer) {
    NounPhrase phrase = phrases.at(first).orElse(null);
    if (phrase == null) {
      return Optional.empty();
    }
    if (phrase.first() == first && phrase.last() > last) {
      // A source that ends within what looks like one phrase: Navy, of Navy denies.
      return Optional.of(actors.speaking(new NounPhrase(first, last, last - 1)));
    }
    if (!text.is(phrase.head(), Tag.PRON)) {
      return Optional.of(joint(phrase, last));
    }
    String pronoun = text.lower(phrase.head());
    return switch (pronoun) {
      case "i", "we" -> Optional.ofNullable(outer);
      case "he", "she" ->
          person(first, pronoun.equals("he") ? Gender.MALE : Gender.FEMALE, lastSpeaker, lastAt);
      case "it", "they" -> body(first, pronoun.equals("they"), lastSpeaker, lastAt);
      default -> Optional.empty();
    };
  }

  private Actor joint(NounPhrase phrase, int last) {
    Actor named = named(phrase, last);
    if (named != null) {
      return named;
    }
    List<Actor> members = new ArrayList<>(List.of(actors.speaking(phrase)));
    int at = phrase.last();
    while (at + 1 < last
        && (text.is(at, "and")
            || text.is(at, ",")
                && members.size() == 1
                && text.is(at + 1, Tag.PROPN)
                && jointLater(at, last))) {
      int from = at + 1;
      NounPhrase next =
          phrases.at(from).filter(p -> p.first() == from && p.last() <= last).orElse(null);
      if (next == null) {
        break;
      }
      members.add(actors.speaking(next));
      at = next.last();
    }
    boolean whole = at >= last && members.size() > 1;
    return whole
        ? actors.joint(members, text.span(phrase.first(), last).of(text.text()), phrase.first())
        : members.getFirst();
  }

  /**
   * <i>Its director, Lene Harrow</i>, <i>a spokesman for the council, Lene Harrow</i>: who is meant
   * stands after the comma, and the description is her role.
   */
  private @Nullable Actor named(NounPhrase phrase, int last) {
    int comma = phrase.last();
    while (comma + 1 < last && text.is(comma, Tag.ADP)) {
      int from = comma + 1;
      comma = phrases.at(from).filter(p -> p.first() == from).map(NounPhrase::last).orElse(last);
    }
    if (text.is(phrase.head(), Tag.PROPN) || comma + 1 >= last || !text.is(comma, ",")) {
      return null;
    }
    int from = comma + 1;
    NounPhrase next =
        phrases.at(from).filter(p -> p.first() == from && p.last() <= last).orElse(null);
    Actor actor = next == null ? null : actors.at(next).orElse(null);
    if (actor == null || !actor.named || !text.is(phrase.head(), Tag.NOUN)) {
      return null;
    }
    actors.isDescribed(actor, phrase);
    return actor;
  }

  private boolean jointLater(int from, int last) {
    for (int i = from; i < last; i++) {
      if (text.is(i, "and")) {
        return true;
      }
    }
    return false;
  }

  private Optional<Actor> person(int at, Gender gender, @Nullable Actor lastSpeaker, int lastAt) {
    Sentence sentence = text.sentenceOf(at);
    boolean near = lastAt >= 0 && text.token(at).paragraph() - text.token(lastAt).paragraph() <= 1;
    boolean fits = lastSpeaker != null && lastSpeaker.isPerson() && fits(lastSpeaker, gender);
    boolean may = near && lastSpeaker != null && actors.mayBePerson(lastSpeaker);
    Actor here = firstPerson(sentence.first(), at, gender);
    if (here != null && (here.named || !near || !fits)) {
      return Optional.of(here);
    }
    Actor between = null;
    for (int s = text.token(at).sentence() - 1;
        s >= 0
            && s > text.token(at).sentence() - FURTHEST
            && sentence.paragraph() - text.sentences().get(s).paragraph() <= REACH;
        s--) {
      Sentence before = text.sentences().get(s);
      if (near && (fits || may) && lastAt >= before.first()) {
        break;
      }
      between = firstPerson(before.first(), before.last(), gender);
      if (between != null) {
        break;
      }
    }
    if (between == null && may && lastSpeaker != null) {
      // A name alone that speaks and is then called he or she is a person's.
      lastSpeaker.kind = Kind.PERSON;
      return Optional.of(lastSpeaker);
    }
    return between != null
        ? Optional.of(between)
        : fits ? Optional.ofNullable(lastSpeaker) : Optional.empty();
  }

  private static boolean fits(Actor actor, Gender gender) {
    return actor.gender == gender || actor.gender == Gender.UNKNOWN;
  }

  private @Nullable Actor firstPerson(int first, int last, Gender gender) {
    for (int i = first; i < last; i++) {
      NounPhrase phrase = phrases.at(i).orElse(null);
      if (phrase == null) {
        continue;
      }
      Actor actor = actors.at(phrase).orElse(null);
      if (actor != null
          && actor.isPerson()
          && fits(actor, gender)
          && phrase.last() <= last
          && !inContent(phrase)) {
        return actor;
      }
      i = phrase.last() - 1;
    }
    return null;
  }

  private boolean inContent(NounPhrase phrase) {
    if (spoken[phrase.first()]) {
      return true;
    }
    Span span = text.span(phrase.first(), phrase.last());
    return content.stream()
        .anyMatch(part -> part.start() <= span.start() && span.end() <= part.end());
  }

  private Optional<Actor> body(int at, boolean plural, @Nullable Actor lastSpeaker, int lastAt) {
    boolean near = lastAt >= 0 && text.token(at).paragraph() - text.token(lastAt).paragraph() <= 1;
    if (near && lastSpeaker != null && !lastSpeaker.isPerson()) {
      return Optional.of(lastSpeaker);
    }
    int from = Math.max(0, text.token(at).sentence() - 1);
    for (int s = text.token(at).sentence(); s >= from; s--) {
      Sentence sentence = text.sentences().get(s);
      for (int i = sentence.first(); i < Math.min(sentence.last(), at); i++) {
        NounPhrase phrase = phrases.at(i).orElse(null);
        Actor actor = phrase == null ? null : actors.at(phrase).orElse(null);
        if (phrase != null
            && actor != null
            && !actor.isPerson()
            && (!plural || actor.plural || actor.kind != Kind.STATE)) {
          return Optional.of(actor);
        }
        i = phrase == null ? i : phrase.last() - 1;
      }
    }
    return Optional.empty();
  }

  private void number(List<Optional<Actor>> speakers) {
    Set<Actor> used = new LinkedHashSet<>();
    for (Optional<Actor> speaker : speakers) {
      Actor actor = speaker.orElse(null);
      while (actor != null && used.add(actor)) {
        actor = actor.owner;
      }
    }
    used.stream()
        .sorted(Comparator.comparingInt(actor -> actor.firstToken))
        .forEach(actor -> ids.put(actor, new PartyId(ids.size() + 1)));
  }

  private List<Party> parties() {
    List<Party> parties = new ArrayList<>();
    ids.forEach(
        (actor, id) ->
            parties.add(
                new Party(
                    id,
                    actor.key,
                    fullest(actor),
                    actor.kind,
                    actor.role,
                    actor.owner == null ? null : ids.get(actor.owner),
                    List.copyOf(actor.names))));
    return parties;
  }

  /**
   * The longest proper name; for a state a noun rather than an adjective; else the longest
   * description.
   */
  private String fullest(Actor actor) {
    return Stream.concat(actor.properNames.stream(), actor.names.stream())
        .max(
            Comparator.<String>comparingInt(
                    name -> actor.kind == Kind.STATE && actors.isAdjective(name) ? 0 : 1)
                .thenComparingInt(name -> actor.properNames.contains(name) ? 1 : 0)
                .thenComparingInt(String::length))
        .orElse(actor.key);
  }

  private Statement given(Statement statement, Optional<Actor> speaker) {
    SourceType type =
        speaker
            .map(this::type)
            .orElse(statement.source() == null ? SourceType.WITHHELD : SourceType.DESCRIBED);
    return new Statement(
        statement.id(),
        statement.report(),
        statement.type(),
        statement.source(),
        speaker.map(ids::get).orElse(null),
        type,
        statement.cue(),
        statement.content(),
        statement.within(),
        statement.denied(),
        statement.modality(),
        statement.confidence());
  }

  private SourceType type(Actor actor) {
    if (actor.kind == Kind.DOCUMENT) {
      return SourceType.DOCUMENT;
    }
    if (actor.named || actor.kind == Kind.STATE) {
      return SourceType.NAMED;
    }
    return actor.plural
        ? SourceType.COLLECTIVE
        : actor.kind == Kind.ORGANISATION && actor.owner != null
            ? SourceType.NAMED
            : SourceType.DESCRIBED;
  }
}
