package rashomon.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Story;

/**
 * Denials against what they deny: a statement that something is not so, and whoever says that it
 * is.
 */
final class Denials implements PointFinder {

  private static final double ALIKE = 0.38;
  private static final int WORDS = 2;

  /** Others count where they come this near to what comes nearest. */
  private static final double NEAR = 0.9;

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    List<Assertion> all = Voices.propositions(story);
    Weights weights = Weights.of(all);
    List<List<Assertion>> denials =
        Clusters.of(
            all.stream().filter(a -> isDenial(story, a)).toList(),
            (one, other) -> alike(weights, one, other) || alike(weights, other, one));
    for (List<Assertion> denial : denials) {
      // What is negated too says the same as the denial.
      List<Assertion> denied =
          denied(
              story,
              weights,
              denial,
              all.stream().filter(a -> !isDenial(story, a) && !a.denied()).toList());
      if (!denied.isEmpty() && Voices.heldApart(List.of(denial, denied))) {
        Answer no = denying(story, denial);
        Answer yes = Voices.answer(story, denied);
        String question = question(Voices.answer(story, denial).answer());
        String why =
            "Denied by " + Voices.names(story, no) + ", said by " + Voices.names(story, yes) + ".";
        points.add(
            new Point(
                new PointId(1), question, Facet.DENIAL, Relation.CONFLICT, why, List.of(yes, no)));
      }
    }
    return points;
  }

  /** The denial with its cue, since the content alone would say the opposite. */
  private static Answer denying(Story story, List<Assertion> denial) {
    List<Evidence> evidence =
        denial.stream()
            .map(d -> new Evidence(d.report(), withCue(story, d), d.statement(), null))
            .toList();
    Evidence first = evidence.getFirst();
    return Answers.of(
        story,
        first.span().of(story.report(first.report()).text()).replaceAll("\\s+", " "),
        evidence);
  }

  private static Span withCue(Story story, Assertion denial) {
    Span cue = denial.statement() == null ? null : story.statement(denial.statement()).cue();
    return cue != null && cue.start() < denial.span().start()
        ? cue.cover(denial.span())
        : denial.span();
  }

  private static String question(String denied) {
    String words = Words.few(denied);
    return words.startsWith("that ") ? "Is it so " + words + "?" : "Is it so: “" + words + "”?";
  }

  private static boolean isDenial(Story story, Assertion a) {
    Statement statement = a.statement() == null ? null : story.statement(a.statement());
    return statement != null && statement.denied();
  }

  /** What comes nearest to the denied words; else what the denial itself says that others say. */
  private static List<Assertion> denied(
      Story story, Weights weights, List<Assertion> denial, List<Assertion> others) {
    double nearest = others.stream().mapToDouble(a -> nearness(weights, denial, a)).max().orElse(0);
    if (nearest >= ALIKE) {
      return others.stream().filter(a -> nearness(weights, denial, a) >= nearest * NEAR).toList();
    }
    return others.stream()
        .filter(a -> denial.stream().anyMatch(d -> saidByOthers(story, d, a)))
        .toList();
  }

  /**
   * The greatest share of a denial’s words that stands in what somebody else says; 0 where too few
   * do.
   */
  private static double nearness(Weights weights, List<Assertion> denial, Assertion other) {
    if (denial.stream().anyMatch(d -> within(d, other))) {
      return 0;
    }
    return denial.stream()
        .filter(
            d ->
                !Voices.holder(d).equals(Voices.holder(other))
                    && Stems.shared(d.topic(), other.topic()) >= WORDS)
        .mapToDouble(d -> weights.share(new HashSet<>(d.topic()), other.topic()))
        .max()
        .orElse(0);
  }

  private static boolean within(Assertion denial, Assertion other) {
    return denial.report().equals(other.report()) && denial.span().overlaps(other.span());
  }

  /**
   * Whether the other is what the denial itself says that others say: <i>denied rumours of a
   * strike</i>.
   */
  private static boolean saidByOthers(Story story, Assertion denial, Assertion other) {
    Statement statement = other.statement() == null ? null : story.statement(other.statement());
    return statement != null
        && statement.within() != null
        && statement.within().equals(denial.statement())
        && statement.source() != null
        && statement.cue() != null
        && statement.source().contains(statement.cue());
  }

  private static boolean alike(Weights weights, Assertion denial, Assertion other) {
    Set<String> a = new HashSet<>(denial.topic());
    Set<String> b = new HashSet<>(other.topic());
    return Stems.shared(a, b) >= WORDS && weights.share(a, b) >= ALIKE;
  }
}
