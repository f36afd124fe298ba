package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rashomon.compare.Compare;
import rashomon.eval.invented.InventedStory;
import rashomon.extract.Extractor;

/** {@code rashomon eval invented}. */
@Command(
    name = "invented",
    description =
        "How much of what is true of invented stories is found: origins, copied paragraphs, relations. The"
            + " last line is one JSON object, over all stories together.",
    mixinStandardHelpOptions = true)
final class InventedCommand implements Callable<Integer> {

  @Option(
      names = "--reports",
      paramLabel = "N",
      description = "Reports in each story. Default: ${DEFAULT-VALUE}.")
  private int reports = 60;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many stories, of seeds from 1 on. Default: ${DEFAULT-VALUE}.")
  private int seeds = 8;

  @Mixin private Gear gear = new Gear();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Printed.out(spec);
    Extractor extractor = gear.extractor(out);
    InventedScore all = InventedScore.NONE;
    for (int seed = 1; seed <= seeds; seed++) {
      InventedScore score = of(InventedStory.of(reports, seed, seed), extractor);
      out.println(seed + "  " + json(score));
      all = all.plus(score);
    }
    out.println(json(all));
    out.flush();
    return 0;
  }

  static InventedScore of(InventedStory story, Extractor extractor) {
    return InventedScore.of(
        story,
        Compare.compare(
            story.reports().stream().map(extractor::read).toList(), java.util.List.of()));
  }

  static ObjectNode json(InventedScore score) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("origin_precision", score.origins().precision());
    json.put("origin_recall", score.origins().recall());
    json.put("origin_f1", score.origins().f1());
    json.put("copied", score.copied()).put("copied_found", score.copiedFound());
    json.put("quotations", score.quotations());
    json.put("quotations_taken_for_copies", score.quotationsCopied());
    score
        .related()
        .forEach(
            (relation, related) ->
                json.putObject(relation.name().toLowerCase(Locale.ROOT))
                    .put("right", related.right())
                    .put("other", related.other())
                    .put("apart", related.apart()));
    return json;
  }
}
