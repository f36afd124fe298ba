package rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of one or more reports first came from, as far as they show: copies of one origin
 * count once.
 */
public record Origin(OriginId id, ReportId first, List<ReportId> reports, @Nullable String credit) {

  public Origin {
    reports = List.copyOf(reports);
  }
}
