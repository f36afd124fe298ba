package rashomon.extract.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.extract.party.Mention.Part;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Lexicon.Gender;
import rashomon.extract.text.Names;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.TaggedText;
import rashomon.model.Party.Kind;
import rashomon.model.Tag;

/**
 * All actors of one report. Full names come first, so that a surname alone finds its bearer
 * wherever it stands; then what is only described. Nothing depends on which names they are.
 */
final class Actors {

  /** Nouns that may take up any body named shortly before. */
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Set<String> ANY_BODY =
      Set.of("group", "organisation", "organization", "movement", "company", "firm", "body");

  private static final Set<String> SUFFIXES = Set.of("jr.", "sr.", "jr", "sr", "ii", "iii", "iv");

  private final TaggedText text;
  private final NounPhrases phrases;
  private final Lexicon lexicon;
  private final Mentions mentions;
  private final Places places;
  private final Map<String, Actor> actors = new TreeMap<>();
  private final Map<String, List<Actor>> bySurname = new HashMap<>();
  private final Map<String, List<Actor>> byNameWord = new HashMap<>();
  private final Map<String, List<Actor>> byInitials = new HashMap<>();
  private final Map<String, LinkedHashSet<Actor>> byRoleHead = new HashMap<>();
  private final Map<Integer, Actor> atPhrase = new HashMap<>();
  private final Set<String> standing = new java.util.HashSet<>();

  private Actors(TaggedText text, NounPhrases phrases, Lexicon lexicon) {
    this.text = text;
    this.phrases = phrases;
    this.lexicon = lexicon;
    this.mentions = new Mentions(text, phrases, lexicon);
    this.places = Places.of(text, lexicon);
  }

  static Actors of(TaggedText text, NounPhrases phrases, Lexicon lexicon) {
    Actors found = new Actors(text, phrases, lexicon);
    List<Mention> all =
        phrases.all().stream()
            .filter(p -> !text.is(p.head(), Tag.PRON))
            .filter(p -> !found.inDateline(p))
            .map(found.mentions::of)
            .toList();
    for (Mention mention : all) {
      if (mention.name() != null && mention.role() == null) {
        found.standing.add(
            text.span(mention.name().first(), mention.name().last()).of(text.text()));
      }
    }
    all.stream().filter(found::isFullName).forEach(found::addNamed);
    all.stream().filter(m -> m.name() != null && !found.isFullName(m)).forEach(found::addNamed);
    all.stream().filter(m -> m.name() == null).forEach(found::addDescribed);
    return found;
  }

  /**
   * The actor that the noun phrase beginning at or holding a token stands for; empty for pronouns.
   */
  Optional<Actor> at(int token) {
    return phrases.at(token).map(phrase -> atPhrase.get(phrase.first()));
  }

  Optional<Actor> at(NounPhrase phrase) {
    return Optional.ofNullable(atPhrase.get(phrase.first()));
  }

  private boolean inDateline(NounPhrase phrase) {
    int last = text.sentenceOf(phrase.first()).last() - 1;
    return text.is(last, "—") || text.is(last, "–") || text.is(last, "-");
  }

  private boolean isFullName(Mention mention) {
    Part name = mention.name();
    return name != null
        && (name.size() > 1 || mention.role() != null && text.is(name.first() - 1, Tag.PROPN));
  }

  private void addNamed(Mention mention) {
    Part name = mention.name();
    if (name == null) {
      return;
    }
    Kind kind = kind(mention, name);
    Actor actor = kind == Kind.PERSON ? person(name) : body(mention, name, kind);
    atPhrase.put(mention.phrase().first(), actor);
    actor.named = true;
    actor.names.add(words(name));
    actor.properNames.add(words(name));
    if (mention.role() != null && actor.isPerson()) {
      takeRole(actor, mention.role(), mention.owner());
    }
    if (actor.isPerson()) {
      apposition(mention.phrase(), actor);
    }
  }

  private void takeRole(Actor actor, Part role, @Nullable Part owner) {
    String words = words(role);
    boolean title = role.size() == 1 && Mentions.isTitle(text.lower(role.first()));
    if (title) {
      actor.gender =
          switch (text.lower(role.first())) {
            case "mr.", "mr", "sir", "lord" -> Gender.MALE;
            case "mrs.", "ms.", "mrs", "ms", "lady", "dame" -> Gender.FEMALE;
            default -> actor.gender;
          };
      return;
    }
    if (actor.role == null || words.length() > actor.role.length()) {
      setRole(actor, words, lexicon.nounLemma(text.lower(role.last() - 1)));
    }
    if (actor.owner == null && owner != null) {
      actor.owner = owner(owner);
    }
  }

