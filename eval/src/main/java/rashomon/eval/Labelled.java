package rashomon.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rashomon.cluster.Event;
import rashomon.cluster.Grouping;
import rashomon.cluster.Input;
import rashomon.cluster.Sighting;
import rashomon.cluster.Sketch;
import rashomon.cluster.Weights;
import rashomon.ingest.Batch;
import rashomon.ingest.Ingest;
import rashomon.model.Report;
import rashomon.model.Stamp;

/**
 * A report, and the event that it is said to be about.
 *
 * @param when when it was published
 */
record Labelled(String file, String title, Sketch sketch, @Nullable Instant when, String event) {

  /** As all were captured in one moment, nothing leaves the window. */
  private static final Instant SEEN = Instant.EPOCH;

  private static final Duration WINDOW = Duration.ofDays(1);

  /** In order of time, those without one first; then of their files' names. */
  static final Comparator<Labelled> BY_TIME =
      Comparator.comparing((Labelled one) -> one.when == null ? Instant.MIN : one.when)
          .thenComparing(Labelled::file);

  /** The reports of a file that the program can read, each line with a {@code story}. */
  static List<Labelled> read(Path file) throws IOException {
    Map<String, String> events = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        JsonNode record = new ObjectMapper().readTree(line);
        String event = record.path("story").asText();
        events.put(String.valueOf(number), event);
        events.put(record.path("id").asText(String.valueOf(number)), event);
      }
    }
    Batch batch = Ingest.read(List.of(file.toString()), InputStream.nullInputStream());
    return batch.reports().stream().map(report -> of(report, events)).sorted(BY_TIME).toList();
  }

  private static Labelled of(Report report, Map<String, String> events) {
    Stamp published = report.published();
    String id = report.file().substring(report.file().lastIndexOf('#') + 1);
    String event = events.get(id);
    if (event == null) {
      throw new IllegalStateException("no label for " + report.file());
    }
    return new Labelled(
        id,
        report.title(),
        Sketch.of(report),
        published == null ? null : published.instant(),
        event);
  }

  Labelled withoutTime() {
    return new Labelled(file, title, sketch, null, event);
  }

  /** As it comes to a grouping as the {@code place}-th. */
  Sighting sighting(int place) {
    return new Sighting(file, String.format(Locale.ROOT, "%08d", place), SEEN, when, sketch);
  }

  static List<Sighting> sightings(List<Labelled> reports) {
    List<Sighting> sightings = new ArrayList<>();
    for (Labelled report : reports) {
      sightings.add(report.sighting(sightings.size()));
    }
    return sightings;
  }

  /** The story that each report comes to, by file, when they are placed in this order. */
  static Map<String, String> stories(List<Labelled> reports, Weights weights) {
    return stories(sightings(reports), new Grouping(WINDOW, weights));
  }

  /** The same, when each was seen when it was published, and stories leave after so long. */
  static Map<String, String> stories(List<Labelled> reports, Duration window) {
    return stories(
        sightings(reports).stream()
            .map(
                one ->
                    new Sighting(
                        one.report(),
                        one.capture(),
                        one.when() == null ? SEEN : one.when(),
                        one.when(),
                        one.sketch()))
            .sorted(Input.ORDER)
            .toList(),
        new Grouping(window, Weights.FITTED));
  }

  private static Map<String, String> stories(List<Sighting> sightings, Grouping grouping) {
    Map<String, String> stories = new HashMap<>();
    for (Sighting sighting : sightings) {
      for (Event event : grouping.apply(sighting)) {
        switch (event) {
          case Event.Began began -> stories.put(began.report(), began.story());
          case Event.Joined joined -> stories.put(joined.report(), joined.story());
          case Event.Moved moved -> stories.put(moved.report(), moved.to());
          case Event.Split split -> split.reports().forEach(one -> stories.put(one, split.into()));
          case Event.Merged merged ->
              stories.replaceAll(
                  (report, story) -> story.equals(merged.from()) ? merged.into() : story);
          case Event.Followed followed -> {}
          case Event.Continues continues -> {}
          case Event.Left left -> {}
        }
      }
    }
    return stories;
  }
}
