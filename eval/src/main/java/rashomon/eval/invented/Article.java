package rashomon.eval.invented;

import java.time.Instant;
import java.util.List;

/**
 * An invented article as an outlet prints it.
 *
 * @param id that of its story, and a number
 * @param origin the id of the article it was copied from, its own where it is nobody’s copy
 * @param credit the agency a copy is from; empty where there is none
 */
public record Article(
    String id,
    String story,
    String origin,
    String url,
    String outlet,
    String section,
    String author,
    String credit,
    Instant published,
    String title,
    List<String> paragraphs) {

  public Article {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Paragraphs with a blank line between. */
  public String text() {
    return String.join("\n\n", paragraphs);
  }
}
