package rashomon.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rashomon.model.Report;

/** Invented reports, and what they come to. */
final class Inputs {

  private Inputs() {}

  static Sketch sketch(String title, String text) {
    return Sketch.of(
        new Report("r", null, null, title, null, null, null, "en", title + "\n\n" + text));
  }

  static Sighting sighting(String id, String time, String title, String text) {
    Instant when = Instant.parse(time);
    return new Sighting(id, id, when, when, sketch(title, text));
  }

  /**
   * Reports of several stories, some of them an hour apart, of made-up words in two forms; some
   * share their names.
   */
  static List<Sighting> stream(int count, long seed) {
    return stream(count, seed, 1);
  }

  /** The same, but with every four stories naming the same. */
  static List<Sighting> related(int count, long seed) {
    return stream(count, seed, 4);
  }

  private static List<Sighting> stream(int count, long seed, int naming) {
    Random chance = new Random(seed);
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int story = i / 40 * 4 + chance.nextInt(6);
      List<String> words = new ArrayList<>();
      for (int word = 0; word < 60; word++) {
        String form = i % 2 == 0 ? "s" : "";
        int own = chance.nextInt(12);
        words.add(
            chance.nextInt(3) > 0
                ? "common" + letters(chance.nextInt(400)) + form
                : own < 6
                    ? "Name" + letters(story / naming) + letters(own)
                    : "tale" + letters(story) + letters(own) + form);
      }
      Instant when = Instant.EPOCH.plusSeconds(3_600L * (i - i % 3));
      String id = String.format(Locale.ROOT, "%04x", chance.nextInt(1 << 16)) + "-" + i;
      sightings.add(
          new Sighting(
              "report-" + id,
              id,
              when,
              when,
              sketch(String.join(" ", words.subList(0, 8)), String.join(" ", words))));
    }
    return sightings;
  }

  private static String letters(int number) {
    return "" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
  }

  static @Nullable String story(Grouping grouping, String report) {
    return grouping.storyOf(report).orElse(null);
  }

  /** Stories as events alone tell them; those that left are left out. */
  static Map<String, List<String>> told(List<Event> events) {
    Map<String, List<String>> stories = new TreeMap<>();
    for (Event event : events) {
      switch (event) {
        case Event.Began began -> of(stories, began.story()).add(began.report());
        case Event.Joined joined -> of(stories, joined.story()).add(joined.report());
        case Event.Merged merged ->
            of(stories, merged.into()).addAll(stories.remove(merged.from()));
        case Event.Split split -> {
          of(stories, split.from()).removeAll(split.reports());
          of(stories, split.into()).addAll(split.reports());
        }
        case Event.Moved moved -> {
          of(stories, moved.from()).remove(moved.report());
          of(stories, moved.to()).add(moved.report());
        }
        case Event.Followed followed -> {}
        case Event.Continues continues -> {}
        case Event.Left left -> stories.remove(left.story());
      }
    }
    stories.values().forEach(reports -> reports.sort(null));
    return stories;
  }

  /** The storyline of each story, as events tell it. */
  static Map<String, String> storylines(List<Event> events) {
    Map<String, String> storylines = new TreeMap<>();
    for (Event event : events) {
      switch (event) {
        case Event.Began began -> storylines.put(began.story(), began.story());
        case Event.Split split -> storylines.put(split.into(), split.into());
        case Event.Continues continues -> storylines.put(continues.story(), continues.storyline());
        case Event.Merged merged -> storylines.remove(merged.from());
        case Event.Left left -> storylines.remove(left.story());
        case Event.Joined joined -> {}
        case Event.Moved moved -> {}
        case Event.Followed followed -> {}
      }
    }
    return storylines;
  }

  private static List<String> of(Map<String, List<String>> stories, String id) {
    return stories.computeIfAbsent(id, unseen -> new ArrayList<>());
  }

  static Map<String, List<String>> stories(Grouping grouping) {
    Map<String, List<String>> stories = new TreeMap<>();
    grouping
        .stories()
        .forEach(group -> stories.put(group.id(), group.reports().stream().sorted().toList()));
    return stories;
  }
}
