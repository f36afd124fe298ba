package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rashomon.extract.Extractor;
import rashomon.model.Answer;
import rashomon.model.Point;
import rashomon.model.Reading;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.Stamp;

class ClockTimesTest {

  private static final Extractor EXTRACTOR = Extractor.load();

  @Test
  void twoExactTimesOfOneHappeningConflict() {
    Point point =
        only(
            "The ferry left the northern harbour at 6.04am with forty people on board.",
            "Witnesses saw a fire. The ferry left the pier at 6.10am.");
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
    assertThat(point.question())
        .isEqualTo("What time is given for “The ferry left the northern harbour”?");
    assertThat(point.why())
        .isEqualTo(
            "“The ferry left the northern harbour at 6.04am” and “The ferry left the pier at 6.10am” give different times for the"
                + " same happening.");
    assertThat(point.answers())
        .extracting(Answer::answer)
        .containsExactly(
            "The ferry left the northern harbour at 6.04am", "The ferry left the pier at 6.10am");
  }

  @Test
  void aRoundTimeGoesWithAnExactOneNearIt() {
    Point point =
        only(
            "The ferry left the harbour around noon.",
            "The ferry left the harbour at 12:10 p.m. in heavy rain.");
    assertThat(point.relation()).isEqualTo(Relation.ROUNDING);
  }

  @Test
  void aRoundTimeExcludesAnExactOneThatItCannotMean() {
    Point point =
        only(
            "The ferry left the harbour around 12:20 p.m. in rain.",
            "The ferry left the harbour at 12:13 p.m. in rain.");
    assertThat(point.relation()).isEqualTo(Relation.CONFLICT);
  }

  @Test
  void aMonthGoesWithADayInIt() {
    Point point =
        only("The speech in March drew a crowd.", "The speech, set for March 3, drew a crowd.");
    assertThat(point.relation()).isEqualTo(Relation.ROUNDING);
    assertThat(point.answers())
        .extracting(Answer::answer)
        .containsExactly("The speech in March", "The speech, set for March 3");
  }

  @Test
  void oneTimeInTwoReportsIsAgreedOn() {
    Point point =
        only(
            "The ferry left the harbour at 6.04am.",
            "On a calm morning the ferry left the pier at 6.04am.");
    assertThat(point.relation()).isEqualTo(Relation.AGREE);
    assertThat(point.answers()).hasSize(1);
  }

  @Test
  void aBoundIsNoTimeToAgreeOn() {
    assertThat(
            points(
                "The ferry left the harbour before noon.",
                "The ferry left the harbour before noon."))
        .isEmpty();
  }

  @Test
  void theSameWordForOthersMayBeAnotherHappening() {
    Point point =
        only(
            "The Harbour Guard was called at 6.04am.",
            "The Northern Pilots were called at 6.10am.");
    assertThat(point.relation()).isEqualTo(Relation.SCOPE);
  }

  @Test
  void timesInDifferentZonesAreNotCompared() {
    assertThat(
            points(
                "The ferry left the harbour at 0600 GMT.",
                "The ferry left the harbour at 0800 CEST."))
        .isEmpty();
  }

  @Test
  void differentHappeningsAreNotCompared() {
    assertThat(
            points(
                "The ferry left the harbour at 6.04am.",
                "A fire broke out on the ferry at 6.10am."))
        .isEmpty();
  }

  @Test
  void attacksOnDifferentThingsAreNoConflict() {
    assertThat(
            points(
                "Rebels attacked a convoy on Monday.", "Soldiers attacked a village on Tuesday."))
        .isEmpty();
  }

  private static Point only(String... texts) {
    List<Point> points = points(texts);
    assertThat(points).hasSize(1);
    return points.getFirst();
  }

  private static List<Point> points(String... texts) {
    Stamp published = Stamp.parse("2024-02-20").orElseThrow();
    List<Reading> readings =
        IntStream.range(0, texts.length)
            .mapToObj(
                i ->
                    new Report(
                        "report-" + i + ".txt",
                        null,
                        null,
                        "",
                        published,
                        null,
                        null,
                        "en",
                        texts[i]))
            .map(EXTRACTOR::read)
            .toList();
    return new ClockTimes().find(Compare.story(readings));
  }
}
