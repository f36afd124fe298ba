package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import rashomon.eval.Entailment.Probabilities;

class EntailmentTest {

  private static final Entailment MODEL = load();

  private static final List<LabelledPair> PAIRS =
      List.of(
          pair("The bridge is open to traffic.", "The bridge is open.", Inference.ENTAILMENT),
          pair(
              "Nobody was hurt in the fire.",
              "Four were hurt in the fire.",
              Inference.CONTRADICTION),
          pair("The mayor visited the harbour.", "The harbour is deep.", Inference.NEUTRAL),
          pair("A man is asleep on the deck.", "A man is awake.", Inference.CONTRADICTION),
          pair("The old ferry sails on Monday.", "The ferry is never late.", Inference.NEUTRAL));

  @TempDir Path folder = Path.of("");

  private static Entailment load() {
    try {
      return Entailment.load().orElseThrow();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static LabelledPair pair(String premise, String hypothesis, Inference label) {
    return new LabelledPair(premise, hypothesis, label);
  }

  private static Probabilities judged(LabelledPair pair) {
    return MODEL.of(pair.premise(), pair.hypothesis());
  }

  private record Run(int code, String out, String err) {}

  private static Run eval(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        new CommandLine(new EvalCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    return new Run(line.execute(args), out.toString(), err.toString());
  }

  private String table(List<LabelledPair> pairs, String... more) throws IOException {
    List<String> lines = new ArrayList<>(List.of("premise,hypothesis,label"));
    pairs.forEach(
        pair ->
            lines.add(String.join(",", pair.premise(), pair.hypothesis(), pair.label().label())));
    lines.addAll(List.of(more));
    return Files.write(folder.resolve("pairs.csv"), lines).toString();
  }

  @Test
  void plainPairsAreTold() {
    assertThat(PAIRS.subList(0, 2))
        .allSatisfy(pair -> assertThat(judged(pair).best()).isEqualTo(pair.label()));
  }

  @Test
  void probabilitiesSumToOne() {
    assertThat(PAIRS)
        .map(EntailmentTest::judged)
        .allSatisfy(
            found -> {
              assertThat(Inference.ALL.stream().mapToDouble(found::of).sum())
                  .isCloseTo(1, within(1e-9));
              assertThat(Inference.ALL)
                  .allSatisfy(one -> assertThat(found.of(one)).isBetween(0.0, 1.0));
              assertThat(Inference.ALL)
                  .allSatisfy(
                      one -> assertThat(found.of(one)).isLessThanOrEqualTo(found.of(found.best())));
            });
  }

  @Test
  void aPairIsToldTheSameWhateverIsReadBesideIt() {
    List<Probabilities> alone = PAIRS.stream().map(EntailmentTest::judged).toList();
    List<LabelledPair> many =
        new ArrayList<>(Collections.nCopies(8, PAIRS).stream().flatMap(List::stream).toList());
    many.addFirst(pair("long ".repeat(300), "short", Inference.NEUTRAL));
    List<Probabilities> together = many.parallelStream().map(EntailmentTest::judged).toList();
    IntStream.range(1, many.size())
        .forEach(i -> assertThat(together.get(i)).isEqualTo(alone.get((i - 1) % PAIRS.size())));
  }

  @Test
  void whoIsNamedChangesNothing() {
    assertThat(MODEL.of("Harrow praised Quill.", "Quill was praised."))
        .isEqualTo(MODEL.of("Dolan praised Vess.", "Vess was praised."));
  }

  @Test
  void whatIsTooLongOrHasNoWordsIsReadAllTheSame() {
    Probabilities cut = MODEL.of("The boats lay on the sand. ".repeat(200), "The boats sank.");
    assertThat(cut)
        .isEqualTo(MODEL.of("The boats lay on the sand. ".repeat(100), "The boats sank."));
    assertThat(MODEL.of("", "\u200b").neutral()).isBetween(0.0, 1.0);
  }

  @Test
  void theCommandScoresWhatTheModelSays() throws IOException {
    Run run = eval("entailment", table(PAIRS));
    assertThat(run.code()).isZero();
    EntailmentScore score = EntailmentCommand.score(PAIRS, MODEL, done -> {});
    long right = PAIRS.stream().filter(pair -> judged(pair).best() == pair.label()).count();
    assertThat(score.accuracy()).isEqualTo(right / 5.0);
    assertThat(run.out().lines().toList().getLast())
        .startsWith("{\"accuracy\":" + right / 5.0 + ",\"contradiction\":{\"precision\":")
        .endsWith("},\"pairs\":5}");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void precisionAndRecallAreThoseOfTheTable() {
    EntailmentScore score =
        new EntailmentScore(
            List.of(
                Inference.CONTRADICTION,
                Inference.CONTRADICTION,
                Inference.NEUTRAL,
                Inference.ENTAILMENT),
            List.of(
                Inference.CONTRADICTION,
                Inference.NEUTRAL,
                Inference.CONTRADICTION,
                Inference.ENTAILMENT));
    assertThat(score.accuracy()).isEqualTo(0.5);
    assertThat(score.counts(Inference.CONTRADICTION)).isEqualTo(new Counts(1, 2, 2));
    assertThat(score.counts(Inference.ENTAILMENT).f1()).isEqualTo(1);
    assertThat(score.result().rows().getLast())
        .isEqualTo("contradiction           0        1              1  0.500      0.500   0.500");
    assertThat(score.result().measures())
        .containsEntry("accuracy", 0.5)
        .containsEntry("contradiction.f1", 0.5);
  }

  @Test
  void brokenRowsAreNamedAndNothingIsScored() throws IOException {
    Run run =
        eval("entailment", table(PAIRS, "The ferry sails.,It sails.,yes", "The ferry sails."));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "rashomon: "
                + folder.resolve("pairs.csv")
                + ": Line 7: The label is \"yes\"; entailment, neutral or contradiction is needed."
                + " [unknown-label]",
            "rashomon: "
                + folder.resolve("pairs.csv")
                + ": Line 8: The row has 1 cells, and the header 3. [cells]");
  }

  @Test
  void onlyTheHalfThatIsKeptIsScored() throws IOException {
    long kept = PAIRS.stream().filter(LabelledPair::inSecondHalf).count();
    assertThat(kept).isBetween(1L, 4L);
    assertThat(eval("entailment", "--kept", table(PAIRS)).out().strip())
        .endsWith("\"pairs\":" + kept + "}");
  }

  @Test
  void aFileThatIsNoTableIsWrongUsage() {
    assertThat(eval("entailment", folder.resolve("none.csv").toString()).code()).isEqualTo(2);
    assertThat(eval("entailment", folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void theFileIsThatOfTheChecksum() throws Exception {
    String sums = new String(bytes("SHA256SUMS"), StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(Entailment.GRAPH));
    assertThat(sums).isEqualTo(HexFormat.of().formatHex(digest) + "  " + Entailment.GRAPH + "\n");
    assertThat(bytes(Entailment.GRAPH)).hasSizeBetween(1_000_000, 23_000_000);
  }

  @Test
  void theSentenceAboutAnAbsentModelNamesTheFileThatIsMissing() {
    String file = Entailment.ABSENT.split("[ ,]")[2];
    assertThat(Path.of("..").resolve(file)).isRegularFile();
  }

  @Test
  void aBrokenModelIsAnErrorThatSaysSo() {
    assertThatThrownBy(
            () -> Entailment.read(new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the model of pairs cannot be used here");
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = Entailment.class.getResourceAsStream("model/" + file)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
