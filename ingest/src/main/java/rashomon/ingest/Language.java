package rashomon.ingest;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The language of a text. Clear English is told by its commonest words, which takes no time; only
 * for the rest is the n-gram detector loaded, once. The same text always gets the same answer.
 */
final class Language {

  static final String UNKNOWN = "und";

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "that", "with", "said", "from", "by", "which", "were", "has",
          "have", "had", "this", "they", "his", "their", "for", "it", "at", "who", "been");

  /**
   * Scripts that one language alone, among those with news, is written in; the detector needs long
   * texts for these.
   */
  private static final Map<Character.UnicodeScript, String> BY_SCRIPT =
      Map.of(
          Character.UnicodeScript.HIRAGANA,
          "ja",
          Character.UnicodeScript.KATAKANA,
          "ja",
          Character.UnicodeScript.HANGUL,
          "ko",
          Character.UnicodeScript.HEBREW,
          "he",
          Character.UnicodeScript.GREEK,
          "el",
          Character.UnicodeScript.THAI,
          "th");

  /** Where the Greek letters begin: Latin ones stand before. */
  private static final int FIRST_OF_THESE = 0x370;

  private static final int ENGLISH_SAMPLE = 2_000;
  private static final int SAMPLE = 10_000;
  private static final int FEWEST_LETTERS = 20;
  private static final double LEAST_PROBABILITY = 0.9;

  private Language() {}

  /**
   * An ISO 639-1 code, or {@code und} where the text is too short or like no language known here.
   */
  static String of(String text) {
    if (isClearlyEnglish(text.substring(0, Math.min(text.length(), ENGLISH_SAMPLE)))) {
      return "en";
    }
    String sample = text.substring(0, Math.min(text.length(), SAMPLE));
    int[] letters = sample.codePoints().filter(Character::isLetter).toArray();
    if (letters.length < FEWEST_LETTERS) {
      return UNKNOWN;
    }
    return byScript(letters).orElseGet(() -> detected(sample));
  }

  private static Optional<String> byScript(int[] letters) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int letter : letters) {
      String language =
          letter < FIRST_OF_THESE ? null : BY_SCRIPT.get(Character.UnicodeScript.of(letter));
      if (language != null) {
        counts.merge(language, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(count -> 3 * count.getValue() > letters.length)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String detected(String sample) {
    List<DetectedLanguage> ranked = Profiles.DETECTOR.getProbabilities(sample);
    return ranked.isEmpty() || ranked.getFirst().getProbability() < LEAST_PROBABILITY
        ? UNKNOWN
        : ranked.getFirst().getLocale().getLanguage();
  }

  private static boolean isClearlyEnglish(String sample) {
    int words = 0;
    int english = 0;
    String lower = sample.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i <= lower.length(); ) {
      int c = i < lower.length() ? lower.codePointAt(i) : ' ';
      int next = i + Character.charCount(c);
      if (!isOfWord(c)) {
        words += start < i ? 1 : 0;
        english += start < i && ENGLISH.contains(lower.substring(start, i)) ? 1 : 0;
        start = next;
      }
      i = next;
    }
    return words >= 20 && english * 100 >= words * 14;
  }

  /** Letters and what is written over them. */
  private static boolean isOfWord(int c) {
    return Character.isLetter(c) || (c > '~' && isMark(Character.getType(c)));
  }

  private static boolean isMark(int type) {
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * The languages with the most news in them; loading all 71 profiles takes three times as long.
   */
  private static final class Profiles {

    static final LanguageDetector DETECTOR = load();

    private static LanguageDetector load() {
      List<LdLocale> languages =
          Stream.of(
                  "en", "ar", "bg", "bn", "cs", "da", "de", "es", "fa", "fi", "fr", "hi", "hu",
                  "id", "it", "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "tr", "uk", "ur",
                  "vi", "zh-CN", "zh-TW")
              .map(LdLocale::fromString)
              .toList();
      try {
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readBuiltIn(languages))
            .seed(0)
            .build();
      } catch (IOException broken) {
        throw new UncheckedIOException(
            "The language profiles in the program cannot be read", broken);
      }
    }
  }
}
