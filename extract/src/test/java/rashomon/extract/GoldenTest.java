package rashomon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read out of {@code golden/NAME.in} is {@code golden/NAME.out}, one line for a statement;
 * a line of hyphens ends a report. {@code -Dgolden.rewrite=true} writes it there instead.
 */
class GoldenTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final String NEXT = "----\n";

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".in")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void theStatementsAreThoseOnRecord(Path input) throws IOException {
    Path output = input.resolveSibling(input.getFileName().toString().replace(".in", ".out"));
    String actual =
        Stream.of(Files.readString(input).split(NEXT))
            .map(text -> Listing.of(Given.read(text)))
            .reduce((one, other) -> one + NEXT + other)
            .orElseThrow();
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(output, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(output));
  }
}
