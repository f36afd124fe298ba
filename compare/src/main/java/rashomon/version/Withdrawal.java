package rashomon.version;

import java.util.List;
import java.util.Optional;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.Stamp;

/** What its outlet has taken back: such a report is still there to read, and says nothing. */
public final class Withdrawal {

  private Withdrawal() {}

  /** The words that say that the report is withdrawn, where some do. */
  public static Optional<Notice> of(Report report) {
    return Notices.of(report).stream()
        .filter(notice -> notice.kind() == Notice.Kind.WITHDRAWAL)
        .findFirst();
  }

  /**
   * When a withdrawn report was modified, or else seen or published, as far as it tells; that is
   * when it was withdrawn, or was found so.
   */
  public static Optional<Stamp> time(Report report) {
    return Optional.ofNullable(report.modified())
        .or(() -> Optional.ofNullable(report.seen()))
        .or(() -> Optional.ofNullable(report.published()));
  }

  /** The reading of a withdrawn report: its words, without anything that they say. */
  public static Reading heeded(Reading reading) {
    return reading.with(List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
