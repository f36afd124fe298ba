package rashomon.app;

import java.util.ArrayList;
import java.util.List;
import rashomon.app.Page.Tone;
import rashomon.model.DateRange;
import rashomon.model.Figure;
import rashomon.model.PartyId;
import rashomon.model.Reading;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Statement.Modality;
import rashomon.model.TimeExpression;

/** A reading as a person reads it: its statements one by one, its figures and its times. */
final class ReadingText {

  private static final ReportId REPORT = new ReportId(1);
  private static final int CONTENT_COLUMNS = 400;

  private final Reading reading;
  private final Wording wording;
  private final Page page;

  private ReadingText(Reading reading, int columns, boolean colour) {
    this.reading = reading;
    this.wording =
        new Wording(List.of(reading.report()), List.of(reading.tokens()), reading.parties());
    this.page = new Page(columns, colour);
  }

  static String of(Reading reading, int columns, boolean colour) {
    return new ReadingText(reading, columns, colour).write();
  }

  private String write() {
    page.add(0, 0, wording.about(REPORT), Tone.STRONG);
    page.add(
        0,
        0,
        Wording.count(reading.statements().size(), "statement")
            + " · "
            + Wording.count(reading.figures().size(), "figure")
            + " · "
            + Wording.count(reading.times().size(), "time")
            + " · engine: "
            + Wording.lower(reading.engine()),
        Tone.PLAIN);
    if (!reading.statements().isEmpty()) {
      page.heading("STATEMENTS");
      reading.statements().forEach(this::statement);
    }
    if (!reading.figures().isEmpty()) {
      page.heading("FIGURES");
      reading.figures().forEach(this::figure);
    }
    if (!reading.times().isEmpty()) {
      page.heading("TIMES");
      reading.times().forEach(this::time);
    }
    return page.toString();
  }

  private void statement(Statement statement) {
    PartyId party = statement.party();
    Span source = statement.source();
    String who = party == null ? "not said who" : wording.party(party);
    String words = source == null ? "" : words(source);
    String given = words.isEmpty() || who.equals(words) ? "" : " (“" + words + "”)";
    String cue = statement.cue() == null ? "" : " · " + words(statement.cue());
    page.gap().add(2, 4, statement.id() + "  " + who + given + cue, Tone.STRONG);
    List<String> content = statement.content().stream().map(this::words).toList();
    page.add(6, Page.cut(String.join(" … ", content), CONTENT_COLUMNS));
    page.add(6, 6, String.join(" · ", flags(statement)), Tone.QUIET);
  }

  private List<String> flags(Statement statement) {
    List<String> flags = new ArrayList<>();
    flags.add("¶" + wording.paragraph(REPORT, statement.content().getFirst()));
    flags.add(Wording.lower(statement.type()));
    flags.add(Wording.lower(statement.sourceType()) + " source");
    if (statement.denied()) {
      flags.add("denied");
    }
    if (statement.modality() != Modality.ASSERTED) {
      flags.add(Wording.lower(statement.modality()));
    }
    if (statement.within() != null) {
      flags.add("within " + statement.within());
    }
    return flags;
  }

  private void figure(Figure figure) {
    PartyId party = figure.party();
    String scope = figure.scope() == null ? "" : ", " + figure.scope();
    String source = party == null ? "" : " · " + wording.party(party);
    page.add(
        2,
        6,
        figure.id()
            + "  "
            + Wording.value(figure)
            + "  "
            + figure.measure().phrase()
            + scope
            + " · “"
            + words(figure.span())
            + "” ¶"
            + wording.paragraph(REPORT, figure.span())
            + source,
        Tone.PLAIN);
  }

  private void time(TimeExpression time) {
    page.add(2, 6, time.id() + "  " + words(time.span()) + " · " + days(time), Tone.PLAIN);
  }

  private static String days(TimeExpression time) {
    DateRange days = time.days();
    if (days == null) {
      return "day not known";
    }
    return days.from().equals(days.to())
        ? days.from().toString()
        : days.from() + " to " + days.to();
  }

  private String words(Span span) {
    return Page.printable(span.of(reading.report().text()));
  }
}
