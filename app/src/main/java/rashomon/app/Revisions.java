package rashomon.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Version;
import rashomon.store.Store;
import rashomon.store.Stories.Headline;
import rashomon.version.Anchor;
import rashomon.version.Anchors;
import rashomon.version.Notice;
import rashomon.version.Notices;
import rashomon.version.Passage;
import rashomon.version.Revision;
import rashomon.version.Validity;

/**
 * What became of one report of a story after it was first seen.
 *
 * @param notices those of its last version
 * @param steps from each version to the next; none where there is one version
 */
record Revisions(String report, Version last, List<Notice> notices, List<Step> steps) {

  Revisions {
    notices = List.copyOf(notices);
    steps = List.copyOf(steps);
  }

  /**
   * A version and the one before it.
   *
   * @param number of the later one, from 2
   * @param since from when it is known to have stood
   * @param before what the earlier one said, where that was kept; and so {@code after}
   */
  record Step(
      int number,
      Instant since,
      Version earlier,
      Version later,
      Revision revision,
      List<Passage> passages,
      Optional<Reading> before,
      Optional<Reading> after) {

    Step {
      passages = List.copyOf(passages);
    }

    /** Statements of the earlier version whose words stand in the later no more. */
    List<Statement> gone() {
      Anchors anchors = new Anchors(revision.changes());
      return before.map(Reading::statements).orElse(List.of()).stream()
          .filter(
              statement ->
                  statement.content().stream()
                      .anyMatch(span -> anchors.find(span) instanceof Anchor.Orphan))
          .toList();
    }

    /** The paragraph of the earlier version a span begins in, as {@link Wording} counts. */
    Optional<Integer> paragraphBefore(Span span) {
      return paragraph(earlier.report(), before, span);
    }

    /** The same of the later version. */
    Optional<Integer> paragraphAfter(Span span) {
      return paragraph(later.report(), after, span);
    }

    private static Optional<Integer> paragraph(
        Report report, Optional<Reading> reading, Span span) {
      return reading.map(one -> Wording.paragraph(report, one.tokens(), span));
    }
  }

  /**
   * Those reports that changed, or tell of a change, by {@code until}.
   *
   * @param reports of one story
   */
  static List<Revisions> of(Store store, List<Headline> reports, Instant until) {
    List<Revisions> all = new ArrayList<>();
    for (Headline headline : reports) {
      List<Version> versions = store.read(t -> t.reports().versions(headline.report()));
      List<Instant> since = Validity.since(versions);
      int known = (int) since.stream().filter(time -> !time.isAfter(until)).count();
      if (known > 0) {
        Version last = versions.get(known - 1);
        List<Notice> notices = Notices.of(last.report());
        if (known > 1 || !notices.isEmpty()) {
          List<Step> steps = new ArrayList<>();
          for (int i = 1; i < known; i++) {
            steps.add(step(store, versions.get(i - 1), versions.get(i), i + 1, since.get(i)));
          }
          all.add(new Revisions(headline.report(), last, notices, steps));
        }
      }
    }
    return all;
  }

  private static Step step(Store store, Version earlier, Version later, int number, Instant since) {
    Revision revision = Revision.between(earlier.report(), later.report());
    return new Step(
        number,
        since,
        earlier,
        later,
        revision,
        Passage.of(revision.changes()),
        store.read(t -> t.reports().reading(earlier)),
        store.read(t -> t.reports().reading(later)));
  }
}
