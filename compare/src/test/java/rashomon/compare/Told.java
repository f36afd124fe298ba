package rashomon.compare;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import rashomon.extract.Extractor;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Facet;
import rashomon.model.Party;
import rashomon.model.Point;
import rashomon.model.Report;
import rashomon.model.Stamp;

/** One story as invented outlets tell it, an hour apart, read and compared. */
final class Told {

  private static final Extractor EXTRACTOR = Extractor.load();

  private Told() {}

  static Comparison by(String... texts) {
    List<Report> reports =
        IntStream.range(0, texts.length).mapToObj(i -> report(i, texts[i], stamp(i))).toList();
    return compare(reports);
  }

  static Comparison compare(List<Report> reports) {
    return Compare.compare(reports.stream().map(EXTRACTOR::read).toList(), List.of());
  }

  static Report report(int number, String text, Stamp published) {
    String name = "abc".charAt(number) + ".txt";
    return new Report(name, null, null, "", published, null, null, "en", text);
  }

  static Stamp stamp(int hour) {
    return Stamp.parse("2031-03-04T1" + hour + ":00:00Z").orElseThrow();
  }

  static List<Point> points(Comparison comparison, Facet facet) {
    return comparison.points().stream().filter(point -> point.facet() == facet).toList();
  }

  /** <i>Brek: to clear the mines</i>, or the report's file before the colon. */
  static List<String> answers(Comparison comparison, Point point) {
    return point.answers().stream().map(answer -> holders(comparison, answer)).toList();
  }

  private static String holders(Comparison comparison, Answer answer) {
    return answer.holders().stream()
            .map(holder -> Voices.name(comparison.story(), holder))
            .collect(joining(" & "))
        + ": "
        + answer.answer();
  }

  static List<String> parties(Comparison comparison) {
    return comparison.story().parties().stream().map(Party::name).toList();
  }
}
