package rashomon.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rashomon.compare.Compare;
import rashomon.model.Answer;
import rashomon.model.Evidence;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Point;
import rashomon.model.Reading;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Statement;
import rashomon.model.StatementId;
import rashomon.model.Story;
import rashomon.model.Version;
import rashomon.store.Search.Said;
import rashomon.store.Transaction;

/**
 * Where a party says something else than before. It is compared with itself: what it says in each
 * report, and in each version of it, is taken for what somebody else says, and nobody else is
 * heard.
 */
final class Turns {

  /** A question of a story to which one party gives several answers, in the order of time. */
  record Turn(String story, Point point, List<Given> answers) {}

  /** An answer, and the statements that give it, in the order of time. */
  record Given(String answer, List<Said> statements) {
    Instant first() {
      return statements.getFirst().in().at();
    }
  }

  /** What is heard of one version of a report: what was said, for each statement of the reading. */
  private record Heard(Reading reading, List<Said> said) {

    /** The same with the statements of these places alone, counted from 0. */
    Heard only(Predicate<Integer> chosen) {
      return new Heard(
          Surer.with(statement -> chosen.test(statement.id().number() - 1), reading),
          IntStream.range(0, said.size()).boxed().filter(chosen).map(said::get).toList());
    }

    /** The same with parties that are nobody's in another reading. */
    Heard apart(int number) {
      List<Party> parties =
          reading.parties().stream()
              .map(
                  party ->
                      new Party(
                          party.id(),
                          party.key() + "\n" + number,
                          party.name(),
                          party.kind(),
                          party.role(),
                          party.speaksFor(),
                          party.names()))
              .toList();
      return new Heard(with(reading, parties), said);
    }
  }

  private Turns() {}

  /** Of what was found that one says, or several of one name. */
  static List<Turn> of(Transaction t, List<Said> said, Tellings tellings) {
    return said.stream()
        .filter(one -> tellings.stories().containsKey(one.in().report()))
        .collect(
            Collectors.groupingBy(
                one -> String.valueOf(tellings.stories().get(one.in().report())),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .flatMap(
            story ->
                parties(heard(t, story.getValue())).stream()
                    .flatMap(mine -> turns(story.getKey(), mine)))
        .toList();
  }

  /** The versions that have the statements, with these and nothing else. */
  private static List<Heard> heard(Transaction t, List<Said> said) {
    List<Heard> heard = new ArrayList<>();
    by(said, one -> one.in().report())
        .forEach(
            (report, all) -> {
              List<Version> versions = t.reports().versions(report);
              by(all, Said::last)
                  .forEach(
                      (number, there) ->
                          t.reports()
                              .reading(versions.get(number - 1))
                              .ifPresent(reading -> heard.add(heard(reading, there))));
            });
    return heard;
  }

  private static <K extends Comparable<K>> Map<K, List<Said>> by(
      List<Said> said, Function<Said, K> key) {
    return said.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static Heard heard(Reading reading, List<Said> said) {
    Map<Integer, Said> byNumber = new TreeMap<>();
    said.forEach(one -> byNumber.put(one.statement(), one));
    Reading voices =
        reading.with(
            reading.parties(),
            reading.statements(),
            reading.times(),
            reading.figures().stream().filter(figure -> figure.statement() != null).toList(),
            reading.assertions().stream().filter(one -> one.statement() != null).toList());
    return new Heard(
        Surer.with(statement -> byNumber.containsKey(statement.id().number()), voices),
        List.copyOf(byNumber.values()));
  }

  private static Reading with(Reading reading, List<Party> parties) {
    return reading.with(
        parties, reading.statements(), reading.times(), reading.figures(), reading.assertions());
  }

  /** The same by who it is that speaks; only those who are heard more than once. */
  private static Collection<List<Heard>> parties(List<Heard> heard) {
    Story story = Compare.story(heard.stream().map(Heard::reading).toList());
    Map<PartyId, List<Heard>> parties = new TreeMap<>();
    for (Heard one : heard) {
      List<Statement> statements = statements(story, one);
      statements.stream()
          .map(Statement::party)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(
              party ->
                  parties
                      .computeIfAbsent(party, _ -> new ArrayList<>())
                      .add(one.only(place -> party.equals(statements.get(place).party()))));
    }
    return parties.values().stream().filter(mine -> mine.size() > 1).toList();
  }

  private static List<Statement> statements(Story story, Heard heard) {
    return story.statements(new ReportId(story.reports().indexOf(heard.reading.report()) + 1));
  }

  private static Stream<Turn> turns(String story, List<Heard> mine) {
    List<Heard> apart =
        IntStream.range(0, mine.size()).mapToObj(i -> mine.get(i).apart(i)).toList();
    var comparison = Compare.compare(apart.stream().map(Heard::reading).toList(), List.of());
    Map<StatementId, Said> said = new LinkedHashMap<>();
    for (Heard one : apart) {
      List<Statement> statements = statements(comparison.story(), one);
      for (int i = 0; i < statements.size(); i++) {
        said.put(statements.get(i).id(), one.said.get(i));
      }
    }
    return comparison.points().stream()
        .filter(p -> p.relation() == Relation.CONFLICT || p.relation() == Relation.UPDATE)
        .map(point -> new Turn(story, point, answers(point, said)))
        .filter(turn -> turn.answers.size() > 1);
  }

  private static List<Given> answers(Point point, Map<StatementId, Said> said) {
    List<Given> answers =
        point.answers().stream()
            .map(answer -> new Given(answer.answer(), statements(answer, said)))
            .filter(given -> !given.statements.isEmpty())
            .sorted(Comparator.comparing(Given::first))
            .toList();
    boolean atOnce = answers.stream().map(Turns::places).distinct().count() < 2;
    return atOnce ? List.of() : answers;
  }

  private static List<Said> statements(Answer answer, Map<StatementId, Said> said) {
    return answer.evidence().stream()
        .map(Evidence::statement)
        .flatMap(id -> id == null ? Stream.empty() : Stream.ofNullable(said.get(id)))
        .distinct()
        .sorted(Comparator.comparing((Said one) -> one.in().at()))
        .toList();
  }

  /** The versions that have them. */
  private static Set<List<Object>> places(Given given) {
    return given.statements.stream()
        .map(one -> List.<Object>of(one.in().report(), one.last()))
        .collect(Collectors.toSet());
  }
}