  private void setRole(Actor actor, String role, String head) {
    actor.role = role;
    byRoleHead.computeIfAbsent(head, key -> new LinkedHashSet<>()).add(actor);
  }

  /** <i>Kirby, a spokesman for the council</i>: what follows the comma says what he is. */
  private void apposition(NounPhrase phrase, Actor actor) {
    if (!text.is(phrase.last(), ",")) {
      return;
    }
    NounPhrase next =
        phrases.at(phrase.last() + 1).filter(p -> p.first() == phrase.last() + 1).orElse(null);
    if (next == null
        || !text.is(next.head(), Tag.NOUN)
        || !lexicon.isFirstOfAllPerson(text.lemma(next.head()))
        || text.token(phrase.first()).sentence() != text.token(next.head()).sentence()) {
      return;
    }
    Mention role = mentions.of(next);
    if (role.role() != null && actor.role == null) {
      int end = role.role().last();
      if (text.is(end, "of") || text.is(end, "for")) {
        end = phrases.at(end + 1).map(NounPhrase::last).orElse(end);
      }
      setRole(actor, words(new Part(role.role().first(), end)), text.lemma(next.head()));
      actor.owner = role.owner() == null ? null : owner(role.owner());
    }
  }

  private Kind kind(Mention mention, Part name) {
    String first = text.word(name.first());
    String all = words(name);
    Part role = mention.role();
    if (role != null
        && (isPersonWord(role.last() - 1) || Mentions.isTitle(text.lower(role.last() - 1)))) {
      return Kind.PERSON;
    }
    if (lexicon.country(all).isPresent() || places.key(all).isPresent()) {
      return places.isAdjective(all) ? Kind.GROUP : Kind.STATE;
    }
    for (int i = name.first(); i < name.last(); i++) {
      String lemma = lexicon.nounLemma(text.lower(i));
      boolean body =
          lexicon.isGroup(lemma)
              || i == name.last() - 1 && lexicon.kind(lemma).equals("communication");
      boolean institution =
          body && !lexicon.isPerson(lemma) && (name.size() > 1 || mention.definite());
      if (institution) {
        return Kind.ORGANISATION;
      }
    }
    boolean followedByPerson = text.is(name.last(), ",") && describedAsPerson(name.last() + 1);
    if (followedByPerson || name.size() > 1 && lexicon.isGivenName(first) && !mention.definite()) {
      return Kind.PERSON;
    }
    if (name.size() == 1) {
      return bearer(all, name.first()).isPresent() ? Kind.PERSON : Kind.ORGANISATION;
    }
    boolean acronym = all.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    boolean namesApart = standing.contains(text.word(name.last() - 1));
    return !mention.definite()
            && !acronym
            && name.size() <= 3
            && namesApart
            && !places.key(first).isPresent()
        ? Kind.PERSON
        : Kind.ORGANISATION;
  }

  /** Whether a word of a name or around it says that it is a body's. */
  private boolean isBody(Mention mention, Part name) {
    for (int i = name.first(); i < name.last(); i++) {
      String lemma = lexicon.nounLemma(text.lower(i));
      if (lexicon.isGroup(lemma) || lexicon.kind(lemma).equals("communication")) {
        return true;
      }
    }
    return mention.definite() || words(name).equals(words(name).toUpperCase(Locale.ROOT));
  }

  private boolean isPersonWord(int i) {
    return lexicon.isPerson(lexicon.nounLemma(text.lower(i)));
  }

  private boolean describedAsPerson(int start) {
    NounPhrase next = phrases.at(start).filter(p -> p.first() == start).orElse(null);
    if (next == null) {
      return text.is(start, "who");
    }
    boolean age =
        text.is(next.head(), Tag.NUM)
            && next.last() - next.first() == 1
            && text.is(next.last(), ",");
    return age
        || text.is(next.head(), Tag.NOUN)
            && lexicon.isFirstOfAllPerson(text.lemma(next.head()))
            && !text.lower(next.head()).endsWith("s");
  }

