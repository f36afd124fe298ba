package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rashomon.model.Matrices;
import rashomon.model.Matrices.Quoted;
import rashomon.model.Matrices.Stand;
import rashomon.model.PartyId;
import rashomon.model.PointId;
import rashomon.model.StatementId;

class MatricesTest {

  private final Matrices matrices = Matrices.of(Fixture.comparison());

  @Test
  void aPartyStandsAtThePointsItAnswersWithTheAnswersItHolds() {
    assertThat(matrices.partiesByPoints())
        .containsExactly(
            new Stand(new PartyId(1), new PointId(2), List.of(0)),
            new Stand(new PartyId(1), new PointId(3), List.of(0)),
            new Stand(new PartyId(3), new PointId(1), List.of(1)),
            new Stand(new PartyId(4), new PointId(2), List.of(1)),
            new Stand(new PartyId(4), new PointId(3), List.of(0)));
  }

  @Test
  void aCopiedStatementStandsApartFromAnOutletsOwn() {
    assertThat(matrices.outletsByParties())
        .containsExactly(
            new Quoted("Daily Ledger", new PartyId(1), statements(1, 2), statements()),
            new Quoted("Coast Herald", new PartyId(3), statements(3, 4, 5), statements()),
            new Quoted("Agency North", new PartyId(3), statements(), statements(7)));
  }

  private static List<StatementId> statements(int... ids) {
    return IntStream.of(ids).mapToObj(StatementId::new).toList();
  }
}
