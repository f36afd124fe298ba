package rashomon.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.model.Report;
import rashomon.model.Stamp;

/** What is said about a report beside its text; each part may be absent. */
record Metadata(
    @Nullable String url,
    @Nullable String outlet,
    @Nullable String title,
    @Nullable Stamp published,
    @Nullable Stamp modified,
    @Nullable Stamp seen,
    List<String> authors,
    @Nullable String credit) {

  static final Metadata NONE = new Metadata(null, null, null, null, null, null, List.of(), null);

  Metadata {
    authors = List.copyOf(authors);
  }

  /** A title alone, on one line; none where it is blank. */
  static Metadata titled(String title) {
    String line = OneLine.of(title);
    return line.isEmpty()
        ? NONE
        : new Metadata(null, null, line, null, null, null, List.of(), null);
  }

  /** This, and what {@code other} says where this says nothing. */
  Metadata or(Metadata other) {
    return new Metadata(
        url != null ? url : other.url,
        outlet != null ? outlet : other.outlet,
        title != null ? title : other.title,
        published != null ? published : other.published,
        modified != null ? modified : other.modified,
        seen != null ? seen : other.seen,
        authors.isEmpty() ? other.authors : authors,
        credit != null ? credit : other.credit);
  }

  /** The same with {@code words} as its credit. */
  Metadata credited(@Nullable String words) {
    return new Metadata(url, outlet, title, published, modified, seen, authors, words);
  }

  String titleOrEmpty() {
    return title == null ? "" : title;
  }

  Report report(String file, String language, String text, boolean stub) {
    return new Report(
        file, url, outlet, titleOrEmpty(), published, modified, seen, language, text, credit, stub);
  }
}