  private Actor person(Part name) {
    String all = words(name);
    String surname = surname(name);
    if (name.size() == 1) {
      Actor known = bearer(surname, name.first()).orElse(null);
      if (known != null) {
        return known;
      }
    }
    for (Actor known : bySurname.getOrDefault(surname, List.of())) {
      String given = known.key.split(" ")[0];
      boolean sameGiven = given.charAt(0) == Character.toLowerCase(all.charAt(0));
      if (name.size() == 1 || !known.key.contains(" ") || sameGiven) {
        return known;
      }
    }
    Actor actor =
        actors.computeIfAbsent(
            all.toLowerCase(Locale.ROOT), key -> new Actor(key, Kind.PERSON, name.first()));
    actor.kind = Kind.PERSON;
    if (name.size() > 1 && actor.gender == Gender.UNKNOWN) {
      actor.gender = lexicon.gender(text.word(name.first()));
    }
    List<Actor> bearers = bySurname.computeIfAbsent(surname, key -> new ArrayList<>());
    if (!bearers.contains(actor)) {
      bearers.add(actor);
    }
    return actor;
  }

  private String surname(Part name) {
    int last = name.last() - 1;
    if (name.size() > 1 && SUFFIXES.contains(text.lower(last))) {
      last--;
    }
    return text.word(last);
  }

  /**
   * The person that a surname alone means at a token: the one of that name mentioned last before
   * it, else the first.
   */
  private Optional<Actor> bearer(String surname, int token) {
    List<Actor> bearers = bySurname.getOrDefault(surname, List.of());
    Actor best = null;
    for (Actor actor : bearers) {
      if (best == null || actor.firstToken <= token && actor.firstToken > best.firstToken) {
        best = actor;
      }
    }
    return Optional.ofNullable(best);
  }

  private Actor body(Mention mention, Part name, Kind kind) {
    String all = words(name);
    String key =
        places
            .key(all)
            .map(code -> kind == Kind.GROUP ? code + ":people" : code)
            .orElseGet(() -> spelledOut(all).orElseGet(() -> fullBody(mention, normal(all))));
    Actor known = actors.get(key);
    Actor actor = known != null ? known : new Actor(key, kind, name.first());
    if (known == null) {
      actors.put(key, actor);
      actor.guessed = true;
      index(actor);
    }
    actor.guessed &= !isBody(mention, name);
    if (mention.owner() != null && actor.owner == null) {
      actor.owner = owner(mention.owner());
    }
    return actor;
  }

  /** Makes a body known by each word of its name, and by its initials. */
  private void index(Actor body) {
    if (body.kind != Kind.ORGANISATION || !body.key.contains(" ") || body.key.contains(":")) {
      return;
    }
    for (String word : new LinkedHashSet<>(List.of(body.key.split(" ")))) {
      byNameWord.computeIfAbsent(word, key -> new ArrayList<>()).add(body);
    }
    byInitials.computeIfAbsent(initials(body.key), key -> new ArrayList<>()).add(body);
  }

  /**
   * <i>ULC</i> is the United Lake Council where the report names no other body with these initials.
   */
  private Optional<String> spelledOut(String name) {
    if (name.length() < 2 || !name.chars().allMatch(Character::isUpperCase)) {
      return Optional.empty();
    }
    List<Actor> bodies = byInitials.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return bodies.size() == 1 ? Optional.of(bodies.getFirst().key) : Optional.empty();
  }

  private static String initials(String key) {
    return Stream.of(key.split(" "))
        .filter(word -> !Names.isFunctionWord(word))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  /** <i>the Council</i> is the Free Strait Council where the report names no other. */
  private String fullBody(Mention mention, String name) {
    if (name.contains(" ") || !mention.definite()) {
      return name;
    }
    List<Actor> longer =
        byNameWord.getOrDefault(name, List.of()).stream()
            .filter(body -> body.key.endsWith(" " + name))
            .toList();
    return longer.size() == 1 ? longer.getFirst().key : name;
  }

  /** Without article, case and full stops: <i>the U.N.</i> is <i>un</i>. */
  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceFirst("^the ", "")
        .replace(".", "")
        .replaceAll("\\s+", " ");
  }

  boolean isAdjective(String name) {
    return places.isAdjective(name);
  }

  /** Whether it is taken for a body only because nothing says that it is a person. */
  boolean mayBePerson(Actor actor) {
    return actor.kind == Kind.ORGANISATION && actor.named && actor.guessed;
  }

