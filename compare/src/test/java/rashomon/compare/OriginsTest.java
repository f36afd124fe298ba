package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.Copy;
import rashomon.model.Facet;
import rashomon.model.Origin;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Stamp;

class OriginsTest {

  private static final String WIRE =
      "A grain barge struck the swing bridge at Varn shortly before dawn and sank in the lock. "
          + "Two deckhands were pulled from the water by a passing tug.\n\n"
          + "The lock keeper closed both gates and called the harbour master, who sent divers from the naval yard. "
          + "Traffic on the canal was stopped in both directions until further notice.\n\n"
          + "Repairs to the bridge would take at least nine days, the canal office said on Monday evening.";

  private static final String EDITED =
      "A grain barge struck the swing bridge at Varn just before dawn and went down in the lock. "
          + "Two deckhands were pulled out of the water by a passing tug.\n\n"
          + "The lock keeper shut both gates and called the harbour master, who sent divers from the naval yard. "
          + "Traffic on the canal was stopped in both directions until further notice.\n\n"
          + "Repairs to the bridge would take at least nine days, the canal office said late on Monday.";

  private static final String OWN =
      "Mila Torv had been up since four, mending nets on the quay, when she heard the timbers go. "
          + "She ran to the sluice with a lantern. Half of the village was there already.\n\n"
          + "The miller blamed the current, which had been strong since the thaw. "
          + "His brother, a pilot of thirty years, blamed nobody and looked at the wreck for a long time.";

  private static final String MORE =
      "By noon the baker had sold out, and a boy was selling plums from a handcart to those who stayed. "
          + "An old song about a drowned fiddler went round until somebody asked for quiet.\n\n"
          + "Nobody could say whose wheat it was, or who would pay for it. Three families from the hills "
          + "filled sacks with what the current left on the meadow and carried them home in the dark.";

  private static final String PASSAGE =
      "The lock keeper closed both gates and called the harbour master, who sent divers from the naval yard. "
          + "Traffic on the canal was stopped in both directions until further notice.";

  @Test
  void aLightlyEditedCopyIsACopy() {
    Comparison told = told("Meridian", WIRE, "Varn Post", EDITED, "Kessen Courier", OWN);
    assertThat(told.story().origins())
        .extracting(Origin::reports)
        .containsExactly(List.of(id(1), id(2)), List.of(id(3)));
    assertThat(told.story().copies())
        .isNotEmpty()
        .allSatisfy(
            copy -> {
              assertThat(copy.report()).isEqualTo(id(2));
              assertThat(copy.from()).isEqualTo(id(1));
              assertThat(copy.known()).isEqualTo(Copy.Direction.TIME);
            });
  }

  @Test
  void whoCreditsTheSourceNeedsToShareLess() {
    String rewritten =
        "A barge laden with wheat rammed the bridge of Varn on Monday and is lying in the lock now. "
            + "Two deckhands were pulled from the water by a passing tug.\n\n"
            + "Traffic on the canal was stopped in both directions until further notice. Divers went "
            + "down twice before noon, and found a bicycle, a safe and no cargo worth the name";
    assertThat(told("Meridian", WIRE, "Varn Post", rewritten).story().origins()).hasSize(2);
    assertThat(
            told("Meridian", WIRE, "Varn Post", "VARN (Meridian) — " + rewritten).story().origins())
        .hasSize(1);
  }

  @Test
  void aLongReportThatTakesInABriefIsNoCopyOfIt() {
    Comparison told =
        told("Meridian", PASSAGE, "Kessen Courier", OWN + "\n\n" + PASSAGE + "\n\n" + MORE);
    assertThat(told.story().origins()).hasSize(2);
    assertThat(told.story().copies())
        .singleElement()
        .satisfies(copy -> assertThat(text(told, copy)).isEqualTo(PASSAGE));
  }

  @Test
  void whoSpokeAndWhereIsToldAlikeWithoutBeingCopied() {
    String said = "”, Harbour Master Ilse Vant told reporters in the town hall.";
    Comparison told =
        told(
            "Meridian",
            "“We shall lift the barge as soon as the water falls, and we shall lift it whole"
                + said,
            "Kessen Courier",
            OWN
                + "\n\n“We shall lift the barge as soon as the water falls, and we shall lift it whole"
                + said);
    assertThat(told.story().copies()).isEmpty();
  }

  @Test
  void whoIsCreditedByOthersMayCopyToo() {
    Comparison told =
        told(
            "Meridian",
            WIRE,
            "Kessen Courier",
            OWN + "\n\n" + PASSAGE,
            "Varn Post",
            OWN + "\n\nThis report was first published by Kessen Courier.");
    assertThat(told.story().copies())
        .filteredOn(copy -> text(told, copy).equals(PASSAGE))
        .extracting(Copy::report, Copy::from)
        .containsExactly(tuple(id(2), id(1)));
  }

