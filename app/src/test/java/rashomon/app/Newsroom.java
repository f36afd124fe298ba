package rashomon.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented reports of invented events, three of each, as several outlets would tell them. */
final class Newsroom {

  static final Instant MONDAY = Instant.parse("2031-03-03T06:00:00Z");

  private static final List<String> OUTLETS =
      List.of("Lethen Gazette", "Harbour Post", "Ardvale Ledger");
  private static final List<String> SYLLABLES =
      List.of("ar", "ben", "cor", "dal", "esk", "fen", "gor", "hal", "ith", "jor", "kel", "lom");

  private static final List<List<String>> HAPPENINGS =
      List.of(
          List.of("Ferry", "ferry", "ran onto rocks", "harbour", "captain", "lifeboats and cranes"),
          List.of("Bridge", "bridge", "fell into the river", "council", "engineer", "steel cables"),
          List.of("Mill", "mill", "burned down", "fire brigade", "foreman", "grain and dust"),
          List.of("Mine", "mine", "caved in", "miners' union", "surveyor", "props and drills"),
          List.of("Tram", "tram", "left its rails", "transit board", "driver", "brakes and wires"),
          List.of("Dam", "dam", "cracked", "water office", "geologist", "concrete and sluices"),
          List.of("Hospital", "hospital", "lost its power", "health service", "surgeon", "wards"),
          List.of("Glacier", "glacier", "broke off", "mountain rescue", "guide", "ice and ropes"));

  private Newsroom() {}

  /** One report. */
  record Item(
      String id,
      String url,
      String outlet,
      String title,
      String text,
      Instant published,
      Instant seen) {

    Item seen(Instant at) {
      return new Item(id, url, outlet, title, text, published, at);
    }

    Item text(String words) {
      return new Item(id, url, outlet, title, words, published, seen);
    }

    /** Another report of the same outlet, published and seen then. */
    Item as(String other, String words, Instant then) {
      return new Item(other, url + "/" + other, outlet, title, words, then, then);
    }

    String json() {
      ObjectNode object = Listing.JSON.createObjectNode();
      object.put("id", id).put("url", url).put("outlet", outlet).put("title", title);
      object.put("published", published.toString()).put("seen", seen.toString());
      return object.put("text", text).toString();
    }

    /** As a page of the web, its time aside. */
    String html() {
      StringBuilder body = new StringBuilder();
      text.lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> body.append("<p>").append(line).append("</p>\n"));
      return "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>"
          + title
          + "</title><meta property=\"og:site_name\" content=\""
          + outlet
          + "\"><meta property=\"article:published_time\" content=\""
          + published
          + "\"></head><body><article><h1>"
          + title
          + "</h1>\n"
          + body
          + "</article></body></html>";
    }
  }

  /** Three reports of each event, an hour apart; an event every three hours. */
  static List<Item> items(int events, long seed) {
    Random chance = new Random(seed);
    List<Item> items = new ArrayList<>();
    for (int event = 0; event < events; event++) {
      String place = name(chance);
      String speaker = name(chance) + " " + name(chance);
      List<String> what = HAPPENINGS.get(event % HAPPENINGS.size());
      int hurt = 20 + chance.nextInt(60);
      for (int outlet = 0; outlet < OUTLETS.size(); outlet++) {
        Instant published = MONDAY.plus(Duration.ofMinutes(180L * event + 60L * outlet));
        String id = "r" + event + "-" + outlet;
        items.add(
            new Item(
                id,
                "https://"
                    + OUTLETS.get(outlet).toLowerCase(java.util.Locale.ROOT).replace(' ', '-')
                    + ".example/"
                    + id,
                OUTLETS.get(outlet),
                what.get(0)
                    + " in "
                    + place
                    + " "
                    + List.of("leaves many hurt", "shuts the town", "brings questions").get(outlet),
                text(outlet, place, speaker, event, hurt + 7 * outlet),
                published,
                published.plusSeconds(90)));
      }
    }
    return items;
  }

  /** What an outlet says of a happening at a place. */
  static String text(int outlet, String place, String speaker, int happening, int hurt) {
    List<String> what = HAPPENINGS.get(happening % HAPPENINGS.size());
    String it = what.get(1);
    String office = what.get(3);
    String text =
        switch (outlet) {
          case 0 ->
              """
              The %1$s %2$s %3$s on Monday, and the %4$s said that %7$d people were hurt.

              "We had warned of the %2$s for years," said %5$s, a %8$s in %1$s.

              Helpers brought %6$s through the night, and schools stayed shut.
              """;
          case 1 ->
              """
              More than %7$d were taken to doctors after a %2$s %3$s near %1$s early this week.

              %5$s, who knows the %2$s well, told reporters that nobody had looked after the %6$s.

              The %4$s denied that anything had been neglected. Shops opened late.
              """;
          default ->
              """
              Two days on, %1$s asks how its %2$s could fail. The %4$s blamed the weather.

              %5$s spoke of old %6$s and said the %2$s would stay closed until autumn.

              Hospitals count %7$d patients, the %8$s added; most of them are children.
              """;
        };
    return text.replace("%1$s", place)
        .replace("%2$s", it)
        .replace("%3$s", what.get(2))
        .replace("%4$s", office)
        .replace("%5$s", speaker)
        .replace("%6$s", what.get(5))
        .replace("%7$d", String.valueOf(hurt))
        .replace("%8$s", what.get(4));
  }

  private static String name(Random chance) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append(SYLLABLES.get(chance.nextInt(SYLLABLES.size())));
    }
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  /** Writes them as JSON lines. */
  static String lines(Path file, List<Item> items) throws IOException {
    Files.write(file, items.stream().map(Item::json).toList());
    return file.toString();
  }
}
