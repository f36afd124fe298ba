package rashomon.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rashomon.model.Assertion;
import rashomon.model.Capture;
import rashomon.model.DateRange;
import rashomon.model.Engine;
import rashomon.model.Facet;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Meanings;
import rashomon.model.Measure;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Payload;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.model.Statement;
import rashomon.model.StatementId;
import rashomon.model.Tag;
import rashomon.model.TimeExpression;
import rashomon.model.TimeId;
import rashomon.model.Token;
import rashomon.model.Version;
import rashomon.model.Via;

/** Captures, versions and readings of invented reports. */
final class Sample {

  static final Instant NOON = Instant.parse("2031-03-04T12:00:00Z");

  private Sample() {}

  static Capture capture(int number) {
    return capture("https://harbour.example/" + number, number, "Page " + number);
  }

  /** Seen that many seconds after noon. */
  static Capture capture(String url, int seconds, String bytes) {
    return new Capture(
        url,
        NOON.plusSeconds(seconds),
        "text/html; charset=utf-8",
        Payload.of(bytes.getBytes(UTF_8)),
        seconds % 2 == 0
            ? null
            : new Via(
                "https://harbour.example/feed", "All of it", null, "A title", stamp("2031-03-04")));
  }

  static Stamp stamp(String text) {
    return Stamp.parse(text).orElseThrow();
  }

  static Version version(Capture capture, String id, String title, String text) {
    return version(capture, id, "The Harbour Post", title, text, "2031-03-04T11:30:00+02:00");
  }

  static Version version(
      Capture capture,
      String id,
      @Nullable String outlet,
      String title,
      String text,
      @Nullable String published) {
    Report report =
        new Report(
            capture.url(),
            capture.url(),
            outlet,
            title,
            published == null ? null : stamp(published),
            null,
            stamp(capture.seen().toString()),
            "en",
            text,
            "Wire Agency",
            true);
    return new Version(id, capture.id(), report, List.of("Ada Quill", "Ben Reed"));
  }

  /** Somebody says each sentence of the text; the names are who, in turn. */
  static Reading reading(Version version, String... names) {
    Report report = version.report();
    List<Token> tokens = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    List<Party> parties = new ArrayList<>();
    List<float[]> meanings = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      parties.add(
          new Party(
              new PartyId(i + 1),
              names[i],
              names[i],
              Party.Kind.PERSON,
              i == 0 ? "minister" : null,
              i == 0 ? null : new PartyId(1),
              List.of(names[i], names[i].substring(names[i].lastIndexOf(' ') + 1))));
    }
    String text = report.text();
    int start = 0;
    for (int sentence = 0; start < text.length(); sentence++) {
      int end = text.indexOf('.', start) < 0 ? text.length() : text.indexOf('.', start) + 1;
      Span span = new Span(start, end);
      tokens.add(new Token(span, span.of(text), "lemma" + sentence, Tag.NOUN, sentence, 0));
      if (names.length > 0) {
        statements.add(
            new Statement(
                new StatementId(sentence + 1),
                new ReportId(1),
                Statement.Type.INDIRECT,
                null,
                new PartyId(sentence % names.length + 1),
                Statement.SourceType.NAMED,
                span,
                List.of(span),
                sentence == 0 ? null : new StatementId(1),
                sentence % 2 == 1,
                Statement.Modality.PLANNED,
                0.1 + 0.2));
      }
      meanings.add(new float[] {1, -0.5f, sentence});
      start = end;
    }
    Span all = new Span(0, text.length());
    DateRange days = new DateRange(LocalDate.of(2031, 3, 1), LocalDate.of(2031, 3, 4));
    return new Reading(
        report,
        Engine.TRAINED,
        "rashomon",
        tokens,
        Meanings.of(meanings),
        parties,
        statements,
        List.of(
            new TimeExpression(new TimeId(1), new ReportId(1), all, days, 1439),
            new TimeExpression(new TimeId(2), new ReportId(1), all, null, null)),
        List.of(
            new Figure(
                new FigureId(1),
                new ReportId(1),
                all,
                51.0,
                null,
                false,
                "people",
                new Measure("people", "die", "were killed", List.of("young"), "people killed"),
                "the harbour",
                null,
                days,
                null)),
        List.of(
            new Assertion(
                new ReportId(1),
                Facet.CAUSE,
                List.of("ferry", "sink"),
                "ferry sank",
                all,
                List.of("storm"),
                List.of(),
                true,
                null,
                null)));
  }
}
