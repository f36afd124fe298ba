package rashomon.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rashomon.model.Origin;
import rashomon.model.OriginId;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Token;

/**
 * Groups reports of which one mostly repeats another, word for word: where at least {@value
 * #SHARED_PERCENT} % of the shorter one's sequences of {@value #WORDS} words stand in the longer
 * one (containment, Broder 1997). Copies of passages are not told yet.
 */
final class Origins {

  private static final int WORDS = 6;
  private static final int SHARED_PERCENT = 50;

  private Origins() {}

  static List<Origin> of(List<Report> reports, List<List<Token>> tokens) {
    List<Set<Integer>> shingles = tokens.stream().map(Origins::shingles).toList();
    List<List<ReportId>> groups = new ArrayList<>();
    List<Integer> leaders = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      int group = 0;
      while (group < groups.size() && !repeats(shingles.get(i), shingles.get(leaders.get(group)))) {
        group++;
      }
      if (group == groups.size()) {
        groups.add(new ArrayList<>());
        leaders.add(i);
      }
      groups.get(group).add(new ReportId(i + 1));
    }
    List<Origin> origins = new ArrayList<>();
    for (List<ReportId> group : groups) {
      origins.add(new Origin(new OriginId(origins.size() + 1), group.getFirst(), group, null));
    }
    return origins;
  }

  private static boolean repeats(Set<Integer> one, Set<Integer> other) {
    boolean oneIsShorter = one.size() <= other.size();
    Set<Integer> shorter = oneIsShorter ? one : other;
    Set<Integer> longer = oneIsShorter ? other : one;
    long shared = shorter.stream().filter(longer::contains).count();
    return !shorter.isEmpty() && shared * 100 >= (long) shorter.size() * SHARED_PERCENT;
  }

  private static Set<Integer> shingles(List<Token> tokens) {
    Set<Integer> shingles = new HashSet<>();
    List<String> words =
        tokens.stream()
            .map(Token::text)
            .filter(w -> Character.isLetterOrDigit(w.charAt(0)))
            .map(w -> w.toLowerCase(Locale.ROOT))
            .toList();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      shingles.add(words.subList(i, i + WORDS).hashCode());
    }
    return shingles;
  }
}
