package rashomon.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who answers what, and who is quoted by whom. Only cells with something in them, in order:
 * parties, then points; outlets by their first reports, then parties.
 */
public record Matrices(List<Stand> partiesByPoints, List<Quoted> outletsByParties) {

  private static final Comparator<PartyId> BY_NUMBER = Comparator.comparing(PartyId::number);

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
   * The statements of a party that the reports of an outlet have: their own, and those that they
   * share with an origin that another report had first.
   */
  public record Quoted(
      String outlet, PartyId party, List<StatementId> own, List<StatementId> copied) {

    public Quoted {
      own = List.copyOf(own);
      copied = List.copyOf(copied);
    }
  }

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
    Map<String, Map<PartyId, List<Statement>>> said = new LinkedHashMap<>();
    story.reports().forEach(report -> said.put(outlet(report), new TreeMap<>(BY_NUMBER)));
    for (Statement statement : story.statements()) {
      PartyId party = statement.party();
      if (party != null) {
        said.computeIfAbsent(
                outlet(story.report(statement.report())), _ -> new TreeMap<>(BY_NUMBER))
            .computeIfAbsent(party, _ -> new ArrayList<>())
            .add(statement);
      }
    }
    List<Quoted> quoted = new ArrayList<>();
    said.forEach(
        (outlet, parties) ->
            parties.forEach(
                (party, statements) -> quoted.add(quoted(story, outlet, party, statements))));
    return quoted;
  }

  private static Quoted quoted(
      Story story, String outlet, PartyId party, List<Statement> statements) {
    Map<Boolean, List<StatementId>> byCopy =
        statements.stream()
            .collect(
                Collectors.partitioningBy(
                    said -> isCopied(story, said),
                    Collectors.mapping(Statement::id, Collectors.toList())));
    return new Quoted(
        outlet, party, byCopy.getOrDefault(false, List.of()), byCopy.getOrDefault(true, List.of()));
  }

  private static boolean isCopied(Story story, Statement said) {
    return !story.origin(said.report(), said.content().getFirst()).first().equals(said.report());
  }

  /** What a report is published by; one without an outlet goes by its file. */
  public static String outlet(Report report) {
    return report.outlet() == null ? report.file() : report.outlet();
  }
}
