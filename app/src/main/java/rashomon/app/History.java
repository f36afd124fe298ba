package rashomon.app;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import rashomon.app.Page.Tone;
import rashomon.app.road.Inputs;
import rashomon.model.Version;
import rashomon.store.Store;
import rashomon.store.Stories.Correction;
import rashomon.store.Stories.Event;
import rashomon.store.Stories.Headline;

/** How a story came about, as a person reads it. */
final class History {

  private History() {}

  static String of(Store store, String story, Console console) {
    List<Event> events = store.read(t -> t.stories().events(story));
    List<Headline> headlines = store.read(t -> t.stories().headlines(story));
    Map<String, Headline> reports =
        headlines.stream().collect(Collectors.toMap(Headline::report, one -> one));
    Page page = new Page(console.columns(), console.colour());
    for (Event event : events) {
      page.add(0, 2, line(event, story, reports), Tone.PLAIN);
      if (!event.why().isEmpty()) {
        page.add(4, 4, event.why(), Tone.QUIET);
      }
    }
    again(store, headlines, page);
    List<Correction> corrections =
        store.read(
            t ->
                t.stories().corrections().stream()
                    .filter(one -> reports.keySet().stream().anyMatch(Inputs.named(one)::contains))
                    .toList());
    if (!corrections.isEmpty()) {
      page.heading("CORRECTED");
      corrections.forEach(one -> page.add(2, 4, one.id() + "  " + one.body(), Tone.PLAIN));
    }
    return page.toString();
  }

  /** What the model changed. */
  private static void again(Store store, List<Headline> reports, Page page) {
    for (Headline headline : reports) {
      Version version = store.read(t -> t.reports().latest(headline.report())).orElseThrow();
      OptionalInt before = store.read(t -> t.reports().before(version));
      if (before.isPresent()) {
        int now =
            store
                .read(t -> t.reports().reading(version))
                .map(reading -> reading.statements().size())
                .orElse(0);
        page.add(
            0,
            2,
            named(headline.report(), Map.of(headline.report(), headline))
                + " was read again by the model: "
                + Wording.count(before.getAsInt(), "statement")
                + " before, "
                + now
                + " now.",
            Tone.PLAIN);
      }
    }
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
          case "left" -> "Closed: no report came for two weeks";
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
