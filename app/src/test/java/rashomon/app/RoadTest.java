package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;
import rashomon.app.Newsroom.Item;
import rashomon.app.road.Inputs;
import rashomon.app.road.Progress;
import rashomon.app.road.Road;
import rashomon.cluster.Correction.Apart;
import rashomon.model.Engine;
import rashomon.model.Reading;
import rashomon.store.Search.Question;
import rashomon.store.Store;
import rashomon.store.Stories.Event;
import rashomon.store.Stories.Headline;
import rashomon.store.Transaction;

/** From captures to stories, over a real store. */
class RoadTest {

  private static final List<Item> ITEMS = Newsroom.items(6, 41);

  @TempDir Path folder;

  @Test
  void theSameThingTwiceChangesNothing() throws IOException {
    ingest("store", ITEMS);
    List<String> before = derived("store");
    Run again = ingest("store", ITEMS);
    assertThat(again.code()).isZero();
    assertThat(again.out())
        .startsWith("0 captures kept, 18 known before. The store holds 18 reports");
    assertThat(derived("store")).isEqualTo(before);
    assertThat(before).anyMatch(line -> line.startsWith("passage"));
  }

  @Test
  void reportsOfOneEventAreOneStory() throws IOException {
    ingest("store", ITEMS);
    assertThat(stories("store"))
        .hasSize(6)
        .allSatisfy(
            (id, reports) -> {
              assertThat(reports).hasSize(3);
              assertThat(reports.stream().map(report -> report.split("-")[0]).distinct())
                  .hasSize(1);
            });
  }

  @Test
  void aRebuildEndsByteEqual() throws IOException {
    ingest("store", ITEMS.subList(0, 7));
    ingest("store", ITEMS.subList(7, 18));
    rebuilt("store", "18 reports in 6 stories");
  }

  @Test
  void aRebuildAfterACorrectionEndsByteEqual() throws IOException {
    ingest("store", ITEMS.subList(0, 12));
    List<String> ids = List.copyOf(stories("store").keySet());
    assertThat(run("store", "story", ids.get(0), "--with", ids.get(1)).code()).isZero();
    ingest("store", ITEMS.subList(12, 18));
    assertThat(stories("store")).hasSize(5);
    rebuilt("store", "18 reports in 5 stories");
  }

  @Test
  void aRebuildAfterMonthsOfOneStorylineEndsByteEqual() throws IOException {
    List<String> weeks = IntStream.range(0, 8).mapToObj(week -> "w" + week).toList();
    try (Store store = Store.open(folder.resolve("store").toString(), Remembered.ARCHIVE)) {
      for (int week = 1; week < 8; week++) {
        Apart apart =
            new Apart(
                "c" + week, Newsroom.MONDAY, weeks.subList(week, week + 1), weeks.subList(0, week));
        store.change(t -> t.stories().correct(Inputs.kept(apart)));
      }
    }
    for (int week = 0; week < 8; week++) {
      Item one = ITEMS.get(week % 3);
      Instant then = one.seen().plus(Duration.ofDays(9L * week));
      ingest("store", List.of(one.as(weeks.get(week), one.text(), then)));
    }
    assertThat(stories("store")).hasSize(8);
    assertThat(derived("store")).anyMatch(line -> line.contains("followed"));
    // Why one follows another is said in the words of reports that have left the window since.
    List<String> before = withoutEvents("store");
    assertThat(run("store", "rebuild").code()).isZero();
    assertThat(withoutEvents("store")).isEqualTo(before);
  }

  @Test
  void stepByStepIsAsAllAtOnceOverMonths() throws IOException {
    List<Item> items = new ArrayList<>();
    for (int week = 0; week < 8; week++) {
      Duration later = Duration.ofDays(8L * week);
      for (Item one : Newsroom.items(3, week % 2)) {
        items.add(one.as(one.id() + week, one.text(), one.seen().plus(later)));
      }
    }
    for (int i = 0; i < items.size(); i += 9) {
      ingest("steps", items.subList(i, i + 9));
    }
    ingest("once", items);
    assertThat(derived("steps")).isEqualTo(derived("once"));
  }

