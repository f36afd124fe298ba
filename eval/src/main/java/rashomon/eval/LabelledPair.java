package rashomon.eval;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/** A row of a table of sentence pairs: entailment, neutral or contradiction. */
record LabelledPair(String premise, String hypothesis, String label) {

  static List<LabelledPair> read(Path csv) throws IOException {
    try (MappingIterator<LabelledPair> rows =
        new CsvMapper()
            .readerFor(LabelledPair.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv.toFile())) {
      return rows.readAll().stream()
          .filter(row -> List.of("entailment", "neutral", "contradiction").contains(row.label))
          .toList();
    }
  }

  /** Half of all premises, always the same: a pair is there with every other of its premise. */
  boolean inSecondHalf() {
    CRC32 hash = new CRC32();
    hash.update(premise.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % 2 == 1;
  }
}
