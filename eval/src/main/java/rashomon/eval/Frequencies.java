package rashomon.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rashomon.cluster.Background;

/**
 * Counts in how many articles of PolNeAR's train split each word is found. Counts only: no text
 * leaves the corpus but the words counted.
 */
public final class Frequencies {

  static final String SOURCE =
      "Counted from PolNeAR 1.0.0, train split: stem, articles that have it in small letters; the number of"
          + " articles stands first";

  private Frequencies() {}

  /** Reads the split's folder and writes the table into the file. */
  public static void main(String... args) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> articles = Files.list(Path.of(args[0], "text"))) {
      for (Path article : articles.sorted().toList()) {
        texts.add(Files.readString(article));
      }
    }
    Files.writeString(Path.of(args[1]), table(texts), StandardCharsets.UTF_8);
  }

  static String table(List<String> texts) {
    StringBuilder table = new StringBuilder("# " + SOURCE + "\n");
    Background.count(texts)
        .forEach((stem, articles) -> table.append(stem).append('\t').append(articles).append('\n'));
    return table.toString();
  }
}
