package rashomon.eval.invented;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Lets outlets write and copy, one report after another in order of time. */
final class Newsroom {

  private static final int HOURS = 60;
  private static final List<Integer> RELEASES = List.of(0, 6, 18, 36);
  private static final double BY_AGENCY = 0.12;
  private static final double BY_PAPER = 0.5;
  private static final double BORROWS = 0.25;
  private static final double FROM_AGENCY = 0.75;
  private static final int WORTH_COPYING = 20;
  private static final int LONG_ENOUGH = 7;

  /** A report, and the number of the one whose text it mostly is; its own where it is nobody’s. */
  record Item(
      String id, String outlet, Instant published, int origin, boolean agency, Draft draft) {

    /** As it is printed: one outlet in six has straight quotation marks. */
    Draft printed() {
      return Math.floorMod(outlet.hashCode(), 6) == 0 ? draft.straight() : draft;
    }
  }

  /** A paragraph taken over: its mark and the id of the report it is from. */
  record Borrowed(int mark, String from) {}

  private final Scenario scenario;
  private final Random chance;
  private final Desk desk;
  private final List<Item> items = new ArrayList<>();
  private final List<Borrowed> borrowed = new ArrayList<>();

  Newsroom(Scenario scenario, Random chance) {
    this.scenario = scenario;
    this.chance = chance;
    desk = new Desk(chance);
  }

  List<Item> items() {
    return items;
  }

  List<Borrowed> borrowed() {
    return borrowed;
  }

  void publish(int reports) {
    Instant event = scenario.day().atTime(2, 0).toInstant(ZoneOffset.UTC);
    List<Instant> times =
        chance
            .longs(reports, 30, Duration.ofHours(HOURS).toMinutes())
            .sorted()
            .mapToObj(minutes -> event.plus(minutes, ChronoUnit.MINUTES))
            .toList();
    for (Instant time : times) {
      double who = chance.nextDouble();
      if (items.isEmpty() || who < BY_AGENCY) {
        agency(time);
      } else if (who < BY_PAPER) {
        paper(time);
      } else {
        copy(time);
      }
    }
  }

  private int stage(Instant time) {
    long hours =
        Duration.between(scenario.day().atTime(2, 0).toInstant(ZoneOffset.UTC), time).toHours();
    return (int) RELEASES.stream().filter(release -> release <= hours).count() - 1;
  }

  private Reporter reporter(Instant time) {
    return new Reporter(scenario, chance, stage(time), time.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private void agency(Instant time) {
    String outlet = any(scenario.world().agencies());
    List<Item> earlier =
        items.stream()
            .filter(item -> item.agency && item.outlet.equals(outlet) && before(item, time))
            .toList();
    if (!earlier.isEmpty() && chance.nextInt(3) == 0) {
      Item last = earlier.getLast();
      Draft draft = updated(last.draft, reporter(time));
      add(outlet, time, last.origin, true, draft.dated(dateline(outlet)));
    } else {
      Draft draft = reporter(time).write();
      add(outlet, time, items.size(), true, draft.dated(dateline(outlet)));
    }
  }

  private void paper(Instant time) {
    Draft draft = reporter(time).write();
    if (chance.nextDouble() < BORROWS && draft.paragraphs().size() >= LONG_ENOUGH) {
      draft = borrowing(draft, time);
    }
    String outlet = any(scenario.world().outlets());
    int style = chance.nextInt(6);
    if (style == 0) {
      String writer = any(scenario.world().bystanders()).name();
      draft = draft.with(0, "By " + writer + (chance.nextBoolean() ? "" : " in " + town()));
    }
    add(outlet, time, items.size(), false, style < 3 ? draft : draft.dated(dateline("")));
  }

  private void copy(Instant time) {
    boolean fromAgency = chance.nextDouble() < FROM_AGENCY;
    List<Item> sources =
        items.stream().filter(item -> item.agency == fromAgency && before(item, time)).toList();
    if (sources.isEmpty()) {
      paper(time);
      return;
    }
    Item source = sources.get(sources.size() - 1 - chance.nextInt(Math.min(12, sources.size())));
    Reporter own = reporter(time);
    double how = chance.nextDouble();
    Draft taken =
        how < 0.35
            ? source.draft
            : how < 0.55 ? desk.cut(source.draft) : desk.edited(source.draft, own);
    Draft titled = chance.nextInt(3) == 0 ? taken : taken.titled(own.title());
    Draft dated = chance.nextInt(3) == 0 ? titled : titled.dated("");
    String outlet = any(scenario.world().outlets());
    add(outlet, time, source.origin, false, credited(dated, source));
  }

  /** A later version of an agency’s report: a new opening, some of the old text gone, some new. */
  private Draft updated(Draft draft, Reporter reporter) {
    Draft fresh = reporter.write();
    List<List<String>> paragraphs = new ArrayList<>(desk.edited(draft, reporter).paragraphs());
    paragraphs.set(0, fresh.paragraphs().getFirst());
    return fresh.of(paragraphs);
  }

  /** With a paragraph of an earlier report in the midst of its own. */
  private Draft borrowing(Draft draft, Instant time) {
    List<Item> sources = items.stream().filter(item -> before(item, time)).toList();
    if (sources.isEmpty()) {
      return draft;
    }
    Item source = any(sources);
    List<List<String>> worth =
        source.draft.paragraphs().stream()
            .skip(1)
            .filter(paragraph -> words(paragraph) >= WORTH_COPYING)
            .toList();
    if (worth.isEmpty()) {
      return draft;
    }
    int mark = scenario.marks() + borrowed.size();
    double often = chance.nextBoolean() ? 0 : 0.4;
    String words =
        String.join(" ", any(worth).stream().map(one -> desk.reworded(one, often)).toList());
    borrowed.add(new Borrowed(mark, source.id));
    return draft.with(chance.nextInt(2, draft.paragraphs().size()), Marks.mark(mark, words));
  }

  /** Words outside quotation marks. */
  private static int words(List<String> paragraph) {
    return String.join(" ", paragraph).replaceAll("“[^”]*”", "").split(" ").length;
  }

  private Draft credited(Draft draft, Item source) {
    String name = source.outlet;
    List<String> lines =
        List.of(
            "With reporting by " + name + ".",
            name + " contributed to this report.",
            "(" + name + ")",
            "Source: " + name,
            "© " + name,
            "This report was first published by " + name + ".");
    return chance.nextBoolean() ? draft : draft.with(draft.paragraphs().size(), any(lines));
  }

  /** Place and, where there is one, the agency: <i>KESSEN, Corvath (Northline) — </i>. */
  private String dateline(String agency) {
    String place = chance.nextBoolean() ? town() : town().toUpperCase(Locale.ROOT);
    String country = scenario.world().names().get("country");
    String from = agency.isEmpty() ? "" : ", " + country + " (" + agency + ")";
    return place + from + (chance.nextBoolean() ? " — " : " - ");
  }

  private String town() {
    return String.valueOf(scenario.world().names().get("town"));
  }

  private static boolean before(Item item, Instant time) {
    return item.published.isBefore(time);
  }

  private void add(String outlet, Instant time, int origin, boolean agency, Draft draft) {
    String id = String.format(Locale.ROOT, "r%03d", items.size() + 1);
    items.add(new Item(id, outlet, time, origin, agency, draft));
  }

  private <T> T any(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }
}
