package rashomon.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Engine;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Holder;
import rashomon.model.Origin;
import rashomon.model.OriginId;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.model.Statement;
import rashomon.model.StatementId;
import rashomon.model.Story;

/**
 * A comparison of 15 parties, each with a report of its own, and 25 points on which they differ.
 */
final class Wide {

  private static final int PARTIES = 15;
  private static final int POINTS = 25;

  private static final List<String> NAMES =
      List.of(
          "Ministry of Health",
          "Mila Torv",
          "Union of Dock and Harbour Workers of the Northern Provinces",
          "Oren Dask",
          "port authority",
          "Free Strait Council",
          "Petra Olm",
          "Ivo Marrin",
          "Association of Owners",
          "General Adair",
          "residents of the old quarter",
          "Ana Brell",
          "Hesna Torvald",
          "Corvath's emergency service",
          "Palo Renn");

  private static final List<String> ANSWERS =
      List.of(
          "close the northern lock until the arrears are paid",
          "open it at once",
          "leave it to the court in Sarn, which sits in the spring");

  private static final List<String> ABOUT =
      List.of("lock", "port", "ferry", "toll on the bridge", "fuel store", "night watch");

  private static final List<Facet> FACETS =
      List.of(Facet.AIM, Facet.CAUSE, Facet.POSITION, Facet.STATUS, Facet.EXTENT);

  private final List<StringBuilder> texts =
      IntStream.range(0, PARTIES).mapToObj(_ -> new StringBuilder("The week in Sarn\n")).toList();
  private final List<Statement> statements = new ArrayList<>();

  private Wide() {}

  static Comparison comparison() {
    return new Wide().made();
  }

  private Comparison made() {
    List<Point> points = IntStream.range(0, POINTS).mapToObj(this::point).toList();
    List<Report> reports = IntStream.range(0, PARTIES).mapToObj(this::report).toList();
    List<Origin> origins =
        IntStream.rangeClosed(1, PARTIES)
            .mapToObj(
                i -> new Origin(new OriginId(i), new ReportId(i), List.of(new ReportId(i)), null))
            .toList();
    return new Comparison(
        new Story(
            reports,
            Collections.nCopies(PARTIES, Engine.TRAINED),
            Collections.nCopies(PARTIES, "rashomon"),
            origins,
            List.of(),
            reports.stream().map(Fixture::tokens).toList(),
            List.of(),
            IntStream.rangeClosed(1, PARTIES).mapToObj(Wide::party).toList(),
            statements,
            List.of(),
            List.of(),
            List.of()),
        points,
        List.of(),
        List.of(),
        List.of());
  }

  private static Party party(int number) {
    String name = NAMES.get(number - 1);
    return new Party(
        new PartyId(number), name, name, Party.Kind.ORGANISATION, null, null, List.of(name));
  }

  private Report report(int index) {
    return new Report(
        index + ".txt",
        null,
        "Sarn Paper " + (index + 1),
        "The week in Sarn",
        Stamp.parse("2031-03-05").orElseThrow(),
        null,
        null,
        "en",
        texts.get(index).toString());
  }

  /** A point that two of three parties answer. */
  private Point point(int index) {
    List<Answer> answers = new ArrayList<>();
    for (int answer = 0; answer < ANSWERS.size(); answer++) {
      List<Evidence> evidence = new ArrayList<>();
      for (int party = 1; party <= PARTIES; party++) {
        if ((party + index) % 3 > 0 && (party * 7 + index) % ANSWERS.size() == answer) {
          evidence.add(said(party, ANSWERS.get(answer)));
        }
      }
      if (!evidence.isEmpty()) {
        answers.add(answer(ANSWERS.get(answer), evidence));
      }
    }
    return new Point(
        new PointId(index + 1),
        "What should become of the " + ABOUT.get(index % ABOUT.size()) + " in March?",
        FACETS.get(index % FACETS.size()),
        index % 4 == 0 ? Relation.UPDATE : Relation.CONFLICT,
        "each is given as what should be done.",
        answers);
  }

  private static Answer answer(String words, List<Evidence> evidence) {
    List<Holder> holders =
        evidence.stream()
            .<Holder>map(at -> new Holder.ByParty(new PartyId(at.report().number())))
            .toList();
    return new Answer(words, holders, evidence.size(), evidence.getFirst().report(), evidence);
  }

  private Evidence said(int party, String words) {
    StringBuilder text = texts.get(party - 1);
    text.append('\n');
    Span source = appended(text, NAMES.get(party - 1));
    text.append(" asked to ");
    Span content = appended(text, words);
    text.append(".\n");
    StatementId id = new StatementId(statements.size() + 1);
    statements.add(
        new Statement(
            id,
            new ReportId(party),
            Statement.Type.INDIRECT,
            source,
            new PartyId(party),
            Statement.SourceType.NAMED,
            null,
            List.of(content),
            null,
            false,
            Statement.Modality.ASSERTED,
            0.9));
    return new Evidence(new ReportId(party), content, id, null);
  }

  private static Span appended(StringBuilder text, String words) {
    text.append(words);
    return new Span(text.length() - words.length(), text.length());
  }
}
