package rashomon.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rashomon.model.Assertion;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Statement;
import rashomon.model.StatementId;
import rashomon.model.Story;
import rashomon.model.TimeExpression;
import rashomon.model.TimeId;
import rashomon.model.Token;

/** Brings readings together under ids that hold for all of them. */
final class Stories {

  private static final Comparator<Report> ORDER =
      Comparator.comparing(Report::published, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Report::file)
          .thenComparing(report -> Hash.of(report.text()));

  private final List<Statement> statements = new ArrayList<>();
  private final List<TimeExpression> times = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Assertion> assertions = new ArrayList<>();
  private final List<List<Token>> tokens = new ArrayList<>();
  private final PartyMerge parties;

  private Stories(PartyMerge parties) {
    this.parties = parties;
  }

  static Story of(List<Reading> readings) {
    List<Reading> ordered =
        readings.stream().sorted(Comparator.comparing(Reading::report, ORDER)).toList();
    List<Report> reports = ordered.stream().map(Reading::report).toList();
    Stories stories = new Stories(PartyMerge.of(ordered.stream().map(Reading::parties).toList()));
    for (int i = 0; i < ordered.size(); i++) {
      stories.add(ordered.get(i), i);
    }
    Origins origins = Origins.of(reports, stories.tokens, stories.statements);
    return new Story(
        reports,
        ordered.stream().map(Reading::engine).toList(),
        ordered.stream().map(Reading::codebook).toList(),
        origins.origins(),
        origins.copies(),
        stories.tokens,
        ordered.stream().map(Reading::meanings).toList(),
        stories.parties.parties(),
        stories.statements,
        stories.times,
        stories.figures,
        stories.assertions);
  }

  private void add(Reading reading, int index) {
    ReportId report = new ReportId(index + 1);
    Map<PartyId, PartyId> party = parties.renaming(index);
    int before = statements.size();
    Map<StatementId, StatementId> statement = new HashMap<>();
    reading
        .statements()
        .forEach(s -> statement.put(s.id(), new StatementId(before + s.id().number())));
    for (Statement s : reading.statements()) {
      statements.add(
          new Statement(
              renamed(statement, s.id()),
              report,
              s.type(),
              s.source(),
              maybe(party, s.party()),
              s.sourceType(),
              s.cue(),
              s.content(),
              maybe(statement, s.within()),
              s.denied(),
              s.modality(),
              s.confidence()));
    }
    for (TimeExpression t : reading.times()) {
      times.add(
          new TimeExpression(new TimeId(times.size() + 1), report, t.span(), t.days(), t.clock()));
    }
    for (Figure f : reading.figures()) {
      figures.add(
          new Figure(
              new FigureId(figures.size() + 1),
              report,
              f.span(),
              f.low(),
              f.high(),
              f.exact(),
              f.unit(),
              f.measure(),
              f.scope(),
              maybe(party, f.party()),
              f.asOf(),
              maybe(statement, f.statement())));
    }
    for (Assertion a : reading.assertions()) {
      assertions.add(
          new Assertion(
              report,
              a.facet(),
              a.topic(),
              a.topicWords(),
              a.span(),
              a.value(),
              a.against(),
              a.denied(),
              maybe(party, a.party()),
              maybe(statement, a.statement())));
    }
    tokens.add(reading.tokens());
  }

  private static <K> @Nullable K maybe(Map<K, K> renaming, @Nullable K old) {
    return old == null ? null : renamed(renaming, old);
  }

  private static <K> K renamed(Map<K, K> renaming, K old) {
    K fresh = renaming.get(old);
    if (fresh == null) {
      throw new IllegalArgumentException("a reading names what it does not hold: " + old);
    }
    return fresh;
  }

  /** The parties of a story, for tests. */
  List<Party> parties() {
    return parties.parties();
  }
}
