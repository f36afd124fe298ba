package rashomon.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.DateRange;
import rashomon.model.Engine;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Holder;
import rashomon.model.Meanings;
import rashomon.model.Measure;
import rashomon.model.Origin;
import rashomon.model.OriginId;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Reading;
import rashomon.model.Rejection;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Retelling;
import rashomon.model.Retelling.Kind;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.model.Statement;
import rashomon.model.StatementId;
import rashomon.model.Story;
import rashomon.model.Tag;
import rashomon.model.TimeExpression;
import rashomon.model.TimeId;
import rashomon.model.Token;

/** A comparison made by hand, with one of everything that a writer must write. */
final class Fixture {

  private static final List<Report> REPORTS =
      List.of(
          report(
              "ledger.txt",
              "Daily Ledger",
              "Inspectors board at Sarn",
              "2031-03-04T08:00:00Z",
              """
          Inspectors board at Sarn

          "A limited inspection, nothing more," the Ministry of Trade of Orvane said on Tuesday. It aims to stop the \
          smuggling of fuel.

          At least 12 sailors were held, the ministry said.
          """),
          report(
              "herald.txt",
              "Coast Herald",
              "",
              "2031-03-04T12:30:00+02:00",
              """
          “We stay until every sailor is home. Nobody leaves *before* that,” General Adair said.

          “We will hold the port until the crew is released. 😀

          “And not a day less.” He denied that shots were fired | at the <ferry>_line_.

          About 15 sailors were held, port workers said.
          """),
          report(
              "north.txt",
              "Agency North",
              "",
              null,
              """
          “We stay until every sailor is home. Nobody leaves *before* that,” General Adair said. (North)
          """),
          report(
              "radio.txt",
              null,
              "",
              null,
              """
          The weather was fair.
          """));

  private static final List<Party> PARTIES =
      List.of(
          party(
              1,
              "Ministry of Trade",
              Party.Kind.ORGANISATION,
              null,
              2,
              "Ministry of Trade",
              "the ministry"),
          party(2, "Orvane", Party.Kind.STATE, null, null, "Orvane"),
          party(
              3,
              "General Adair",
              Party.Kind.PERSON,
              "commander of the fleet",
              null,
              "General Adair",
              "Adair"),
          party(4, "port workers", Party.Kind.GROUP, null, null, "port workers"));

  private static final List<Statement> STATEMENTS =
      List.of(
          statement(
              1,
              1,
              Statement.Type.DIRECT,
              "Ministry of Trade",
              1,
              "said",
              "\"A limited inspection, nothing more,\"",
              false),
          statement(
              2,
              1,
              Statement.Type.INDIRECT,
              "the ministry",
              1,
              null,
              "At least 12 sailors were held",
              false),
          statement(
              3,
              2,
              Statement.Type.DIRECT,
              "General Adair",
              3,
              "said",
              "“We stay until every sailor is home. Nobody leaves *before* that,”",
              false),
          statement(
              4,
              2,
              Statement.Type.DIRECT,
              null,
              3,
              null,
              "“We will hold the port until the crew is released. 😀",
              false),
          statement(
              5,
              2,
              Statement.Type.INDIRECT,
              "He",
              3,
              "denied",
              "shots were fired | at the <ferry>_line_",
              true),
          statement(6, 2, Statement.Type.DIRECT, null, null, null, "“And not a day less.”", false),
          statement(
              7,
              3,
              Statement.Type.DIRECT,
              "General Adair",
              3,
              "said",
              "“We stay until every sailor is home. Nobody leaves *before* that,”",
              false));

  private static final List<Figure> FIGURES =
      List.of(
          figure(1, 1, "At least 12 sailors", 12.0, null, "people", 1, 2),
          figure(2, 2, "About 15 sailors", 13.5, 16.5, "people", 4, null));

  private static final List<TimeExpression> TIMES =
      List.of(
          new TimeExpression(
              new TimeId(1),
              new ReportId(1),
              find(1, "Tuesday"),
              new DateRange(LocalDate.of(2031, 3, 4), LocalDate.of(2031, 3, 4)),
              null),
          new TimeExpression(new TimeId(2), new ReportId(2), find(2, "a day"), null, null));

  private Fixture() {}

  static Comparison comparison() {
    Story story =
        new Story(
            REPORTS,
            Collections.nCopies(REPORTS.size(), Engine.TRAINED),
            Collections.nCopies(REPORTS.size(), "rashomon"),
            List.of(
                new Origin(new OriginId(1), new ReportId(1), List.of(new ReportId(1)), null),
                new Origin(
                    new OriginId(2),
                    new ReportId(2),
                    List.of(new ReportId(2), new ReportId(3)),
                    "North"),
                new Origin(new OriginId(3), new ReportId(4), List.of(new ReportId(4)), null)),
            List.of(),
            REPORTS.stream().map(Fixture::tokens).toList(),
            List.of(),
            PARTIES,
            STATEMENTS,
            TIMES,
            FIGURES,
            List.of());
    return new Comparison(
        story,
        List.of(aim(), held(), agreed()),
        List.of(),
        List.of(retelling()),
        List.of(new Rejection("broken.html", "no-body", "There is no text in it.")));
  }

  /** The first report alone. */
  static Reading reading() {
    return new Reading(
        REPORTS.getFirst(),
        Engine.FAST,
        "rashomon",
        tokens(REPORTS.getFirst()),
        Meanings.NONE,
        PARTIES.subList(0, 2),
        STATEMENTS.subList(0, 2),
        TIMES.subList(0, 1),
        FIGURES.subList(0, 1),
        List.of());
  }

