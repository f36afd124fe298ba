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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The language of a text. Clear English is told by its commonest words, which takes no time; only for the rest is the
 * n-gram detector loaded, once. The same text always gets the same answer.
 */
final class Language {

  static final String UNKNOWN = "und";

  private static final Set<String> ENGLISH = Set.of("the", "of", "and", "to", "that", "with", "said", "from", "by",
      "which", "were", "has", "have", "had", "this", "they", "his", "their", "for", "it", "at", "who", "been");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final int ENGLISH_SAMPLE = 2_000;
  private static final int SAMPLE = 10_000;
  private static final int FEWEST_LETTERS = 20;
  private static final double LEAST_PROBABILITY = 0.9;

  private Language() {}

  /** An ISO 639-1 code, or {@code und} where the text is too short or like no language known here. */
  static String of(String text) {
    if (isClearlyEnglish(text.substring(0, Math.min(text.length(), ENGLISH_SAMPLE)))) {
      return "en";
    }
    String sample = text.substring(0, Math.min(text.length(), SAMPLE));
    if (sample.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
      return UNKNOWN;
    }
    List<DetectedLanguage> ranked = Profiles.DETECTOR.getProbabilities(sample);
    return ranked.isEmpty() || ranked.getFirst().getProbability() < LEAST_PROBABILITY
        ? UNKNOWN
        : ranked.getFirst().getLocale().getLanguage();
  }

  private static boolean isClearlyEnglish(String sample) {
    int words = 0;
    int english = 0;
    for (Matcher word = WORD.matcher(sample); word.find(); words++) {
      english += ENGLISH.contains(word.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
    }
    return words >= 20 && english * 100 >= words * 14;
  }

  /** The languages with the most news in them; loading all 71 profiles takes three times as long. */
  private static final class Profiles {

    static final LanguageDetector DETECTOR = load();

    private static LanguageDetector load() {
      List<LdLocale> languages = Stream.of("en", "ar", "bg", "bn", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he",
              "hi", "hu", "id", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "th", "tr", "uk", "ur",
              "vi", "zh-CN", "zh-TW")
          .map(LdLocale::fromString)
          .toList();
      try {
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readBuiltIn(languages))
            .seed(0)
            .build();
      } catch (IOException broken) {
        throw new UncheckedIOException("The language profiles in the program cannot be read", broken);
      }
    }
  }
}
