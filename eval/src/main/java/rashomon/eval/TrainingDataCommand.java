package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rashomon.extract.attribution.Attribution;
import rashomon.extract.encoder.Inputs;
import rashomon.extract.encoder.Label;
import rashomon.extract.encoder.WordPieces;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;
import rashomon.extract.text.Tagger;

/** {@code rashomon eval training-data}: what {@code training/train.py} learns from. */
@Command(
    name = "training-data",
    description = "Writes annotated articles as the model sees them, one JSON object a line.",
    mixinStandardHelpOptions = true)
final class TrainingDataCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "SPLIT",
      description = "Articles in brat's standoff format: a folder with text/ and attributions/.")
  private Path split = Path.of("");

  @Option(names = "--vocabulary", required = true, description = "The encoder's tokenizer.json.")
  private Path vocabulary = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      description = "The file to write.")
  private Path output = Path.of("");

  @Override
  public Integer call() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Tagger tagger = Tagger.load(Lexicon.load());
    try (InputStream in = Files.newInputStream(vocabulary);
        BufferedWriter out = Files.newBufferedWriter(output)) {
      WordPieces pieces = WordPieces.read(in);
      for (Brat article : Brat.readSplit(split)) {
        TaggedText text = tagger.tag(article.text());
        Inputs inputs = Attribution.inputs(text, pieces);
        ObjectNode line = json.createObjectNode().put("name", article.name());
        line.putPOJO("pieces", words(inputs).mapToObj(inputs::pieces).toList());
        line.putPOJO("tags", words(inputs).map(inputs::tag).toArray());
        line.putPOJO("places", words(inputs).map(inputs::place).toArray());
        line.putPOJO(
            "labels",
            Arrays.stream(GoldLabels.of(article, text))
                .mapToInt(List.of(Label.values())::indexOf)
                .toArray());
        out.write(json.writeValueAsString(line));
        out.newLine();
      }
    }
    return 0;
  }

  private static IntStream words(Inputs inputs) {
    return IntStream.range(0, inputs.size());
  }
}
