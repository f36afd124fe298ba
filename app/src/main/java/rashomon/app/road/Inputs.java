package rashomon.app.road;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import rashomon.cluster.Correction.Apart;
import rashomon.cluster.Correction.Together;
import rashomon.cluster.Input;
import rashomon.cluster.Sighting;
import rashomon.cluster.Undone;
import rashomon.store.Stories.Correction;

/** What people decided about stories, as the store keeps it. */
public final class Inputs {

  private static final JsonMapper JSON = new JsonMapper();

  private Inputs() {}

  /** How the store keeps a correction. */
  public static Correction kept(Input input) {
    ObjectNode body = JSON.createObjectNode();
    switch (input) {
      case Together one -> one.reports().forEach(body.putArray("together")::add);
      case Apart two -> {
        two.reports().forEach(body.putArray("apart")::add);
        two.others().forEach(body.putArray("from")::add);
      }
      case Undone undone -> body.put("undone", undone.correction());
      case Sighting report -> throw new IllegalArgumentException("no correction: " + report);
    }
    return new Correction(input.id(), input.at(), body.toString());
  }

  /** The reports that a correction is about; none where it takes another back. */
  public static Set<String> named(Correction kept) {
    return switch (input(kept)) {
      case Together one -> Set.copyOf(one.reports());
      case Apart two -> {
        Set<String> both = new HashSet<>(two.reports());
        both.addAll(two.others());
        yield both;
      }
      case Undone undone -> Set.of();
      case Sighting report -> throw new IllegalStateException("no correction: " + report);
    };
  }

  /** A correction as the store keeps it. */
  public static Input input(Correction kept) {
    try {
      JsonNode body = JSON.readTree(kept.body());
      if (body.has("undone")) {
        return new Undone(kept.id(), kept.at(), body.path("undone").asText());
      }
      return body.has("together")
          ? new Together(kept.id(), kept.at(), list(body.path("together")))
          : new Apart(kept.id(), kept.at(), list(body.path("apart")), list(body.path("from")));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a correction that cannot be read: " + kept, broken);
    }
  }

  private static List<String> list(JsonNode reports) {
    return StreamSupport.stream(reports.spliterator(), false).map(JsonNode::asText).toList();
  }
}
