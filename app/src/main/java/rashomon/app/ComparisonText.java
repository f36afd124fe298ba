package rashomon.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rashomon.app.MatrixText.Row;
import rashomon.app.Page.Tone;
import rashomon.app.Wording.FigureRow;
import rashomon.app.Wording.Place;
import rashomon.app.Wording.Quotation;
import rashomon.app.Wording.Said;
import rashomon.app.Wording.Speaker;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.Rejection;
import rashomon.model.Relation;
import rashomon.model.ReportId;

/**
 * A comparison as a person reads it in a terminal: what is contested first, then what explains the
 * other differences.
 */
final class ComparisonText {

  private static final int EVIDENCE_SHOWN = 3;
  private static final int EVIDENCE_COLUMNS = 240;
  private static final int RETOLD_SHOWN = 8;
  private static final int POINT_COLUMNS = 5;
  private static final int AGREED_SHOWN = 12;
  private static final int FIGURES_SHOWN = 40;
  private static final int SAID_SHOWN = 3;
  private static final int SAID_COLUMNS = 120;

  private final Comparison comparison;
  private final Wording wording;
  private final Page page;
  private final int columns;

  private ComparisonText(Comparison comparison, int columns, boolean colour) {
    this.comparison = comparison;
    this.wording = Wording.of(comparison);
    this.page = new Page(columns, colour);
    this.columns = columns;
  }

  static String of(Comparison comparison, int columns, boolean colour) {
    return new ComparisonText(comparison, columns, colour).write();
  }

  private String write() {
    page.add(0, 0, Wording.headline(comparison), Tone.STRONG);
    cards("CONTESTED", Relation.CONFLICT);
    cards("CHANGED OVER TIME", Relation.UPDATE);
    cards("DIFFERENT SCOPE", Relation.SCOPE);
    cards("ROUNDED", Relation.ROUNDING);
    retold();
    agreed();
    figures();
    speakers();
    matrices();
    reports();
    rejected();
    return page.toString();
  }

  private List<Point> points(Relation relation) {
    return comparison.points().stream().filter(point -> point.relation() == relation).toList();
  }

  private void cards(String heading, Relation relation) {
    List<Point> points = points(relation);
    if (!points.isEmpty()) {
      page.heading(heading);
      points.forEach(this::card);
    }
  }

  private void card(Point point) {
    page.gap().add(2, 2, wording.label(point), Tone.QUIET);
    page.add(2, 2, point.question(), Tone.STRONG);
    point.answers().forEach(this::answer);
    page.gap().add(4, Wording.why(point));
    wording.estimate(point).ifPresent(line -> page.add(4, line));
    String silent = wording.notMentioned(point);
    if (!silent.isEmpty()) {
      page.add(4, 4, silent, Tone.QUIET);
    }
  }

  private void answer(Answer answer) {
    page.gap().add(4, answer.answer());
    page.add(4, 7, "── " + wording.holders(answer), Tone.PLAIN);
    List<Quotation> quotations = wording.quotations(answer);
    for (Quotation quotation : quotations.stream().limit(EVIDENCE_SHOWN).toList()) {
      page.add(7, Wording.quoted(quotation.words(), EVIDENCE_COLUMNS));
      page.add(9, 11, quotation.where(), Tone.QUIET);
    }
    if (quotations.size() > EVIDENCE_SHOWN) {
      page.add(7, 7, "and " + (quotations.size() - EVIDENCE_SHOWN) + " more", Tone.QUIET);
    }
  }

  private void retold() {
    List<Retold> all = Retold.of(comparison, wording);
    if (all.isEmpty()) {
      return;
    }
    page.heading("TOLD DIFFERENTLY");
    for (Retold retold : all.stream().limit(RETOLD_SHOWN).toList()) {
      page.add(2, 4, retold.words(), Tone.PLAIN);
      page.add(4, 6, retold.where(wording), Tone.QUIET);
      retold.changes().forEach(change -> page.add(6, 8, change, Tone.PLAIN));
    }
    more(all.size(), RETOLD_SHOWN);
  }

  private void agreed() {
    List<Point> all = points(Relation.AGREE);
    if (all.isEmpty()) {
      return;
    }
    List<Point> points = all.stream().filter(point -> wording.origins(point) > 1).toList();
    page.heading("AGREED by independent origins");
    for (Point point : points.stream().limit(AGREED_SHOWN).toList()) {
      String answers =
          point.answers().stream().map(Answer::answer).collect(Collectors.joining(" / "));
      String places =
          point.answers().stream()
              .flatMap(answer -> wording.quotations(answer).stream())
              .flatMap(quotation -> quotation.places().stream())
              .map(Place::toString)
              .distinct()
              .collect(Collectors.joining(", "));
      String told =
          point.facet() == Facet.OTHER
              ? Wording.quoted(answers, EVIDENCE_COLUMNS)
              : point.question() + " " + answers;
      page.add(2, 4, told, Tone.PLAIN);
      page.add(4, 4, Wording.count(wording.origins(point), "origin") + ": " + places, Tone.QUIET);
    }
    more(points.size(), AGREED_SHOWN);
    if (points.size() < all.size()) {
      String copied =
          Wording.count(all.size() - points.size(), "more passage")
              + " only in copies of one origin, in --format json";
      page.add(2, 4, copied, Tone.QUIET);
    }
  }

