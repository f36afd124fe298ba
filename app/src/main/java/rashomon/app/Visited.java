package rashomon.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.Validators;
import rashomon.capture.watch.Visit;
import rashomon.model.Stamp;
import rashomon.model.Via;
import rashomon.store.Visits;

/** Visits of the watch, as the store keeps them. */
final class Visited {

  private Visited() {}

  /** What was fetched once and is not watched. */
  static Visits.Visit once(String url, Validators validators) {
    return new Visits.Visit(
        url,
        false,
        null,
        validators.url(),
        validators.etag(),
        validators.lastModified(),
        null,
        0,
        1,
        null);
  }

  static Visits.Visit kept(Visit visit) {
    return kept(visit, null);
  }

  /**
   * A visit that came to nothing.
   *
   * @param problem why, in one sentence; null where it did not
   */
  static Visits.Visit kept(Visit visit, @Nullable String problem) {
    return new Visits.Visit(
        visit.url(),
        visit instanceof Visit.Feed,
        visit.via() == null ? null : json(visit.via()).toString(),
        visit.validators().url(),
        visit.validators().etag(),
        visit.validators().lastModified(),
        visit.due(),
        visit.failures(),
        switch (visit) {
          case Visit.Feed feed -> feed.interval().toSeconds();
          case Visit.Page page -> page.visits();
        },
        problem);
  }

  static Visit visit(Visits.Visit kept) {
    Via via = kept.via() == null ? null : via(kept.via());
    return kept.list()
        ? new Visit.Feed(
            kept.url(),
            via,
            validators(kept),
            kept.due(),
            kept.failures(),
            Duration.ofSeconds(kept.pace()))
        : new Visit.Page(
            kept.url(), via, validators(kept), kept.due(), kept.failures(), (int) kept.pace());
  }

  /** The name of a feed: what a list calls it, or else it itself; null where neither does. */
  static @Nullable String label(Visits.Visit feed) {
    return feed.via() == null ? null : via(feed.via()).label();
  }

  static Validators validators(Visits.Visit kept) {
    return kept.asked() == null
        ? Validators.NONE
        : new Validators(kept.asked(), kept.etag(), kept.lastModified());
  }

  private static ObjectNode json(Via via) {
    return Listing.JSON
        .createObjectNode()
        .put("feed", via.feed())
        .put("label", via.label())
        .put("publisher", via.publisher())
        .put("title", via.title())
        .put("published", Listing.text(via.published()));
  }

  private static Via via(String json) {
    try {
      JsonNode via = Listing.JSON.readTree(json);
      String published = text(via, "published");
      return new Via(
          via.path("feed").asText(),
          text(via, "label"),
          text(via, "publisher"),
          text(via, "title"),
          published == null ? null : Stamp.parse(published).orElse(null));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a visit that cannot be read: " + json, broken);
    }
  }

  private static @Nullable String text(JsonNode object, String name) {
    return object.hasNonNull(name) ? object.path(name).asText() : null;
  }
}
