package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import rashomon.app.Newsroom.Item;
import rashomon.app.Program.Told;
import rashomon.capture.Sources;
import rashomon.capture.Warc;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.store.Store;

/**
 * Never lost, never twice: whenever the program is killed, the next run ends where one run without
 * any harm would have.
 */
class KilledIngestTest {

  private static final int KILLS = 50;
  private static final int PAGES = 6;
  private static final Pattern KEPT = Pattern.compile("kept (\\d+)");

  /** When a run is killed: soon after it has first told of this. */
  private enum Stage {
    BEGUN,
    KEPT,
    READ,
    PLACED,
    COMPARED
  }

  @TempDir Path folder;

  /** The program that is killed is started without this one's locale. */
  @Test
  @DisabledIfSystemProperty(named = "user.language", matches = "tr")
  void fiftyKillsLoseNothingAndDoubleNothing() throws Exception {
    List<String> sources = sources();
    List<Capture> all = captures(sources);
    Path killed = folder.resolve("killed");
    Random chance = new Random(17);
    Map<Stage, Integer> kills = new EnumMap<>(Stage.class);
    for (int run = 1; run <= KILLS; run++) {
      List<String> some = sources.subList(0, run);
      Stage stage = Stage.values()[chance.nextInt(Stage.values().length)];
      String awaited = stage.name().toLowerCase(Locale.ROOT);
      Told told = Program.killed(awaited, chance.nextInt(30), arguments(killed, some));
      kills.merge(stage, told.alive() ? 1 : 0, Integer::sum);
      assertThat(integrity(killed)).isEqualTo("ok");
      assertThat(kept(killed))
          .doesNotHaveDuplicates()
          .containsAll(
              captures(some).subList(0, kept(told.lines())).stream().map(Capture::id).toList());
    }
    assertThat(kills.values().stream().mapToInt(Integer::intValue).sum())
        .isGreaterThan(KILLS * 4 / 5);
    assertThat(kills.values()).hasSize(Stage.values().length).allMatch(number -> number > 3);

    String[] whole = arguments(killed, sources);
    assertThat(Consoles.run(whole).code()).isZero();
    Path unharmed = folder.resolve("unharmed");
    assertThat(Consoles.run(arguments(unharmed, sources)).code()).isZero();
    assertThat(kept(killed))
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Capture::id).toList());
    assertThat(integrity(killed)).isEqualTo("ok");
    assertThat(derived(killed)).isEqualTo(derived(unharmed));
    assertThat(derived(killed))
        .anyMatch(line -> line.startsWith("reading"))
        .anyMatch(line -> line.contains("\tjoined\t"));
  }

  /** Three records in each, in no order of time; pages with the last. */
  private List<String> sources() throws IOException {
    List<Item> items = new ArrayList<>(Newsroom.items(KILLS, 5));
    Collections.shuffle(items, new Random(3));
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      sources.add(
          Newsroom.lines(folder.resolve("part" + i + ".jsonl"), items.subList(3 * i, 3 * i + 3)));
    }
    Path pages = folder.resolve("pages.warc.gz");
    try (OutputStream out = Files.newOutputStream(pages)) {
      for (Item item : Newsroom.items(PAGES, 6)) {
        out.write(
            Warc.bytes(
                new Capture(
                    item.url() + ".html",
                    item.seen(),
                    "text/html",
                    Payload.of(item.html().getBytes(StandardCharsets.UTF_8)),
                    null)));
      }
    }
    sources.set(KILLS / 2, pages.toString());
    return sources;
  }

  private static List<Capture> captures(List<String> sources) {
    List<Capture> captures = new ArrayList<>();
    for (String source : sources) {
      Sources.captures(
          Sources.of(source, InputStream.nullInputStream()),
          Instant.EPOCH,
          captures::add,
          wrong -> {
            throw new AssertionError(wrong);
          });
    }
    return captures;
  }

  /** How many captures it said are kept. */
  private static int kept(List<String> lines) {
    return lines.stream()
        .map(KEPT::matcher)
        .filter(Matcher::find)
        .mapToInt(kept -> Integer.parseInt(kept.group(1)))
        .max()
        .orElse(0);
  }

  private static String[] arguments(Path store, List<String> sources) {
    List<String> arguments = new ArrayList<>(List.of("ingest", "--store", store.toString()));
    arguments.addAll(sources);
    return arguments.toArray(String[]::new);
  }

  private static List<String> kept(Path place) throws IOException {
    if (!Files.exists(place.resolve("rashomon.db"))) {
      return List.of();
    }
    try (Store store = Store.existing(place.toString(), Remembered.ARCHIVE)) {
      return store.captures().map(Capture::id).toList();
    }
  }

  private static List<String> derived(Path place) {
    try (Store store = Store.existing(place.toString(), Remembered.ARCHIVE)) {
      List<String> lines = new ArrayList<>();
      store.read(
          t -> {
            t.derived().lines(lines::add);
            return lines;
          });
      return lines;
    }
  }

  private static String integrity(Path place) throws SQLException {
    if (!Files.exists(place.resolve("rashomon.db"))) {
      return "ok";
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + place.resolve("rashomon.db"));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
      result.next();
      return result.getString(1);
    }
  }
}