  private void figures() {
    List<FigureRow> rows = wording.figureRows(comparison);
    if (rows.isEmpty()) {
      return;
    }
    page.heading("FIGURES");
    List<List<String>> cells =
        rows.stream()
            .limit(FIGURES_SHOWN)
            .map(
                row ->
                    List.of(
                        row.words(), row.measure(), row.givenBy(), Wording.listed(row.places())))
            .toList();
    int words = widest(cells, 0, columns / 4);
    int measure = widest(cells, 1, columns / 4);
    int givenBy = widest(cells, 2, columns / 4);
    int room = columns - 8 - words - measure - givenBy;
    for (List<String> row : cells) {
      String line = cell(row.get(0), words) + cell(row.get(1), measure) + cell(row.get(2), givenBy);
      boolean fits = Page.columns(Page.printable(row.get(3))) <= room;
      page.line(2, fits ? line + Page.printable(row.get(3)) : line);
      if (!fits) {
        page.add(6, 6, row.get(3), Tone.QUIET);
      }
    }
    more(rows.size(), FIGURES_SHOWN);
  }

  private static int widest(List<List<String>> rows, int column, int most) {
    return rows.stream()
        .mapToInt(row -> Math.min(most, Page.columns(Page.printable(row.get(column)))))
        .max()
        .orElse(0);
  }

  private static String cell(String words, int columns) {
    String shown = Page.cut(words, columns);
    return shown + " ".repeat(columns - Page.columns(shown) + 2);
  }

  private void speakers() {
    List<Speaker> speakers = wording.speakers(comparison);
    if (speakers.isEmpty()) {
      return;
    }
    page.heading("WHO SAID WHAT");
    for (Speaker speaker : speakers) {
      String role = speaker.role().isEmpty() ? "" : ", " + speaker.role();
      page.add(
          2,
          6,
          speaker.name()
              + role
              + " — "
              + Wording.count(speaker.statements(), "statement")
              + " in "
              + String.join(", ", speaker.reports()),
          Tone.PLAIN);
      for (Said said : speaker.words().stream().limit(SAID_SHOWN).toList()) {
        page.add(6, 8, said.quoted(SAID_COLUMNS), Tone.PLAIN);
        page.add(8, 10, said.words().where(), Tone.QUIET);
      }
    }
    int nobody =
        (int) comparison.story().statements().stream().filter(said -> said.party() == null).count();
    if (nobody > 0) {
      page.add(
          2,
          6,
          "Not said who — " + Wording.count(nobody, "statement") + ", in --format json",
          Tone.QUIET);
    }
  }

  private void matrices() {
    MatrixText matrices = new MatrixText(comparison, wording);
    int most = (columns - 2) / 2 / POINT_COLUMNS;
    List<Row> stands = matrices.stands(most);
    if (!stands.isEmpty()) {
      page.heading("WHO ANSWERS WHAT (points by their numbers above, answers by letters in order)");
      int names =
          widest(stands.stream().map(row -> List.of(row.party())).toList(), 0, columns / 2 - 4);
      List<String> numbers =
          matrices.points.stream().limit(most).map(id -> "" + id.number()).toList();
      page.line(2, cell("", names) + cells(numbers));
      stands.forEach(row -> page.line(2, cell(row.party(), names) + cells(row.cells())));
      more(matrices.points.size(), most);
    }
    Map<String, String> quoted = matrices.quoted();
    if (!quoted.isEmpty()) {
      page.heading("WHO QUOTES WHOM");
      quoted.forEach((outlet, parties) -> page.add(2, 6, outlet + ": " + parties, Tone.PLAIN));
    }
  }

  private static String cells(List<String> cells) {
    return cells.stream().map(cell -> cell(cell, POINT_COLUMNS - 2)).collect(Collectors.joining());
  }

  private void reports() {
    page.heading("REPORTS");
    for (int i = 1; i <= comparison.story().reports().size(); i++) {
      page.add(2, 6, wording.about(new ReportId(i)), Tone.PLAIN);
    }
    page.gap().add(2, 2, Wording.engines(comparison), Tone.QUIET);
    page.add(2, 2, Wording.codebooks(comparison), Tone.QUIET);
  }

  private void rejected() {
    if (comparison.rejected().isEmpty()) {
      return;
    }
    page.heading("NOT READ");
    for (Rejection rejection : comparison.rejected()) {
      page.add(2, 6, rejection.file() + ": " + rejection.why(), Tone.PLAIN);
    }
  }

  private void more(int all, int shown) {
    if (all > shown) {
      page.add(2, 2, "and " + (all - shown) + " more, all of them in --format json", Tone.QUIET);
    }
  }
}
