package rashomon.app;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.compare.Credits;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Engine;
import rashomon.model.Estimate;
import rashomon.model.Evidence;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Holder;
import rashomon.model.Matrices;
import rashomon.model.Origin;
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
import rashomon.model.Story;
import rashomon.model.Token;
import rashomon.version.Withdrawal;

/** What things are called to a person: reports, parties, places in a report, values. */
final class Wording {

  /** Marks a copy: another report of the same origin has it already. */
  static final String COPY = "⧉";

  /** Said of a report of which only the beginning is known. */
  static final String STUB = "stub: its beginning alone, the rest is behind a paywall";

  private static final int TITLE_COLUMNS = 90;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final String OPENING = "\"“«„‟";
  private static final String CLOSING = "\"”»“‟";

  private final List<Report> reports;
  private final List<List<Token>> tokens;
  private final List<Party> parties;
  private final Map<ReportId, Origin> origins = new HashMap<>();
  private final List<String> reportNames;
  private final Function<Report, String> apart;
  private final Map<PointId, Estimate> estimates = new HashMap<>();
  private final Function<Evidence, Object> origin;

  /** Of readings, which have no origins. */
  Wording(List<Report> reports, List<List<Token>> tokens, List<Party> parties) {
    this.reports = reports;
    this.tokens = tokens;
    this.parties = parties;
    this.apart = Report::file;
    this.reportNames = reportNames(reports, apart);
    this.origin = evidence -> evidence.report();
  }

  private Wording(Story story, Function<Report, String> apart) {
    this.reports = story.reports();
    this.tokens = story.tokens();
    this.parties = story.parties();
    story.origins().forEach(one -> one.reports().forEach(report -> this.origins.put(report, one)));
    this.apart = apart;
    this.reportNames = reportNames(reports, apart);
    this.origin = evidence -> story.origin(evidence.report(), evidence.span()).id();
  }

  static Wording of(Comparison comparison) {
    return of(comparison, Report::file);
  }

  /**
   * The same for a reader who does not know the files: reports of one outlet are told apart by when
   * they were published, where that differs.
   */
  static Wording byTime(Comparison comparison) {
    Map<String, Long> perTime =
        comparison.story().reports().stream()
            .collect(Collectors.groupingBy(Wording::outletAndTime, Collectors.counting()));
    return of(
        comparison,
        report ->
            report.published() != null && perTime.getOrDefault(outletAndTime(report), 0L) == 1
                ? published(report)
                : report.file());
  }

  private static String outletAndTime(Report report) {
    return Matrices.outlet(report) + "\n" + published(report);
  }

  /** <i>4 Mar 06:40</i> or <i>4 Mar</i>, as the outlet gives it; empty where no time is known. */
  private static String published(Report report) {
    Stamp stamp = report.published();
    if (stamp == null) {
      return "";
    }
    boolean timed = stamp.text().contains("T");
    return DAY.format(stamp.date()) + (timed ? " " + stamp.text().substring(11, 16) : "");
  }

  private static Wording of(Comparison comparison, Function<Report, String> apart) {
    Wording wording = new Wording(comparison.story(), apart);
    comparison.estimates().forEach(one -> wording.estimates.put(one.point(), one));
    return wording;
  }

  /** The outlet, with what tells its reports apart where it has several; else the file. */
  private static List<String> reportNames(List<Report> reports, Function<Report, String> apart) {
    Map<String, Long> perOutlet =
        reports.stream()
            .filter(report -> report.outlet() != null)
            .collect(Collectors.groupingBy(report -> report.outlet() + "", Collectors.counting()));
    return reports.stream()
        .map(
            report -> {
              String outlet = report.outlet();
              if (outlet == null) {
                return report.file();
              }
              return perOutlet.getOrDefault(outlet, 0L) == 1
                  ? outlet
                  : outlet + " (" + apart.apply(report) + ")";
            })
        .toList();
  }

  String report(ReportId id) {
    return reportNames.get(id.number() - 1);
  }

  /**
   * The report's name and paragraph, as in <i>Coast Herald ¶4</i>; the headline is no paragraph.
   */
  String place(ReportId id, Span span) {
    int paragraph = paragraph(id, span);
    return report(id) + (paragraph == 0 ? ", " : " ") + paragraph(paragraph);
  }

