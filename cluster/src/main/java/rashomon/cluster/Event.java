package rashomon.cluster;

import java.util.List;

/**
 * What became of the stories. Applied in order to a table of which report is in which story, events
 * keep that table true. Each {@code why} is one plain sentence.
 */
public sealed interface Event {

  /** A report that belongs to no story begins one. */
  record Began(String story, String report) implements Event {}

  /**
   * A report goes to a story.
   *
   * @param nearest the report in it that is most like this one
   * @param score from 0 to 1; at 0.5 it would stay alone
   */
  record Joined(String story, String report, String nearest, double score, String why)
      implements Event {}

  /** Two stories turn out to be one; all that is in {@code from} goes to {@code into}. */
  record Merged(String into, String from, String why) implements Event {}

  /** Some reports of a story turn out to be another, {@code into}, which is new. */
  record Split(String from, String into, List<String> reports, String why) implements Event {
    public Split {
      reports = List.copyOf(reports);
    }
  }

  /** A report turns out to belong to another story that is there. */
  record Moved(String report, String from, String to, String why) implements Event {}

  /** A story continues an earlier one: they are of one storyline. */
  record Followed(String story, String earlier, String why) implements Event {}

  /** A story is of this storyline from now on; of its own, named for itself, until then. */
  record Continues(String story, String storyline) implements Event {}

  /** A story leaves the window, and no longer changes; nor does the storyline it is in then. */
  record Left(String story) implements Event {}
}
