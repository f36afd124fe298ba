package rashomon.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rashomon.extract.figure.Codebook;

/** The codebooks for vague numerals, by name or from a file. */
final class Codebooks implements ITypeConverter<UnaryOperator<Codebook>> {

  /** What turns our codebook into the one asked for. */
  @Override
  public UnaryOperator<Codebook> convert(String name) {
    return switch (name) {
      case Codebook.OURS -> ours -> ours;
      case Codebook.ACLED -> Codebook::acled;
      default -> file(Path.of(name));
    };
  }

  private static UnaryOperator<Codebook> file(Path path) {
    List<String[]> rows = new ArrayList<>();
    List<String> lines = lines(path);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] row = line.split("\t", -1);
        check(path, i + 1, row);
        rows.add(row);
      }
    }
    String name = String.valueOf(path.getFileName()).replaceFirst("\\.[a-z]+$", "");
    return ours -> ours.withNumerals(name, rows);
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new TypeConversionException(
          "expected "
              + Codebook.OURS
              + ", "
              + Codebook.ACLED
              + " or a file that can be read, not '"
              + path
              + "'");
    }
  }

  private static void check(Path path, int line, String[] row) {
    try {
      Codebook.check(row);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(path + ", line " + line + ": " + wrong.getMessage());
    }
  }
}
