package rashomon.ingest;

import java.util.List;

/**
 * What HTML and JSON come down to: paragraphs, what is said beside them, and the language the page
 * says it is in.
 */
record Article(Metadata metadata, List<String> paragraphs, String language) {

  Article {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * The title, a blank line, the paragraphs with a blank line between; a first paragraph that says
   * no more than the title goes.
   */
  String text() {
    String title = metadata.titleOrEmpty();
    boolean repeated = paragraphs.size() > 1 && title.startsWith(paragraphs.getFirst());
    return title
        + "\n\n"
        + String.join("\n\n", repeated ? paragraphs.subList(1, paragraphs.size()) : paragraphs);
  }
}
