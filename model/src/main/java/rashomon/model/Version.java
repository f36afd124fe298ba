package rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state of a report's text, as one capture gave it.
 *
 * @param id names the report and stays the same over its versions: the {@code id} a record gives,
 *     or else the first 16 hexadecimal digits of the SHA-256 of its URL
 * @param capture the id of the capture it was read from
 * @param report its {@code seen} is the capture's
 * @param authors as the page names them, in its order
 * @param credit the words that credit an agency or another outlet, where there are some
 * @param stub whether the page shows only a beginning and keeps the rest from who does not pay
 */
public record Version(
    String id,
    String capture,
    Report report,
    List<String> authors,
    @Nullable String credit,
    boolean stub) {

  public Version {
    authors = List.copyOf(authors);
  }
}
