package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.extract.encoder.WordPieces;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Tagger;

/** {@code rashomon eval pair-data}: what {@code training/train_pairs.py} learns from. */
@Command(
    name = "pair-data",
    description =
        "Writes pairs of sentences as the model sees them, one JSON object a line. Half of what a file"
            + " named mnli holds, chosen by a hash of the premise, is left out.",
    mixinStandardHelpOptions = true)
final class PairDataCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.csv",
      arity = "1..*",
      description = "Tables with the columns premise, hypothesis and label.")
  private List<Path> files = new ArrayList<>();

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
      for (Path file : files) {
        boolean halved = file.getFileName().toString().startsWith("mnli");
        PairTable table = PairTable.read(file);
        if (!table.rejected().isEmpty()) {
          return Printed.rejected(table.rejected(), spec);
        }
        for (LabelledPair row : table.pairs()) {
          Pair pair =
              Pair.of(
                  tagger.tag(row.premise()).tokens(),
                  tagger.tag(row.hypothesis()).tokens(),
                  pieces);
          ObjectNode line = json.createObjectNode().put("label", row.label().label());
          line.put("kept", halved && row.inSecondHalf());
          line.putPOJO("pieces", pair.pieces()).putPOJO("sides", pair.sides());
          out.write(json.writeValueAsString(line));
          out.newLine();
        }
      }
    }
    return 0;
  }
}
