package rashomon.cluster;

import java.util.List;

/**
 * The reports of one story, in the order they were placed.
 *
 * @param id from its first report: {@code s} and 10 hexadecimal digits
 * @param storyline the id of the first story in its storyline; its own where it is the first
 */
public record Group(String id, List<String> reports, String storyline) {
  public Group {
    reports = List.copyOf(reports);
  }
}
