package rashomon.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rashomon.app.Wording.Quotation;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.ReportId;

/** A comparison as Markdown, in the order of the terminal, with tables. */
final class ComparisonMarkdown {

  private static final int SAID_COLUMNS = 120;

  private static final int EVIDENCE_COLUMNS = 400;
  private static final String SPECIAL = "\\`*_{}[]<>#|~&$";

  private final Comparison comparison;
  private final Wording wording;
  private final StringBuilder text = new StringBuilder();

  private ComparisonMarkdown(Comparison comparison) {
    this.comparison = comparison;
    this.wording = Wording.of(comparison);
  }

  static String of(Comparison comparison) {
    return new ComparisonMarkdown(comparison).write();
  }

  private String write() {
    text.append("# Comparison\n\n").append(Wording.headline(comparison)).append("\n");
    cards("Contested", Relation.CONFLICT);
    cards("Changed over time", Relation.UPDATE);
    cards("Different scope", Relation.SCOPE);
    cards("Rounded", Relation.ROUNDING);
    table(
        "Told differently",
        List.of("Fullest version", "Said by, in", "Elsewhere"),
        Retold.of(comparison, wording).stream()
            .map(
                retold ->
                    List.of(
                        escaped(retold.words()),
                        escaped(retold.where(wording)),
                        retold.changes().stream()
                            .map(ComparisonMarkdown::escaped)
                            .collect(Collectors.joining("<br>"))))
            .toList());
    agreed();
    table(
        "Figures",
        List.of("Words", "What is counted", "Given by", "Where"),
        wording.figureRows(comparison).stream()
            .map(
                row ->
                    List.of(
                        escaped(row.words()),
                        escaped(row.measure()),
                        escaped(row.givenBy()),
                        escaped(Wording.listed(row.places()))))
            .toList());
    table(
        "Who said what",
        List.of("Party", "Role", "Statements", "Among them", "In"),
        wording.speakers(comparison).stream()
            .map(
                speaker ->
                    List.of(
                        escaped(speaker.name()),
                        escaped(speaker.role()),
                        Integer.toString(speaker.statements()),
                        escaped(speaker.words().getFirst().quoted(SAID_COLUMNS)),
                        escaped(String.join(", ", speaker.reports()))))
            .toList());
    matrices();
    list("Reports", reports());
    text.append("\n").append(Wording.engines(comparison)).append("\n");
    text.append("\n").append(escaped(Wording.codebooks(comparison))).append("\n");
    list(
        "Not read",
        comparison.rejected().stream()
            .map(rejection -> escaped(rejection.file()) + ": " + escaped(rejection.why()))
            .toList());
    return text.toString();
  }

  private List<Point> points(Relation relation) {
    return comparison.points().stream().filter(point -> point.relation() == relation).toList();
  }

  private void cards(String heading, Relation relation) {
    List<Point> points = points(relation);
    if (!points.isEmpty()) {
      heading(heading);
      points.forEach(this::card);
    }
  }

  private void card(Point point) {
    text.append("\n### ").append(escaped(point.question())).append("\n\n");
    text.append(escaped(wording.label(point))).append("\n\n");
    rows(
        List.of("Answer", "Given by", "In these words"),
        point.answers().stream().map(this::row).toList());
    text.append("\n").append(escaped(Wording.why(point))).append("\n");
    wording.estimate(point).ifPresent(line -> text.append("\n").append(escaped(line)).append("\n"));
    String silent = wording.notMentioned(point);
    if (!silent.isEmpty()) {
      text.append("\n").append(escaped(silent)).append("\n");
    }
  }

  private List<String> row(Answer answer) {
    return List.of(
        escaped(answer.answer()),
        answer.holders().stream()
            .map(wording::holder)
            .distinct()
            .map(ComparisonMarkdown::escaped)
            .collect(Collectors.joining("<br>")),
        wording.quotations(answer).stream()
            .map(ComparisonMarkdown::quotation)
            .collect(Collectors.joining("<br>")));
  }

  private static String quotation(Quotation quotation) {
    return escaped(Wording.quoted(quotation.words(), EVIDENCE_COLUMNS))
        + " "
        + escaped(quotation.where());
  }

  private void agreed() {
    table(
        "Agreed",
        List.of("Question", "Answer", "Origins", "In these words"),
        points(Relation.AGREE).stream()
            .map(
                point ->
                    List.of(
                        escaped(point.question()),
                        point.answers().stream()
                            .map(answer -> escaped(answer.answer()))
                            .collect(Collectors.joining("<br>")),
                        Integer.toString(wording.origins(point)),
                        point.answers().stream()
                            .flatMap(answer -> wording.quotations(answer).stream())
                            .map(ComparisonMarkdown::quotation)
                            .collect(Collectors.joining("<br>"))))
            .toList());
  }

  private void matrices() {
    MatrixText matrices = new MatrixText(comparison, wording);
    List<String> columns = new ArrayList<>(List.of("Party"));
    matrices.points.forEach(id -> columns.add("" + id.number()));
    table(
        "Who answers what",
        columns,
        matrices.stands(matrices.points.size()).stream()
            .map(row -> Stream.concat(Stream.of(escaped(row.party())), row.cells().stream()))
            .map(Stream::toList)
            .toList());
    table(
        "Who quotes whom",
        List.of("Outlet", "Parties, by statements"),
        matrices.quoted().entrySet().stream()
            .map(row -> List.of(escaped(row.getKey()), escaped(row.getValue())))
            .toList());
  }

  private List<String> reports() {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= comparison.story().reports().size(); i++) {
      lines.add(escaped(wording.about(new ReportId(i))));
    }
    return lines;
  }

  private void heading(String words) {
    text.append("\n## ").append(words).append("\n");
  }

  private void list(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      heading(heading);
      text.append("\n");
      lines.forEach(line -> text.append("- ").append(line).append("\n"));
    }
  }

  private void table(String heading, List<String> columns, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      heading(heading);
      text.append("\n");
      rows(columns, rows);
    }
  }

  private void rows(List<String> columns, List<List<String>> rows) {
    row(columns);
    row(columns.stream().map(_ -> "---").toList());
    rows.forEach(this::row);
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Words that Markdown, and HTML within it, shows as they are, on one line. */
  static String escaped(String words) {
    StringBuilder escaped = new StringBuilder(words.length());
    for (char c : Page.printable(words).toCharArray()) {
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
