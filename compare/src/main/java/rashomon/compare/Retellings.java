package rashomon.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rashomon.model.ReportId;
import rashomon.model.Retelling;
import rashomon.model.Retelling.Change;
import rashomon.model.Retelling.Version;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.StatementId;
import rashomon.model.Story;

/**
 * The same statement in several reports. A quotation is told again where another report quotes most
 * of the same words, or gives most of its content in the same order as the words of the same
 * speaker. Each sentence is set against the fullest alone, so that versions do not drift;
 * candidates come from an index of neighbouring words that carry content.
 */
final class Retellings {

  /** Words that carry content and that both must share. */
  private static final int CONTENT = 3;

  private static final int CONTENT_RENDERED = 4;

  /** Words in a row that two quotations share. */
  private static final int RUN = 4;

  private static final double MOST = 0.7;
  private static final double MOST_RENDERED = 0.6;

  /** Words, and content words, of a quotation by which it is known in another mouth. */
  private static final int LONG = 8;

  private static final int LONG_CONTENT = 4;

  private final Story story;
  private final Drift drift;

  private Retellings(Story story) {
    this.story = story;
    this.drift = new Drift(story);
  }

  /** All that are told by two reports or more, in order of their fullest versions. */
  static List<Retelling> of(Story story) {
    Retellings retellings = new Retellings(story);
    List<Retelling> found = new ArrayList<>();
    for (List<Passage> family : families(Passage.of(story))) {
      Retelling retelling = retellings.retelling(family);
      if (retelling != null) {
        found.add(retelling);
      }
    }
    found.sort(
        Comparator.comparing((Retelling one) -> one.fullest().number())
            .thenComparing(one -> first(one)));
    return joined(found);
  }

  /** Passages with the first as the fullest, each with what may be told again from it. */
  private static List<List<Passage>> families(List<Passage> passages) {
    Map<List<String>, List<Passage>> texts = new LinkedHashMap<>();
    for (Passage passage : passages) {
      if (passage.content().size() >= CONTENT) {
        texts.computeIfAbsent(passage.keys(), _ -> new ArrayList<>()).add(passage);
      }
    }
    texts.values().forEach(same -> same.sort(Comparator.comparing(one -> !one.isQuoted())));
    List<List<Passage>> ordered =
        texts.values().stream()
            .sorted(
                Comparator.comparing((List<Passage> same) -> !same.getFirst().isQuoted())
                    .thenComparing(same -> -same.getFirst().size())
                    .thenComparing(same -> same.getFirst().statement().id().number()))
            .toList();
    Map<List<String>, List<List<Passage>>> index = new HashMap<>();
    List<List<Passage>> families = new ArrayList<>();
    for (List<Passage> same : ordered) {
      Passage passage = same.getFirst();
      List<Passage> family = nearest(passage, index);
      if (family != null) {
        family.addAll(same);
      } else if (passage.isQuoted()) {
        List<Passage> fresh = new ArrayList<>(same);
        families.add(fresh);
        runs(passage).forEach(run -> index.computeIfAbsent(run, _ -> new ArrayList<>()).add(fresh));
      }
    }
    return families;
  }

  private static @Nullable List<Passage> nearest(
      Passage passage, Map<List<String>, List<List<Passage>>> index) {
    Set<List<Passage>> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    List<List<Passage>> inOrder = new ArrayList<>();
    for (List<String> run : runs(passage)) {
      for (List<Passage> family : index.getOrDefault(run, List.of())) {
        if (candidates.add(family)) {
          inOrder.add(family);
        }
      }
    }
    List<Passage> nearest = null;
    int most = 0;
    for (List<Passage> family : inOrder) {
      Alignment alignment = Alignment.of(family.getFirst().keys(), passage.keys());
      if (alignment.shared() > most && isVersion(family.getFirst(), passage, alignment)) {
        nearest = family;
        most = alignment.shared();
      }
    }
    return nearest;
  }

