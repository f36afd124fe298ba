package rashomon.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rashomon.model.Comparison;
import rashomon.model.ReportId;
import rashomon.model.Retelling;
import rashomon.model.Retelling.Change;
import rashomon.model.Retelling.Kind;
import rashomon.model.Retelling.Version;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Story;

/**
 * A statement that reports tell differently, in words: what the fullest version says, who said it
 * where, and what became of it elsewhere, one line for each change.
 */
record Retold(String words, String where, List<String> changes) {

  private static final int COLUMNS = 160;

  /** Those in which something changed, the gravest first. */
  static List<Retold> of(Comparison comparison, Wording wording) {
    return comparison.retellings().stream()
        .filter(Retelling::isChanged)
        .sorted(Comparator.comparing(Retold::gravest))
        .map(retelling -> of(comparison.story(), wording, retelling))
        .toList();
  }

  private static Kind gravest(Retelling retelling) {
    return retelling.versions().stream()
        .flatMap(version -> version.changes().stream())
        .map(Change::kind)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Retold of(Story story, Wording wording, Retelling retelling) {
    Statement fullest = story.statement(retelling.fullest());
    Map<String, List<String>> places = new LinkedHashMap<>();
    Version first = null;
    for (Version version : retelling.versions()) {
      first = version.statement().equals(retelling.fullest()) ? version : first;
      String place = wording.place(version.report(), version.content().getFirst());
      for (Change change : version.changes()) {
        places
            .computeIfAbsent(told(story, fullest, version, change), _ -> new ArrayList<>())
            .add(place);
      }
    }
    if (first == null) {
      throw new IllegalArgumentException("no version is the fullest: " + retelling);
    }
    String said = fullest.party() == null ? "" : wording.party(fullest.party()) + ", ";
    return new Retold(
        quoted(
            first.content().stream()
                .map(part -> words(story, fullest.report(), part))
                .collect(Collectors.joining(" … "))),
        said + wording.place(fullest.report(), first.content().getFirst()),
        places.entrySet().stream()
            .map(change -> String.join(", ", change.getValue()) + ": " + change.getKey())
            .toList());
  }

  private static String told(Story story, Statement fullest, Version version, Change change) {
    String there = quoted(words(story, fullest.report(), change.there()));
    String here =
        change.here() == null ? "" : quoted(words(story, version.report(), change.here()));
    return switch (change.kind()) {
      case DROPPED_CONDITION -> "leaves out the condition " + there;
      case OTHER_SPEAKER -> "gives it to " + here + ", not to " + there;
      case CHANGED_WORDS -> here + " for " + there;
      case SHORTENED -> "leaves out " + there;
    };
  }

  private static String words(Story story, ReportId report, Span span) {
    return Page.printable(span.of(story.report(report).text()));
  }

  private static String quoted(String words) {
    return Wording.quoted(words, COLUMNS);
  }
}
