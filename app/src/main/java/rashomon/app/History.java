package rashomon.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rashomon.app.Page.Tone;
import rashomon.app.road.Corrections;
import rashomon.app.road.Inputs;
import rashomon.store.Store;
import rashomon.store.Stories.Correction;
import rashomon.store.Stories.Event;
import rashomon.store.Stories.Headline;

/** How a story came about, as a person reads it. */
final class History {

  private History() {}

  static String of(Store store, String story, Console console) {
    List<Event> events = store.read(t -> t.stories().events(story));
    Map<String, Headline> reports =
        store.read(
            t ->
                t.stories().headlines(story).stream()
                    .collect(Collectors.toMap(Headline::report, one -> one)));
    Page page = new Page(console.columns(), console.colour());
    for (Event event : events) {
      page.add(0, 2, line(event, story, reports), Tone.PLAIN);
      if (!event.why().isEmpty()) {
        page.add(4, 4, event.why(), Tone.QUIET);
      }
    }
    List<Correction> corrections =
        store.read(
            t ->
                Corrections.inForce(t).stream()
                    .filter(one -> reports.keySet().stream().anyMatch(Inputs.named(one)::contains))
                    .toList());
    if (!corrections.isEmpty()) {
      page.heading("CORRECTED");
      corrections.forEach(one -> page.add(2, 4, one.id() + "  " + one.body(), Tone.PLAIN));
    }
    return page.toString();
  }

  private static String line(Event event, String story, Map<String, Headline> reports) {
    String report = event.report() == null ? "" : named(event.report(), reports);
    String other = event.story().equals(story) ? event.other() : event.story();
    String what =
        switch (event.kind()) {
          case "began" -> "Began with " + report;
          case "joined" -> report + " joined";
          case "merged" ->
              event.story().equals(story) ? "Took in " + other : "Was taken into " + other;
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
    return event.at().toString() + "  " + what;
  }

  private static String named(String report, Map<String, Headline> reports) {
    Headline one = reports.get(report);
    String outlet = one == null || one.outlet() == null ? "" : one.outlet() + ", ";
    return one == null
        ? report
        : outlet + Wording.quoted(one.title().isEmpty() ? report : one.title(), 80);
  }
}
