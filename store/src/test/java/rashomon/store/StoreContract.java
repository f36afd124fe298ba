package rashomon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static rashomon.store.Sample.NOON;
import static rashomon.store.Sample.capture;
import static rashomon.store.Sample.reading;
import static rashomon.store.Sample.stamp;
import static rashomon.store.Sample.version;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.OptionalAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Report;
import rashomon.model.Version;
import rashomon.store.Captures.Acceptance;
import rashomon.store.Reports.Change;
import rashomon.store.Reports.Kept;
import rashomon.store.Search.Hit;
import rashomon.store.Search.Question;
import rashomon.store.Search.Said;
import rashomon.store.Sketches.Place;
import rashomon.store.Sketches.Sketched;
import rashomon.store.Sketches.Standing;
import rashomon.store.Stories.Correction;
import rashomon.store.Stories.Event;
import rashomon.store.Stories.Headline;
import rashomon.store.Stories.Listed;
import rashomon.store.Stories.Stale;
import rashomon.store.Stories.Summary;
import rashomon.store.Visits.Visit;

/** What every store does, whatever database it is in. */
abstract class StoreContract {

  static final Archive ARCHIVE = new PlainArchive();

  private static final PrintStream SILENT =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir Path folder;

  Store store;

  /** A place where no store is yet. */
  abstract String freshPlace();

  @BeforeEach
  void open() {
    store = Store.open(freshPlace(), ARCHIVE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Accepts it, adds what it gives, reads and keeps that. */
  Version put(Capture capture, String id, String title, String text, String... names) {
    return put(version(capture, id, title, text), capture, names);
  }

  Version put(Version version, Capture capture, String... names) {
    store.change(
        t -> {
          t.captures().accept(capture);
          t.reports()
              .add(version)
              .unread()
              .forEach(unread -> t.reports().keep(unread, reading(unread, names)));
          t.captures().done(capture);
        });
    return version;
  }

  <T> OptionalAssert<T> assertOne(Function<Transaction, Optional<T>> what) {
    Optional<T> found = store.read(what);
    return assertThat(found);
  }

  <T> ListAssert<T> assertAll(Function<Transaction, List<T>> what) {
    List<T> found = store.read(what);
    return assertThat(found);
  }

  @Test
  void aCaptureComesBackAsItWas() {
    for (int i = 1; i <= 3; i++) {
      Capture capture = capture(i);
      assertThat(store.<Acceptance>write(t -> t.captures().accept(capture)))
          .isEqualTo(Acceptance.NEW);
      assertOne(t -> t.captures().find(capture.id())).contains(capture);
      assertThat(store.<Boolean>read(t -> t.captures().has(capture.id()))).isTrue();
    }
    assertOne(t -> t.captures().find("none")).isEmpty();
  }

  @Test
  void theSameBytesAtTheSamePlaceAreKeptOnceAsFirstSeen() {
    Capture first = capture("https://harbour.example/a", 0, "bytes");
    Capture again = capture("https://harbour.example/a", 60, "bytes");
    store.change(t -> t.captures().accept(first));
    assertThat(store.<Acceptance>write(t -> t.captures().accept(again)))
        .isEqualTo(Acceptance.KNOWN);
    assertThat(store.captures()).containsExactly(first);
  }

  @Test
  void capturesComeInTheOrderTheyWereSeen() {
    List<Capture> captures = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      captures.add(capture("https://harbour.example/" + i, i / 3, "Page"));
    }
    List<Capture> arriving = new ArrayList<>(captures);
    Collections.shuffle(arriving, new Random(1));
    store.change(t -> arriving.forEach(t.captures()::accept));
    captures.sort(Comparator.comparing(Capture::seen).thenComparing(Capture::id));
    assertThat(store.captures()).containsExactlyElementsOf(captures);
    assertAll(t -> t.captures().waiting(2)).isEqualTo(captures.subList(0, 2));
    assertAll(t -> t.captures().waiting(captures.get(1), 3)).isEqualTo(captures.subList(2, 5));
    store.change(t -> t.captures().done(captures.get(0)));
    assertAll(t -> t.captures().waiting(1)).containsExactly(captures.get(1));
    assertThat(store.<Long>read(t -> t.captures().waitingCount())).isEqualTo(249);
  }

  @Test
  void aPageOfLargeCapturesIsShort() {
    List<Capture> captures = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      captures.add(capture("https://harbour.example/" + i, i, i + "x".repeat(7 << 20)));
    }
    store.change(t -> captures.forEach(t.captures()::accept));
    assertAll(t -> t.captures().waiting(9)).isEqualTo(captures.subList(0, 3));
    assertAll(t -> t.captures().waiting(captures.get(2), 9)).isEqualTo(captures.subList(3, 5));
    assertThat(store.captures()).containsExactlyElementsOf(captures);
  }