  /** The actor of a phrase that speaks, described by whatever noun. */
  Actor speaking(NounPhrase phrase) {
    boolean whole = phrases.at(phrase.first()).filter(phrase::equals).isPresent();
    Actor known = whole ? atPhrase.get(phrase.first()) : null;
    if (known == null) {
      Mention mention = mentions.of(phrase);
      if (mention.name() == null) {
        describe(mention);
      } else {
        addNamed(mention);
      }
      known = atPhrase.get(phrase.first());
    }
    if (known == null) {
      String words = words(new Part(phrase.first(), phrase.last()));
      known =
          actors.computeIfAbsent(normal(words), key -> new Actor(key, Kind.GROUP, phrase.first()));
      known.names.add(words);
      atPhrase.put(phrase.first(), known);
    }
    return known;
  }

  /** Takes a description for the role of an actor who has none. */
  void isDescribed(Actor actor, NounPhrase description) {
    Mention mention = mentions.of(description);
    actor.kind =
        actor.kind == Kind.ORGANISATION
                && lexicon.isFirstOfAllPerson(text.lemma(description.head()))
            ? Kind.PERSON
            : actor.kind;
    if (mention.role() != null && actor.isPerson()) {
      takeRole(actor, mention.role(), mention.owner());
    }
  }

  /** Several who speak with one voice: <i>Arda and Belmar said</i>. */
  Actor joint(List<Actor> members, String words, int firstToken) {
    String key = String.join(" & ", members.stream().map(member -> member.key).toList());
    Actor joint = actors.computeIfAbsent(key, fresh -> new Actor(fresh, Kind.GROUP, firstToken));
    joint.named = members.stream().allMatch(member -> member.named);
    joint.plural = true;
    joint.names.add(words);
    return joint;
  }

  private void addDescribed(Mention mention) {
    String lemma = text.lemma(mention.phrase().head());
    if (lexicon.isPerson(lemma)
        || lexicon.isGroup(lemma)
        || lexicon.kind(lemma).equals("communication")) {
      describe(mention);
    }
  }

  private void describe(Mention mention) {
    Part role = mention.role();
    if (role == null) {
      return;
    }
    String lemma = text.lemma(mention.phrase().head());
    Part behind = mention.owner() == null ? behind(mention.phrase()) : mention.owner();
    Actor owner =
        behind == null
            ? null
            : mention.owner() == null && isBodyName(behind) ? bodyOf(behind) : owner(behind);
    boolean plural = !text.lower(mention.phrase().head()).equals(lemma);
    Actor meant = mention.definite() && !plural ? byRole(mention, owner) : null;
    if (meant != null) {
      atPhrase.put(mention.phrase().first(), meant);
      meant.names.add(words(new Part(mention.phrase().first(), mention.phrase().last())));
      return;
    }
    Actor body =
        mention.definite() && !plural && owner == null && lexicon.isGroup(lemma)
            ? earlierBody(mention, role)
            : null;
    if (body != null) {
      atPhrase.put(mention.phrase().first(), body);
      return;
    }
    String label = words(role);
    String unknownOwner = mention.owner() == null ? "" : normal(words(mention.owner())) + ":";
    String key =
        (owner == null ? unknownOwner : owner.key + ":")
            + descriptionKey(role, mention)
            + (plural ? ":all" : "");
    Kind kind =
        lexicon.kind(lemma).equals("communication") && !lexicon.isPerson(lemma)
            ? Kind.DOCUMENT
            : lexicon.isFirstOfAllPerson(lemma)
                ? plural ? Kind.GROUP : Kind.PERSON
                : Kind.ORGANISATION;
    Actor actor =
        actors.computeIfAbsent(key, fresh -> new Actor(fresh, kind, mention.phrase().first()));
    actor.plural = plural;
    byRoleHead.computeIfAbsent(lemma, head -> new LinkedHashSet<>()).addLast(actor);
    if (owner != null && actor.owner == null) {
      actor.owner = owner;
    }
    actor.names.add(
        kind == Kind.ORGANISATION && owner != null
            ? words(new Part(ownerStart(mention), role.last()))
            : label);
    atPhrase.put(mention.phrase().first(), actor);
  }

  /**
   * Whom a person speaks for: <i>a spokesman for the Harbour Council</i>; null for nobody named.
   */
  private @Nullable Part behind(NounPhrase phrase) {
    boolean person = lexicon.isFirstOfAllPerson(text.lemma(phrase.head()));
    if (!person || !text.is(phrase.last(), "for")) {
      return null;
    }
    int from = phrase.last() + 1;
    return phrases
        .at(from)
        .filter(p -> p.first() == from)
        .map(p -> mentions.of(p).name())
        .orElse(null);
  }

  private int ownerStart(Mention mention) {
    return mention.owner() == null || mention.role() == null
        ? mention.phrase().first()
        : Math.min(mention.owner().first(), mention.role().first());
  }

