package rashomon.ingest;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import rashomon.model.Rejection;
import rashomon.model.Report;

/**
 * Reads reports from files, folders and standard input. Whatever cannot be read becomes a rejection
 * with a code and a sentence, and the rest is read all the same; no input makes it throw. The
 * codes: {@code missing}, {@code unreadable}, {@code broken-gzip}, {@code empty}, {@code binary},
 * {@code too-long}, {@code broken-json}, {@code broken-pdf}, {@code locked-pdf}, {@code no-text},
 * {@code no-body}, {@code no-report}, {@code no-reports}; and, where a report is read in spite of
 * it, {@code broken-sidecar}, {@code bad-time}, {@code repeated}.
 */
public final class Ingest {

  /** The most UTF-16 code units that a report's text may have. */
  public static final int MAX_LENGTH = 2_000_000;

  private final List<Report> reports = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();

  private Ingest() {}

  /**
   * The reports that the arguments stand for, in their order. An argument is a file, a folder, or
   * {@code -} for {@code standardInput}, which is read only then and is not closed.
   */
  public static Batch read(List<String> arguments, InputStream standardInput) {
    Ingest ingest = new Ingest();
    Inputs inputs = Inputs.of(arguments);
    ingest.rejected.addAll(inputs.rejected());
    inputs.files().forEach(file -> ingest.file(file, standardInput));
    if (ingest.reports.isEmpty() && ingest.rejected.isEmpty()) {
      ingest.rejected.add(
          new Rejection(
              arguments.isEmpty() ? "-" : arguments.getFirst(),
              "no-reports",
              "This is no report but a file that goes with reports: name the report itself."));
    }
    return new Batch(ingest.reports, ingest.rejected);
  }

  private void file(Inputs.Input input, InputStream standardInput) {
    String name = input.name();
    try {
      byte[] bytes =
          input.path().isPresent() ? Bytes.of(input.path().get()) : Bytes.of(standardInput);
      List<Entry> entries = Entries.of(bytes, name, null);
      Metadata sidecar =
          input.path().isPresent()
              ? Sidecar.read(input.path().get(), name, rejected::add)
              : Metadata.NONE;
      entries.forEach(entry -> keep(name + entry.suffix(), entry, sidecar));
    } catch (Unusable unusable) {
      rejected.add(unusable.of(name));
    }
  }

  private void keep(String file, Entry entry, Metadata sidecar) {
    try {
      Article read = entry.article(file, rejected::add);
      Article article = read.with(sidecar.or(read.metadata()));
      String text = article.text();
      reports.add(article.report(file, text));
    } catch (Unusable unusable) {
      rejected.add(unusable.of(file));
    }
  }
}
