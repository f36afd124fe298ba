package rashomon.extract.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rashomon.extract.text.Lexicon;

/**
 * The lexicon of reporting words, with what annotated news shows of each. Immutable once loaded.
 */
final class Cues {

  private final Map<String, CueWord> words = new HashMap<>();

  private Cues() {}

  static Cues load() {
    Cues cues = new Cues();
    Lexicon.rows(
        "cues",
        row -> {
          int count = Integer.parseInt(row[1]);
          int total = Integer.parseInt(row[2]);
          cues.words.put(
              row[0],
              new CueWord(
                  row[0],
                  count,
                  Math.min(1.0, count / (double) Math.max(1, total)),
                  Integer.parseInt(row[3]),
                  Integer.parseInt(row[4]),
                  Integer.parseInt(row[5]),
                  Integer.parseInt(row[6]),
                  Integer.parseInt(row[7])));
        });
    return cues;
  }

  /** What is known of a verb's lemma or of a phrase in lower case. */
  Optional<CueWord> of(String word) {
    return Optional.ofNullable(words.get(word));
  }
}
