package rashomon.app.road;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import rashomon.compare.Compare;
import rashomon.extract.Extractor;
import rashomon.model.Comparison;
import rashomon.model.Point;
import rashomon.model.Reading;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.Stamp;
import rashomon.model.Version;
import rashomon.store.Reports.Said;
import rashomon.store.Store;
import rashomon.store.Stories.Stale;
import rashomon.store.Stories.Summary;
import rashomon.store.Transaction;
import rashomon.version.Withdrawal;

/** Compares the stories to which something happened, on all cores. */
final class CompareStep {

  private static final int BATCH = 64;

  private record Compared(Stale stale, Summary summary) {}

  private final Store store;
  private final Supplier<Extractor> fast;

  CompareStep(Store store, Supplier<Extractor> fast) {
    this.store = store;
    this.fast = fast;
  }

  void run(Progress progress) {
    long done = 0;
    while (true) {
      List<Stale> stale = store.read(t -> t.stories().stale(BATCH));
      if (stale.isEmpty()) {
        return;
      }
      List<Compared> compared = stale.parallelStream().map(this::compared).toList();
      store.change(t -> compared.forEach(one -> t.stories().compared(one.stale(), one.summary())));
      if (compared.isEmpty()) {
        return;
      }
      done += stale.size();
      progress.at("compared", done, 0);
    }
  }

  private Compared compared(Stale stale) {
    List<Said> said = store.read(t -> t.reports().of(stale.story()));
    List<Reading> readings =
        said.stream().map(one -> one.reading().orElseGet(() -> read(one.version()))).toList();
    return new Compared(stale, summary(stale.story(), readings));
  }

  /** What was kept by a program whose readings have another shape is read anew. */
  private Reading read(Version version) {
    Reading reading = fast.get().read(version.report());
    store.change(t -> t.reports().keep(version, reading));
    return reading;
  }

  /** What the latest versions of a story's reports say, in the order of time. */
  static List<Reading> readings(Transaction t, String story) {
    return t.reports().of(story).stream().flatMap(one -> one.reading().stream()).toList();
  }

  private static Summary summary(String story, List<Reading> readings) {
    List<Report> reports = readings.stream().map(Reading::report).toList();
    List<Instant> times = reports.stream().map(CompareStep::when).sorted().toList();
    Comparison comparison = Compare.compare(readings, List.of());
    List<Point> points = comparison.points();
    return new Summary(
        story,
        title(comparison),
        times.getFirst(),
        times.getLast(),
        reports.size(),
        comparison.story().origins().size(),
        (int) points.stream().filter(point -> point.relation() == Relation.CONFLICT).count());
  }

  /** The title of the first report that has one, of a withdrawn one only where all are. */
  private static String title(Comparison comparison) {
    List<Report> titled =
        comparison.story().reports().stream().filter(report -> !report.title().isBlank()).toList();
    return titled.stream()
        .filter(report -> Withdrawal.of(report).isEmpty())
        .findFirst()
        .or(() -> titled.stream().findFirst())
        .map(Report::title)
        .orElse("");
  }

  private static Instant when(Report report) {
    Stamp published = report.published();
    Stamp seen = report.seen();
    return published != null ? published.instant() : seen == null ? Instant.EPOCH : seen.instant();
  }
}
