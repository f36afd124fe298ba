package rashomon.ingest;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.model.Rejection;
import rashomon.model.Report;

/**
 * Reads reports from files, folders and standard input. Whatever cannot be read becomes a rejection
 * with a code and a sentence, and the rest is read all the same; no input makes it throw. The
 * codes: {@code missing}, {@code unreadable}, {@code broken-gzip}, {@code empty}, {@code binary},
 * {@code too-long}, {@code broken-json}, {@code no-text}, {@code no-body}, {@code no-reports}; and,
 * where a report is read in spite of it, {@code broken-sidecar}, {@code bad-time}, {@code
 * repeated}.
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
      String text = Encoding.decode(bytes);
      Metadata sidecar =
          input.path().isPresent()
              ? Sidecar.read(input.path().get(), name, rejected::add)
              : Metadata.NONE;
      switch (Format.of(name, text)) {
        case TEXT -> keep(name, sidecar.or(PlainText.metadata(text)), null, text);
        case HTML -> article(name, Html.read(text), sidecar);
        case JSON -> records(name, JsonRecords.of(text, false), sidecar);
        case JSON_LINES -> records(name, JsonRecords.of(text, true), sidecar);
      }
    } catch (Unusable unusable) {
      rejected.add(unusable.of(name));
    }
  }

  private void records(String name, List<JsonRecords.Entry> entries, Metadata sidecar) {
    for (JsonRecords.Entry entry : entries) {
      String file = name + entry.suffix();
      try {
        article(file, entry.article(file, rejected::add), sidecar);
      } catch (Unusable unusable) {
        rejected.add(unusable.of(file));
      }
    }
  }

  private void article(String file, Article article, Metadata sidecar) throws Unusable {
    Article described =
        new Article(sidecar.or(article.metadata()), article.paragraphs(), article.language());
    keep(file, described.metadata(), article.language(), described.text());
  }

  private void keep(String file, Metadata metadata, @Nullable String language, String text)
      throws Unusable {
    if (text.length() > MAX_LENGTH) {
      throw new Unusable(
          "too-long",
          "It has "
              + text.length()
              + " characters and at most "
              + MAX_LENGTH
              + " are read: split it, or cut what is not the report.");
    }
    String found = Language.of(text);
    reports.add(
        metadata.report(
            file, found.equals(Language.UNKNOWN) && language != null ? language : found, text));
  }
}