  @Test
  void whatComesLateIsAsIfItHadComeInTime() throws IOException {
    ingest("late", ITEMS.subList(4, 18));
    ingest("late", ITEMS.subList(0, 4));
    ingest("inTime", ITEMS);
    assertThat(derived("late")).isEqualTo(derived("inTime"));
  }

  @Test
  void anEarlierFirstVersionThatComesLateIsAsIfItHadComeInTime() throws IOException {
    Item late = ITEMS.get(9);
    Item early = late.text(ITEMS.get(2).text()).seen(Newsroom.MONDAY);
    ingest("late", ITEMS);
    ingest("late", List.of(early));
    List<Item> all = new ArrayList<>(ITEMS);
    all.add(0, early);
    ingest("inTime", all);
    assertThat(derived("late")).isEqualTo(derived("inTime"));
  }

  @Test
  void aChangedTextIsAVersionAndTheSameTextIsNone() throws IOException {
    Item first = ITEMS.getFirst();
    ingest("store", ITEMS.subList(0, 3));
    Item same = first.seen(first.seen().plusSeconds(600));
    assertThat(ingest("store", List.of(same)).out()).startsWith("1 capture kept.");
    assertThat(versions("store", first.id())).hasSize(1);
    Item changed =
        first
            .text(
                first.text()
                    + "\nCorrection: an earlier version of this report misnamed the town.\n")
            .seen(first.seen().plusSeconds(1200));
    ingest("store", List.of(changed));
    assertThat(versions("store", first.id())).hasSize(2).last().asString().contains("misnamed");
    assertThat(stories("store")).hasSize(1);
    assertThat(found("store", "misnamed")).containsExactly(first.id());
    String changes =
        run("store", "story", stories("store").keySet().iterator().next(), "--changes").out();
    assertThat(changes)
        .contains(
            "Lethen Gazette",
            "Correction: ",
            "Version 2, seen 2031-03-03T06:21:30Z",
            "+ ",
            "misnamed the town");
    rebuilt("store", "3 reports in 1 story");
  }

  @Test
  void whatIsForgottenIsInNoStoryNoSearchAndNoFile() throws IOException {
    Item secret =
        ITEMS.get(1).text(ITEMS.get(1).text() + "\nThe word xylophonist stands only here.\n");
    List<Item> items = new ArrayList<>(ITEMS);
    items.set(1, secret);
    ingest("store", items);
    assertThat(found("store", "xylophonist")).containsExactly(secret.id());
    Run forgotten = run("store", "forget", "--reason", "asked for", secret.url());
    assertThat(forgotten.code()).isZero();
    assertThat(forgotten.out()).isEqualTo("1 report of " + secret.url() + " removed.\n");
    assertThat(found("store", "xylophonist")).isEmpty();
    assertThat(stories("store").values().stream().flatMap(List::stream))
        .hasSize(17)
        .doesNotContain(secret.id());
    try (var files = Files.walk(folder.resolve("store"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("xylophonist", secret.url());
      }
    }
    assertThat(run("store", "forget", secret.url()).code()).isEqualTo(1);
    List<String> before = derived("store");
    Run again = ingest("store", List.of(secret));
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("1 of removed addresses left out");
    assertThat(derived("store")).isEqualTo(before);
    items.remove(1);
    ingest("without", items);
    assertThat(derived("store")).isEqualTo(derived("without"));
    rebuilt("store", "17 reports in 6 stories");
  }

  @Test
  void twoStoriesAreJoinedAndUndoneExactly() throws IOException {
    ingest("store", ITEMS);
    corrected("store", 5, "--with");
  }

  @Test
  void aCorrectionOfWhatWasSeenLongAgoHoldsToo() throws IOException {
    List<Item> old =
        ITEMS.stream().map(one -> one.seen(one.seen().minus(Duration.ofDays(20 * 365)))).toList();
    ingest("store", old);
    corrected("store", 5, "--with");
    rebuilt("store", "18 reports in 6 stories");
  }

  /** Joins the first two stories, then takes that back. */
  private void corrected(String store, int left, String how) {
    Map<String, List<String>> before = stories(store);
    List<String> ids = List.copyOf(before.keySet());
    Run joined = run(store, "story", ids.get(0), how, ids.get(1));
    assertThat(joined.code()).isZero();
    String correction = joined.out().replaceFirst("Correction (c\\w+) holds.*\n", "$1");
    Map<String, List<String>> after = stories(store);
    assertThat(after).hasSize(left);
    assertThat(after.values())
        .anySatisfy(
            reports ->
                assertThat(reports)
                    .containsAll(before.get(ids.get(0)))
                    .containsAll(before.get(ids.get(1))));
    String whole =
        after.keySet().stream().filter(ids.subList(0, 2)::contains).findFirst().orElseThrow();
    assertThat(run(store, "story", whole, "--history").out()).contains("CORRECTED", correction);
    Run undone = run(store, "story", whole, "--undo", correction);
    assertThat(undone.out()).isEqualTo("Correction " + correction + " is taken back.\n");
    assertThat(stories(store)).isEqualTo(before);
    assertThat(run(store, "story", whole, "--history").out()).doesNotContain("CORRECTED");
    Run twice = run(store, "story", whole, "--undo", correction);
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err())
        .isEqualTo(
            "rashomon: No correction "
                + correction
                + " is in force; `rashomon story ID --history` names them.\n");
    assertThat(stories(store)).isEqualTo(before);
  }

