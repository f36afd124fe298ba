package rashomon.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Copy;
import rashomon.model.DateRange;
import rashomon.model.Engine;
import rashomon.model.Estimate;
import rashomon.model.Evidence;
import rashomon.model.Figure;
import rashomon.model.Holder;
import rashomon.model.Matrices;
import rashomon.model.Origin;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Point;
import rashomon.model.Reading;
import rashomon.model.Rejection;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Retelling;
import rashomon.model.Retelling.Change;
import rashomon.model.Retelling.Version;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.TimeExpression;
import rashomon.version.Notice;
import rashomon.version.Withdrawal;

/**
 * Writes comparisons and readings as JSON, as {@code rashomon/schema/comparison.schema.json}
 * describes them. A reading is the same document for one report, without {@code origins}, {@code
 * points} and {@code rejected}.
 *
 * <p>A lone surrogate, which UTF-8 cannot hold, becomes one question mark wherever it stands, so
 * that offsets still hold.
 */
public final class ComparisonJson {

  private static final String FORMAT = "rashomon-comparison/1";
  private static final JsonFactory JSON = new JsonFactory();
  private static final double WHOLE_BELOW = 1e15;

  private final JsonGenerator json;
  private final List<Report> reports;
  private final List<Engine> engines;
  private final List<String> codebooks;

