package rashomon.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import rashomon.extract.Extractor;
import rashomon.ingest.Batch;
import rashomon.ingest.Ingest;
import rashomon.model.Reading;
import rashomon.model.Rejection;
import rashomon.model.Report;

/** What was read from the input, in its order, and what could not be. */
record Readings(List<Reading> readings, List<Rejection> rejected) {

  private static final int IN_PARALLEL_FROM = 4;
  private static final int PROGRESS_FROM = 20;

  /** Reads with an extractor that may still be loading; tells a person what could not be read. */
  static Readings of(List<String> paths, CompletableFuture<Extractor> extractor, Console console) {
    Batch batch = Ingest.read(paths, console.in());
    batch.rejected().forEach(rejection -> console.tell(line(rejection)));
    if (batch.reports().isEmpty()) {
      return new Readings(List.of(), batch.rejected());
    }
    return new Readings(read(batch.reports(), extractor.join(), console), batch.rejected());
  }

  /** The same without statements less probable than {@code least}. */
  Readings atLeast(double least) {
    return new Readings(
        readings.stream().map(reading -> Surer.atLeast(least, reading)).toList(), rejected);
  }

  /**
   * The same without what had not been published or seen by then, which {@code console} is told.
   */
  Readings asOf(AsOf moment, Console console) {
    readings.stream()
        .map(Reading::report)
        .filter(report -> !moment.knows(report))
        .forEach(
            report ->
                console.tell(
                    "rashomon: "
                        + report.file()
                        + ": left out, "
                        + (report.published() == null
                            ? "no time is known of it"
                            : "published " + report.published())
                        + " and not seen by "
                        + moment.text()
                        + "."));
    return new Readings(
        readings.stream().filter(reading -> moment.knows(reading.report())).toList(), rejected);
  }

  /** How many statements were found. */
  int statements() {
    return readings.stream().mapToInt(reading -> reading.statements().size()).sum();
  }

  private static String line(Rejection rejection) {
    return "rashomon: " + rejection.file() + ": " + rejection.why() + " [" + rejection.code() + "]";
  }

  private static List<Reading> read(List<Report> reports, Extractor extractor, Console console) {
    boolean progress = console.errTerminal() && reports.size() >= PROGRESS_FROM;
    AtomicInteger done = new AtomicInteger();
    Stream<Report> stream =
        reports.size() < IN_PARALLEL_FROM ? reports.stream() : reports.parallelStream();
    List<Reading> readings =
        stream
            .map(
                report -> {
                  Reading reading = extractor.read(report);
                  if (progress) {
                    console.progress(
                        "Read " + done.incrementAndGet() + " of " + reports.size() + " reports");
                  }
                  return reading;
                })
            .toList();
    if (progress) {
      console.progress("");
    }
    return readings;
  }
}
