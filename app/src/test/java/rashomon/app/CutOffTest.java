package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Consoles.Run;
import rashomon.app.Newsroom.Item;
import rashomon.app.road.Progress;
import rashomon.app.road.Road;
import rashomon.extract.Extractor;
import rashomon.model.Engine;
import rashomon.store.Store;

/**
 * What a kill cuts off of deriving everything anew and of forgetting is ended by what comes next.
 */
class CutOffTest {

  /** Three reports of one event, two of another. */
  private static final List<Item> ITEMS = Newsroom.items(2, 41).subList(0, 5);

  @TempDir Path folder;

  private String items = "";

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @BeforeEach
  void write() throws IOException {
    items = Newsroom.lines(folder.resolve("items.jsonl"), ITEMS);
  }

  @Test
  void aRebuildThatStopsAnywhereIsEndedByWhatComesNext() {
    List<String> whole = readAgain("store");
    Map<String, Integer> stops = new TreeMap<>();
    for (int step = 0; stopped("store", step, stops, Road::rebuild); step++) {
      List<String> next = step == 4 ? List.of("rebuild") : List.of("ingest", items);
      assertThat(run("store", next).code()).isZero();
      assertThat(derived("store")).as("stopped at %s", step).isEqualTo(whole);
    }
    assertThat(stops)
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of("begun", 1, "read", 1, "placed", 5, "read again", 1, "compared", 1)));
  }

  @Test
  void aRebuildCutOffTwiceForgetsNothingAndStatusTells() {
    List<String> whole = readAgain("store");
    Map<String, Integer> stops = new TreeMap<>();
    assertThat(stopped("store", 1, stops, Road::rebuild)).isTrue();
    assertThat(run("store", List.of("status")).out())
        .contains(
            "5 reports in no story yet; ingest and rebuild go on",
            "2 reports to be read again by the model; ingest and rebuild go on");
    assertThat(stopped("store", 0, stops, Road::rebuild)).isTrue();
    assertThat(run("store", List.of("status")).out())
        .contains("0 reports", "0 stories", "5 waiting", "2 reports to be read again");
    assertThat(run("store", List.of("rebuild")).code()).isZero();
    assertThat(derived("store")).isEqualTo(whole);
    assertThat(run("store", List.of("status")).out()).doesNotContain("go on");
  }

  /** The program that is killed is started without this one's locale. */
  @Test
  @DisabledIfSystemProperty(named = "user.language", matches = "tr")
  void aRebuildThatIsKilledIsEndedByTheNextIngest() throws Exception {
    List<String> whole = readAgain("store");
    String place = folder.resolve("store").toString();
    for (String stage : List.of("read", "placed", "read again")) {
      Program.killed(stage, 5, "rebuild", "--store", place);
    }
    assertThat(run("store", List.of("ingest", items)).code()).isZero();
    assertThat(derived("store")).isEqualTo(whole);
  }

  @Test
  void forgettingThatIsCutOffIsEndedByAnyCommand() {
    Item first = ITEMS.get(3);
    run("whole", List.of("ingest", items));
    assertThat(run("whole", List.of("forget", first.url())).code()).isZero();
    List<String> whole = derived("whole");
    List<List<String>> commands =
        List.of(
            List.of("status"),
            List.of("stories"),
            List.of("search", "ferry"),
            List.of("rebuild"),
            List.of("ingest", items));
    for (int i = 0; i < commands.size(); i++) {
      String store = "store" + i;
      run(store, List.of("ingest", items));
      change(store, open -> open.forget(first.url(), Newsroom.MONDAY, ""));
      assertThat(derived(store)).isNotEqualTo(whole);
      if (i % 2 == 0) {
        Map<String, Integer> stops = new TreeMap<>();
        assertThat(stopped(store, 2, stops, Road::place)).isTrue();
        assertThat(stops).containsEntry("placed", 1);
        assertThat(derived(store)).isNotEqualTo(whole);
      }
      assertThat(run(store, commands.get(i)).code()).as("%s", commands.get(i)).isZero();
      assertThat(derived(store)).as("%s", commands.get(i)).isEqualTo(whole);
    }
  }

  @Test
  void whatWaitsIsReadBeforeItIsForgotten() {
    Item first = ITEMS.get(3);
    run("whole", List.of("ingest", items));
    run("whole", List.of("forget", first.url()));
    run("store", List.of("ingest", items));
    assertThat(stopped("store", 0, new TreeMap<>(), Road::rebuild)).isTrue();
    assertThat(run("store", List.of("forget", first.url())).out()).startsWith("1 report of ");
    assertThat(derived("store")).isEqualTo(derived("whole"));
  }

  /** A store with one story that the model read again; what is derived there. */
  private List<String> readAgain(String store) {
    assertThat(run(store, List.of("ingest", items)).code()).isZero();
    change(
        store,
        open -> {
          Road road = new Road(open, CutOffTest::fast, CutOffTest::trained);
          assertThat(road.readAgain(CutOffTest::trained, 1, Progress.NONE)).isEqualTo(1);
        });
    return derived(store);
  }

  private static Extractor fast() {
    return Engines.load(Engine.FAST, told -> {});
  }

  private static Extractor trained() {
    return Engines.load(Engine.TRAINED, told -> {});
  }

  /** Something long that a road does. */
  private interface Walk {
    void on(Road road, Progress progress);
  }

  /**
   * Whether it stopped at that step: nothing is kept of a transaction that it is in, and what was
   * in memory is gone.
   *
   * @param step 0 before anything is read, else how often progress was told
   */
  private boolean stopped(String store, int step, Map<String, Integer> stops, Walk walk) {
    int[] told = new int[1];
    try {
      change(
          store,
          open ->
              walk.on(
                  new Road(
                      open,
                      () -> {
                        stop(step == 0, "begun", stops);
                        return fast();
                      },
                      CutOffTest::trained),
                  (what, done, of) -> stop(++told[0] == step, what, stops)));
      return false;
    } catch (Stop stop) {
      return true;
    }
  }

  private static void stop(boolean now, String what, Map<String, Integer> stops) {
    if (now) {
      stops.merge(what, 1, Integer::sum);
      throw new Stop();
    }
  }

  private void change(String store, Consumer<Store> work) {
    try (Store open = Store.existing(folder.resolve(store).toString(), Remembered.ARCHIVE)) {
      work.accept(open);
    }
  }

  private List<String> derived(String store) {
    List<String> lines = new ArrayList<>();
    change(
        store,
        open ->
            open.<Object>read(
                t -> {
                  t.derived().lines(lines::add);
                  return lines;
                }));
    return lines;
  }

  private Run run(String store, List<String> command) {
    List<String> all = new ArrayList<>(command);
    all.addAll(1, List.of("--store", folder.resolve(store).toString()));
    return Consoles.run(all.toArray(String[]::new));
  }
}