  @Test
  void whatThrowsChangesNothing() {
    assertThatThrownBy(
            () ->
                store.change(
                    t -> {
                      t.captures().accept(capture(1));
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.captures()).isEmpty();
    store.change(t -> t.captures().accept(capture(1)));
    assertThat(store.captures()).hasSize(1);
  }

  @Test
  void aReaderChangesNothing() {
    assertThatThrownBy(() -> store.read(t -> t.captures().accept(capture(1))))
        .isInstanceOf(StoreProblem.class)
        .hasMessageContaining("may not be written");
  }

  @Test
  void readersSeeOneMoment() throws Exception {
    store.change(t -> t.captures().accept(capture(1)));
    long[] counts =
        store.read(
            t -> {
              long before = t.captures().count();
              CountDownLatch written = new CountDownLatch(1);
              Thread.ofPlatform()
                  .start(
                      () -> {
                        store.change(w -> w.captures().accept(capture(2)));
                        written.countDown();
                      });
              try {
                assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
              } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
              }
              return new long[] {before, t.captures().count()};
            });
    assertThat(counts).containsExactly(1, 1);
    assertThat(store.<Long>read(t -> t.captures().count())).isEqualTo(2);
  }

  @Test
  void oneStoreAtATimeWrites() {
    store.change(t -> t.captures().accept(capture(1)));
    try (Store other = Store.existing(place, ARCHIVE)) {
      assertThat(other.captures()).hasSize(1);
      assertThatThrownBy(() -> other.change(t -> t.captures().accept(capture(2))))
          .isInstanceOfSatisfying(
              StoreProblem.class,
              problem -> assertThat(problem.code()).isEqualTo(StoreProblem.Code.USER))
          .hasMessageContaining("Another Rashomon writes to");
      store.close();
      other.change(t -> t.captures().accept(capture(2)));
      assertThat(other.captures()).hasSize(2);
    }
  }

  String place = "";

  @Test
  void whatIsKeptIsThereAfterOpeningAgain() {
    put(capture(1), "a", "Ferry sinks", "A storm came.", "Ada Quill");
    String derived = store.read(t -> t.derived().sha256());
    store.close();
    try (Store again = Store.existing(place, ARCHIVE)) {
      assertThat(again.<String>read(t -> t.derived().sha256())).isEqualTo(derived);
      assertThat(again.captures()).containsExactly(capture(1));
    }
  }

  @Test
  void aVersionAndItsReadingComeBackAsTheyWere() {
    Version version =
        put(capture(1), "a", "Ferry “sinks” 🚢", "A storm came. Why?", "Ada Quill", "Ben");
    assertAll(t -> t.reports().versions("a")).containsExactly(version);
    assertOne(t -> t.reports().latest("a")).contains(version);
    assertAll(t -> t.reports().from(version.capture())).containsExactly(version);
    assertAll(t -> t.reports().at("https://harbour.example/1")).containsExactly("a");
    assertOne(t -> t.reports().reading(version)).contains(reading(version, "Ada Quill", "Ben"));
    assertThat(store.<Long>read(t -> t.reports().count())).isEqualTo(1);
  }

  private Report report(String id) {
    return store.read(t -> t.reports().latest(id)).orElseThrow().report();
  }

  @Test
  void whatNoDatabaseKeepsIsMarkedAndOffsetsStay() {
    Capture capture = capture(1);
    store.change(t -> t.captures().accept(capture));
    store.change(t -> t.reports().add(version(capture, "a", "Nul \0", "Half \uD83D and \uDEA2.")));
    assertThat(report("a"))
        .satisfies(
            report -> {
              assertThat(report.title()).isEqualTo("Nul \uFFFD");
              assertThat(report.text()).isEqualTo("Half \uFFFD and \uFFFD.");
            });
  }

  @Test
  void onlyAChangeOfTitleOrTextIsANewVersion() {
    List<Change> changes = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<String> texts = List.of("One.", "One.", "Two.", "Two.", "One.");
    for (int i = 0; i < texts.size(); i++) {
      Capture capture = capture("https://harbour.example/a", i, "Page " + i);
      Version version = version(capture, "a", "Title", texts.get(i));
      store.change(
          t -> {
            t.captures().accept(capture);
            Kept kept = t.reports().add(version);
            changes.add(kept.change());
            numbers.add(kept.number());
            assertThat(t.reports().add(version).change()).isEqualTo(Change.KNOWN);
          });
    }
    assertThat(changes)
        .containsExactly(
            Change.NEW_REPORT, Change.SAME, Change.NEW_VERSION, Change.SAME, Change.NEW_VERSION);
    assertThat(numbers).containsExactly(1, 1, 2, 2, 3);
    assertAll(t -> t.reports().versions("a"))
        .extracting(version -> version.report().text())
        .containsExactly("One.", "Two.", "One.");
  }

  @Test
  void versionsAreTheSameInWhateverOrderTheyCome() {
    List<String> texts = List.of("One.", "Two.", "Two.", "One.", "Three.", "Three.");
    List<Capture> captures = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      captures.add(capture("https://harbour.example/a", i / 2, "Page " + i));
    }
    String expected = null;
    for (int seed = 0; seed < 8; seed++) {
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
      Collections.shuffle(order, new Random(seed));
      for (int i : order) {
        put(captures.get(i), "a", "Title", texts.get(i), "Ada Quill");
      }
      String derived = store.read(t -> t.derived().sha256());
      expected = expected == null ? derived : expected;
      assertThat(derived).isEqualTo(expected);
      store.change(t -> t.derived().clear());
    }
  }

