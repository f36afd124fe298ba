package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import rashomon.app.Subcommand;
import rashomon.eval.Floors.Entry;
import rashomon.eval.Floors.Standing;
import rashomon.eval.Floors.Verdict;
import rashomon.model.Engine;

class GateTest {

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeAnInventedArticle() throws IOException {
    Files.createDirectories(folder.resolve("split/text"));
    Files.createDirectories(folder.resolve("split/attributions"));
    Files.writeString(
        folder.resolve("split/text/a.txt"), "“It will rain,” Dolan said on Monday.\n");
    Files.writeString(
        folder.resolve("split/attributions/a_0000.ann"),
        "T1\tContent 0 15\tx\nT2\tSource 16 21\tx\nT3\tCue 22 26\tx\nE1\tAttribution:T3 Content:T1 Cue:T3 Source:T2\n");
  }

  private static Floors floors(String checksum, Entry... history) {
    return new Floors(
        "attribution", Engine.FAST, "split", checksum, 0.01, "a note", List.of(history));
  }

  private static Entry entry(double floor, @Nullable String reason) {
    return new Entry("2026-11-21", Map.of("exact.cue", floor), reason);
  }

  private record Run(int code, String out) {}

  private Run gate(Floors floors) throws IOException {
    StringWriter out = new StringWriter();
    int code = GateCommand.run(List.of(floors), folder, new PrintWriter(out));
    return new Run(code, out.toString());
  }

  private Run eval(String... args) {
    StringWriter out = new StringWriter();
    CommandLine line =
        new CommandLine(new EvalCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out));
    return new Run(line.execute(args), out.toString());
  }

  @Test
  void aMeasureUnderItsFloorShutsTheGate() throws IOException {
    Run run = gate(floors(Checksum.of(folder.resolve("split")), entry(1.5, null)));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("exact.cue")
        .contains("under its floor")
        .contains("margin 0.01; a note")
        .contains("The gate is shut.");
  }

  @Test
  void aMeasureAtItsFloorLeavesTheGateOpen() throws IOException {
    assertThat(gate(floors(Checksum.of(folder.resolve("split")), entry(0, null))).code()).isZero();
  }

  @Test
  void otherDataShutsTheGate() throws IOException {
    Run run = gate(floors("0", entry(0, null)));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("is not the data that the floors were set on");
  }

  @Test
  void absentDataIsSkippedAndSaidSo() throws IOException {
    Run run =
        gate(
            new Floors(
                "contested", Engine.FAST, "nowhere", "0", 0.01, null, List.of(entry(1, null))));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("contested: skipped, there is no");
  }

  @Test
  void theMarginIsOnBothSides() {
    Floors floors = floors("0", entry(0.5, null));
    assertThat(standing(floors, 0.489)).isEqualTo(Standing.UNDER);
    assertThat(standing(floors, 0.49)).isEqualTo(Standing.HELD);
    assertThat(standing(floors, 0.51)).isEqualTo(Standing.HELD);
    assertThat(standing(floors, 0.511)).isEqualTo(Standing.ABOVE);
    assertThat(floors.judge(Map.of()))
        .containsExactly(new Verdict("exact.cue", Optional.empty(), 0.5, Standing.UNDER));
  }

  private static Standing standing(Floors floors, double value) {
    return floors.judge(Map.of("exact.cue", value)).getFirst().standing();
  }

  @Test
  void aFloorIsNotLoweredWithoutAReason() {
    assertThat(floors("0", entry(0.5, null), entry(0.4, null)).loweredSilently()).hasSize(1);
    assertThat(
            floors("0", entry(0.5, null), new Entry("2026-11-22", Map.of(), " ")).loweredSilently())
        .hasSize(1);
    assertThat(
            floors("0", entry(0.5, null), entry(0.4, "the gold was corrected")).loweredSilently())
        .isEmpty();
    assertThat(floors("0", entry(0.4, null), entry(0.5, null)).loweredSilently()).isEmpty();
  }

  @Test
  void noFloorOfOursWasLoweredSilently() throws IOException {
    assertThat(Floors.read())
        .isNotEmpty()
        .allSatisfy(floors -> assertThat(floors.loweredSilently()).isEmpty());
  }

  @Test
  void theChecksumSeesNamesAndBytes() throws IOException {
    Path split = folder.resolve("split");
    String before = Checksum.of(split);
    assertThat(Checksum.of(split)).isEqualTo(before);
    Files.move(split.resolve("text/a.txt"), split.resolve("text/b.txt"));
    String renamed = Checksum.of(split);
    assertThat(renamed).isNotEqualTo(before);
    Files.writeString(split.resolve("text/b.txt"), "Else.\n");
    assertThat(Checksum.of(split)).isNotEqualTo(renamed);
  }

  @Test
  void theLastLineIsOneObject() {
    Run run = eval("attribution", folder.resolve("split").toString());
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().toList().getLast())
        .startsWith("{\"articles\":1,\"exact\":{\"source\":")
        .endsWith("}}");
  }

  @Test
  void aFolderWithoutDataIsWrongUsage() {
    assertThat(eval("attribution", folder.toString()).code()).isEqualTo(2);
    assertThat(eval("contested", folder.toString()).code()).isEqualTo(2);
    assertThat(eval().code()).isEqualTo(2);
  }

  @Test
  void anEventIsScoredAloneOrAmongOthers() throws IOException {
    Path event = Files.createDirectories(folder.resolve("events/flood"));
    Files.writeString(
        event.resolve("a.txt"),
        "At least 12 people were hurt in Quill, the rescue service said.\n");
    Files.writeString(
        event.resolve("gold.json"),
        """
        {"event": "flood", "points": [], "figures": [{"report": "a.txt", "start": 0, "end": 18, "low": 12, "high": null,
         "unit": "people", "annotators": 2}]}""");
    Run alone = eval("contested", event.toString());
    assertThat(alone.out()).contains("\"figures\":1").contains("## flood");
    assertThat(eval("contested", folder.resolve("events").toString()).out()).isEqualTo(alone.out());
  }

  @Test
  void theProgramFindsTheCommand() {
    assertThat(ServiceLoader.load(Subcommand.class)).hasAtLeastOneElementOfType(EvalCommand.class);
  }
}
