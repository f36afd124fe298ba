package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.Point;
import rashomon.model.PointId;
import rashomon.model.Relation;
import rashomon.model.Story;

/** Different times given for one happening. A time that is rounded, or given less closely, goes with one that fits it. */
final class ClockTimes implements PointFinder {

  private static final int HOUR = 60;

  @Override
  public List<Point> find(Story story) {
    List<Point> points = new ArrayList<>();
    List<Assertion> all = Voices.of(story, Facet.TIME).stream().filter(a -> !a.denied()).toList();
    for (List<Assertion> cluster : Clusters.of(all, ClockTimes::belong)) {
      List<List<Assertion>> groups = Clusters.of(cluster, (one, other) -> one.value().equals(other.value()));
      Relation relation = relation(groups);
      if (groups.size() > 1 && Voices.heldApart(groups)) {
        points.add(point(story, cluster, relation, groups));
      } else {
        groups.stream().filter(group -> group.stream().map(Assertion::report).distinct().count() > 1)
            .forEach(group -> points.add(point(story, group, Relation.AGREE, List.of(group))));
      }
    }
    return points;
  }

  private static Point point(Story story, List<Assertion> cluster, Relation relation, List<List<Assertion>> groups) {
    List<Answer> answers = groups.stream().map(group -> Voices.answer(story, group)).toList();
    String words = cluster.getFirst().topicWords();
    String question = "What time is given for “" + Words.few(words) + "”?";
    String why = switch (relation) {
      case CONFLICT -> "“" + Words.few(answers.get(0).answer()) + "” and “" + Words.few(answers.get(1).answer())
          + "” give different times for the same happening.";
      case AGREE -> "Each gives the same time.";
      default -> "One time is given more closely than the other, and they fit each other.";
    };
    return new Point(new PointId(1), question, Facet.TIME, relation, why, answers);
  }

  /** A conflict where any two exclude each other, else a difference in how closely the time is given. */
  private static Relation relation(List<List<Assertion>> groups) {
    boolean excluded = groups.stream().anyMatch(one ->
        groups.stream().anyMatch(other -> excludes(fields(one.getFirst()), fields(other.getFirst()))));
    return excluded ? Relation.CONFLICT : Relation.ROUNDING;
  }

  /** Whether two times are given for one happening, as far as words can tell. */
  private static boolean belong(Assertion one, Assertion other) {
    Map<String, String> a = fields(one);
    Map<String, String> b = fields(other);
    if (!one.topic().getFirst().equals(other.topic().getFirst()) || !comparable(a, b)) {
      return false;
    }
    long with = Stems.shared(one.topic().subList(1, one.topic().size()), other.topic().subList(1, other.topic().size()));
    boolean bare = one.topic().size() == 1 && other.topic().size() == 1;
    if (!excludes(a, b)) {
      return with > 0 || bare;
    }
    return one.report().equals(other.report()) && one.party() == other.party() ? false : a.containsKey("clock") ? with > 0 : with > 1;
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
    return differ(one, other, "year") || differ(one, other, "month") || differ(one, other, "day") || differ(one, other, "weekday");
  }

  /** Whether a time of day, as closely as it is given, leaves room for another so many minutes after it. */
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
    return minute % HOUR == 0 ? HOUR : minute % 30 == 0 ? 30 : minute % 10 == 0 ? 10 : minute % 5 == 0 ? 5 : 1;
  }

  private static boolean differ(Map<String, String> one, Map<String, String> other, String field) {
    return one.containsKey(field) && other.containsKey(field) && !one.get(field).equals(other.get(field));
  }

  private static int minute(Map<String, String> fields) {
    return Integer.parseInt(fields.getOrDefault("clock", "0"));
  }

  private static Map<String, String> fields(Assertion assertion) {
    Map<String, String> fields = new HashMap<>();
    assertion.value().forEach(field -> fields.put(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(':') + 1)));
    return fields;
  }
}
