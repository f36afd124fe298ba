package rashomon.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much two texts share, by their sequences of four words, after the article extraction
 * benchmark of scrapinghub (string_shingle_matching in its evaluate.py): a sequence counts as often
 * as it stands in both. A text of fewer words is one sequence.
 *
 * @param shared sequences in both
 * @param predicted those in the text that was found
 * @param gold those in the true one
 */
record Shingles(int shared, int predicted, int gold) {

  private static final int WORDS = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  static Shingles of(String found, String truth) {
    Map<List<String>, Integer> predicted = count(found);
    Map<List<String>, Integer> gold = count(truth);
    int shared =
        predicted.entrySet().stream()
            .mapToInt(entry -> Math.min(entry.getValue(), gold.getOrDefault(entry.getKey(), 0)))
            .sum();
    return new Shingles(shared, sum(predicted), sum(gold));
  }

  double precision() {
    return predicted == 0 ? 0 : shared / (double) predicted;
  }

  double recall() {
    return gold == 0 ? 0 : shared / (double) gold;
  }

  double f1() {
    return predicted + gold == 0 ? 1 : 2.0 * shared / (predicted + gold);
  }

  private static int sum(Map<List<String>, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<List<String>, Integer> count(String text) {
    List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
      List<String> sequence = words.subList(i, Math.min(words.size(), i + WORDS));
      if (!sequence.isEmpty()) {
        counts.merge(List.copyOf(sequence), 1, Integer::sum);
      }
    }
    return counts;
  }
}
