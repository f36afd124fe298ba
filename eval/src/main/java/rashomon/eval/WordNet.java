package rashomon.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * WordNet 3.1's dictionary files (wndb(5WN) describes them) for one part of speech: {@code n},
 * {@code v} or {@code a}. Words have blanks for underscores.
 */
record WordNet(Map<String, Synset> synsets, Map<String, List<String>> index) {

  private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";
  private static final Map<String, String> NAMES = Map.of("n", "noun", "v", "verb", "a", "adj");
  private static final List<String> FILES =
      List.of(
          "adj.all",
          "adj.pert",
          "adv.all",
          "noun.Tops",
          "noun.act",
          "noun.animal",
          "noun.artifact",
          "noun.attribute",
          "noun.body",
          "noun.cognition",
          "noun.communication",
          "noun.event",
          "noun.feeling",
          "noun.food",
          "noun.group",
          "noun.location",
          "noun.motive",
          "noun.object",
          "noun.person",
          "noun.phenomenon",
          "noun.plant",
          "noun.possession",
          "noun.process",
          "noun.quantity",
          "noun.relation",
          "noun.shape",
          "noun.state",
          "noun.substance",
          "noun.time",
          "verb.body",
          "verb.change",
          "verb.cognition",
          "verb.communication",
          "verb.competition",
          "verb.consumption",
          "verb.contact",
          "verb.creation",
          "verb.emotion",
          "verb.motion",
          "verb.perception",
          "verb.possession",
          "verb.social",
          "verb.stative",
          "verb.weather",
          "adj.ppl");

  /** Words of one meaning, with the lexicographer file it is kept in. */
  record Synset(String id, String file, List<String> words, List<Pointer> pointers, String gloss) {

    /** The synsets that a kind of pointer leads to, as ids. */
    Stream<String> targets(String... symbols) {
      return pointers.stream()
          .filter(pointer -> List.of(symbols).contains(pointer.symbol()))
          .map(Pointer::target);
    }
  }

  /**
   * From the {@code from}th word to the {@code to}th of another synset, counted from 1; 0 for the
   * whole synset.
   */
  record Pointer(String symbol, String target, int from, int to) {}

  static WordNet read(String part) {
    Map<String, Synset> synsets = new LinkedHashMap<>();
    lines("data." + NAMES.get(part))
        .filter(line -> !line.startsWith("  "))
        .map(line -> synset(part, line))
        .forEach(synset -> synsets.put(synset.id, synset));
    Map<String, List<String>> index = new LinkedHashMap<>();
    lines("index." + NAMES.get(part))
        .filter(line -> !line.startsWith("  "))
        .forEach(
            line -> {
              String[] field = line.trim().split(" ");
              int senses = Integer.parseInt(field[2]);
              index.put(
                  words(field[0]),
                  Stream.of(field)
                      .skip(field.length - senses)
                      .map(offset -> part + offset)
                      .toList());
            });
    return new WordNet(synsets, index);
  }

  /** Inflected form to lemmas, for forms that no rule gives. */
  static Map<String, List<String>> exceptions(String part) {
    Map<String, List<String>> exceptions = new HashMap<>();
    lines(NAMES.get(part) + ".exc")
        .map(line -> line.trim().split(" "))
        .forEach(
            field ->
                exceptions.put(
                    words(field[0]), Stream.of(field).skip(1).map(WordNet::words).toList()));
    return exceptions;
  }

  /** The synset of that id. */
  Synset synset(String id) {
    return Objects.requireNonNull(synsets.get(id), id);
  }

  /** The senses of a lower-case word, most frequent first. */
  List<Synset> senses(String word) {
    return index.getOrDefault(word.toLowerCase(Locale.ROOT), List.of()).stream()
        .map(this::synset)
        .toList();
  }

  /** Everything the synset is a kind or an instance of, or part of, nearest first. */
  Set<String> above(Synset synset, String... symbols) {
    Set<String> found = new LinkedHashSet<>();
    List<Synset> open = new ArrayList<>(List.of(synset));
    while (!open.isEmpty()) {
      Synset next = open.removeFirst();
      next.targets(symbols).filter(found::add).map(this::synset).forEach(open::add);
    }
    return found;
  }

  private static Synset synset(String part, String line) {
    int bar = line.indexOf(" | ");
    String[] field = line.substring(0, bar).split(" ");
    int count = Integer.parseInt(field[3], 16);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(words(field[4 + 2 * i].replaceFirst("\\((a|p|ip)\\)$", "")));
    }
    List<Pointer> pointers = new ArrayList<>();
    int first = 4 + 2 * count;
    for (int i = 0; i < Integer.parseInt(field[first]); i++) {
      int at = first + 1 + 4 * i;
      int sourceAndTarget = Integer.parseInt(field[at + 3], 16);
      pointers.add(
          new Pointer(
              field[at],
              field[at + 2].replace('s', 'a') + field[at + 1],
              sourceAndTarget >> 8,
              sourceAndTarget & 0xff));
    }
    return new Synset(
        part + field[0],
        FILES.get(Integer.parseInt(field[1])),
        words,
        pointers,
        line.substring(bar + 3).strip());
  }

  private static String words(String lemma) {
    return lemma.replace('_', ' ');
  }

  private static Stream<String> lines(String file) {
    try (InputStream in = WordNet.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + FOLDER + file);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
