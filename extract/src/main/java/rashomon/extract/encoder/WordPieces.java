package rashomon.extract.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rashomon.extract.text.Names;
import rashomon.model.Tag;
import rashomon.model.Token;

/**
 * Cuts words into the pieces the model knows. All names are one and the same name to it; days of
 * the week are shown. Threads share one.
 */
public final class WordPieces {

  private static final String MINILM = "/all-minilm-l6-v2-q-tokenizer.json";

  private static final String ANY_NAME = "smith";

  /** One piece each; the last stands for all further names. */
  private static final List<String> NAMES =
      List.of(
          "smith",
          "jones",
          "brown",
          "wilson",
          "taylor",
          "johnson",
          "davis",
          "miller",
          "anderson",
          "moore",
          "martin",
          "thompson",
          "harris",
          "clark",
          "lewis",
          "walker");

  /** Pieces a word is cut down to: what is longer is no word. */
  private static final int LONGEST = 12;

  /** Distinct words remembered; what comes later is cut anew each time. */
  private static final int REMEMBERED = 50_000;

  private final HuggingFaceTokenizer tokenizer;
  private final Map<String, int[]> known = new ConcurrentHashMap<>();

  private WordPieces(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Loads MiniLM's own from the class path; empty where a program was built without it. */
  public static Optional<WordPieces> load() throws IOException {
    try (InputStream json = WordPieces.class.getResourceAsStream(MINILM)) {
      return json == null ? Optional.empty() : Optional.of(read(json));
    }
  }

  /** Reads a vocabulary in the form of Hugging Face's {@code tokenizer.json}. */
  public static WordPieces read(InputStream json) throws IOException {
    return new WordPieces(
        HuggingFaceTokenizer.newInstance(json, Map.of("padding", "false", "truncation", "false")));
  }

  /** The pieces of a word by number; at least one. */
  public int[] of(Token token) {
    String lower = token.text().toLowerCase(Locale.ROOT);
    boolean weekday = lower.endsWith("day") && Names.isCalendar(lower);
    String shown = token.tag() == Tag.PROPN && !weekday ? ANY_NAME : lower;
    int[] pieces = known.get(shown);
    if (pieces == null) {
      pieces = cut(shown);
      if (known.size() < REMEMBERED) {
        known.put(shown, pieces);
      }
    }
    return pieces;
  }

  /**
   * The same, where {@code names} tells names apart: the first one met is always the same to the
   * model, whoever it is, and so are the second and the third.
   *
   * @param names lower-case names met so far, by their number; a new one is added
   */
  public int[] of(Token token, Map<String, Integer> names) {
    String lower = token.text().toLowerCase(Locale.ROOT);
    if (token.tag() != Tag.PROPN || Names.isCalendar(lower)) {
      return of(token);
    }
    Integer number = names.computeIfAbsent(lower, fresh -> names.size());
    return known.computeIfAbsent(NAMES.get(Math.min(number, NAMES.size() - 1)), this::cut);
  }

  private int[] cut(String word) {
    long[] ids = tokenizer.encode(word, false, false).getIds();
    if (ids.length == 0) {
      ids = tokenizer.encode(".", false, false).getIds();
    }
    int[] pieces = new int[Math.min(LONGEST, ids.length)];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = Math.toIntExact(ids[i]);
    }
    return pieces;
  }
}
