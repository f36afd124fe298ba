package rashomon.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import rashomon.app.Engines;
import rashomon.extract.Extractor;
import rashomon.extract.encoder.SpanTagger;
import rashomon.model.Engine;

/** The options that say what is measured. */
final class Gear {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "trained",
      converter = Engines.Named.class,
      description = "What finds statements: trained or fast. Default: ${DEFAULT-VALUE}.")
  private Engine engine = Engine.TRAINED;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Another trained model than the program's, as training/run leaves it.")
  private @Nullable Path model;

  Engine engine() {
    return model == null ? engine : Engine.TRAINED;
  }

  Extractor extractor(PrintWriter out) throws IOException {
    if (model == null) {
      return Engines.load(engine, out::println);
    }
    try (InputStream graph = Files.newInputStream(model.resolve(SpanTagger.GRAPH));
        InputStream vocabulary = Files.newInputStream(model.resolve(SpanTagger.VOCABULARY));
        InputStream chain = Files.newInputStream(model.resolve(SpanTagger.CHAIN))) {
      return Extractor.load().with(SpanTagger.read(graph, vocabulary, chain));
    }
  }
}