  @Test
  void aCopiedParagraphLeavesTheRestItsOwn() {
    Comparison told = told("Meridian", WIRE, "Kessen Courier", OWN + "\n\n" + PASSAGE);
    assertThat(told.story().origins()).hasSize(2);
    assertThat(told.story().copies())
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(text(told, copy)).isEqualTo(PASSAGE);
              assertThat(told.story().origin(id(2), copy.span()).id())
                  .isEqualTo(told.story().origin(id(1)).id());
            });
    assertThat(told.points())
        .filteredOn(
            point ->
                point.question().contains("gates")
                    || point.answers().getFirst().answer().contains("gates"))
        .allSatisfy(point -> assertThat(point.answers().getFirst().origins()).isEqualTo(1));
  }

  @Test
  void oneQuotationInTwoReportsIsOneSourceAndNoCopy() {
    String said =
        "“We will open the gates when the last of the divers is out of the lock, and not before,” %s.";
    Comparison told =
        told(
            "Varn Post",
            saidBy(said, "Nadia Brek, the harbour master, told reporters") + " " + OWN,
            "Kessen Courier",
            "It rained all day on the canal and nobody was to be seen. "
                + saidBy(said, "Nadia Brek said at a press conference"));
    assertThat(told.story().origins()).hasSize(2);
    assertThat(told.story().copies()).isEmpty();
    assertThat(Told.points(told, Facet.OTHER))
        .anySatisfy(
            point ->
                assertThat(point.answers())
                    .singleElement()
                    .satisfies(
                        answer -> {
                          assertThat(answer.evidence()).hasSize(2);
                          assertThat(answer.origins()).isEqualTo(1);
                        }));
  }

  @Test
  void whoIsCreditedWasFirstWhateverTheClockSays() {
    Comparison told = told("Varn Post", "VARN (MNA) — " + WIRE, "Meridian News Agency", WIRE);
    assertThat(told.story().origins())
        .singleElement()
        .satisfies(
            origin -> {
              assertThat(origin.first()).isEqualTo(id(2));
              assertThat(origin.credit()).isEqualTo("MNA");
            });
    assertThat(told.story().copies())
        .isNotEmpty()
        .extracting(Copy::known)
        .containsOnly(Copy.Direction.CREDIT);
  }

  @Test
  void withoutTimesNobodyIsSaidToHaveBeenFirst() {
    Comparison told =
        Told.compare(List.of(report(0, "A", WIRE, false), report(1, "B", EDITED, false)));
    assertThat(told.story().copies())
        .isNotEmpty()
        .extracting(Copy::known)
        .containsOnly(Copy.Direction.NONE);
  }

  @Test
  void aStubIsCutFromTheWholeUnlessTimesSayOtherwise() {
    String begun = WIRE.substring(0, WIRE.indexOf("\n\n"));
    String day = "2031-03-04";
    assertThat(first(stub("a", day, begun), whole("b", day, WIRE))).isEqualTo("b");
    assertThat(first(stub("a", null, begun), whole("b", day, WIRE))).isEqualTo("b");
    assertThat(first(stub("a", day, begun), whole("b", day + "T09:00:00Z", WIRE))).isEqualTo("b");
    assertThat(first(stub("a", day, begun), whole("b", "2031-03-05", WIRE))).isEqualTo("a");
    assertThat(first(stub("a", day + "T08:00:00Z", begun), whole("b", day + "T09:00:00Z", WIRE)))
        .isEqualTo("a");
  }

  /** The file from which others have a passage. */
  private static String first(Report... reports) {
    Comparison told = Told.compare(List.of(reports));
    assertThat(told.story().copies()).isNotEmpty();
    return told.story().report(told.story().copies().getFirst().from()).file();
  }

  private static Report whole(String file, String published, String text) {
    return given(file, published, text, null, false);
  }

  private static Report stub(String file, @Nullable String published, String text) {
    return given(file, published, text, null, true);
  }

  private static Report given(
      String file, @Nullable String published, String text, @Nullable String credit, boolean stub) {
    Stamp time = published == null ? null : Stamp.parse(published).orElseThrow();
    return new Report(file, null, file, "", time, null, null, "en", text, credit, stub);
  }

  @Test
  void aCreditBesideTheTextCountsAsOneWithin() {
    Comparison told =
        Told.compare(
            List.of(
                given("a", "2031-03-04", EDITED, null, false),
                given("b", "2031-03-05", WIRE, "Source: mna", false)));
    assertThat(Credits.own(told.story().report(id(1)))).isEmpty();
    assertThat(Credits.own(told.story().report(id(2)))).contains("mna");
    assertThat(told.story().origins()).extracting(Origin::credit).containsExactly("mna");
    for (String credit : List.of("MNA", "(MNA)", "© 2031 MNA", "Source: MNA")) {
      assertThat(Credits.own(given("a", null, WIRE, credit, false))).contains("MNA");
    }
    for (String credit :
        List.of("Reporting by Ilse Vant; Editing by Bo", "MNA contributed to this report.")) {
      assertThat(Credits.own(given("a", null, WIRE, credit, false))).isEmpty();
    }
  }

  private static String saidBy(String said, String who) {
    return said.replace("%s", who);
  }

  private static Comparison told(String... outletsAndTexts) {
    return Told.compare(
        java.util.stream.IntStream.range(0, outletsAndTexts.length / 2)
            .mapToObj(i -> report(i, outletsAndTexts[2 * i], outletsAndTexts[2 * i + 1], true))
            .toList());
  }

  private static Report report(int number, @Nullable String outlet, String text, boolean timed) {
    return new Report(
        "abc".charAt(number) + ".txt",
        null,
        outlet,
        "",
        timed ? Told.stamp(number) : null,
        null,
        null,
        "en",
        text);
  }

  private static String text(Comparison told, Copy copy) {
    return copy.span().of(told.story().report(copy.report()).text());
  }

  private static ReportId id(int number) {
    return new ReportId(number);
  }
}
