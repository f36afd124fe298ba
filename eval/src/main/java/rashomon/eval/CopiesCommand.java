package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.compare.Compare;
import rashomon.extract.Extractor;
import rashomon.model.Origin;
import rashomon.model.ReportId;
import rashomon.model.Story;

/** {@code rashomon eval copies}. */
@Command(
    name = "copies",
    description =
        "Of the pairs of reports of which one has more than half of its 8-word sequences from the other: how"
            + " many have one origin. Pairs of one origin that share little are listed. The last line is one JSON"
            + " object.",
    mixinStandardHelpOptions = true)
final class CopiesCommand implements Callable<Integer> {

  private static final int WORDS = 8;
  private static final double LITTLE = 0.2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE.jsonl", description = "Reports, one JSON object a line.")
  private Path path = Path.of("");

  @Mixin private Gear gear = new Gear();

  @Override
  public Integer call() throws IOException {
    return Printed.score(Scoreboard.COPIES, path, gear, spec);
  }

  static Scoreboard.Result run(Path file, Extractor extractor) throws IOException {
    Story story = Compare.story(Scoreboard.read(List.of(file), extractor));
    List<Set<List<String>>> sequences =
        story.reports().stream().map(report -> sequences(report.text())).toList();
    int pairs = 0;
    int found = 0;
    int apart = 0;
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      Origin origin = story.origin(new ReportId(i + 1));
      for (int j = 0; j < i; j++) {
        double share = share(sequences.get(i), sequences.get(j));
        boolean one = origin.reports().contains(new ReportId(j + 1));
        String row =
            String.format(
                Locale.ROOT,
                "%.2f  %s  %s",
                share,
                story.reports().get(j).file(),
                story.reports().get(i).file());
        if (share > 0.5) {
          pairs++;
          found += one ? 1 : 0;
          if (!one) {
            rows.add("missed " + row);
          }
        } else if (one && share < LITTLE) {
          apart++;
          rows.add("joined " + row);
        }
      }
    }
    ObjectNode json =
        new ObjectMapper()
            .createObjectNode()
            .put("reports", story.reports().size())
            .put("pairs", pairs)
            .put("found", pairs == 0 ? 0 : found / (double) pairs)
            .put("joined_that_share_little", apart);
    return new Scoreboard.Result(rows, json);
  }

  private static double share(Set<List<String>> one, Set<List<String>> other) {
    Set<List<String>> shorter = one.size() <= other.size() ? one : other;
    Set<List<String>> longer = one.size() <= other.size() ? other : one;
    return shorter.isEmpty()
        ? 0
        : shorter.stream().filter(longer::contains).count() / (double) shorter.size();
  }

  private static Set<List<String>> sequences(String text) {
    List<String> words =
        Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d']+"))
            .filter(word -> !word.isEmpty())
            .toList();
    Set<List<String>> sequences = new HashSet<>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      sequences.add(List.copyOf(words.subList(i, i + WORDS)));
    }
    return sequences;
  }
}