  private static Point aim() {
    return new Point(
        new PointId(1),
        "What is the operation at the harbour meant to achieve?",
        Facet.AIM,
        Relation.CONFLICT,
        "each is given as the aim of the same operation.",
        List.of(
            new Answer(
                "stop the smuggling of fuel",
                List.of(new Holder.ByReport(new ReportId(1))),
                1,
                new ReportId(1),
                List.of(
                    new Evidence(
                        new ReportId(1), find(1, "stop the smuggling of fuel"), null, null))),
            new Answer(
                "hold the port until the crew is released",
                List.of(new Holder.ByParty(new PartyId(3))),
                1,
                new ReportId(2),
                List.of(
                    evidence(
                        2, "“We stay until every sailor is home. Nobody leaves *before* that,”", 3),
                    evidence(2, "hold the port until the crew is released", 4),
                    evidence(
                        3,
                        "“We stay until every sailor is home. Nobody leaves *before* that,”",
                        7)))));
  }

  private static Point held() {
    return new Point(
        new PointId(2),
        "How many sailors were held?",
        Facet.COUNT,
        Relation.UPDATE,
        "The number rose from 12 to 15 between two reports of Tuesday.",
        List.of(
            new Answer(
                "at least 12",
                List.of(new Holder.ByParty(new PartyId(1))),
                1,
                new ReportId(1),
                List.of(
                    new Evidence(
                        new ReportId(1),
                        find(1, "At least 12 sailors"),
                        new StatementId(2),
                        new FigureId(1)))),
            new Answer(
                "about 15",
                List.of(new Holder.ByParty(new PartyId(4))),
                1,
                new ReportId(2),
                List.of(
                    new Evidence(
                        new ReportId(2), find(2, "About 15 sailors"), null, new FigureId(2))))));
  }

  private static Point agreed() {
    return new Point(
        new PointId(3),
        "Were sailors held?",
        Facet.STATUS,
        Relation.AGREE,
        "Both say so.",
        List.of(
            new Answer(
                "held",
                List.of(new Holder.ByParty(new PartyId(1)), new Holder.ByParty(new PartyId(4))),
                2,
                new ReportId(1),
                List.of(
                    evidence(1, "sailors were held", 2),
                    new Evidence(new ReportId(2), find(2, "sailors were held"), null, null)))));
  }

  /** What North has of the general's words, as if it had changed them in every way. */
  private static Retelling retelling() {
    String words = "“We stay until every sailor is home. Nobody leaves *before* that,”";
    return new Retelling(
        new StatementId(3),
        List.of(
            new Retelling.Version(
                new StatementId(3), new ReportId(2), List.of(find(2, words)), List.of()),
            new Retelling.Version(
                new StatementId(7),
                new ReportId(3),
                List.of(find(3, words)),
                List.of(
                    change(Kind.DROPPED_CONDITION, "until every sailor is home", null),
                    change(Kind.OTHER_SPEAKER, "General Adair", "North"),
                    change(Kind.CHANGED_WORDS, "Nobody", "every sailor"),
                    change(Kind.SHORTENED, "*before* that", null)))));
  }

  private static Retelling.Change change(Kind kind, String there, @Nullable String here) {
    return new Retelling.Change(kind, find(2, there), here == null ? null : find(3, here));
  }

  private static Report report(
      String file, @Nullable String outlet, String title, @Nullable String published, String text) {
    Stamp stamp = published == null ? null : Stamp.parse(published).orElseThrow();
    return new Report(file, null, outlet, title, stamp, null, null, "en", text);
  }

  private static Party party(
      int id,
      String name,
      Party.Kind kind,
      @Nullable String role,
      @Nullable Integer speaksFor,
      String... names) {
    return new Party(
        new PartyId(id),
        name,
        name,
        kind,
        role,
        speaksFor == null ? null : new PartyId(speaksFor),
        List.of(names));
  }

  private static Statement statement(
      int id,
      int report,
      Statement.Type type,
      @Nullable String source,
      @Nullable Integer party,
      @Nullable String cue,
      String content,
      boolean denied) {
    return new Statement(
        new StatementId(id),
        new ReportId(report),
        type,
        source == null ? null : find(report, source),
        party == null ? null : new PartyId(party),
        Statement.SourceType.NAMED,
        cue == null ? null : find(report, cue),
        List.of(find(report, content)),
        null,
        denied,
        Statement.Modality.ASSERTED,
        0.9);
  }

  private static Figure figure(
      int id,
      int report,
      String words,
      @Nullable Double low,
      @Nullable Double high,
      String unit,
      int party,
      @Nullable Integer statement) {
    return new Figure(
        new FigureId(id),
        new ReportId(report),
        find(report, words),
        low,
        high,
        high == null,
        unit,
        new Measure("sailor", "hold", "are held", List.of(), "sailors held"),
        null,
        new PartyId(party),
        null,
        statement == null ? null : new StatementId(statement));
  }

  private static Evidence evidence(int report, String words, int statement) {
    return new Evidence(
        new ReportId(report), find(report, words), new StatementId(statement), null);
  }

  private static Span find(int report, String words) {
    int start = REPORTS.get(report - 1).text().indexOf(words);
    return new Span(start, start + words.length());
  }

  static List<Token> tokens(Report report) {
    List<Token> tokens = new ArrayList<>();
    Matcher words = Pattern.compile("\\S+|\n\n").matcher(report.text());
    int paragraph = 0;
    while (words.find()) {
      if (words.group().isBlank()) {
        paragraph++;
      } else {
        tokens.add(
            new Token(
                new Span(words.start(), words.end()),
                words.group(),
                words.group().toLowerCase(Locale.ROOT),
                Tag.X,
                0,
                paragraph));
      }
    }
    return tokens;
  }
}
