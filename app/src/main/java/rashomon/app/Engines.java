package rashomon.app;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rashomon.extract.Extractor;
import rashomon.extract.encoder.SentenceEncoder;
import rashomon.extract.encoder.SpanTagger;
import rashomon.model.Engine;

/** The two gears of extraction, each loaded once. */
public final class Engines {

  private Engines() {}

  /** The engine of a name as a person types it. */
  public static final class Named implements ITypeConverter<Engine> {

    @Override
    public Engine convert(String name) {
      try {
        return Engine.valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        throw new TypeConversionException("expected trained or fast, not '" + name + "'");
      }
    }
  }

  /**
   * An extractor for that engine. Where there is no trained model, or it does not run here, rules
   * read alone, and {@code tell} is given a sentence that says so.
   */
  public static Extractor load(Engine engine, Consumer<String> tell) {
    if (engine == Engine.FAST) {
      return Rules.EXTRACTOR;
    }
    CompletableFuture<Extractor> rules = CompletableFuture.supplyAsync(() -> Rules.EXTRACTOR);
    if (Trained.MODEL.isPresent()) {
      Extractor trained = rules.join().with(Trained.MODEL.get());
      return Trained.SENTENCES.map(trained::with).orElse(trained);
    }
    tell.accept("rashomon: " + Trained.PROBLEM + "; rules alone find statements.");
    return rules.join();
  }

  /** Without it, only sentences of like words are found alike. */
  private static Optional<SentenceEncoder> sentences() {
    try {
      return SentenceEncoder.load();
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  /** Loaded at first use. */
  private static final class Trained {
    static final Optional<SpanTagger> MODEL;
    static final Optional<SentenceEncoder> SENTENCES;
    static final String PROBLEM;

    static {
      Optional<SpanTagger> model = Optional.empty();
      Optional<SentenceEncoder> sentences = Optional.empty();
      String problem = "built without the trained model";
      try {
        CompletableFuture<Optional<SentenceEncoder>> loaded =
            CompletableFuture.supplyAsync(Engines::sentences);
        model = SpanTagger.load();
        sentences = loaded.join();
      } catch (IOException broken) {
        problem = String.valueOf(broken.getMessage());
      }
      MODEL = model;
      SENTENCES = sentences;
      PROBLEM = problem;
    }
  }

  /** Loaded at first use. */
  private static final class Rules {
    static final Extractor EXTRACTOR = Extractor.load();
  }
}