  private ComparisonJson(
      Writer to, List<Report> reports, List<Engine> engines, List<String> codebooks)
      throws IOException {
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    this.json =
        JSON.createGenerator(to)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(
                new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Spacing.AFTER))
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter));
    this.reports = reports;
    this.engines = engines;
    this.codebooks = codebooks;
  }

  /** Writes the comparison, leaving {@code to} open. */
  public static void write(Comparison comparison, Writer to) throws IOException {
    var story = comparison.story();
    var writer = new ComparisonJson(to, story.reports(), story.engines(), story.codebooks());
    writer.begin();
    writer.reports(origins(story.origins()));
    writer.array("origins", story.origins(), writer::origin);
    writer.array("copies", story.copies(), writer::copy);
    writer.array("parties", story.parties(), writer::party);
    writer.array("statements", story.statements(), writer::statement);
    writer.array("times", story.times(), writer::time);
    writer.array("figures", story.figures(), writer::figure);
    writer.array("points", comparison.points(), writer::point);
    if (!comparison.estimates().isEmpty()) {
      writer.array("estimates", comparison.estimates(), writer::estimate);
    }
    writer.array("retellings", comparison.retellings(), writer::retelling);
    writer.matrices(Matrices.of(comparison));
    writer.array("rejected", comparison.rejected(), writer::rejection);
    writer.end(to);
  }

  /** Writes the reading, leaving {@code to} open. */
  public static void write(Reading reading, Writer to) throws IOException {
    var writer =
        new ComparisonJson(
            to, List.of(reading.report()), List.of(reading.engine()), List.of(reading.codebook()));
    writer.begin();
    writer.reports(Map.of());
    writer.array("parties", reading.parties(), writer::party);
    writer.array("statements", reading.statements(), writer::statement);
    writer.array("times", reading.times(), writer::time);
    writer.array("figures", reading.figures(), writer::figure);
    writer.end(to);
  }

  private void begin() throws IOException {
    json.writeStartObject();
    json.writeStringField("format", FORMAT);
  }

  private void end(Writer to) throws IOException {
    json.writeEndObject();
    json.close();
    to.write("\n");
    to.flush();
  }

  private static Map<ReportId, Origin> origins(List<Origin> origins) {
    Map<ReportId, Origin> byReport = new HashMap<>();
    origins.forEach(origin -> origin.reports().forEach(report -> byReport.put(report, origin)));
    return byReport;
  }

  private void reports(Map<ReportId, Origin> origins) throws IOException {
    json.writeArrayFieldStart("reports");
    for (int i = 0; i < reports.size(); i++) {
      ReportId id = new ReportId(i + 1);
      Report report = reports.get(i);
      json.writeStartObject();
      json.writeStringField("id", id.toString());
      json.writeStringField("file", report.file());
      string("url", report.url());
      string("outlet", report.outlet());
      json.writeStringField("title", report.title());
      string("published", report.published());
      string("modified", report.modified());
      string("seen", report.seen());
      json.writeStringField("language", report.language());
      json.writeStringField("engine", Wording.lower(engines.get(i)));
      json.writeStringField("codebook", codebooks.get(i));
      string("credit", report.credit());
      json.writeBooleanField("stub", report.stub());
      json.writeStringField("text", report.text());
      Origin origin = origins.get(id);
      string("origin", origin == null ? null : origin.id());
      withdrawn(id, report);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void withdrawn(ReportId id, Report report) throws IOException {
    Notice notice = Withdrawal.of(report).orElse(null);
    if (notice != null) {
      json.writeObjectFieldStart("withdrawn");
      string("at", Withdrawal.time(report).orElse(null));
      span(id, notice.span());
      json.writeEndObject();
    }
  }

  private void origin(Origin origin) throws IOException {
    string("id", origin.id());
    string("first", origin.first());
    strings("reports", origin.reports());
    string("credit", origin.credit());
  }

  private void copy(Copy copy) throws IOException {
    string("report", copy.report());
    span(copy.report(), copy.span());
    json.writeObjectFieldStart("from");
    string("report", copy.from());
    span(copy.from(), copy.source());
    json.writeEndObject();
    string("known", copy.known() == Copy.Direction.NONE ? null : lower(copy.known()));
  }

  private void party(Party party) throws IOException {
    string("id", party.id());
    json.writeStringField("name", party.name());
    string("kind", lower(party.kind()));
    string("role", party.role());
    string("speaksFor", party.speaksFor());
    strings("names", party.names());
  }

  private void statement(Statement statement) throws IOException {
    ReportId report = statement.report();
    string("id", statement.id());
    string("report", report);
    string("type", lower(statement.type()));
    source(report, statement.source(), statement.party());
    string("sourceType", lower(statement.sourceType()));
    if (statement.cue() == null) {
      json.writeNullField("cue");
    } else {
      json.writeObjectFieldStart("cue");
      span(report, statement.cue());
      json.writeEndObject();
    }
    array("content", statement.content(), span -> span(report, span));
    string("within", statement.within());
    json.writeStringField("polarity", statement.denied() ? "denied" : "affirmed");
    string("modality", lower(statement.modality()));
    json.writeNumberField("confidence", Math.round(statement.confidence() * 1000) / 1000.0);
  }

  /**
   * A quotation that goes on from the paragraph before has a party and no words of its own that
   * name it.
   */
  private void source(ReportId report, @Nullable Span source, @Nullable PartyId party)
      throws IOException {
    if (source == null && party == null) {
      json.writeNullField("source");
      return;
    }
    json.writeObjectFieldStart("source");
    string("party", party);
    if (source == null) {
      json.writeNullField("start");
      json.writeNullField("end");
      json.writeNullField("text");
    } else {
      span(report, source);
    }
    json.writeEndObject();
  }

  private void time(TimeExpression time) throws IOException {
    DateRange days = time.days();
    string("id", time.id());
    string("report", time.report());
    span(time.report(), time.span());
    string("from", days == null ? null : days.from());
    string("to", days == null ? null : days.to());
  }

  private void figure(Figure figure) throws IOException {
    string("id", figure.id());
    string("report", figure.report());
    span(figure.report(), figure.span());
    number("low", figure.low());
    number("high", figure.high());
    json.writeStringField("unit", figure.unit());
    json.writeStringField("measure", figure.measure().phrase());
    string("scope", figure.scope());
    string("party", figure.party());
    DateRange asOf = figure.asOf();
    if (asOf == null) {
      json.writeNullField("asOf");
    } else {
      json.writeObjectFieldStart("asOf");
      string("from", asOf.from());
      string("to", asOf.to());
      json.writeEndObject();
    }
    string("statement", figure.statement());
  }

  private void point(Point point) throws IOException {
    string("id", point.id());
    json.writeStringField("question", point.question());
    string("facet", lower(point.facet()));
    string("relation", lower(point.relation()));
    json.writeStringField("why", point.why());
    array("answers", point.answers(), this::answer);
    strings("silent", point.silent());
  }

  private void estimate(Estimate estimate) throws IOException {
    string("point", estimate.point());
    string("rule", estimate.rule());
    number("low", estimate.low());
    number("high", estimate.high());
    json.writeStringField("unit", estimate.unit());
    array("evidence", estimate.evidence(), this::evidence);
  }

  private void answer(Answer answer) throws IOException {
    json.writeStringField("answer", answer.answer());
    array("holders", answer.holders(), this::holder);
    json.writeNumberField("origins", answer.origins());
    string("firstMover", answer.firstMover());
    array("evidence", answer.evidence(), this::evidence);
  }

  private void holder(Holder holder) throws IOException {
    switch (holder) {
      case Holder.ByParty(PartyId party) -> string("party", party);
      case Holder.ByReport(ReportId report) -> string("report", report);
    }
  }

  private void evidence(Evidence evidence) throws IOException {
    string("report", evidence.report());
    span(evidence.report(), evidence.span());
    string("statement", evidence.statement());
    string("figure", evidence.figure());
  }

  private void retelling(Retelling retelling) throws IOException {
    string("fullest", retelling.fullest());
    ReportId there =
        retelling.versions().stream()
            .filter(version -> version.statement().equals(retelling.fullest()))
            .map(Version::report)
            .findFirst()
            .orElseThrow();
    array(
        "versions",
        retelling.versions(),
        version -> {
          string("statement", version.statement());
          string("report", version.report());
          array("content", version.content(), span -> span(version.report(), span));
          array("changes", version.changes(), change -> change(there, version.report(), change));
        });
  }

  private void change(ReportId there, ReportId here, Change change) throws IOException {
    string("kind", lower(change.kind()));
    placed("fullest", there, change.there());
    placed("here", here, change.here());
  }

  private void placed(String field, ReportId report, @Nullable Span span) throws IOException {
    if (span == null) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    string("report", report);
    span(report, span);
    json.writeEndObject();
  }

  private void matrices(Matrices matrices) throws IOException {
    json.writeObjectFieldStart("matrices");
    array(
        "partiesByPoints",
        matrices.partiesByPoints(),
        stand -> {
          string("party", stand.party());
          string("point", stand.point());
          json.writeArrayFieldStart("answers");
          for (int answer : stand.answers()) {
            json.writeNumber(answer);
          }
          json.writeEndArray();
        });
    array(
        "outletsByParties",
        matrices.outletsByParties(),
        quoted -> {
          string("outlet", quoted.outlet());
          string("party", quoted.party());
          json.writeNumberField("own", quoted.own().size());
          json.writeNumberField("copied", quoted.copied().size());
        });
    json.writeEndObject();
  }

  private void rejection(Rejection rejection) throws IOException {
    json.writeStringField("file", rejection.file());
    json.writeStringField("code", rejection.code());
    json.writeStringField("why", rejection.why());
  }

  private void span(ReportId report, Span span) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
    json.writeStringField("text", span.of(reports.get(report.number() - 1).text()));
  }

  private void string(String field, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, value.toString());
    }
  }

  private void strings(String field, List<?> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (Object value : values) {
      json.writeString(value.toString());
    }
    json.writeEndArray();
  }

  private void number(String field, @Nullable Double value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else if (value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW) {
      json.writeNumberField(field, value.longValue());
    } else {
      json.writeNumberField(field, value);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private interface Fields<T> {
    void write(T value) throws IOException;
  }

  private <T> void array(String field, List<T> values, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart(field);
    for (T value : values) {
      json.writeStartObject();
      fields.write(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
