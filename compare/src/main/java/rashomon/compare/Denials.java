package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Holder;
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
            Assertion::facet,
            Denials::words,
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
        String question = question(denial.stream().map(one -> text(story, one)).toList());
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
  static Answer denying(Story story, List<Assertion> denial) {
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
    Statement said = denial.statement() == null ? null : story.statement(denial.statement());
    Span cue = said == null || !said.denied() ? null : said.cue();
    return cue != null && cue.start() < denial.span().start()
        ? cue.cover(denial.span())
        : denial.span();
  }

  private static String text(Story story, Assertion one) {
    return one.span().of(story.report(one.report()).text()).replaceAll("\\s+", " ");
  }

  /** In the words of the first that has a whole sentence, since that can be asked. */
  private static String question(List<String> denied) {
    return denied.stream()
        .filter(words -> words.startsWith("that "))
        .findFirst()
        .map(words -> "Is it so " + Words.few(words) + "?")
        .orElseGet(() -> "Is it so: “" + Words.few(denied.getFirst()) + "”?");
  }

  private static boolean isDenial(Story story, Assertion a) {
    Statement statement = a.statement() == null ? null : story.statement(a.statement());
    return statement != null && statement.denied();
  }

  /** What comes nearest to the denied words; else what the denial itself says that others say. */
  private static List<Assertion> denied(
      Story story, Weights weights, List<Assertion> denial, List<Assertion> others) {
    Set<Set<String>> asked = new LinkedHashSet<>();
    denial.forEach(d -> asked.add(words(d)));
    Map<Set<String>, Double> shares = new HashMap<>();
    Set<Holder> deniers = Voices.holders(denial);
    Map<Assertion, Double> nearness = new LinkedHashMap<>();
    for (Assertion other : others) {
      if (!deniers.contains(Voices.holder(other))) {
        double share =
            shares.computeIfAbsent(words(other), given -> nearness(weights, asked, given));
        if (share >= ALIKE && denial.stream().noneMatch(d -> within(d, other))) {
          nearness.put(other, share);
        }
      }
    }
    double nearest = nearness.values().stream().mapToDouble(x -> x).max().orElse(0);
    if (nearest >= ALIKE) {
      return nearness.entrySet().stream()
          .filter(entry -> entry.getValue() >= nearest * NEAR)
          .map(Map.Entry::getKey)
          .toList();
    }
    return others.stream()
        .filter(a -> denial.stream().anyMatch(d -> saidByOthers(story, d, a)))
        .toList();
  }

  /**
   * The greatest share of a denial’s words that stands in what somebody else says; 0 where too few
   * do.
   */
  private static double nearness(Weights weights, Set<Set<String>> asked, Set<String> given) {
    return asked.stream()
        .filter(one -> Stems.shared(one, given) >= WORDS)
        .mapToDouble(one -> weights.share(one, given))
        .max()
        .orElse(0);
  }

  /** What an assertion is about, numbers left out. */
  private static Set<String> words(Assertion assertion) {
    Set<String> words = new LinkedHashSet<>(assertion.topic());
    words.removeIf(stem -> Character.isDigit(stem.charAt(0)));
    return words;
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