  @Test
  void aVersionThatNobodyAcceptedIsRefused() {
    assertThatThrownBy(
            () -> store.change(t -> t.reports().add(version(capture(1), "a", "Title", "Text."))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(capture(1).id());
  }

  @Test
  void reportsAreFoundByWordsWhateverTheirFormCaseAndMarks() {
    put(capture(1), "a", "Missiles over Bäckerstadt", "Nobody's harmed. They flew.", "Ada Quill");
    put(capture(2), "b", "Ferry sinks", "The ferry had been late.", "Ben Reed");
    assertThat(found("missile")).containsExactly("a");
    assertThat(found("MISSILES backerstadt flew")).containsExactly("a");
    assertThat(found("ferries")).containsExactly("b");
    assertThat(found("missile ferry")).isEmpty();
    assertThat(found("\"ferry had been\"")).containsExactly("b");
    assertThat(found("\"ferry been\"")).isEmpty();
    assertThat(found("ferry been")).containsExactly("b");
    assertThat(found("")).containsExactly("a", "b");
    assertThat(found("?!")).isEmpty();
  }

  @Test
  void noCharacterOfAQuestionIsAnOperator() {
    put(capture(1), "a", "Ferry sinks", "A or not near b.", "Ada Quill");
    for (String odd :
        List.of(
            "ferry OR plane",
            "ferry*",
            "fer*",
            "-ferry",
            "title:ferry",
            "ferry & !sinks | x",
            "\"ferry",
            "ferry\"\"",
            "(ferry",
            "{words}:ferry",
            "^ferry",
            "'ferry'",
            "ferry:*",
            "ferry <-> sinks",
            "NEAR(ferry sinks)",
            "ferry\\",
            "'; DROP TABLE passage; --",
            "ferry\0",
            "\uD83D",
            "ferry:A",
            "%",
            "_",
            "🚢",
            "ferry AND sinks",
            "not")) {
      assertThat(found(odd)).as(odd).isIn(List.of(), List.of("a"));
    }
    assertThat(found("ferry OR plane")).isEmpty();
    assertThat(found("(ferry* & 'sinks")).containsExactly("a");
  }

  private List<String> found(String words) {
    return store.read(t -> t.search().reports(Question.of(words))).stream()
        .map(Hit::report)
        .toList();
  }

  @Test
  void statementsAreFoundByWordsPartyOutletAndTime() {
    put(
        version(
            capture(1), "a", "Harbour Post", "Sinking", "Wind sank it. Nobody knew.", "2031-03-01"),
        capture(1),
        "Ada Quill",
        "Ben Reed");
    put(
        version(capture(2), "b", "HARBOUR POST", "Sinking", "Wind was low.", "2031-03-02"),
        capture(2),
        "Cora Quill");
    put(
        version(capture(3), "c", "Island Echo", "Sinking", "The wind is to blame.", null),
        capture(3),
        "Ben Reed");
    assertThat(said(Question.of("wind"))).containsExactly("c1", "b1", "a1");
    assertThat(said(Question.of("").party("quill"))).containsExactly("b1", "a1");
    assertThat(said(Question.of("").party("ADA quill"))).containsExactly("a1");
    assertThat(said(Question.of("wind").party("reed"))).containsExactly("c1");
    assertThat(said(Question.of("wind").outlet("harbour post"))).containsExactly("b1", "a1");
    assertThat(said(Question.of("").outlet("Harbour"))).containsExactly("b1", "a1", "a2");
    assertThat(said(Question.of("").outlet("post harbour"))).containsExactly("b1", "a1", "a2");
    assertThat(said(Question.of("").outlet("harb"))).isEmpty();
    assertThat(said(Question.of("").outlet("?"))).isEmpty();
    assertThat(said(Question.of("").between(day("2031-03-02"), null))).containsExactly("c1", "b1");
    assertThat(said(Question.of("").between(null, day("2031-03-02")))).containsExactly("a1", "a2");
    assertThat(said(Question.of("").between(NOON, NOON.plusSeconds(4)))).containsExactly("c1");
    assertThat(said(Question.of("wind").most(2))).containsExactly("c1", "b1");
    assertThat(
            store.read(t -> t.search().reports(Question.of("wind").party("reed"))).stream()
                .map(Hit::report))
        .containsExactly("c", "a");
    Said first = store.read(t -> t.search().statements(Question.of("knew"))).getFirst();
    assertThat(first.party()).isEqualTo("Ben Reed");
    assertThat(first.words()).isEqualTo(" Nobody knew.");
    assertThat(first.spans().getFirst().of("Wind sank it. Nobody knew.")).isEqualTo(first.words());
    assertThat(first.in())
        .isEqualTo(
            new Hit(
                "a",
                "Harbour Post",
                stamp("2031-03-01"),
                day("2031-03-01"),
                "Sinking",
                "https://harbour.example/1"));
  }

  private static Instant day(String date) {
    return stamp(date).instant();
  }

  private List<String> said(Question question) {
    return store.read(t -> t.search().statements(question)).stream()
        .map(said -> said.in().report() + said.statement())
        .toList();
  }

  @Test
  void onlyTheLatestVersionOfAReportIsFound() {
    put(capture("https://harbour.example/a", 0, "1"), "a", "Title", "Ten died.", "Ada");
    put(capture("https://harbour.example/a", 9, "2"), "a", "Title", "Twelve died.", "Ada");
    put(capture("https://harbour.example/a", 5, "3"), "a", "Title", "Eleven died.", "Ada");
    assertThat(found("died")).containsExactly("a");
    assertThat(found("ten")).isEmpty();
    assertThat(found("eleven")).isEmpty();
    assertThat(said(Question.of("twelve"))).containsExactly("a1");
  }

  private static final String PAGE = "https://harbour.example/a";

  /** Version after version of one report, a minute apart, all said by Ada Quill. */
  private void edited(String... texts) {
    for (int i = 0; i < texts.length; i++) {
      put(capture(PAGE, 60 * i, "v" + i), "a", "Title", texts[i], "Ada Quill");
    }
  }

  private Said one(String words) {
    List<Said> found = store.read(t -> t.search().statements(Question.of(words)));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void whatOnlyOlderVersionsSayIsFoundAndMarked() {
    edited("Wind rose. Ten died.", "Wind rose. Twelve died.", "Wind rose. Twelve died.");
    Said ten = one("ten");
    assertThat(ten.gone()).isEqualTo(new Search.Gone(2, NOON.plusSeconds(60)));
    assertThat(List.of(ten.first(), ten.last())).containsExactly(1, 1);
    assertThat(List.of(ten.firstSeen(), ten.lastSeen())).containsExactly(NOON, NOON);
    assertThat(ten.in().at()).isEqualTo(stamp("2031-03-04T11:30:00+02:00").instant());
    assertThat(ten.spans().getFirst().of("Wind rose. Ten died.")).isEqualTo(ten.words());
    Said twelve = one("twelve");
    assertThat(twelve.gone()).isNull();
    assertThat(twelve.in().at()).isEqualTo(NOON.plusSeconds(60));
    assertThat(List.of(twelve.firstSeen(), twelve.lastSeen()))
        .containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(120));
    Said wind = one("wind");
    assertThat(wind.gone()).isNull();
    assertThat(List.of(wind.first(), wind.last())).containsExactly(1, 2);
    assertThat(List.of(wind.firstSeen(), wind.lastSeen()))
        .containsExactly(NOON, NOON.plusSeconds(120));
    assertThat(said(Question.of("").party("quill"))).containsExactly("a2", "a1", "a2");
    assertThat(said(Question.of("died").between(NOON, null))).containsExactly("a2");
  }

  @Test
  void aStatementComesWithItsCueAndWhetherItDenies() {
    put(capture(1), "a", "Title", "Wind rose. Ten died.", "Ada Quill");
    assertThat(one("wind").denied()).isFalse();
    assertThat(one("ten").denied()).isTrue();
    assertThat(one("ten").cue())
        .isEqualTo(new Search.Cue(" Ten died.", new rashomon.model.Span(10, 20)));
  }

  @Test
  void aLaterVersionIsOfWhenItWasModifiedWhereThatChanged() {
    List<String> modified = List.of("2031-03-04T12:00:30Z", "2031-03-04T12:00:50Z");
    List<String> stamps = List.of(modified.get(0), modified.get(1), modified.get(1));
    for (int i = 0; i < 3; i++) {
      Capture capture = capture(PAGE, 60 * i, "v" + i);
      Version plain = version(capture, "a", "Title", "Number" + i + " died.");
      Report was = plain.report();
      Report report =
          new Report(
              was.file(),
              was.url(),
              was.outlet(),
              was.title(),
              was.published(),
              stamp(stamps.get(i)),
              was.seen(),
              was.language(),
              was.text());
      put(new Version("a", capture.id(), report, List.of()), capture, "Ada Quill");
    }
    assertThat(one("number0").gone()).isEqualTo(new Search.Gone(2, Instant.parse(modified.get(1))));
    assertThat(one("number1").in().at()).isEqualTo(Instant.parse(modified.get(1)));
    assertThat(one("number2").in().at()).isEqualTo(NOON.plusSeconds(120));
  }

  @Test
  void whatComesBackIsInTheReportAgain() {
    edited("Ten died.", "Twelve died.", "Ten died.");
    Said ten = one("ten");
    assertThat(ten.gone()).isNull();
    assertThat(List.of(ten.first(), ten.last())).containsExactly(1, 3);
    assertThat(one("twelve").gone()).isEqualTo(new Search.Gone(3, NOON.plusSeconds(120)));
  }

  @Test
  void whatIsGivenToAnotherIsNoLongerSaidByTheFirst() {
    put(capture(PAGE, 0, "1"), "a", "Title", "Ten died.", "Ada Quill");
    put(capture(PAGE, 60, "2"), "a", "New title", "Ten died.", "Ben Reed");
    List<Said> found = store.read(t -> t.search().statements(Question.of("ten")));
    assertThat(found).extracting(Said::party).containsExactly("Ben Reed", "Ada Quill");
    assertThat(found.getFirst().gone()).isNull();
    assertThat(found.getLast().gone()).isEqualTo(new Search.Gone(2, NOON.plusSeconds(60)));
  }

  @Test
  void whatStandsThereButIsReadOtherwiseIsNotGone() {
    put(capture(PAGE, 0, "1"), "a", "Title", "Ten died. Wind rose.", "Ada Quill");
    put(capture(PAGE, 60, "2"), "a", "Title", "Ten died. Wind fell.");
    assertThat(said(Question.of("ten"))).isEmpty();
    assertThat(one("rose").gone()).isNotNull();
    put(capture(PAGE, 120, "3"), "a", "Title", "Ten died. Wind fell off.", "Ada Quill");
    assertThat(one("ten").first()).isEqualTo(3);
  }

  @Test
  void whatOlderVersionsSayIsTheSameInWhateverOrderTheyCome() {
    Random random = new Random(3);
    for (int round = 0; round < 6; round++) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 4; sentence++) {
          text.append("Number").append(sentence * 3 + random.nextInt(3)).append(" died. ");
        }
        texts.add(text.toString());
      }
      edited(texts.toArray(String[]::new));
      String inOrder = store.read(t -> t.derived().sha256());
      store.change(t -> t.derived().clear());
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
      Collections.shuffle(order, random);
      for (int i : order) {
        put(capture(PAGE, 60 * i, "v" + i), "a", "Title", texts.get(i), "Ada Quill");
      }
      assertThat(store.<String>read(t -> t.derived().sha256())).isEqualTo(inOrder);
      assertAll(t -> t.search().statements(Question.of("died")))
          .anyMatch(said -> said.gone() != null);
      store.change(t -> t.derived().clear());
    }
  }

  @Test
  void whatOlderVersionsSaidIsForgottenToo() {
    edited("Ten died.", "Twelve died.");
    store.forget(PAGE, NOON, "asked to");
    assertThat(said(Question.of("died"))).isEmpty();
    store.<Object>read(
        t -> {
          t.derived().lines(line -> assertThat(line).doesNotContainIgnoringCase("died"));
          return t;
        });
    put(capture("https://harbour.example/b", 0, "b"), "b", "Title", "Ten fled.", "Ada Quill");
    assertThat(said(Question.of("ten"))).containsExactly("b1");
  }

  @Test
  void aVeryLongTextIsKeptWholeAndFoundByItsBeginning() {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("Beginning ");
    while (text.length() < 1_500_000) {
      text.append((char) ('一' + random.nextInt(20_000)));
      text.append(random.nextInt(9) == 0 ? " " : "");
    }
    put(capture(1), "a", "Title", text.toString());
    assertThat(found("beginning")).containsExactly("a");
    assertThat(report("a").text()).isEqualTo(text.toString());
  }

  @Test
  void rejectionsAreKeptOnce() {
    Rejection rejection = new Rejection("page.html", "no-text", "page.html has no text");
    store.change(t -> t.captures().accept(capture(1)));
    for (int i = 0; i < 2; i++) {
      store.change(t -> t.reports().reject(capture(1).id(), rejection, NOON));
      store.change(t -> t.reports().reject(null, rejection, NOON));
    }
    assertAll(t -> t.reports().rejections(9)).containsExactly(rejection, rejection);
    store.change(t -> t.derived().clear());
    assertThat(store.<Long>read(t -> t.reports().rejectionCount())).isEqualTo(1);
  }

  @Test
  void sketchesComeInTheOrderOfFirstVersions() {
    put(capture("https://harbour.example/a", 50, "late"), "a", "Title", "Two.", "Ada");
    put(capture("https://harbour.example/a", 5, "early"), "a", "Title", "One.", "Ada");
    put(capture("https://harbour.example/b", 10, "b"), "b", "Title", "Other.", "Ada");
    store.change(
        t -> {
          t.sketches().keep("a", new byte[] {1});
          t.sketches().keep("b", new byte[] {2});
          t.sketches().keep("a", new byte[] {3, 4});
        });
    List<Sketched> sketches = store.read(t -> t.sketches().all(Place.FIRST, Instant.MAX, 9));
    assertThat(sketches).extracting(Sketched::report).containsExactly("a", "b");
    assertThat(sketches.getFirst().seen()).isEqualTo(NOON.plusSeconds(5));
    assertThat(sketches.getFirst().sketch().bytes()).containsExactly(3, 4);
    assertAll(t -> t.sketches().all(Place.from(NOON.plusSeconds(6)), Instant.MAX, 9)).hasSize(1);
    assertAll(t -> t.sketches().all(Place.from(NOON.plusSeconds(10)), Instant.MAX, 9)).hasSize(1);
    assertAll(t -> t.sketches().all(Place.FIRST, NOON.plusSeconds(9), 9)).hasSize(1);
    assertAll(t -> t.sketches().all(sketches.getFirst().place(), Instant.MAX, 1))
        .containsExactly(sketches.getLast());
    assertOne(t -> t.sketches().newestPlaced()).isEmpty();
    store.change(t -> t.stories().place("a", "s1"));
    assertOne(t -> t.sketches().newestPlaced()).contains(NOON.plusSeconds(5));
    assertAll(t -> t.sketches().unplaced(Place.FIRST, Instant.MAX, 9))
        .containsExactly(sketches.getLast());
    assertThat(store.<Long>read(t -> t.sketches().unplaced())).isEqualTo(1);
    assertAll(t -> t.stories().seen("s1")).containsExactly(NOON.plusSeconds(5));
    Standing first = new Standing(sketches.getFirst(), "s1", "s1");
    assertAll(t -> standing(t, NOON.plusSeconds(5))).containsExactly(first);
    assertAll(t -> standing(t, NOON.plusSeconds(6))).isEmpty();
    store.change(t -> t.stories().place("b", "s1"));
    assertAll(t -> standing(t, NOON.plusSeconds(6)))
        .containsExactly(first, new Standing(sketches.getLast(), "s1", "s1"));
  }

  private static List<Standing> standing(Transaction t, Instant since) {
    try (Stream<Standing> standing = t.sketches().standing(since)) {
      return standing.toList();
    }
  }

  @Test
  void aStoryOfTheSameReportsKeepsWhatComparingGave() {
    put(capture(1), "a", "First", "One.", "Ada");
    put(capture(2), "b", "Second", "Two.", "Ada");
    put(capture(3), "c", "Third", "Three.", "Ada");
    store.change(
        t -> {
          t.stories().place("a", "s1");
          t.stories().place("b", "s2");
          t.stories().place("c", "s3");
        });
    List<Stale> stale = store.read(t -> t.stories().stale(9));
    Summary first = new Summary("s1", "First", NOON, NOON, 1, 1, 0);
    Summary second = new Summary("s2", "Second", NOON, NOON, 1, 1, 0);
    store.change(
        t -> {
          t.stories().compared(stale.get(0), first);
          t.stories().compared(stale.get(1), second);
        });
    store.change(
        t ->
            t.stories()
                .anew(
                    () -> {
                      t.stories().place("b", "s1");
                      t.stories().place("a", "s1");
                      t.stories().place("b", "s2");
                      t.stories().place("c", "s2");
                    }));
    assertOne(t -> t.stories().summary("s1")).contains(first);
    assertAll(t -> t.stories().stale(9)).extracting(Stale::story).containsExactly("s2");
    store.change(t -> t.stories().anew(() -> t.stories().place("c", "s1")));
    assertAll(t -> t.stories().stale(9)).extracting(Stale::story).containsExactly("s1");
    assertThat(store.<Long>read(t -> t.stories().count())).isEqualTo(1);
    store.change(t -> t.stories().anew(() -> {}));
    assertThat(store.<Long>read(t -> t.stories().count())).isZero();
  }

  @Test
  void placingAnewThatFailsLeavesEverythingAsItWas() {
    fill();
    String before = store.read(t -> t.derived().sha256());
    assertThatThrownBy(
            () ->
                store.change(
                    t ->
                        t.stories()
                            .anew(
                                () -> {
                                  t.stories().place("r1", "s9");
                                  throw new IllegalArgumentException("no");
                                })))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.<String>read(t -> t.derived().sha256())).isEqualTo(before);
    assertAll(t -> t.stories().stale(9)).isEmpty();
  }

  @Test
  void whatIsStillToBeDoneOutlivesClearingUntilItIsDone() {
    Version version = put(capture(1), "a", "First", "One.", "Ada");
    put(capture(2), "b", "Second", "Two.", "Ada");
    for (int i = 0; i < 2; i++) {
      store.change(
          t -> {
            t.pending().readAgain("TRAINED");
            t.pending().placeAnew();
          });
    }
    store.change(t -> t.derived().clear());
    assertThat(store.<Boolean>read(t -> t.pending().isToBePlacedAnew())).isTrue();
    assertThat(store.<Long>read(t -> t.pending().toBeReadAgain())).isEqualTo(2);
    assertAll(t -> t.reports().pending(9)).isEmpty();
    put(capture(1), "a", "First", "One.", "Ada");
    assertAll(t -> t.reports().pending(9)).containsExactly(version);
    store.change(
        t -> {
          t.pending().readAgain(version);
          t.pending().placedAnew();
        });
    assertAll(t -> t.reports().pending(9)).isEmpty();
    assertThat(store.<Boolean>read(t -> t.pending().isToBePlacedAnew())).isFalse();
    assertThat(store.<Long>read(t -> t.pending().toBeReadAgain())).isEqualTo(1);
    store.forget("https://harbour.example/2", NOON, "");
    assertThat(store.<Long>read(t -> t.pending().toBeReadAgain())).isZero();
  }

  @Test
  void storiesAreListedWithTheirReportsTheLatestFirst() {
    fill();
    store.change(
        t -> {
          t.stories().touch("s3");
          Stale stale = t.stories().stale(9).getFirst();
          Summary later = new Summary("s3", "Later", NOON, NOON.plusSeconds(60), 4, 4, 2);
          t.stories().compared(stale, later);
        });
    List<Listed> all = store.read(t -> t.stories().latest(false, Instant.MIN, 9));
    assertThat(all)
        .extracting(one -> one.summary().story())
        .containsExactly("s3", "s0", "s1", "s2", "s4");
    assertThat(all)
        .allSatisfy(
            one -> {
              List<Headline> alone = store.read(t -> t.stories().headlines(one.summary().story()));
              assertThat(one.reports()).isEqualTo(alone).hasSize(4);
              assertOne(t -> t.stories().summary(one.summary().story())).contains(one.summary());
            });
    assertAll(t -> t.stories().latest(false, Instant.MIN, 2)).isEqualTo(all.subList(0, 2));
    assertAll(t -> t.stories().latest(true, Instant.MIN, 9)).isEqualTo(all.subList(0, 1));
    assertAll(t -> t.stories().latest(false, NOON.plusSeconds(60), 9)).isEqualTo(all.subList(0, 1));
    assertThat(store.<Long>read(t -> t.stories().contested())).isEqualTo(1);
  }

  @Test
  void whatTheReportsOfAStorySayComesWithTheirLatestVersions() {
    put(capture("https://harbour.example/a", 0, "1"), "a", "Title", "Ten died.", "Ada");
    Version latest =
        put(capture("https://harbour.example/a", 9, "2"), "a", "Title", "Twelve died.", "Ada");
    Capture unread = capture(5);
    Version other = version(unread, "b", "Other", "Wind.");
    store.change(
        t -> {
          t.captures().accept(unread);
          t.reports().add(other);
          t.stories().place("a", "s1");
          t.stories().place("b", "s1");
        });
    assertAll(t -> t.reports().of("s1"))
        .containsExactly(
            new Reports.Said(latest, Optional.of(reading(latest, "Ada"))),
            new Reports.Said(other, Optional.empty()));
    assertAll(t -> t.reports().of("s2")).isEmpty();
  }

  @Test
  void storiesAreStaleUntilComparedAsTheyAre() {
    put(capture(1), "a", "First", "One.", "Ada");
    put(capture(2), "b", "Second", "Two.", "Ada");
    store.change(t -> t.stories().place("a", "s1"));
    Stale early = store.read(t -> t.stories().stale(9)).getFirst();
    store.change(t -> t.stories().place("b", "s1"));
    Summary summary = new Summary("s1", "First", NOON, NOON.plusSeconds(9), 2, 1, 3);
    store.change(t -> t.stories().compared(early, summary));
    Stale late = store.read(t -> t.stories().stale(9)).getFirst();
    store.change(t -> t.stories().compared(late, summary));
    assertAll(t -> t.stories().stale(9)).isEmpty();
    assertOne(t -> t.stories().summary("s1")).contains(summary);
    assertAll(t -> t.stories().headlines("s1"))
        .extracting(Headline::report, Headline::title)
        .containsExactly(tuple("a", "First"), tuple("b", "Second"));
    store.change(t -> t.stories().place("b", "s2"));
    assertAll(t -> t.stories().stale(9)).extracting(Stale::story).containsExactly("s1", "s2");
    store.change(t -> t.stories().storyline("s2", "s1"));
    assertOne(t -> t.stories().storyline("s2")).contains("s1");
    assertAll(t -> t.stories().along("s1")).containsExactly(summary);
    store.change(t -> t.stories().take("a"));
    assertOne(t -> t.stories().summary("s1")).isEmpty();
    assertOne(t -> t.stories().of("b")).contains("s2");
    assertThat(store.<Long>read(t -> t.stories().count())).isEqualTo(1);
  }

  @Test
  void whatHappenedToAReportIsToldOfItsStoryAndOutlivesClearing() {
    Event read = new Event(NOON, "read again", "", "a", null, "1 statement before, 2 now");
    store.change(
        t -> {
          t.stories().place("a", "s1");
          t.stories().log(read);
          t.stories().log(new Event(NOON, "corrected", "", null, "c1", ""));
          t.stories().log(new Event(NOON, "began", "s1", "a", null, ""));
        });
    assertAll(t -> t.stories().events("s1")).hasSize(2).contains(read);
    store.change(t -> t.stories().anew(() -> {}));
    assertAll(t -> t.stories().events("s1")).isEmpty();
    assertAll(t -> List.copyOf(t.stories().others("corrected"))).isEmpty();
    store.change(t -> t.stories().place("a", "s2"));
    assertAll(t -> t.stories().events("s2")).containsExactly(read);
  }

  @Test
  void eventsAndCorrectionsStayInOrder() {
    Event began = new Event(NOON, "began", "s1", "a", null, "its first report");
    Event merged = new Event(NOON, "merged", "s1", null, "s2", "one event");
    Event other = new Event(NOON, "began", "s3", "c", null, "alone");
    Correction late = new Correction("c1", NOON.plusSeconds(1), "{\"together\": [\"a\", \"b\"]}");
    Correction early = new Correction("c2", NOON, "{}");
    store.change(
        t -> {
          List.of(began, merged, other).forEach(t.stories()::log);
          List.of(late, early, late).forEach(t.stories()::correct);
        });
    assertAll(t -> t.stories().events("s1")).containsExactly(began, merged);
    assertAll(t -> t.stories().events("s2")).containsExactly(merged);
    assertAll(t -> t.stories().corrections()).containsExactly(early, late);
    store.change(t -> t.derived().clear());
    assertAll(t -> t.stories().events("s1")).isEmpty();
    assertAll(t -> t.stories().corrections()).containsExactly(early, late);
  }

  @Test
  void whereTheFetchingStandsIsRemembered() {
    String url = "https://harbour.example/feed";
    Visit feed = new Visit(url, true, null, url, "\"e\"", null, NOON, 0, 1800, null);
    Visit failed =
        new Visit(url, true, null, null, null, "now", NOON.plusSeconds(9), 2, 3600, "no answer");
    Visit page =
        new Visit("https://harbour.example/1", false, "{}", null, null, null, null, 0, 3, null);
    store.change(t -> t.visits().keep(feed));
    assertOne(t -> t.visits().find(url)).contains(feed);
    store.change(t -> t.visits().keep(failed));
    store.change(t -> t.visits().keep(page));
    assertAll(t -> t.visits().lists()).containsExactly(failed);
    assertAll(t -> t.visits().due()).containsExactly(failed);
    assertOne(t -> t.visits().find(page.url())).contains(page);
    store.forget(page.url(), NOON, "");
    assertOne(t -> t.visits().find(page.url())).isEmpty();
  }

  @Test
  void everythingDerivedCanBeMadeAgainByteForByte() {
    fill();
    String before = store.read(t -> t.derived().sha256());
    List<String> lines = new ArrayList<>();
    store.<Object>read(
        t -> {
          t.derived().lines(lines::add);
          return t;
        });
    assertThat(lines).anyMatch(line -> line.startsWith("passage\t")).doesNotHaveDuplicates();
    store.change(t -> t.derived().clear());
    assertThat(store.<String>read(t -> t.derived().sha256())).isNotEqualTo(before);
    assertThat(store.<Long>read(t -> t.captures().waitingCount())).isEqualTo(20);
    fill();
    assertThat(store.<String>read(t -> t.derived().sha256())).isEqualTo(before);
  }

  /** Twenty reports in five stories. */
  void fill() {
    for (int i = 1; i <= 20; i++) {
      put(
          capture(i),
          "r" + i,
          "Title " + i,
          "Marker" + i + " wind. Calm.",
          "Ada Quill",
          "Ben Reed");
    }
    store.change(
        t -> {
          for (int i = 1; i <= 20; i++) {
            t.sketches().keep("r" + i, new byte[] {(byte) i});
            t.stories().place("r" + i, "s" + i % 5);
            t.stories().log(new Event(NOON, "joined", "s" + i % 5, "r" + i, null, "near r1"));
          }
          for (Stale stale : t.stories().stale(9)) {
            t.stories().compared(stale, new Summary(stale.story(), "Marker1", NOON, NOON, 4, 4, 0));
          }
        });
  }

  @Test
  void whatIsForgottenIsGoneAndNoted() {
    fill();
    assertThat(store.forget("https://harbour.example/7", NOON, "a court said so"))
        .isEqualTo(new Removals.Removed(List.of("r7"), 1, true));
    assertAll(t -> t.reports().versions("r7")).isEmpty();
    assertOne(t -> t.captures().find(capture(7).id())).isEmpty();
    assertThat(found("marker7")).isEmpty();
    assertThat(said(Question.of("marker7"))).isEmpty();
    assertOne(t -> t.stories().of("r7")).isEmpty();
    assertOne(t -> t.stories().summary("s2")).isEmpty();
    assertThat(store.<Boolean>read(t -> t.pending().isToBePlacedAnew())).isTrue();
    assertAll(t -> t.stories().stale(9)).extracting(Stale::story).containsExactly("s2");
    assertThat(found("wind")).hasSize(19);
    assertAll(t -> t.removals().all())
        .extracting(Removals.Removal::reason)
        .containsExactly("a court said so");
    assertThat(store.<Acceptance>write(t -> t.captures().accept(capture(7))))
        .isEqualTo(Acceptance.REMOVED);
    assertThat(store.<Long>read(t -> t.captures().count())).isEqualTo(19);
  }

  @Test
  void whereNothingIsKnownOfAnAddressNothingIsNoted() {
    fill();
    assertThat(store.forget("https://harbour.example/never", NOON, "unknown"))
        .isEqualTo(new Removals.Removed(List.of(), 0, false));
    assertAll(t -> t.removals().all()).isEmpty();
    store.change(t -> t.visits().keep(visited("https://harbour.example/never", null)));
    assertThat(store.forget("https://harbour.example/never", NOON, "").noted()).isTrue();
    assertAll(t -> t.removals().all()).hasSize(1);
  }

  @Test
  void whatRedirectedToAnAddressGoesWithIt() {
    fill();
    String page = "https://harbour.example/7";
    store.change(
        t -> {
          t.visits().keep(visited(page, page));
          t.visits().keep(visited("https://short.example/7", page));
          t.visits().keep(visited("https://short.example/8", "https://harbour.example/8"));
        });
    store.forget(page, NOON, "asked to");
    assertOne(t -> t.visits().find(page)).isEmpty();
    assertOne(t -> t.visits().find("https://short.example/7")).isEmpty();
    assertOne(t -> t.visits().find("https://short.example/8")).isPresent();
    store.change(t -> t.removals().alike("https://short.example/8", page));
    assertOne(t -> t.visits().find("https://short.example/8")).isEmpty();
    for (String url : List.of(page, "https://short.example/7", "https://short.example/8")) {
      assertOne(t -> t.removals().find(url)).get().extracting("at").isEqualTo(NOON);
    }
  }

  private static Visit visited(String url, @Nullable String asked) {
    return new Visit(url, false, null, asked, "\"e\"", null, null, 0, 1, null);
  }

  @Test
  void aTextThatOthersShareStaysWithThem() {
    put(capture(1), "a", "Title", "Same words.", "Ada");
    put(capture(2), "b", "Title", "Same words.", "Ada");
    store.forget("https://harbour.example/1", NOON, "asked to");
    assertThat(report("b").text()).isEqualTo("Same words.");
  }

  @Test
  void aBackupHoldsWhatWasThereAtOneMoment() throws Exception {
    fill();
    store.change(t -> t.stories().correct(new Correction("c1", NOON, "{}")));
    store.forget("https://harbour.example/9", NOON, "asked to");
    String derived = store.read(t -> t.derived().sha256());
    Writer.write(store, 12, SILENT);
    Path backup = folder.resolve("backup.db");
    store.backup(backup);
    String after = store.read(t -> t.derived().sha256());
    store.change(t -> t.derived().clear());
    assertThat(after).isNotEqualTo(derived);
    for (String to : List.of(freshPlace(), folder.resolve("other").toString())) {
      Store.restore(backup, to, ARCHIVE);
      try (Store restored = Store.existing(to, ARCHIVE)) {
        assertThat(restored.<String>read(t -> t.derived().sha256())).isEqualTo(after);
        assertThat(restored.captures().toList()).isEqualTo(store.captures().toList());
        assertThat(restored.<Object>read(t -> t.stories().corrections()))
            .isEqualTo(store.<Object>read(t -> t.stories().corrections()));
        assertThat(restored.<Object>read(t -> t.removals().all()))
            .isEqualTo(store.<Object>read(t -> t.removals().all()));
        assertThat(
                restored
                    .read(t -> t.search().statements(Question.of("marker3").party("reed")))
                    .size())
            .isZero();
        assertThat(
                restored
                    .read(t -> t.search().statements(Question.of("marker3").party("quill")))
                    .size())
            .isOne();
        restored.change(t -> t.stories().log(new Event(NOON, "left", "s1", null, null, "old")));
        put(restored);
      }
      assertThatThrownBy(() -> Store.restore(backup, to, ARCHIVE))
          .isInstanceOf(StoreProblem.class)
          .hasMessageContaining("already");
    }
    assertThatThrownBy(() -> store.backup(backup))
        .isInstanceOf(StoreProblem.class)
        .hasMessageContaining("already");
  }

  /** What is written after restoring does not meet what was restored. */
  private static void put(Store restored) {
    Capture capture = capture("https://harbour.example/new", 99, "new");
    Version version = version(capture, "new", "Newest", "New words.");
    restored.change(
        t -> {
          t.captures().accept(capture);
          t.reports().add(version);
          t.reports().keep(version, reading(version, "Ada"));
        });
    assertThat(restored.read(t -> t.search().reports(Question.of("newest"))).size()).isOne();
  }

  @Test
  void aBackupIsTakenWhileOthersWrite() throws Exception {
    Path backup = folder.resolve("backup.db");
    CountDownLatch some = new CountDownLatch(1);
    Thread writing =
        Thread.ofPlatform()
            .start(
                () -> {
                  Writer.write(store, 20, SILENT);
                  some.countDown();
                  Writer.write(store, 120, SILENT);
                });
    assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
    store.backup(backup);
    writing.join();
    String place = folder.resolve("restored").toString();
    Store.restore(backup, place, ARCHIVE);
    try (Store restored = Store.existing(place, ARCHIVE)) {
      List<Capture> kept = restored.captures().toList();
      assertThat(kept).hasSizeBetween(20, 120);
      assertThat(kept.size() % 4).as("batches are whole").isZero();
      assertThat(store.captures().toList()).startsWith(kept.toArray(Capture[]::new));
    }
  }

  @Test
  void whatIsNoBackupIsRefused() throws Exception {
    Path diary = Files.writeString(folder.resolve("diary"), "Dear diary");
    Path cut = folder.resolve("cut");
    fill();
    store.backup(folder.resolve("backup"));
    byte[] whole = Files.readAllBytes(folder.resolve("backup"));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    String to = freshPlace();
    for (Path bad : List.of(diary, cut, folder.resolve("missing"))) {
      assertThatThrownBy(() -> Store.restore(bad, to, ARCHIVE))
          .isInstanceOf(StoreProblem.class)
          .hasMessageContaining(bad.toString());
    }
    Store.restore(folder.resolve("backup"), to, ARCHIVE);
  }
}
