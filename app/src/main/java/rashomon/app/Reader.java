package rashomon.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import rashomon.extract.Extractor;
import rashomon.extract.figure.Codebook;
import rashomon.model.Engine;

/** The options of every command that reads reports: what reads them, and how sure it must be. */
final class Reader {

  private double confidence;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "trained",
      converter = Engines.Named.class,
      description =
          "What finds statements: trained (a small model, and rules) or fast (rules alone). Default: ${DEFAULT-VALUE}.")
  private Engine engine = Engine.TRAINED;

  @Option(
      names = "--codebook",
      paramLabel = "NAME",
      defaultValue = Codebook.OURS,
      converter = Codebooks.class,
      description =
          "How to read dozens, hundreds and the like: rashomon, acled, or a file (word, least, greatest value; tabs between). Default: ${DEFAULT-VALUE}.")
  private UnaryOperator<Codebook> codebook = UnaryOperator.identity();

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      defaultValue = "0",
      description =
          "Leave out statements that are less probable than P, from 0 to 1. Default: ${DEFAULT-VALUE}.")
  void confidence(String least) {
    try {
      confidence = Double.parseDouble(least);
    } catch (NumberFormatException noNumber) {
      confidence = Double.NaN;
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--min-confidence: expected a number from 0 to 1, not '" + least + "'");
    }
  }

  private Extractor extractor(Console console) {
    Extractor extractor = Engines.load(engine, console::tell);
    return extractor.with(codebook.apply(extractor.codebook()));
  }

  /** Reads files, folders and {@code -}; tells a person what could not be read. */
  Readings read(List<String> paths, Console console) {
    Readings all =
        Readings.of(paths, CompletableFuture.supplyAsync(() -> extractor(console)), console);
    Readings sure = all.atLeast(confidence);
    int fewer = all.statements() - sure.statements();
    if (fewer > 0) {
      console.tell(
          "rashomon: "
              + Wording.count(fewer, "statement")
              + " of "
              + all.statements()
              + " left out, less probable than "
              + confidence
              + ".");
    }
    return sure;
  }
}
