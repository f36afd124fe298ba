package rashomon.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rashomon.app.Wording.FigureRow;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Figure;
import rashomon.model.FigureId;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;

/**
 * What is marked in the text of each report. Marks overlap in any way; {@link #pieces} cuts a
 * stretch of text where one begins or ends, so that each piece lies wholly in the marks it has.
 */
final class Marks {

  /** What a mark is of; where several lie on one piece, the first leads away from it. */
  enum Kind {
    POINT,
    AGREED,
    FIGURE,
    SOURCE,
    DIRECT,
    INDIRECT,
    COPIED
  }

  /**
   * @param id what the mark's words are called
   * @param leadsTo what it leads back to; null where another mark of the same thing does
   */
  record Mark(Span span, Kind kind, String id, @Nullable String leadsTo) {}

  /** A stretch with the marks on it, the most telling first; often none. */
  record Piece(Span span, List<Mark> marks) {}

  private final Map<ReportId, List<Mark>> byReport = new HashMap<>();

  Marks(Comparison comparison, Wording wording) {
    for (Statement said : comparison.story().statements()) {
      add(said);
    }
    for (FigureRow row : wording.figureRows(comparison)) {
      String leadsTo = Anchors.row(row.figures().getFirst());
      for (FigureId id : row.figures()) {
        Figure figure = comparison.story().figure(id);
        add(figure.report(), new Mark(figure.span(), Kind.FIGURE, Anchors.figure(id), leadsTo));
      }
    }
    for (Point point : comparison.points()) {
      Kind kind =
          point.relation() != Relation.AGREE
              ? Kind.POINT
              : wording.origins(point) > 1 ? Kind.AGREED : Kind.COPIED;
      for (Answer answer : point.answers()) {
        for (Evidence at : answer.evidence()) {
          add(
              at.report(),
              new Mark(
                  at.span(),
                  kind,
                  Anchors.evidence(point, answer, at),
                  Anchors.answer(point, answer)));
        }
      }
    }
    byReport
        .values()
        .forEach(
            marks ->
                marks.sort(
                    Comparator.comparing((Mark mark) -> mark.kind()).thenComparing(Mark::span)));
  }

  private void add(Statement said) {
    String id = Anchors.statement(said.id());
    String party = said.party() == null ? null : Anchors.party(said.party());
    Kind kind = said.type() == Statement.Type.DIRECT ? Kind.DIRECT : Kind.INDIRECT;
    for (Span part : said.content()) {
      add(said.report(), new Mark(part, kind, id, said.source() == null ? party : null));
    }
    if (said.source() != null) {
      add(said.report(), new Mark(said.source(), Kind.SOURCE, id, party));
    }
  }

  private void add(ReportId report, Mark mark) {
    byReport.computeIfAbsent(report, _ -> new ArrayList<>()).add(mark);
  }

  /** All marks that touch a stretch of a report's text. */
  List<Mark> on(ReportId report, Span stretch) {
    return byReport.getOrDefault(report, List.of()).stream()
        .filter(mark -> mark.span().overlaps(stretch))
        .toList();
  }

  /** The stretch cut into pieces, in order and without gaps. */
  List<Piece> pieces(ReportId report, Span stretch) {
    List<Mark> marks = on(report, stretch);
    TreeSet<Integer> cuts = new TreeSet<>(List.of(stretch.start(), stretch.end()));
    for (Mark mark : marks) {
      cuts.add(Math.max(stretch.start(), mark.span().start()));
      cuts.add(Math.min(stretch.end(), mark.span().end()));
    }
    List<Piece> pieces = new ArrayList<>();
    Integer from = cuts.pollFirst();
    for (Integer to : cuts) {
      Span span = new Span(from, to);
      pieces.add(
          new Piece(span, marks.stream().filter(mark -> mark.span().contains(span)).toList()));
      from = to;
    }
    return pieces;
  }
}
