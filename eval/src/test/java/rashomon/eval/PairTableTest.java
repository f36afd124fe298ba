package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairTableTest {

  @TempDir Path folder = Path.of("");

  private PairTable read(String table) throws IOException {
    return PairTable.read(Files.writeString(folder.resolve("pairs.csv"), table));
  }

  private List<String> problems(String table) throws IOException {
    return read(table).rejected().stream().map(rejection -> rejection.why()).toList();
  }

  @Test
  void columnsMayStandInAnyOrderAndAmongOthers() throws IOException {
    PairTable table =
        read(
            """
            \uFEFFid,label,hypothesis,premise

            1,neutral,"The ferry, they say, is old.",The ferry sails.
            """);
    assertThat(table.rejected()).isEmpty();
    assertThat(table.pairs())
        .containsExactly(
            new LabelledPair(
                "The ferry sails.", "The ferry, they say, is old.", Inference.NEUTRAL));
  }

  @Test
  void textIsKeptAsItStandsSinceTheHalvesDependOnIt() throws IOException {
    assertThat(read("premise,hypothesis,label\n  A ferry sails. , It sails. ,entailment\n").pairs())
        .containsExactly(
            new LabelledPair("  A ferry sails. ", " It sails. ", Inference.ENTAILMENT));
  }

  @Test
  void aBrokenRowIsNamedByItsLineAndTheOthersAreRead() throws IOException {
    PairTable table =
        read(
            """
            premise,hypothesis,label
            "A ferry
            sails.",It sails.,entailment
            A ferry sails.,entailment
            A ferry sails.,It sails.,maybe
            A ferry sails.,It sails.,neutral,twice
            A ferry sails., ,neutral
            A ferry sails.,It sank.,contradiction
            """);
    assertThat(table.pairs())
        .extracting(LabelledPair::label)
        .containsExactly(Inference.ENTAILMENT, Inference.CONTRADICTION);
    assertThat(table.rejected())
        .allSatisfy(rejection -> assertThat(rejection.file()).endsWith("pairs.csv"))
        .extracting(rejection -> rejection.why())
        .containsExactly(
            "Line 4: The row has 2 cells, and the header 3.",
            "Line 5: The label is \"maybe\"; entailment, neutral or contradiction is needed.",
            "Line 6: The row has 4 cells, and the header 3.",
            "Line 7: The hypothesis is empty.");
  }

  @Test
  void aMissingColumnIsNamedOnce() throws IOException {
    assertThat(problems("premise,text,label\na,b,neutral\nc,d,neutral\n"))
        .containsExactly("Line 1: The header has no column hypothesis.");
  }

  @Test
  void whatHoldsNoPairsSaysSo() throws IOException {
    assertThat(problems("")).containsExactly("It is empty.");
    assertThat(problems("premise,hypothesis,label\n"))
        .containsExactly("There are no rows under the header.");
    assertThat(problems("premise,hypothesis,label\n\"open,b,neutral\n"))
        .containsExactly("Line 3: Missing closing quote for value");
  }

  @Test
  void aTableCutAtAnyByteIsReadOrRejected() throws IOException {
    byte[] whole =
        "premise,hypothesis,label\n“Née”,\"It, \"\"sails\"\".\",neutral\n"
            .getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut.csv"), Arrays.copyOf(whole, length));
      PairTable table = PairTable.read(cut);
      assertThat(table.pairs().size() + table.rejected().size())
          .as("%s bytes", length)
          .isPositive();
    }
  }

  @Test
  void theSampleIsPartOfTheHalfThatIsKept() {
    List<LabelledPair> pairs =
        IntStream.range(0, 4000)
            .mapToObj(i -> new LabelledPair("Ferry " + i, "It sails.", Inference.NEUTRAL))
            .toList();
    List<LabelledPair> kept = pairs.stream().filter(LabelledPair::inSecondHalf).toList();
    List<LabelledPair> sample = pairs.stream().filter(LabelledPair::inSample).toList();
    assertThat(kept).hasSizeBetween(1800, 2200).containsAll(sample);
    assertThat(sample).hasSizeBetween(400, 600);
  }
}
