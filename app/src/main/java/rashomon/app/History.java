package rashomon.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.app.Page.Tone;
import rashomon.app.road.Corrections;
import rashomon.app.road.Inputs;
import rashomon.store.Store;
import rashomon.store.Stories.Correction;
import rashomon.store.Stories.Event;
import rashomon.store.Stories.Headline;
import rashomon.store.Transaction;

/** How a story came about: what happened to it, and what a person said about it. */
final class History {

  private static final int TITLE = 80;

  /** What corrections bring about; all else comes from the reports. */
  private static final Set<String> FORCED = Set.of("split", "merged", "moved");

  private record Happened(Event event, String what, String why) {}

  private record Corrected(Correction correction, String what) {}

  private final String story;
  private final List<Happened> events;
  private final List<Corrected> corrections;

  private History(Transaction t, String story, Instant until) {
    this.story = story;
    Map<String, String> names = new HashMap<>();
    t.stories().headlines(story).forEach(one -> names.put(one.report(), named(one)));
    List<Correction> all = t.stories().corrections();
    this.events =
        t.stories().events(story).stream()
            .filter(event -> !event.at().isAfter(until))
            .map(event -> new Happened(event, what(t, event, names), why(event, all)))
            .toList();
    Set<String> reports = Set.copyOf(names.keySet());
    this.corrections =
        Corrections.inForce(t).stream()
            .filter(one -> !one.at().isAfter(until))
            .filter(one -> Inputs.named(one).stream().anyMatch(reports::contains))
            .map(one -> new Corrected(one, ByHand.said(one, id -> name(t, id, names))))
            .toList();
  }

  /** Up to a moment. */
  static History of(Store store, String story, Instant until) {
    return store.read(t -> new History(t, story, until));
  }

  String text(Console console) {
    Page page = new Page(console.columns(), console.colour());
    for (Happened one : events) {
      page.add(0, 2, one.event.at() + "  " + one.what, Tone.PLAIN);
      if (!one.why.isEmpty()) {
        page.add(4, 4, one.why, Tone.QUIET);
      }
    }
    if (!corrections.isEmpty()) {
      page.heading("CORRECTED");
      for (Corrected one : corrections) {
        page.add(
            2,
            4,
            one.correction.id() + "  " + one.correction.at() + "  by hand: " + one.what,
            Tone.PLAIN);
      }
    }
    return page.toString();
  }

  ObjectNode json() {
    ObjectNode object = Listing.JSON.createObjectNode().put("story", story);
    ArrayNode happened = object.putArray("events");
    for (Happened one : events) {
      happened
          .addObject()
          .put("at", one.event.at().toString())
          .put("kind", one.event.kind())
          .put("story", one.event.story().isEmpty() ? null : one.event.story())
          .put("report", one.event.report())
          .put("other", one.event.other())
          .put("what", one.what)
          .put("why", one.why);
    }
    ArrayNode said = object.putArray("corrections");
    for (Corrected one : corrections) {
      said.addObject()
          .put("id", one.correction.id())
          .put("at", one.correction.at().toString())
          .put("what", one.what);
    }
    return object;
  }

  /** A correction is dated as what it brings about. */
  private static String why(Event event, List<Correction> corrections) {
    Optional<Correction> hand =
        FORCED.contains(event.kind())
            ? corrections.stream().filter(one -> one.at().equals(event.at())).findFirst()
            : Optional.empty();
    return hand.map(one -> "By hand: correction " + one.id() + ".").orElse(event.why());
  }

  private String what(Transaction t, Event event, Map<String, String> names) {
    String report = event.report() == null ? "" : name(t, event.report(), names);
    String other = event.story().equals(story) ? event.other() : event.story();
    return switch (event.kind()) {
      case "began" -> "Began with " + report;
      case "joined" -> report + " joined";
      case "merged" -> event.story().equals(story) ? "Took in " + other : "Was taken into " + other;
      case "split" -> event.story().equals(story) ? other + " split off" : "Split off " + other;
      case "moved" ->
          event.story().equals(story)
              ? report + " came over from " + other
              : report + " went over to " + other;
      case "followed" ->
          event.story().equals(story) ? "Continues " + other : "Is continued by " + other;
      case "read again" -> report + " was read again by the model";
      case "left" -> "Closed: no report came for a month";
      default -> event.kind() + " " + report;
    };
  }

  /** As its latest version has it, also where it is of another story by now. */
  private static String name(Transaction t, String report, Map<String, String> names) {
    return names.computeIfAbsent(
        report,
        id ->
            t.reports()
                .latest(id)
                .map(one -> named(one.report().outlet(), one.report().title(), id))
                .orElse(id));
  }

  private static String named(Headline one) {
    return named(one.outlet(), one.title(), one.report());
  }

  private static String named(@Nullable String outlet, String title, String id) {
    return (outlet == null ? "" : outlet + ", ")
        + Wording.quoted(title.isEmpty() ? id : title, TITLE);
  }
}
