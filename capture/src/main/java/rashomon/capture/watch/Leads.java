package rashomon.capture.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.model.Rejection;
import rashomon.model.Via;

/**
 * Where a list leads. One that leads nowhere and has something rejected is taken for broken.
 *
 * @param lists whether its leads are lists themselves, as those of a sitemap index are
 * @param ttl how long the list says that it need not be read again, where it says so
 */
public record Leads(
    List<Lead> leads, boolean lists, List<Rejection> rejected, @Nullable Duration ttl) {

  /** An address, and what the list says of what is there. */
  public record Lead(String url, Via via) {}

  public Leads {
    leads = List.copyOf(leads);
    rejected = List.copyOf(rejected);
  }

  boolean broken() {
    return leads.isEmpty() && !rejected.isEmpty();
  }
}