  /** Neighbours among the words that carry content. */
  private static Set<List<String>> runs(Passage passage) {
    List<String> content = passage.content();
    Set<List<String>> runs = new LinkedHashSet<>();
    for (int i = 1; i < content.size(); i++) {
      runs.add(List.copyOf(content.subList(i - 1, i + 1)));
    }
    return runs;
  }

  private static boolean isVersion(Passage fullest, Passage other, Alignment alignment) {
    int shared = alignment.shared();
    int content = sharedContent(fullest, other);
    return other.isQuoted()
        ? shared >= MOST * other.size() && content >= CONTENT && alignment.longest() >= RUN
        : content >= CONTENT_RENDERED && content >= MOST_RENDERED * other.content().size();
  }

  private static int sharedContent(Passage one, Passage other) {
    return Alignment.of(one.content(), other.content()).shared();
  }

  private @Nullable Retelling retelling(List<Passage> family) {
    Passage fullest = family.getFirst();
    Map<ReportId, Told> byReport = new TreeMap<>();
    for (Passage passage : family) {
      if (passage.report().equals(fullest.report())) {
        continue;
      }
      Alignment alignment = Alignment.of(fullest.keys(), passage.keys());
      if (isSpoken(fullest, passage, alignment)) {
        byReport.merge(passage.report(), new Told(passage, alignment), Told::fuller);
      }
    }
    if (byReport.isEmpty()) {
      return null;
    }
    byReport.put(fullest.report(), new Told(fullest, new Alignment(List.of())));
    return new Retelling(
        fullest.statement().id(),
        byReport.values().stream().map(told -> version(fullest, told)).toList());
  }

  private Version version(Passage fullest, Told told) {
    Statement statement = told.passage.statement();
    List<Change> changes =
        told.passage.equals(fullest)
            ? List.of()
            : drift.between(fullest, told.passage, told.alignment);
    return new Version(statement.id(), statement.report(), told.passage.spans(), changes);
  }

  private record Told(Passage passage, Alignment alignment) {

    /** The one that has more of it; the first among equals. */
    static Told fuller(Told one, Told other) {
      return other.alignment.shared() > one.alignment.shared() ? other : one;
    }
  }

  /** Whether it may be the same words of the same person: formulas are in many mouths. */
  private boolean isSpoken(Passage fullest, Passage passage, Alignment alignment) {
    return switch (Mouths.of(story, fullest.statement(), passage.statement())) {
      case SAME -> true;
      case UNKNOWN -> passage.isQuoted();
      case OTHER ->
          passage.isQuoted()
              && alignment.shared() >= LONG
              && sharedContent(fullest, passage) >= LONG_CONTENT;
    };
  }

  /** Sentences that follow one another in one quotation, told by the same statements, are one. */
  private static List<Retelling> joined(List<Retelling> retellings) {
    List<Retelling> joined = new ArrayList<>();
    for (Retelling retelling : retellings) {
      Retelling before = joined.isEmpty() ? null : joined.getLast();
      if (before != null
          && before.fullest().equals(retelling.fullest())
          && statements(before).equals(statements(retelling))) {
        joined.removeLast();
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < before.versions().size(); i++) {
          versions.add(both(before.versions().get(i), retelling.versions().get(i)));
        }
        joined.add(new Retelling(before.fullest(), versions));
      } else {
        joined.add(retelling);
      }
    }
    return joined;
  }

  private static Version both(Version one, Version other) {
    Set<Span> content = new TreeSet<>(one.content());
    content.addAll(other.content());
    Set<Change> changes = new LinkedHashSet<>(one.changes());
    changes.addAll(other.changes());
    return new Version(one.statement(), one.report(), List.copyOf(content), List.copyOf(changes));
  }

  private static List<StatementId> statements(Retelling retelling) {
    return retelling.versions().stream().map(Version::statement).toList();
  }

  private static Span first(Retelling retelling) {
    return retelling.versions().stream()
        .filter(version -> version.statement().equals(retelling.fullest()))
        .findFirst()
        .orElseThrow()
        .content()
        .getFirst();
  }
}
