package rashomon.eval.invented;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import rashomon.model.Report;
import rashomon.model.Stamp;

/**
 * Reports without end, of stories that begin, are told for a while, and end. Words are made of
 * syllables and follow Zipf's law; each story has names and words of its own. The same for the same
 * seed.
 */
public final class ReportStream {

  /** How many stories are told at one time. */
  private static final int TOLD = 500;

  /** One report in so many begins a story. */
  private static final int REPORTS_OF_A_STORY = 8;

  private static final int WORDS = 50_000;
  private static final int NAMES = 200_000;
  private static final int NAMES_OF_A_STORY = 6;
  private static final int WORDS_OF_A_STORY = 14;
  private static final int LENGTH = 150;
  private static final int TITLE = 8;
  private static final String[] SYLLABLES = {
    "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dan", "fer", "gol", "hin", "jur",
    "pal"
  };

  private final Random chance;
  private final double[] cumulated = new double[WORDS];
  private final List<List<String>> told = new ArrayList<>();
  private long count;

  public ReportStream(long seed) {
    chance = new Random(seed);
    double sum = 0;
    for (int rank = 0; rank < WORDS; rank++) {
      sum += 1.0 / (rank + 1);
      cumulated[rank] = sum;
    }
  }

  /** One report a second. */
  public Report next() {
    List<String> story = story();
    List<String> title = draw(story, TITLE, 0.7);
    List<String> body = draw(story, LENGTH, 0.25);
    count++;
    String id = String.format(Locale.ROOT, "%012d", count);
    Instant published = Instant.ofEpochSecond(count);
    return new Report(
        id,
        null,
        null,
        String.join(" ", title),
        Stamp.parse(published.toString()).orElseThrow(),
        null,
        null,
        "en",
        String.join(" ", body) + ".");
  }

  private List<String> story() {
    if (told.size() < TOLD || chance.nextInt(REPORTS_OF_A_STORY) == 0) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < NAMES_OF_A_STORY; i++) {
        words.add(name(chance.nextInt(NAMES)));
      }
      for (int i = 0; i < WORDS_OF_A_STORY; i++) {
        words.add(word(chance.nextInt(WORDS)));
      }
      if (told.size() < TOLD) {
        told.add(words);
      } else {
        told.set(chance.nextInt(TOLD), words);
      }
      return words;
    }
    return told.get(chance.nextInt(told.size()));
  }

  private List<String> draw(List<String> story, int length, double own) {
    List<String> words = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      words.add(
          chance.nextDouble() < own
              ? story.get(chance.nextInt(story.size()))
              : word(rank(chance.nextDouble())));
    }
    return words;
  }

  private int rank(double share) {
    int found = Arrays.binarySearch(cumulated, share * cumulated[WORDS - 1]);
    return Math.min(WORDS - 1, found < 0 ? -found - 1 : found);
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return word.toString();
  }

  private static String name(int number) {
    String word = word(number) + "ov";
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
