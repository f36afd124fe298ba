package rashomon.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who answers what, and who is quoted by whom. Only cells with something in them, in order:
 * parties, then points; outlets by their first reports, then parties.
 */
public record Matrices(List<Stand> partiesByPoints, List<Quoted> outletsByParties) {

  public Matrices {
    partiesByPoints = List.copyOf(partiesByPoints);
    outletsByParties = List.copyOf(outletsByParties);
  }

  /** The answers that a party holds at a point, as places in the point's list, from 0. */
  public record Stand(PartyId party, PointId point, List<Integer> answers) {

    public Stand {
      answers = List.copyOf(answers);
    }
  }

  /**
   * How many statements of a party the reports of an outlet have: their own, and those that they
   * share with an origin that another report had first. A report without an outlet goes by its
   * file.
   */
  public record Quoted(String outlet, PartyId party, int own, int copied) {}

  public static Matrices of(Comparison comparison) {
    return new Matrices(stands(comparison.points()), quoted(comparison.story()));
  }

  private static List<Stand> stands(List<Point> points) {
    List<Stand> stands = new ArrayList<>();
    for (Point point : points) {
      Map<PartyId, TreeSet<Integer>> held = new LinkedHashMap<>();
      for (int i = 0; i < point.answers().size(); i++) {
        for (Holder holder : point.answers().get(i).holders()) {
          if (holder instanceof Holder.ByParty(PartyId party)) {
            held.computeIfAbsent(party, _ -> new TreeSet<>()).add(i);
          }
        }
      }
      held.forEach((party, at) -> stands.add(new Stand(party, point.id(), List.copyOf(at))));
    }
    stands.sort(
        Comparator.comparing((Stand stand) -> stand.party().number())
            .thenComparing(stand -> stand.point().number()));
    return stands;
  }

  private static List<Quoted> quoted(Story story) {
    Map<String, Map<PartyId, int[]>> counts = new LinkedHashMap<>();
    for (int i = 0; i < story.reports().size(); i++) {
      counts.computeIfAbsent(outlet(story.reports().get(i)), _ -> new HashMap<>());
    }
    for (Statement statement : story.statements()) {
      if (statement.party() != null) {
        boolean copied =
            !story
                .origin(statement.report(), statement.content().getFirst())
                .first()
                .equals(statement.report());
        counts.getOrDefault(outlet(story.report(statement.report())), new HashMap<>())
            .computeIfAbsent(statement.party(), _ -> new int[2])[copied ? 1 : 0]++;
      }
    }
    List<Quoted> quoted = new ArrayList<>();
    counts.forEach(
        (outlet, parties) ->
            parties.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().number()))
                .map(
                    entry ->
                        new Quoted(
                            outlet, entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .forEach(quoted::add));
    return quoted;
  }

  private static String outlet(Report report) {
    return report.outlet() == null ? report.file() : report.outlet();
  }
}
