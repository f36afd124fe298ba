package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Story;

/** What clauses of two reports tell alike, within sentences that otherwise differ. */
final class Facts implements PointFinder {

  private static final double ALIKE = 0.6;
  private static final double OVER = 0.5;
  private static final int WORDS = 2;

  /** What clauses share that do not share a verb. */
  private static final double MOST = 0.75;

  @Override
  public List<Point> find(Story story) {
    List<Clause> clauses = Clause.of(story);
    Whereabouts whereabouts = Whereabouts.of(story);
    Map<String, List<Integer>> leaders = new HashMap<>();
    Map<Integer, List<Clause>> groups = new TreeMap<>();
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      Integer leader = nearest(whereabouts, clauses, leaders, clause);
      if (leader == null) {
        leader = i;
        for (String word : clause.content()) {
          leaders.computeIfAbsent(word, fresh -> new ArrayList<>()).add(i);
        }
      }
      groups.computeIfAbsent(leader, fresh -> new ArrayList<>()).add(clause);
    }
    return groups.values().stream()
        .filter(group -> group.stream().map(Clause::report).distinct().count() > 1)
        .map(group -> point(story, group))
        .toList();
  }

  private static @Nullable Integer nearest(
      Whereabouts whereabouts,
      List<Clause> clauses,
      Map<String, List<Integer>> leaders,
      Clause clause) {
    Integer nearest = null;
    double most = ALIKE;
    for (int i : Candidates.sharing(leaders, clause.content(), WORDS)) {
      Clause other = clauses.get(i);
      double alike = Stems.containment(clause.content(), other.content());
      if (alike >= most
          && (nearest == null || alike > most)
          && Stems.likeness(clause.content(), other.content()) >= OVER
          && tells(clause, other)
          && clause.content().stream()
              .anyMatch(w -> !Stems.isName(w) && other.content().contains(w))
          && other.negated() == clause.negated()
          && sameNumbers(clause.content(), other.content())
          && whereabouts.figures(clause.report(), clause.span()).isEmpty()
              == whereabouts.figures(other.report(), other.span()).isEmpty()
          && whereabouts.sameFigures(
              clause.report(), clause.span(), other.report(), other.span())) {
        nearest = i;
        most = alike;
      }
    }
    return nearest;
  }

  /** Whether what two clauses share is more than a name or a description. */
  private static boolean tells(Clause one, Clause other) {
    boolean noun = one.verbs().isEmpty() || other.verbs().isEmpty();
    return Stems.shared(one.verbs(), other.verbs()) > 0
        || Stems.shared(one.content(), other.content()) > WORDS
            && (noun || Stems.likeness(one.content(), other.content()) >= MOST);
  }

  private static boolean sameNumbers(Set<String> one, Set<String> other) {
    return one.stream()
        .filter(word -> Character.isDigit(word.charAt(0)))
        .allMatch(
            number ->
                other.contains(number)
                    || other.stream().noneMatch(word -> Character.isDigit(word.charAt(0))));
  }

  private static Point point(Story story, List<Clause> group) {
    List<Evidence> evidence =
        group.stream()
            .map(
                c ->
                    new Evidence(
                        c.report(), c.span(), Voices.statement(story, c.report(), c.span()), null))
            .toList();
    Clause first = group.getFirst();
    String words = first.span().of(story.report(first.report()).text()).replaceAll("\\s+", " ");
    Answer answer = Answers.of(story, words, evidence);
    return new Point(
        new PointId(1),
        "Who says “" + Words.few(words) + "”?",
        Facet.OTHER,
        Relation.AGREE,
        "Told in the same words.",
        List.of(answer));
  }
}
