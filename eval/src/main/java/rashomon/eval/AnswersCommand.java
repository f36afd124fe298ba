package rashomon.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.extract.Extractor;
import rashomon.extract.encoder.SentenceEncoder;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Tagger;
import rashomon.model.Meanings;

/** {@code rashomon eval answers}. */
@Command(
    name = "answers",
    description =
        "Whether two outlets give the same answer to one question, by the likeness of their words, against people's"
            + " groups: balanced accuracy over all pairs of answers. Nothing is learnt from the file. The last line"
            + " is one JSON object.",
    mixinStandardHelpOptions = true)
final class AnswersCommand implements Callable<Integer> {

  /** Answers this near are one. */
  private static final double SAME = 0.47;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.json",
      description = "Questions with their answers in the form of NAnCo.")
  private Path path = Path.of("");

  @Mixin private Gear gear = new Gear();

  @Override
  public Integer call() throws IOException {
    return Printed.score(Scoreboard.ANSWERS, path, gear, spec);
  }

  static Scoreboard.Result run(Path file, Extractor extractor) throws IOException {
    SentenceEncoder encoder =
        SentenceEncoder.load()
            .orElseThrow(() -> new IOException("built without the model of sentences"));
    Tagger tagger = Tagger.load(Lexicon.load());
    Pairs all = new Pairs();
    List<String> rows = new ArrayList<>();
    for (JsonNode question : new ObjectMapper().readTree(Files.readString(file))) {
      List<String> answers = new ArrayList<>();
      List<String> groups = new ArrayList<>();
      for (JsonNode answer : question.get("answers")) {
        String group = answer.path("cluster_global").asText("");
        if (!group.isEmpty() && !group.equals("-1")) {
          answers.add(answer.get("Answer").asText());
          groups.add(group);
        }
      }
      Meanings meanings = encoder.of(answers.stream().map(a -> tagger.tag(a).tokens()).toList());
      Pairs here = new Pairs();
      for (int i = 0; i < answers.size(); i++) {
        for (int j = 0; j < i; j++) {
          here.add(groups.get(i).equals(groups.get(j)), meanings.likeness(i, meanings, j) >= SAME);
        }
      }
      rows.add(
          String.format(
              Locale.ROOT,
              "%.3f  %s",
              here.balancedAccuracy(),
              question.path("question").asText()));
      all.add(here);
    }
    return new Scoreboard.Result(
        rows,
        new ObjectMapper()
            .createObjectNode()
            .put("balanced_accuracy", Math.round(1000 * all.balancedAccuracy()) / 1000.0));
  }

  /** Pairs that people took for one answer or for two, and how many of them are told alike. */
  private static final class Pairs {
    private int same;
    private int sameFound;
    private int other;
    private int otherFound;

    void add(boolean isSame, boolean found) {
      same += isSame ? 1 : 0;
      sameFound += isSame && found ? 1 : 0;
      other += isSame ? 0 : 1;
      otherFound += !isSame && !found ? 1 : 0;
    }

    void add(Pairs pairs) {
      same += pairs.same;
      sameFound += pairs.sameFound;
      other += pairs.other;
      otherFound += pairs.otherFound;
    }

    double balancedAccuracy() {
      return (sameFound / (double) Math.max(1, same) + otherFound / (double) Math.max(1, other))
          / 2;
    }
  }
}
