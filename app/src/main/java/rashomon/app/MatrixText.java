package rashomon.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rashomon.model.Comparison;
import rashomon.model.Matrices;
import rashomon.model.Matrices.Quoted;
import rashomon.model.Matrices.Stand;
import rashomon.model.PartyId;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;

/** Who answers what, and who quotes whom, as rows for a table. */
final class MatrixText {

  private static final int PARTIES_SHOWN = 6;

  private final Wording wording;
  private final Matrices matrices;

  /** The points at which answers differ, which are those that have a number above. */
  final List<PointId> points;

  MatrixText(Comparison comparison, Wording wording) {
    this.wording = wording;
    this.matrices = Matrices.of(comparison);
    this.points =
        comparison.points().stream()
            .filter(point -> point.relation() != Relation.AGREE)
            .map(Point::id)
            .toList();
  }

  /** What a party answers at each point; a dot where nothing. */
  record Row(String party, List<String> cells) {}

  /** Each party that answers one of the first {@code most} points, with a cell for each point. */
  List<Row> stands(int most) {
    List<PointId> shown = points.subList(0, Math.min(most, points.size()));
    Map<PartyId, List<String>> rows = new LinkedHashMap<>();
    for (Stand stand : matrices.partiesByPoints()) {
      int at = shown.indexOf(stand.point());
      if (at >= 0) {
        rows.computeIfAbsent(
                stand.party(), _ -> new ArrayList<>(shown.stream().map(_ -> "·").toList()))
            .set(
                at, stand.answers().stream().map(MatrixText::letter).collect(Collectors.joining()));
      }
    }
    return rows.entrySet().stream()
        .map(row -> new Row(wording.party(row.getKey()), row.getValue()))
        .toList();
  }

  /** <i>a</i> for the first answer; past <i>z</i>, a plus sign. */
  private static String letter(int answer) {
    return answer < 26 ? String.valueOf((char) ('a' + answer)) : "+";
  }

  /** Whom each outlet quotes how often, those that it quotes most first. */
  Map<String, String> quoted() {
    return matrices.outletsByParties().stream()
        .collect(
            Collectors.groupingBy(
                Quoted::outlet,
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), this::parties)));
  }

  private String parties(List<Quoted> all) {
    List<String> shown =
        all.stream()
            .sorted(Comparator.comparing(MatrixText::count).reversed())
            .limit(PARTIES_SHOWN)
            .map(one -> wording.party(one.party()) + " " + counts(one))
            .toList();
    int more = all.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }

  private static int count(Quoted quoted) {
    return quoted.own().size() + quoted.copied().size();
  }

  private static String counts(Quoted quoted) {
    int own = quoted.own().size();
    String copied = quoted.copied().size() + Page.TIE + Wording.COPY;
    return quoted.copied().isEmpty()
        ? String.valueOf(own)
        : own == 0 ? copied : own + " + " + copied;
  }
}
