package rashomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.model.Comparison;
import rashomon.model.ReportId;
import rashomon.model.Retelling;
import rashomon.model.Retelling.Change;
import rashomon.model.Retelling.Version;
import rashomon.model.Span;

class RetellingsTest {

  private static final String FULL =
      "“We will keep the pilots ashore and close the northern lock unless the owners pay the arrears,” Mila Torv said.";

  @Test
  void aConditionLeftOutIsTold() {
    Comparison told =
        Told.by(
            FULL, "“We will keep the pilots ashore and close the northern lock,” Mila Torv said.");
    assertThat(changes(told))
        .containsExactly("r2 DROPPED_CONDITION: unless the owners pay the arrears -> nothing");
  }

  @Test
  void aConditionLeftOutOfARenderingIsTold() {
    Comparison told =
        Told.by(
            FULL,
            "Mila Torv said that they would keep the pilots ashore and close the northern lock.");
    assertThat(changes(told))
        .containsExactly("r2 DROPPED_CONDITION: unless the owners pay the arrears -> nothing");
  }

  @Test
  void aConditionInOtherWordsIsNotLeftOut() {
    Comparison told =
        Told.by(
            FULL,
            "Mila Torv said that they would keep the pilots ashore and close the northern lock until their money came.");
    assertThat(changes(told)).isEmpty();
  }

  @Test
  void whatStandsElsewhereInTheReportIsNotLeftOut() {
    Comparison told =
        Told.by(
            FULL,
            "“We will keep the pilots ashore and close the northern lock,” Mila Torv said. "
                + "That holds “unless the owners pay the arrears,” she added.");
    assertThat(changes(told)).isEmpty();
  }

  @Test
  void aShortenedQuotationShowsWhatIsLeftOut() {
    Comparison told =
        Told.by(
            "“The dredgers worked through the night and found nothing but old chains in the basin,” Oren Dask said.",
            "“The dredgers found nothing but old chains in the basin,” Oren Dask said.");
    assertThat(changes(told))
        .containsExactly("r2 SHORTENED: worked through the night and -> nothing");
  }

  @Test
  void aWordExchangedIsShownInBoth() {
    Comparison told =
        Told.by(
            "“The harbour council must repair the broken sluice before the winter storms,” Oren Dask said.",
            "“The harbour council must replace the broken sluice before the winter storms,” Oren Dask said.");
    assertThat(changes(told)).containsExactly("r2 CHANGED_WORDS: repair -> replace");
  }

  @Test
  void anotherWordForWhoIsAChange() {
    Comparison told =
        Told.by(
            "“How many pilots do they want to lose before the winter storms,” Oren Dask asked.",
            "“How many pilots do we want to lose before the winter storms,” Oren Dask asked.");
    assertThat(changes(told)).containsExactly("r2 CHANGED_WORDS: they -> we");
  }

  @Test
  void aLostNegationIsAChange() {
    Comparison told =
        Told.by(
            "“The harbour council will not repair the broken sluice before the winter storms,” Oren Dask said.",
            "“The harbour council will repair the broken sluice before the winter storms,” Oren Dask said.");
    assertThat(changes(told)).containsExactly("r2 SHORTENED: not -> nothing");
  }

  @Test
  void theSameWordsInAnotherMouthAreTold() {
    Comparison told =
        Told.by(
            "“The harbour council must repair the broken sluice before the winter storms,” Oren Dask said.",
            "“The harbour council must repair the broken sluice before the winter storms,” Mila Torv said.");
    assertThat(changes(told)).containsExactly("r2 OTHER_SPEAKER: Oren Dask -> Mila Torv");
  }

  @Test
  void theSameWordsOfTheSameMouthAreVersionsWithoutAChange() {
    Comparison told = Told.by(FULL, "The pilots are on strike. " + FULL);
    assertThat(told.retellings()).hasSize(1);
    assertThat(told.retellings().getFirst().isChanged()).isFalse();
  }

  @Test
  void anotherSpellingIsNoChange() {
    Comparison told =
        Told.by(
            "“The harbor council must repair the lock-gate in the town centre before the storms,” Oren Dask said.",
            "“The harbour council must repair the lock gate in the town center before the storms,” Oren Dask said.");
    assertThat(told.retellings()).hasSize(1);
    assertThat(changes(told)).isEmpty();
  }

  @Test
  void aFormulaInTwoMouthsIsNoStatementToldTwice() {
    Comparison told =
        Told.by(
            "“Our thoughts are with the families,” Oren Dask said.",
            "“Our thoughts are with the families,” Mila Torv said.");
    assertThat(told.retellings()).isEmpty();
  }

  @Test
  void statementsThatOnlyShareWordsAreTwo() {
    Comparison told =
        Told.by(
            "“The pilots will keep the northern lock closed until Friday evening,” Oren Dask said.",
            "“The owners told the pilots on Friday that the northern basin and its cranes are for sale,” Oren Dask said.");
    assertThat(told.retellings()).isEmpty();
  }

  @Test
  void anEditorsWordsInBracketsLeaveNothingOut() {
    Comparison told =
        Told.by(
            "“The council must repair the broken sluice before the winter storms,” Oren Dask said.",
            "“The council must repair the [sluice] before the winter storms,” Oren Dask said.");
    assertThat(changes(told)).isEmpty();
  }

  @Test
  void twoSentencesOfOneQuotationAreOneRetelling() {
    String both =
        "“The pilots will keep the northern lock closed until Friday. The owners have not paid the crews since autumn,” Oren Dask said.";
    Comparison told = Told.by(both, "It is quiet in the basin. " + both);
    assertThat(told.retellings()).hasSize(1);
  }

  private static List<String> changes(Comparison told) {
    return told.retellings().stream()
        .flatMap(
            retelling ->
                retelling.versions().stream()
                    .flatMap(
                        version ->
                            version.changes().stream()
                                .map(c -> shown(told, retelling, version, c))))
        .toList();
  }

  private static String shown(
      Comparison told, Retelling retelling, Version version, Change change) {
    ReportId there = told.story().statement(retelling.fullest()).report();
    Span here = change.here();
    return version.report()
        + " "
        + change.kind()
        + ": "
        + change.there().of(told.story().report(there).text())
        + " -> "
        + (here == null ? "nothing" : here.of(told.story().report(version.report()).text()));
  }
}
