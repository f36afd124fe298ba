package rashomon.version;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.model.Report;
import rashomon.model.Stamp;
import rashomon.model.Version;

/**
 * From when each version of a report is known to have stood. The outlet may say: the first since it
 * was published, or modified where that is later; a further one since it was modified, where that
 * is after the version before was still seen. What the outlet says of a time after the version was
 * seen is not believed. Otherwise a version stands from when it was seen.
 */
public final class Validity {

  private Validity() {}

  /**
   * The beginnings, in order.
   *
   * @param versions of one report, in the order they were seen, each with the time of that
   */
  public static List<Instant> since(List<Version> versions) {
    List<Instant> since = new ArrayList<>();
    Instant before = Instant.MIN;
    for (Version version : versions) {
      Report report = version.report();
      Instant seen = Objects.requireNonNull(report.seen()).instant();
      Stamp told =
          since.isEmpty() ? latest(report.published(), report.modified()) : report.modified();
      boolean holds =
          told != null && told.instant().isAfter(before) && told.instant().isBefore(seen);
      since.add(holds ? Objects.requireNonNull(told).instant() : seen);
      before = seen;
    }
    return since;
  }

  /** The version that stood at a moment; empty before the first did. */
  public static Optional<Version> at(List<Version> versions, Instant moment) {
    List<Instant> since = since(versions);
    int standing = -1;
    while (standing + 1 < versions.size() && !since.get(standing + 1).isAfter(moment)) {
      standing++;
    }
    return standing < 0 ? Optional.empty() : Optional.of(versions.get(standing));
  }

  private static @Nullable Stamp latest(@Nullable Stamp published, @Nullable Stamp modified) {
    return Stream.of(Optional.ofNullable(published), Optional.ofNullable(modified))
        .flatMap(Optional::stream)
        .max(Stamp::compareTo)
        .orElse(null);
  }
}