  /** The words that describe, as lemmas, without the owner's name. */
  private String descriptionKey(Part role, Mention mention) {
    StringBuilder key = new StringBuilder();
    for (int i = role.first(); i < role.last(); i++) {
      boolean ofOwner =
          mention.owner() != null && mention.owner().first() <= i && i < mention.owner().last();
      if (!ofOwner && !text.is(i, Tag.NUM)) {
        key.append(key.isEmpty() ? "" : " ")
            .append(i == role.last() - 1 ? text.lemma(i) : text.lower(i));
      }
    }
    return key.toString();
  }

  /**
   * <i>the ministry</i>, <i>the group</i>: a body described so before, with its owner; else the
   * body named last.
   */
  private @Nullable Actor earlierBody(Mention mention, Part role) {
    String description = descriptionKey(role, mention);
    for (Actor described : withRole(text.lemma(mention.phrase().head())).reversed()) {
      if (described.kind == Kind.ORGANISATION
          && described.key.contains(":")
          && described.key.endsWith(description)) {
        return described;
      }
    }
    if (role.size() > 1) {
      return null;
    }
    Actor named = namedWith(description);
    return named != null || !ANY_BODY.contains(description)
        ? named
        : bodyBefore(mention.phrase().first());
  }

  /** The one body whose name holds the noun: <i>the union</i> is the Seafarers’ Union. */
  private @Nullable Actor namedWith(String noun) {
    List<Actor> bodies = byNameWord.getOrDefault(noun, List.of());
    return bodies.size() == 1 ? bodies.getFirst() : null;
  }

  private @Nullable Actor bodyBefore(int token) {
    int sentence = text.token(token).sentence();
    for (int i = token - 1; i >= 0 && sentence - text.token(i).sentence() <= 3; i--) {
      Actor actor = atPhrase.get(i);
      if (actor != null && actor.named && actor.kind == Kind.ORGANISATION) {
        return actor;
      }
    }
    return null;
  }

  /** The actors whose role has that head, the one described last being last. */
  private SequencedSet<Actor> withRole(String head) {
    return byRoleHead.getOrDefault(head, new LinkedHashSet<>());
  }

  /**
   * <i>the minister</i>: the person already met whose role these words repeat, the one met last.
   */
  private @Nullable Actor byRole(Mention mention, @Nullable Actor owner) {
    Part words = mention.role();
    if (words == null) {
      return null;
    }
    String description = descriptionKey(words, mention);
    Actor best = null;
    for (Actor actor : withRole(text.lemma(mention.phrase().head()))) {
      String role = " " + (actor.role == null ? "" : actor.role.toLowerCase(Locale.ROOT)) + " ";
      boolean met = actor.firstToken < mention.phrase().first() && actor.named;
      boolean fits =
          role.contains(" " + description + " ") && (owner == null || owner == actor.owner);
      if (met && fits && (best == null || actor.firstToken > best.firstToken)) {
        best = actor;
      }
    }
    return best;
  }

  /** The actor behind an owner's name, where the report or the tables know it as one. */
  private @Nullable Actor owner(Part owner) {
    String all = words(owner);
    String first = text.word(owner.first());
    Optional<String> country = places.key(all).or(() -> places.key(first));
    if (country.isPresent()) {
      Actor state =
          actors.computeIfAbsent(country.get(), key -> new Actor(key, Kind.STATE, owner.first()));
      if (state.names.isEmpty()) {
        state.names.add(places.key(all).isPresent() ? all : first);
      }
      return state;
    }
    Actor known = actors.get(normal(all));
    if (known == null && owner.size() == 1) {
      known = bearer(all, owner.first()).orElse(null);
    }
    if (known == null && owner.size() > 1) {
      known = actors.get(normal(first));
    }
    return known != null || !isBodyName(owner) ? known : bodyOf(owner);
  }

  /** A name of several words, the last of which is a kind of body. */
  private boolean isBodyName(Part name) {
    return name.size() > 1 && lexicon.isGroup(lexicon.nounLemma(text.lower(name.last() - 1)));
  }

  private Actor bodyOf(Part name) {
    String all = words(name);
    Actor body =
        actors.computeIfAbsent(normal(all), key -> new Actor(key, Kind.ORGANISATION, name.first()));
    body.names.add(all);
    return body;
  }

  private String words(Part part) {
    return BLANKS.matcher(text.span(part.first(), part.last()).of(text.text())).replaceAll(" ");
  }
}