  @Test
  void reportsAreTakenOutOfAStoryAndUndoneExactly() throws IOException {
    ingest("store", ITEMS);
    Map<String, List<String>> before = stories("store");
    String story = before.keySet().iterator().next();
    List<String> reports = Objects.requireNonNull(before.get(story));
    Run parted = run("store", "story", story, "--without", reports.get(1) + "," + reports.get(2));
    String correction = parted.out().replaceFirst("Correction (c\\w+) holds.*\n", "$1");
    assertThat(stories("store").values()).contains(reports.subList(0, 1));
    assertThat(run("store", "story", story, "--undo", correction).code()).isZero();
    assertThat(stories("store")).isEqualTo(before);
    rebuilt("store", "18 reports in 6 stories");
  }

  @Test
  void aCorrectionThatWouldChangeNothingIsRefusedAndNotKept() throws IOException {
    ingest("store", ITEMS);
    List<String> before = derived("store");
    Map<String, List<String>> stories = stories("store");
    String story = stories.keySet().iterator().next();
    List<Run> refused =
        List.of(
            run("store", "story", story, "--with", story),
            run("store", "story", story, "--with", "s0000000000"),
            run("store", "story", story, "--without", "nobody"),
            run(
                "store",
                "story",
                story,
                "--without",
                String.join(",", Objects.requireNonNull(stories.get(story)))),
            run("store", "story", story, "--undo", "c0"));
    assertThat(refused)
        .allSatisfy(
            run -> {
              assertThat(run.code()).isEqualTo(1);
              assertThat(run.err().lines()).hasSize(1);
            });
    assertThat(run("store", "story", story, "--undo", "c0", "--with", "s1").code()).isEqualTo(2);
    assertThat(derived("store")).isEqualTo(before);
    rebuilt("store", "18 reports in 6 stories");
  }

