package rashomon.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rashomon.model.Rejection;

/**
 * A table of sentence pairs: CSV in UTF-8 with the columns premise, hypothesis and label, in any
 * order and among others.
 *
 * @param pairs the rows that can be used, in order
 * @param rejected what cannot, each with its line, counted from 1
 */
record PairTable(List<LabelledPair> pairs, List<Rejection> rejected) {

  private static final List<String> COLUMNS = List.of("premise", "hypothesis", "label");

  PairTable {
    pairs = List.copyOf(pairs);
    rejected = List.copyOf(rejected);
  }

  /**
   * @throws IOException where the file cannot be opened
   */
  static PairTable read(Path csv) throws IOException {
    Reading reading = new Reading(csv.toString());
    try (InputStream in = Files.newInputStream(csv);
        MappingIterator<String[]> rows =
            new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(in)) {
      while (rows.hasNextValue()) {
        int line = rows.getParser().currentLocation().getLineNr();
        reading.add(line, Arrays.asList(rows.nextValue()));
      }
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      reading.reject(line, "broken-table", broken.getOriginalMessage());
    }
    return reading.table();
  }

  /** What has been read of one file so far. */
  private static final class Reading {
    private final String file;
    private final List<LabelledPair> pairs = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private List<String> header = List.of();

    Reading(String file) {
      this.file = file;
    }

    void add(int line, List<String> cells) {
      if (cells.size() == 1 && cells.getFirst().isBlank()) {
        return; // a blank line
      }
      if (header.isEmpty()) {
        header = cells.stream().map(String::strip).toList();
        COLUMNS.stream()
            .filter(column -> !header.contains(column))
            .forEach(
                column -> reject(line, "no-column", "The header has no column " + column + "."));
      } else if (header.containsAll(COLUMNS)) {
        pair(line, cells).ifPresent(pairs::add);
      }
    }

    private Optional<LabelledPair> pair(int line, List<String> cells) {
      if (cells.size() != header.size()) {
        reject(
            line,
            "cells",
            "The row has " + cells.size() + " cells, and the header " + header.size() + ".");
        return Optional.empty();
      }
      List<String> found = COLUMNS.stream().map(name -> cells.get(header.indexOf(name))).toList();
      Optional<Inference> label = Inference.named(found.getLast().strip());
      if (found.getFirst().isBlank() || found.get(1).isBlank()) {
        String empty = COLUMNS.get(found.getFirst().isBlank() ? 0 : 1);
        reject(line, "no-text", "The " + empty + " is empty.");
        return Optional.empty();
      }
      if (label.isEmpty()) {
        reject(
            line,
            "unknown-label",
            "The label is \""
                + found.getLast()
                + "\"; entailment, neutral or contradiction is needed.");
      }
      return label.map(known -> new LabelledPair(found.getFirst(), found.get(1), known));
    }

    /** Line 0 is not known. */
    void reject(int line, String code, String why) {
      rejected.add(new Rejection(file, code, line > 0 ? "Line " + line + ": " + why : why));
    }

    PairTable table() {
      if (pairs.isEmpty() && rejected.isEmpty()) {
        reject(
            0,
            "no-pairs",
            header.isEmpty() ? "It is empty." : "There are no rows under the header.");
      }
      return new PairTable(pairs, rejected);
    }
  }
}
