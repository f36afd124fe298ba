package rashomon.extract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.assertion.Assertions;
import rashomon.extract.attribution.Attributed;
import rashomon.extract.attribution.Attribution;
import rashomon.extract.encoder.SentenceEncoder;
import rashomon.extract.encoder.SpanTagger;
import rashomon.extract.figure.Codebook;
import rashomon.extract.figure.Figures;
import rashomon.extract.party.Parties;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.TaggedText;
import rashomon.extract.text.Tagger;
import rashomon.extract.time.Times;
import rashomon.model.Engine;
import rashomon.model.Meanings;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.TimeExpression;

/** Reads reports. Immutable once loaded; threads share one. */
public final class Extractor {

  /** English, and what is too short to tell. The rules know no other language. */
  private static final Set<String> READABLE = Set.of("en", "und");

  private final Lexicon lexicon;
  private final Tagger tagger;
  private final Attribution attribution;
  private final Assertions assertions;
  private final Codebook codebook;
  private final Engine engine;
  private final @Nullable SentenceEncoder sentences;

  private Extractor(
      Lexicon lexicon,
      Tagger tagger,
      Attribution attribution,
      Assertions assertions,
      Codebook codebook,
      Engine engine,
      @Nullable SentenceEncoder sentences) {
    this.lexicon = lexicon;
    this.tagger = tagger;
    this.attribution = attribution;
    this.assertions = assertions;
    this.codebook = codebook;
    this.engine = engine;
    this.sentences = sentences;
  }

  /**
   * Loads the tagger and the knowledge tables from the class path; a fraction of a second, once.
   * Rules alone find statements.
   */
  public static Extractor load() {
    Lexicon lexicon = Lexicon.load();
    return new Extractor(
        lexicon,
        Tagger.load(lexicon),
        Attribution.load(lexicon),
        Assertions.load(lexicon),
        Codebook.load(),
        Engine.FAST,
        null);
  }

  /** The same, where a trained model finds statements. */
  public Extractor with(SpanTagger model) {
    return new Extractor(
        lexicon, tagger, attribution.with(model), assertions, codebook, Engine.TRAINED, sentences);
  }

  /** The same, where sentences get vectors, by which those of like meaning are found. */
  public Extractor with(SentenceEncoder encoder) {
    return new Extractor(lexicon, tagger, attribution, assertions, codebook, engine, encoder);
  }

  /** The same, where another codebook says what vague numerals mean. */
  public Extractor with(Codebook other) {
    return new Extractor(lexicon, tagger, attribution, assertions, other, engine, sentences);
  }

  /** How it reads vague numerals. */
  public Codebook codebook() {
    return codebook;
  }

  /** What finds its statements. */
  public Engine engine() {
    return engine;
  }

  /**
   * Everything an English report says; nothing of one in another language. Linear in its length.
   */
  public Reading read(Report report) {
    if (!READABLE.contains(report.language())) {
      return new Reading(
          report,
          engine,
          codebook.name(),
          List.of(),
          Meanings.NONE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    TaggedText text = tagger.tag(report.text());
    NounPhrases phrases = NounPhrases.of(text);
    List<Attributed> attributed = attribution.find(text, phrases);
    Parties.Found found = Parties.of(text, phrases, lexicon, attributed);
    List<TimeExpression> times = Times.find(text, report.published());
    return new Reading(
        report,
        engine,
        codebook.name(),
        text.tokens(),
        sentences == null ? Meanings.NONE : sentences.of(text),
        found.parties(),
        found.statements(),
        times,
        Figures.find(text, lexicon, codebook, times, found.statements()),
        assertions.find(text, phrases, found.statements(), times));
  }
}