  @Test
  void theModelsReadingIsMarkedAndWrittenDownAndKeptByARebuild() throws IOException {
    ingest("store", ITEMS.subList(0, 3));
    try (Store store = open("store")) {
      Road road = road(store);
      assertThat(
              road.readAgain(() -> Engines.load(Engine.TRAINED, RoadTest::fail), 10, Progress.NONE))
          .isEqualTo(1);
      assertThat(
              road.readAgain(() -> Engines.load(Engine.TRAINED, RoadTest::fail), 10, Progress.NONE))
          .isZero();
    }
    assertThat(engines("store")).containsOnly(Engine.TRAINED).hasSize(3);
    String story = stories("store").keySet().iterator().next();
    assertThat(events("store", story))
        .filteredOn(one -> one.kind().equals("read again"))
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.why()).matches("\\d+ statements before, \\d+ now\\."));
    assertThat(run("store", "story", story, "--history").out())
        .contains("was read again by the model");
    // What comes late has everything placed anew; what the model read stays read.
    Item changed =
        ITEMS.getFirst().text(ITEMS.getFirst().text() + "\nPumps came, the council said.\n");
    ingest("store", List.of(changed.seen(changed.seen().plusSeconds(7200)), ITEMS.get(4)));
    ingest("store", List.of(ITEMS.get(3)));
    assertThat(engines("store"))
        .containsExactly(Engine.FAST, Engine.TRAINED, Engine.TRAINED, Engine.FAST, Engine.FAST);
    rebuilt("store", "5 reports in 2 stories");
  }

  @Test
  void withoutAModelNothingIsReadAgain() throws IOException {
    ingest("store", ITEMS.subList(0, 3));
    List<String> before = derived("store");
    try (Store store = open("store")) {
      Road road = road(store);
      assertThat(road.readAgain(() -> Engines.load(Engine.FAST, RoadTest::fail), 10, Progress.NONE))
          .isZero();
    }
    assertThat(derived("store")).isEqualTo(before);
  }

  private static Road road(Store store) {
    return new Road(
        store,
        () -> Engines.load(Engine.FAST, RoadTest::fail),
        () -> Engines.load(Engine.TRAINED, RoadTest::fail));
  }

  private static void fail(String told) {
    throw new AssertionError(told);
  }

  private void rebuilt(String store, String counts) {
    List<String> before = derived(store);
    Run run = run(store, "rebuild");
    assertThat(derived(store)).isEqualTo(before);
    assertThat(run.out()).startsWith(counts).endsWith(", all as before.\n");
    assertThat(run.code()).isZero();
  }

  private Run ingest(String store, List<Item> items) throws IOException {
    Path file = Files.createTempFile(folder, "items", ".jsonl");
    Run run = run(store, "ingest", Newsroom.lines(file, items));
    assertThat(run.err()).isEmpty();
    return run;
  }

  private Run run(String store, String command, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of(command, "--store", folder.resolve(store).toString()));
    all.addAll(List.of(arguments));
    return Consoles.run(all.toArray(String[]::new));
  }

  private Store open(String store) {
    return Store.existing(folder.resolve(store).toString(), Remembered.ARCHIVE);
  }

  private <T> T read(String store, Function<Transaction, T> work) {
    try (Store open = open(store)) {
      return open.read(work);
    }
  }

  private List<String> withoutEvents(String store) {
    return derived(store).stream().filter(line -> !line.startsWith("event")).toList();
  }

  private List<String> derived(String store) {
    return read(
        store,
        t -> {
          List<String> lines = new ArrayList<>();
          t.derived().lines(lines::add);
          return lines;
        });
  }

  private Map<String, List<String>> stories(String store) {
    return read(
        store,
        t ->
            t.stories().latest(false, Instant.MIN, 100).stream()
                .collect(
                    Collectors.toMap(
                        one -> one.summary().story(),
                        one -> one.reports().stream().map(Headline::report).toList(),
                        (one, other) -> one,
                        TreeMap::new)));
  }

  private List<String> versions(String store, String report) {
    return read(
        store, t -> t.reports().versions(report).stream().map(one -> one.report().text()).toList());
  }

  private List<String> found(String store, String words) {
    return read(
        store,
        t ->
            List.copyOf(
                t.search().reports(Question.of(words)).stream()
                    .map(hit -> hit.report())
                    .collect(Collectors.toCollection(TreeSet::new))));
  }

  private List<Engine> engines(String store) {
    return read(
        store,
        t ->
            t.reports().all().stream()
                .map(report -> t.reports().latest(report).orElseThrow())
                .map(version -> t.reports().reading(version).orElseThrow())
                .map(Reading::engine)
                .toList());
  }

  private List<Event> events(String store, String story) {
    return read(store, t -> t.stories().events(story));
  }
}