  /** The same for who knows the outlet: which report where it has several, and the paragraph. */
  String placeInOutlet(ReportId id, Span span) {
    Report report = reports.get(id.number() - 1);
    String paragraph = paragraph(paragraph(id, span));
    boolean alone = report(id).equals(Matrices.outlet(report));
    return alone ? paragraph : apart.apply(report) + " " + paragraph;
  }

  /** <i>¶4</i>; 0 is the headline. */
  static String paragraph(int number) {
    return number == 0 ? "headline" : "¶" + number;
  }

  /** Which paragraph of its report a span begins in, from 1; 0 for the headline. */
  int paragraph(ReportId id, Span span) {
    return paragraph(reports.get(id.number() - 1), tokens.get(id.number() - 1), span);
  }

  /** The same, of a report with these tokens. */
  static int paragraph(Report report, List<Token> tokens, Span span) {
    boolean titled =
        !report.title().isBlank() && report.text().stripLeading().startsWith(report.title());
    return tokenAt(tokens, span.start()).map(Token::paragraph).orElse(0) + (titled ? 0 : 1);
  }

  /** The first token that ends after {@code offset}. */
  private static Optional<Token> tokenAt(List<Token> tokens, int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).span().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < tokens.size() ? Optional.of(tokens.get(low)) : Optional.empty();
  }

  /** The party's name, with whom it speaks for where its name does not tell. */
  String party(PartyId id) {
    Party party = parties.get(id.number() - 1);
    PartyId speaksFor = party.speaksFor();
    if (speaksFor == null) {
      return party.name();
    }
    String principal = parties.get(speaksFor.number() - 1).name();
    return party.name().contains(principal) ? party.name() : party.name() + " (" + principal + ")";
  }

  String holder(Holder holder) {
    return switch (holder) {
      case Holder.ByParty(PartyId party) -> party(party);
      case Holder.ByReport(ReportId report) -> report(report) + ", in its own words";
    };
  }

  /** A holder by its name alone. */
  String briefly(Holder holder) {
    return switch (holder) {
      case Holder.ByParty(PartyId party) -> party(party);
      case Holder.ByReport(ReportId report) -> report(report);
    };
  }

  String holders(Answer answer) {
    return answer.holders().stream()
        .map(this::holder)
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  /**
   * Where words of a report stand: its name and paragraph, the words themselves, and whether they
   * are a copy of others already named.
   */
  record Place(String name, Evidence at, boolean copy) {

    @Override
    public String toString() {
      return copy ? name + Page.TIE + COPY : name;
    }
  }

  /** Words of a report with every place that has them, in order of the reports. */
  record Quotation(String words, List<Place> places) {

    /** The first place, and the others after <i>also</i>. */
    String where() {
      return places.getFirst()
          + (places.size() == 1 ? "" : " · also " + listed(places.subList(1, places.size())));
    }
  }

  /** Places on one line. */
  static String listed(List<Place> places) {
    return places.stream().map(Place::toString).collect(Collectors.joining(", "));
  }

  /** The words that give an answer; the same words from several reports are one quotation. */
  List<Quotation> quotations(Answer answer) {
    Map<String, List<Place>> places = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    Map<Object, ReportId> carriers = new HashMap<>();
    for (Evidence evidence : answer.evidence()) {
      ReportId report = evidence.report();
      String text = Page.printable(evidence.span().of(reports.get(report.number() - 1).text()));
      boolean copy = !report.equals(carriers.computeIfAbsent(origin.apply(evidence), _ -> report));
      String key = unquoted(text);
      words.putIfAbsent(key, text);
      Place place = new Place(place(report, evidence.span()), evidence, copy);
      List<Place> at = places.computeIfAbsent(key, _ -> new ArrayList<>());
      if (at.stream().noneMatch(other -> other.toString().equals(place.toString()))) {
        at.add(place);
      }
    }
    return words.entrySet().stream()
        .map(
            entry ->
                new Quotation(entry.getValue(), places.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  /** Exact words between quotation marks: the report's own where it has them, else “ and ”. */
  static String quoted(String words, int columns) {
    String line = Page.cut(words, columns);
    if (isQuoted(words)) {
      return line.equals(Page.printable(words)) ? line : line + words.charAt(words.length() - 1);
    }
    return "“" + line + "”";
  }

  /** The words that attribute, where there are some, and what they attribute. */
  static String said(String cue, String words, int columns) {
    return cue.isEmpty() ? quoted(words, columns) : cue + ": " + quoted(words, columns);
  }

  private static boolean isQuoted(String words) {
    return words.length() > 2
        && OPENING.indexOf(words.charAt(0)) >= 0
        && CLOSING.indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  private static String unquoted(String words) {
    String bare = isQuoted(words) ? words.substring(1, words.length() - 1) : words;
    return bare.strip().replaceFirst("[.,]$", "");
  }

  /** How many independent origins the evidence of a point comes from. */
  int origins(Point point) {
    return (int)
        point.answers().stream()
            .flatMap(answer -> answer.evidence().stream())
            .map(origin)
            .distinct()
            .count();
  }

  /**
   * Reports that do not mention a point, nor copy one that does; empty where most are silent, which
   * says little.
   */
  List<ReportId> silent(Point point) {
    Set<Object> carriers =
        point.answers().stream()
            .flatMap(answer -> answer.evidence().stream())
            .map(evidence -> whole(evidence.report()))
            .collect(Collectors.toCollection(HashSet::new));
    List<ReportId> silent =
        point.silent().stream().filter(report -> !carriers.contains(whole(report))).toList();
    return 2 * silent.size() > reports.size() ? List.of() : silent;
  }

  /** <i>Not mentioned by: …</i>, empty where that would say little. */
  String notMentioned(Point point) {
    List<ReportId> silent = silent(point);
    return silent.isEmpty()
        ? ""
        : "Not mentioned by: "
            + silent.stream().map(this::report).collect(Collectors.joining(", "));
  }

  private Object whole(ReportId report) {
    Origin origin = origins.get(report);
    return origin == null ? report : origin.id();
  }

  /** <i>Differs because …</i>, or the sentence as it stands where that would not be one. */
  static String why(Point point) {
    String why = point.why().strip();
    boolean clause =
        point.relation() == Relation.CONFLICT
            && !why.isEmpty()
            && Character.isLowerCase(why.charAt(0));
    return clause && !why.startsWith("differs because") ? "Differs because " + why : sentence(why);
  }

  /**
   * The number that the picked rule gives, and where it is from; empty where no rule was picked.
   */
  Optional<String> estimate(Point point) {
    return Optional.ofNullable(estimates.get(point.id())).map(this::estimate);
  }

  private String estimate(Estimate estimate) {
    if (estimate.evidence().isEmpty()) {
      return "The rule "
          + estimate.rule()
          + " gives no number here: no answer has more than half of the origins to itself.";
    }
    String from =
        estimate.evidence().stream()
            .map(
                one ->
                    quoted(
                            one.span().of(reports.get(one.report().number() - 1).text()),
                            TITLE_COLUMNS)
                        + " "
                        + place(one.report(), one.span()))
            .distinct()
            .collect(Collectors.joining(", "));
    return "By the rule "
        + estimate.rule()
        + ": "
        + value(estimate.low(), estimate.high(), estimate.unit())
        + ", from "
        + from
        + ".";
  }

  static String sentence(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * The bounds of a figure in words: <i>38</i>, <i>30 to 40</i>, <i>51 or more</i>, <i>up to
   * 50</i>.
   */
  static String value(Figure figure) {
    return value(figure.low(), figure.high(), figure.unit());
  }

  private static String value(@Nullable Double least, @Nullable Double most, String unit) {
    String low = number(least);
    String high = number(most);
    String bounds =
        low.isEmpty() ? "up to " + high : high.isEmpty() ? low + " or more" : low + " to " + high;
    String value = low.isEmpty() && high.isEmpty() ? "not given" : low.equals(high) ? low : bounds;
    return unit.equals("people") || unit.isEmpty() ? value : value + " " + unit;
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : value.toString();
  }

  /**
   * <i>7 reports from 6 origins · 85 statements · 40 figures · 12 points: 4 contested, 1 changed
   * over time, 7 agreed</i>.
   */
  static String headline(Comparison comparison) {
    var story = comparison.story();
    int origins = story.origins().size();
    return count(story.reports().size(), "report")
        + (origins == 0 ? "" : " from " + count(origins, "origin"))
        + " · "
        + count(story.statements().size(), "statement")
        + " · "
        + count(story.figures().size(), "figure")
        + " · "
        + count(comparison.points().size(), "point")
        + ": "
        + relations(comparison)
        + unread(comparison);
  }

  /**
   * How many points are contested, and how many of each other kind there are; what copies of one
   * origin tell alike is no agreement.
   */
  private static String relations(Comparison comparison) {
    Wording wording = of(comparison);
    Map<String, Long> counts =
        comparison.points().stream()
            .collect(
                Collectors.groupingBy(
                    point ->
                        wording.origins(point) > 1 || point.relation() != Relation.AGREE
                            ? past(point.relation())
                            : COPIED,
                    Collectors.counting()));
    counts.putIfAbsent(past(Relation.CONFLICT), 0L);
    return Stream.concat(Arrays.stream(Relation.values()).map(Wording::past), Stream.of(COPIED))
        .filter(counts::containsKey)
        .map(kind -> counts.get(kind) + " " + kind)
        .collect(Collectors.joining(", "));
  }

  private static final String COPIED = "in copies alone";

  private static String past(Relation relation) {
    return switch (relation) {
      case CONFLICT -> "contested";
      case UPDATE -> "changed over time";
      case SCOPE -> "of different scope";
      case ROUNDING -> "rounded";
      case AGREE -> "agreed";
    };
  }

  /** What found the statements. */
  static String engines(Comparison comparison) {
    List<Engine> engines = comparison.story().engines();
    long trained = engines.stream().filter(engine -> engine == Engine.TRAINED).count();
    String by = "Statements were found by ";
    if (trained == engines.size()) {
      return by + "a trained model and rules; no model is always right.";
    }
    return trained == 0
        ? by + "rules alone."
        : by
            + "a trained model in "
            + trained
            + " of the reports, and by rules alone in the others.";
  }

  /** How words like <i>dozens</i> were read. */
  static String codebooks(Comparison comparison) {
    return "Dozens, hundreds and the like were read by the codebook "
        + comparison.story().codebooks().stream().distinct().collect(Collectors.joining(" and "))
        + ".";
  }

  /** <i> · 1 report not in English</i>, where there is one. */
  private static String unread(Comparison comparison) {
    int unread =
        (int) comparison.story().reports().stream().filter(report -> !isRead(report)).count();
    return unread == 0 ? "" : " · " + count(unread, "report") + " not in English";
  }

  private static boolean isRead(Report report) {
    return report.language().equals("en") || report.language().equals("und");
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** <i>1 · AIM · conflict · 2 origins</i>. */
  String label(Point point) {
    return point.id().number()
        + " · "
        + point.facet()
        + " · "
        + lower(point.relation())
        + " · "
        + count(origins(point), "origin");
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A row about a party: who it is, and what the reports give it. */
  record Speaker(
      PartyId id,
      String name,
      String role,
      int statements,
      List<String> reports,
      List<Said> words) {}

  /** The parties with statements, in order of first appearance. */
  List<Speaker> speakers(Comparison comparison) {
    Map<PartyId, List<Statement>> statements = new HashMap<>();
    for (Statement statement : comparison.story().statements()) {
      if (statement.party() != null) {
        statements.computeIfAbsent(statement.party(), _ -> new ArrayList<>()).add(statement);
      }
    }
    return parties.stream()
        .filter(party -> statements.containsKey(party.id()))
        .map(party -> speaker(party, statements.getOrDefault(party.id(), List.of())))
        .toList();
  }

  private Speaker speaker(Party party, List<Statement> statements) {
    String role = party.role() == null || party.name().contains(party.role()) ? "" : party.role();
    List<String> carriers =
        statements.stream().map(statement -> report(statement.report())).distinct().toList();
    return new Speaker(
        party.id(), party(party.id()), role, statements.size(), carriers, words(statements));
  }

  /** What was said, with the words that attribute it, the surest first; each once. */
  private List<Said> words(List<Statement> statements) {
    Map<String, Said> shown = new LinkedHashMap<>();
    statements.stream()
        .sorted(Comparator.comparingDouble(Statement::confidence).reversed())
        .forEach(
            said -> {
              String text = reports.get(said.report().number() - 1).text();
              String words =
                  said.content().stream()
                      .map(part -> Page.printable(part.of(text)))
                      .collect(Collectors.joining(" … "));
              String cue = said.cue() == null ? "" : Page.printable(said.cue().of(text));
              shown
                  .computeIfAbsent(
                      unquoted(words), _ -> new Said(cue, new Quotation(words, new ArrayList<>())))
                  .words()
                  .places()
                  .add(place(said));
            });
    return List.copyOf(shown.values());
  }

  private Place place(Statement said) {
    Span first = said.content().getFirst();
    return new Place(
        place(said.report(), first), new Evidence(said.report(), first, said.id(), null), false);
  }

  /** <i>urged</i> and what was urged; the cue may be empty. */
  record Said(String cue, Quotation words) {

    String quoted(int columns) {
      return said(cue, words.words(), columns);
    }
  }

  /**
   * A row of the figures' table. The same words for the same thing from the same holder are one
   * row.
   */
  record FigureRow(String words, String measure, String givenBy, List<Place> places) {

    /** The figures of the row, each with a place of its own, in order. */
    List<FigureId> figures() {
      return places.stream().flatMap(place -> Stream.ofNullable(place.at().figure())).toList();
    }
  }

  /** The figures by what they count, in order of first appearance. */
  List<FigureRow> figureRows(Comparison comparison) {
    Map<String, Map<String, FigureRow>> byMeasure = new LinkedHashMap<>();
    for (Figure figure : comparison.story().figures()) {
      String words =
          Page.printable(figure.span().of(reports.get(figure.report().number() - 1).text()));
      String scope = figure.scope() == null ? "" : ", " + figure.scope();
      String measure = figure.measure().phrase() + scope;
      PartyId party = figure.party();
      String givenBy = party == null ? "own words" : party(party);
      byMeasure
          .computeIfAbsent(figure.measure().phrase(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(
              words.toLowerCase(Locale.ROOT) + "\n" + measure + "\n" + givenBy,
              _ -> new FigureRow(words, measure, givenBy, new ArrayList<>()))
          .places()
          .add(
              new Place(
                  place(figure.report(), figure.span()),
                  new Evidence(figure.report(), figure.span(), figure.statement(), figure.id()),
                  false));
    }
    return byMeasure.values().stream().flatMap(rows -> rows.values().stream()).toList();
  }

  /** A report in one line: outlet or file, time, title, and what it was copied from. */
  String about(ReportId id) {
    Report report = reports.get(id.number() - 1);
    Origin origin = origins.get(id);
    String published = report.published() == null ? "" : ", " + report.published();
    String title = report.title().isBlank() ? "" : ": " + Page.cut(report.title(), TITLE_COLUMNS);
    String language =
        isRead(report)
            ? ""
            : " [language: " + report.language() + "; shown, not read: the rules know English]";
    String stub = report.stub() ? " [" + STUB + "]" : "";
    String credit = credit(id).isEmpty() ? "" : " (credit: " + credit(id) + ")";
    String copied =
        origin == null || origin.first().equals(id)
            ? ""
            : " " + COPY + " copied from " + report(origin.first());
    return report(id) + published + withdrawn(report) + title + language + stub + credit + copied;
  }

  /** Whether a report is withdrawn, and when, to stand after its time; else empty. */
  static String withdrawn(Report report) {
    return Withdrawal.of(report).isEmpty()
        ? ""
        : ", withdrawn" + Withdrawal.time(report).map(time -> " " + time).orElse("");
  }

  /** Whom a report itself credits for its text, other than its own outlet; else empty. */
  String credit(ReportId id) {
    return Credits.own(reports.get(id.number() - 1)).orElse("");
  }
}
