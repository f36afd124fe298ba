package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import rashomon.eval.invented.Article;
import rashomon.eval.invented.Page;
import rashomon.eval.invented.Press;

/**
 * Articles about many invented stories, written one after another: JSON lines into a file that ends
 * in {@code .jsonl}, else HTML into a folder, a folder in it for each day. Beside it, in {@code
 * NAME.truth.tsv}, the id, story, origin and place of each.
 */
final class PressFiles {

  private final ObjectMapper json = new ObjectMapper();
  private final Path output;
  private final Path truth;
  private final boolean lines;

  PressFiles(Path output) {
    String name = String.valueOf(output.getFileName());
    this.output = output;
    this.lines = name.endsWith(".jsonl");
    this.truth = output.resolveSibling(name.replaceFirst("\\.jsonl$", "") + ".truth.tsv");
  }

  /** Writes that many, and says in a sentence what was written. */
  String write(int articles, long seed) throws IOException {
    Set<String> stories = new HashSet<>();
    Page page = new Page(seed);
    long words = 0;
    try (BufferedWriter truths = Files.newBufferedWriter(truth);
        BufferedWriter file = lines ? Files.newBufferedWriter(output) : null) {
      truths.write("id\tstory\torigin\tplace\n");
      for (Article article :
          (Iterable<Article>) Stream.generate(new Press(seed)::next).limit(articles)::iterator) {
        String place = article.url();
        if (file != null) {
          file.write(line(article));
          file.newLine();
        } else {
          place = page(article, page.of(article));
        }
        String origin = article.origin();
        truths.write(String.join("\t", article.id(), article.story(), origin, place) + "\n");
        stories.add(article.story());
        words += article.text().split("\\s+").length;
      }
    }
    return articles
        + " articles of "
        + stories.size()
        + " stories, "
        + words / Math.max(1, articles)
        + " words each, in "
        + output
        + "; whose they are in "
        + truth
        + ".";
  }

  private String line(Article article) throws IOException {
    return json.writeValueAsString(
        json.createObjectNode()
            .put("id", article.id())
            .put("url", article.url())
            .put("outlet", article.outlet())
            .put("published", article.published().toString())
            .put("title", article.title())
            .put("text", article.text()));
  }

  private String page(Article article, String html) throws IOException {
    Path folder = output.resolve(article.published().toString().substring(0, 10));
    Files.createDirectories(folder);
    Path file = folder.resolve(article.id() + ".html");
    Files.writeString(file, html);
    return output.relativize(file).toString();
  }
}
