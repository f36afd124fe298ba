package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Story;

/**
 * Different times given for one happening. A time that is rounded, or given less closely, goes with
 * one that fits it.
 */
final class ClockTimes implements PointFinder {

  private static final int HOUR = 60;
  private static final int CLOSE = 30;

  /** How near sentences must be that tell of one happening in other words. */
  private static final double NEAR = 0.65;

  /** How two times stand to each other. */
  private record Pair(Relation relation, Assertion one, Assertion other) {}

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    List<Assertion> all = Voices.of(story, Facet.TIME).stream().filter(a -> !a.denied()).toList();
    for (List<Assertion> cluster :
        Clusters.of(
            all,
            one -> fields(one).containsKey("clock"),
            one -> List.of(one.report(), one.span()),
            (one, other) -> belong(story, one, other))) {
      List<List<Assertion>> groups =
          Clusters.of(cluster, Assertion::value, Assertion::value, (one, other) -> true);
      Pair most = mostContested(story, cluster);
      if (most != null) {
        points.add(point(story, most.relation, why(story, most), groups));
      } else {
        groups.stream()
            .filter(group -> Voices.shared(group) && !isBound(group.getFirst()))
            .forEach(
                group ->
                    points.add(
                        point(story, Relation.AGREE, "Each gives the same time.", List.of(group))));
      }
    }
    return points;
  }

  /** <i>Before noon</i> bounds a time and does not give it. */
  private static boolean isBound(Assertion assertion) {
    return Set.of("before", "after").contains(fields(assertion).getOrDefault("hedge", ""));
  }

  private static Point point(
      Story story, Relation relation, String why, List<List<Assertion>> groups) {
    boolean clock =
        groups.stream().flatMap(List::stream).allMatch(one -> fields(one).containsKey("clock"));
    String question =
        (clock ? "What time" : "What date")
            + " is given for “"
            + Words.few(groups.getFirst().getFirst().topicWords())
            + "”?";
    List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
    return new Point(new PointId(1), question, Facet.TIME, relation, why, answers);
  }

  private static String why(Story story, Pair pair) {
    String both = "“" + words(story, pair.one) + "” and “" + words(story, pair.other) + "”";
    return switch (pair.relation) {
      case CONFLICT -> both + " give different times for the same happening.";
      case SCOPE ->
          both + " give times close to each other for what may not be the same happening.";
      default -> both + " fit each other, and one is given more closely.";
    };
  }

  private static String words(Story story, Assertion assertion) {
    return Words.few(Voices.answer(story, List.of(assertion)).answer());
  }

  /**
   * The most contested pair of times with different holders, the first of them among equals; null
   * where none differ.
   */
  private static @Nullable Pair mostContested(Story story, List<Assertion> cluster) {
    Pair most = null;
    for (int i = 0; i < cluster.size(); i++) {
      for (int j = i + 1; j < cluster.size(); j++) {
        Assertion one = cluster.get(i);
        Assertion other = cluster.get(j);
        boolean apart =
            !Voices.holder(one).equals(Voices.holder(other))
                && !one.value().equals(other.value())
                && belong(story, one, other);
        Relation relation = apart ? relation(one, other) : Relation.AGREE;
        if (apart && (most == null || relation.compareTo(most.relation) < 0)) {
          most = new Pair(relation, one, other);
        }
      }
    }
    return most;
  }

  private static Relation relation(Assertion one, Assertion other) {
    if (!excludes(fields(one), fields(other))) {
      return Relation.ROUNDING;
    }
    return sharesNothing(one, other) && namesOthers(one, other)
        ? Relation.SCOPE
        : Relation.CONFLICT;
  }

  /** Whether two times are given for one happening, as far as words can tell. */
  private static boolean belong(Story story, Assertion one, Assertion other) {
    Map<String, String> a = fields(one);
    Map<String, String> b = fields(other);
    if (!comparable(a, b)) {
      return false;
    }
    if (!one.topic().getFirst().equals(other.topic().getFirst())) {
      return a.containsKey("clock")
          && b.containsKey("clock")
          && Math.abs(minute(a) - minute(b)) <= CLOSE
          && Sentences.likeness(story, one, other) >= NEAR;
    }
    boolean bare = one.topic().size() == 1 || other.topic().size() == 1;
    if (!excludes(a, b)) {
      return bare || shared(one, other) > 0;
    }
    if (!a.containsKey("clock") || !b.containsKey("clock")) {
      return shared(one, other) > 1;
    }
    boolean named = with(one).size() + with(other).size() > 0;
    return shared(one, other) > 0
        || one.topic().equals(other.topic()) && bare
        || sharesNothing(one, other) && named && Math.abs(minute(a) - minute(b)) <= CLOSE;
  }

  /** Whether nothing that is named besides the happening itself is the same. */
  private static boolean sharesNothing(Assertion one, Assertion other) {
    return shared(one, other) == 0 && one.topic().size() > 1 && other.topic().size() > 1;
  }

  /**
   * Whether each names somebody or something by a proper name: then different people may have done
   * the same at other times.
   */
  private static boolean namesOthers(Assertion one, Assertion other) {
    return with(one).stream().anyMatch(Stems::isName)
        || with(other).stream().anyMatch(Stems::isName);
  }

  private static long shared(Assertion one, Assertion other) {
    return Stems.shared(with(one), with(other));
  }

  /** What a happening happens with, pronouns left out. */
  private static List<String> with(Assertion assertion) {
    return assertion.topic().stream().skip(1).filter(stem -> !stem.startsWith("?")).toList();
  }

  private static boolean comparable(Map<String, String> one, Map<String, String> other) {
    if (!one.getOrDefault("zone", "").equals(other.getOrDefault("zone", ""))) {
      return false;
    }
    if (one.containsKey("clock") && other.containsKey("clock")) {
      boolean otherDay = differ(one, other, "weekday") || differ(one, other, "day");
      return !otherDay && Math.abs(minute(one) - minute(other)) <= 3 * HOUR;
    }
    Set<String> shared = new HashSet<>(one.keySet());
    shared.retainAll(Set.of("year", "month", "day", "weekday"));
    shared.retainAll(other.keySet());
    return !shared.isEmpty();
  }

  private static boolean excludes(Map<String, String> one, Map<String, String> other) {
    if (one.containsKey("clock") && other.containsKey("clock")) {
      int apart = minute(other) - minute(one);
      return !fits(one, other, apart) || !fits(other, one, -apart);
    }
    return differ(one, other, "year")
        || differ(one, other, "month")
        || differ(one, other, "day")
        || differ(one, other, "weekday")
        || differ(one, other, "part");
  }

  /**
   * Whether a time of day, as closely as it is given, leaves room for another so many minutes after
   * it.
   */
  private static boolean fits(Map<String, String> one, Map<String, String> other, int apart) {
    return switch (one.getOrDefault("hedge", "")) {
      case "about" -> Math.abs(apart) <= roundness(minute(one)) / 2;
      case "after" -> apart >= 0 && apart <= HOUR;
      case "before" -> apart <= 0 && apart >= -HOUR;
      default -> apart == 0 || other.containsKey("hedge");
    };
  }

  /** A full hour is rounder than a half, and that is rounder than ten minutes. */
  private static int roundness(int minute) {
    return minute % HOUR == 0
        ? HOUR
        : minute % 30 == 0 ? 30 : minute % 10 == 0 ? 10 : minute % 5 == 0 ? 5 : 1;
  }

  private static boolean differ(Map<String, String> one, Map<String, String> other, String field) {
    return one.containsKey(field)
        && other.containsKey(field)
        && !one.get(field).equals(other.get(field));
  }

  private static int minute(Map<String, String> fields) {
    return Integer.parseInt(fields.getOrDefault("clock", "0"));
  }

  private static Map<String, String> fields(Assertion assertion) {
    Map<String, String> fields = new HashMap<>();
    assertion
        .value()
        .forEach(
            field ->
                fields.put(
                    field.substring(0, field.indexOf(':')),
                    field.substring(field.indexOf(':') + 1)));
    return fields;
  }
}
