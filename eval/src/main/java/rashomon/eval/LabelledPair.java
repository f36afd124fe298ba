package rashomon.eval;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A row of a table of sentence pairs. */
record LabelledPair(String premise, String hypothesis, Inference label) {

  /** Half of all premises, always the same: a pair is there with every other of its premise. */
  boolean inSecondHalf() {
    return hash() % 2 == 1;
  }

  /** A quarter of that half, for the gate. */
  boolean inSample() {
    return hash() % 8 == 1;
  }

  private long hash() {
    CRC32 hash = new CRC32();
    hash.update(premise.getBytes(StandardCharsets.UTF_8));
    return hash.getValue();
  }
}
