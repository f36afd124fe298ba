package rashomon.model;

import java.util.List;
import java.util.function.Function;

/**
 * The reports about one event, in order, with everything they say under ids that hold for the whole
 * story: one actor is one party. {@code engines}, {@code codebooks} and {@code tokens} have one
 * value for each report; {@code copies} and {@code statements} are in the order of their reports.
 */
public record Story(
    List<Report> reports,
    List<Engine> engines,
    List<String> codebooks,
    List<Origin> origins,
    List<Copy> copies,
    List<List<Token>> tokens,
    List<Meanings> meanings,
    List<Party> parties,
    List<Statement> statements,
    List<TimeExpression> times,
    List<Figure> figures,
    List<Assertion> assertions) {

  public Story {
    reports = List.copyOf(reports);
    engines = List.copyOf(engines);
    codebooks = List.copyOf(codebooks);
    origins = List.copyOf(origins);
    copies = List.copyOf(copies);
    tokens = List.copyOf(tokens);
    meanings = List.copyOf(meanings);
    parties = List.copyOf(parties);
    statements = List.copyOf(statements);
    times = List.copyOf(times);
    figures = List.copyOf(figures);
    assertions = List.copyOf(assertions);
  }

  /** How near two sentences' meanings are, to 1; 0 where no model read one of them. */
  public double likeness(ReportId report, int sentence, ReportId other, int otherSentence) {
    return meanings
        .get(report.number() - 1)
        .likeness(sentence, meanings.get(other.number() - 1), otherSentence);
  }

  public Report report(ReportId id) {
    return reports.get(id.number() - 1);
  }

  public Party party(PartyId id) {
    return parties.get(id.number() - 1);
  }

  public Statement statement(StatementId id) {
    return statements.get(id.number() - 1);
  }

  public Figure figure(FigureId id) {
    return figures.get(id.number() - 1);
  }

  /**
   * The origin of a passage: that of the report it is copied from where most of it is, else its own
   * report's.
   */
  public Origin origin(ReportId report, Span passage) {
    for (Copy copy : of(report, copies, Copy::report)) {
      if (copy.span().mostOf(passage)) {
        return origin(copy.from());
      }
    }
    return origin(report);
  }

  /** What a report says that somebody said. */
  public List<Statement> statements(ReportId report) {
    return of(report, statements, Statement::report);
  }

  /** Those of one report, of a list that is in the order of reports. */
  private static <T> List<T> of(ReportId report, List<T> ordered, Function<T, ReportId> reportOf) {
    return ordered.subList(
        before(report.number(), ordered, reportOf), before(report.number() + 1, ordered, reportOf));
  }

  /** How many belong to reports before that number. */
  private static <T> int before(int number, List<T> ordered, Function<T, ReportId> reportOf) {
    int low = 0;
    int high = ordered.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reportOf.apply(ordered.get(middle)).number() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Who gives these words: the party their figure or statement is attributed to, else the report in
   * its own voice.
   */
  public Holder holder(Evidence words) {
    PartyId party = words.figure() == null ? null : figure(words.figure()).party();
    if (party == null && words.statement() != null) {
      party = statement(words.statement()).party();
    }
    return party == null ? new Holder.ByReport(words.report()) : new Holder.ByParty(party);
  }

  /** The origin of a report's text. */
  public Origin origin(ReportId report) {
    for (Origin origin : origins) {
      if (origin.reports().contains(report)) {
        return origin;
      }
    }
    throw new IllegalArgumentException("no origin has it: " + report);
  }
}
