package rashomon.model;

import java.util.List;

/**
 * One state of a report's text, as one capture gave it.
 *
 * @param id names the report and stays the same over its versions: the {@code id} a record gives,
 *     or else the first 16 hexadecimal digits of the SHA-256 of its URL
 * @param capture the id of the capture it was read from
 * @param report its {@code seen} is the capture's
 * @param authors as the page names them, in its order
 */
public record Version(String id, String capture, Report report, List<String> authors) {

  public Version {
    authors = List.copyOf(authors);
  }
}
