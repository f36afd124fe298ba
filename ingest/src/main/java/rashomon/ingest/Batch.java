package rashomon.ingest;

import java.util.List;
import rashomon.model.Rejection;
import rashomon.model.Report;

/** What came in: the reports that could be read, and what could not, with the reason. */
public record Batch(List<Report> reports, List<Rejection> rejected) {

  public Batch {
    reports = List.copyOf(reports);
    rejected = List.copyOf(rejected);
  }
}
