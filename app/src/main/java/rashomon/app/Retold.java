package rashomon.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rashomon.app.Wording.Place;
import rashomon.app.Wording.Quotation;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.ReportId;
import rashomon.model.Retelling;
import rashomon.model.Retelling.Change;
import rashomon.model.Retelling.Kind;
import rashomon.model.Retelling.Version;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Story;

/**
 * A statement that reports tell differently, in words: who said it, the fullest version with every
 * place that has it whole, and what became of it elsewhere.
 */
record Retold(Statement said, Quotation fullest, List<Told> others) {

  private static final int COLUMNS = 160;

  /** A version in which something changed; the same in several reports is one. */
  record Told(Quotation version, List<Changed> changes) {}

  /** One change, with the words concerned in both versions; {@code here} is empty where none. */
  record Changed(Kind kind, String there, String here) {

    /** What the program says of it, and the words of the reports, in their order. */
    <T> List<T> told(Function<String, T> own, Function<String, T> reported) {
      return switch (kind) {
        case DROPPED_CONDITION ->
            List.of(own.apply("leaves out the condition "), reported.apply(there));
        case OTHER_SPEAKER ->
            List.of(
                own.apply("gives it to "),
                reported.apply(here),
                own.apply(", not to "),
                reported.apply(there));
        case CHANGED_WORDS ->
            List.of(reported.apply(here), own.apply(" for "), reported.apply(there));
        case SHORTENED -> List.of(own.apply("leaves out "), reported.apply(there));
      };
    }

    @Override
    public String toString() {
      return String.join("", told(Function.identity(), Function.identity()));
    }
  }

  /** Those in which something changed, the gravest first. */
  static List<Retold> of(Comparison comparison, Wording wording) {
    return comparison.retellings().stream()
        .filter(Retelling::isChanged)
        .map(retelling -> of(comparison.story(), wording, retelling))
        .sorted(Comparator.comparing(Retold::gravest))
        .toList();
  }

  private static Retold of(Story story, Wording wording, Retelling retelling) {
    Statement said = story.statement(retelling.fullest());
    Quotation fullest =
        retelling.versions().stream()
            .filter(version -> version.statement().equals(said.id()))
            .map(version -> new Quotation(words(story, version), new ArrayList<>()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no version is the fullest: " + retelling));
    Map<List<Object>, Told> others = new LinkedHashMap<>();
    for (Version version : retelling.versions()) {
      List<Changed> changes =
          version.changes().stream()
              .map(change -> changed(story, said.report(), version.report(), change))
              .distinct()
              .toList();
      String words = words(story, version);
      Quotation told =
          changes.isEmpty()
              ? fullest
              : others
                  .computeIfAbsent(
                      List.of(words, changes),
                      _ -> new Told(new Quotation(words, new ArrayList<>()), changes))
                  .version();
      boolean first = version.statement().equals(said.id());
      told.places().add(first ? 0 : told.places().size(), place(wording, version));
    }
    return new Retold(said, fullest, List.copyOf(others.values()));
  }

  private static Place place(Wording wording, Version version) {
    Span first = version.content().getFirst();
    return new Place(
        wording.place(version.report(), first),
        new Evidence(version.report(), first, version.statement(), null),
        false);
  }

  private static Changed changed(Story story, ReportId there, ReportId here, Change change) {
    Span words = change.here();
    return new Changed(
        change.kind(),
        quoted(words(story, there, change.there())),
        words == null ? "" : quoted(words(story, here, words)));
  }

  /** The gravest of all changes. */
  Kind gravest() {
    return others.stream()
        .flatMap(told -> told.changes().stream())
        .map(Changed::kind)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The fullest version between quotation marks. */
  String words() {
    return quoted(fullest.words());
  }

  /** Who said it, and where that stands. */
  String where(Wording wording) {
    String party = said.party() == null ? "" : wording.party(said.party()) + ", ";
    return party + fullest.places().getFirst().name();
  }

  /** A line for each change, with the places that have it. */
  List<String> changes() {
    Map<Changed, List<String>> places = new LinkedHashMap<>();
    for (Told told : others) {
      for (Changed change : told.changes()) {
        told.version()
            .places()
            .forEach(
                place -> places.computeIfAbsent(change, _ -> new ArrayList<>()).add(place.name()));
      }
    }
    return places.entrySet().stream()
        .map(change -> String.join(", ", change.getValue()) + ": " + change.getKey())
        .toList();
  }

  private static String words(Story story, Version version) {
    return version.content().stream()
        .map(part -> words(story, version.report(), part))
        .collect(Collectors.joining(" … "));
  }

  private static String words(Story story, ReportId report, Span span) {
    return Page.printable(span.of(story.report(report).text()));
  }

  private static String quoted(String words) {
    return Wording.quoted(words, COLUMNS);
  }
}
