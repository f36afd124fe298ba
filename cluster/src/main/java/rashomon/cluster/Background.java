package rashomon.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rashomon.cluster.Words.Word;

/**
 * In how many articles of ordinary news a word is found. It stands in for the window while that
 * holds little. No name is in it: all names count as equally rare, until the window knows better.
 */
public final class Background {

  /** Words in fewer articles are left out of the table. */
  private static final int LEAST = 5;

  /** In how many articles any name counts as found. */
  static final int OF_A_NAME = 5;

  private static final int OF_A_WORD_NOT_LISTED = 2;

  private static final String TABLE = "frequencies.tsv";

  /** How many articles the table is counted from. */
  static final int ARTICLES;

  private static final Map<String, Integer> FREQUENCIES;

  static {
    FREQUENCIES = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(Background.class.getResourceAsStream(TABLE));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line : lines.lines().skip(1).toList()) {
        int tab = line.indexOf('\t');
        FREQUENCIES.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    ARTICLES = Objects.requireNonNull(FREQUENCIES.remove(""));
  }

  private Background() {}

  /**
   * The lines of the table: how many texts there are under the empty word, and for each stem that
   * occurs in small letters, in how many. Those in fewer than five are left out.
   */
  public static SortedMap<String, Integer> count(Iterable<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    int articles = 0;
    for (String text : texts) {
      articles++;
      Set<String> stems =
          Words.of(text, Integer.MAX_VALUE).stream()
              .filter(word -> !word.capital() && !word.isNumber() && word.tells())
              .map(Word::key)
              .map(Stemmer::stem)
              .collect(Collectors.toCollection(HashSet::new));
      stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
    }
    counts.values().removeIf(count -> count < LEAST);
    SortedMap<String, Integer> table = new TreeMap<>(counts);
    table.put("", articles);
    return table;
  }

  /** In how many of the {@link #ARTICLES} a word counts as found. */
  static int frequency(String stem) {
    return Objects.requireNonNull(FREQUENCIES.getOrDefault(stem, OF_A_WORD_NOT_LISTED));
  }
}
