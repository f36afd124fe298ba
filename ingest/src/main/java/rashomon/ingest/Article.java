package rashomon.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.model.Report;

/**
 * What all formats come down to.
 *
 * @param id the name that a record gives itself
 * @param language the one the page says it is in, {@code und} where it says none
 * @param stub whether only a beginning is shown to who does not pay
 * @param marked whether it is told to be an article by more than its text; false only for pages
 * @param verbatim the whole text where it must stay as it is; else it is made of title and
 *     paragraphs
 */
record Article(
    @Nullable String id,
    Metadata metadata,
    List<String> paragraphs,
    String language,
    boolean stub,
    boolean marked,
    @Nullable String verbatim) {

  Article {
    paragraphs = List.copyOf(paragraphs);
  }

  static Article of(Metadata metadata, List<String> paragraphs) {
    return new Article(null, metadata, paragraphs, Language.UNKNOWN, false, true, null);
  }

  static Article verbatim(Metadata metadata, String text) {
    return new Article(null, metadata, List.of(), Language.UNKNOWN, false, true, text);
  }

  Article with(Metadata described) {
    return new Article(id, described, paragraphs, language, stub, marked, verbatim);
  }

  /** The report under a name; {@code text} is this one's {@link #text}. */
  Report report(String file, String text) throws Unusable {
    return metadata.report(file, Entries.checked(this, text), text, stub);
  }

  /**
   * The title, a blank line, the paragraphs with a blank line between; a first paragraph that says
   * no more than the title goes.
   */
  String text() {
    if (verbatim != null) {
      return verbatim;
    }
    String title = metadata.titleOrEmpty();
    boolean repeated = paragraphs.size() > 1 && title.startsWith(paragraphs.getFirst());
    return title
        + "\n\n"
        + String.join("\n\n", repeated ? paragraphs.subList(1, paragraphs.size()) : paragraphs);
  }
}
