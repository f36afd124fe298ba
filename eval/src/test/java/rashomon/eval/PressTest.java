package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.eval.invented.Article;
import rashomon.eval.invented.Page;
import rashomon.eval.invented.Press;
import rashomon.ingest.Batch;
import rashomon.ingest.Ingest;

class PressTest {

  private static final int MANY = 1500;

  @TempDir private Path folder = Path.of("");
  private final List<Article> articles = new ArrayList<>();

  @BeforeEach
  void print() {
    Stream.generate(new Press(7)::next).limit(MANY).forEach(articles::add);
  }

  @Test
  void theSameSeedPrintsTheSame() {
    assertThat(Stream.generate(new Press(7)::next).limit(MANY)).isEqualTo(articles);
    assertThat(new Press(8).next()).isNotEqualTo(articles.getFirst());
  }

  @Test
  void articlesComeInOrderOfTimeWithIdsOfTheirOwn() {
    assertThat(articles).isSortedAccordingTo(Comparator.comparing(Article::published));
    assertThat(articles).extracting(Article::id).doesNotHaveDuplicates();
    assertThat(articles).extracting(Article::url).doesNotHaveDuplicates();
  }

  @Test
  void sizesAreThoseOfRealCopy() {
    int[] words =
        articles.stream()
            .mapToInt(article -> article.text().split("\\s+").length)
            .sorted()
            .toArray();
    assertThat(words[MANY / 2]).isBetween(350, 550);
    assertThat(words[MANY / 20]).isLessThan(220);
    assertThat(words[MANY - MANY / 20]).isGreaterThan(800);
  }

  @Test
  void storiesDifferInTheirWordsAndCopiesDoNot() {
    Map<String, Article> byId = new HashMap<>();
    articles.forEach(article -> byId.put(article.id(), article));
    List<Article> copies =
        articles.stream().filter(article -> !article.origin().equals(article.id())).toList();
    assertThat(copies.size()).isBetween(MANY / 10, MANY / 3);
    double copied =
        copies.stream().mapToDouble(one -> shared(one, byId.get(one.origin()))).average().orElse(0);
    assertThat(copied).isGreaterThan(0.6);
    Map<String, List<Article>> own =
        articles.stream()
            .filter(article -> article.origin().equals(article.id()))
            .collect(Collectors.groupingBy(Article::story));
    double within =
        own.values().stream()
            .filter(story -> story.size() > 1)
            .mapToDouble(story -> shared(story.get(0), story.get(1)))
            .average()
            .orElse(0);
    assertThat(within).isLessThan(0.3);
    double across = 0;
    for (int i = 0; i + 1 < 300; i++) {
      across += shared(articles.get(i), articles.get(i + 1)) / 300;
    }
    assertThat(across).isLessThan(within / 2);
  }

  @Test
  void everyPageAndLineIsRead() throws IOException {
    Path pages = folder.resolve("pages");
    Path lines = folder.resolve("lines.jsonl");
    assertThat(new PressFiles(pages).write(60, 7)).contains("60 articles");
    new PressFiles(lines).write(60, 7);
    Batch fromLines = read(lines);
    assertThat(fromLines.rejected()).isEmpty();
    assertThat(fromLines.reports()).hasSize(60);
    assertThat(fromLines.reports().getFirst().text())
        .isEqualTo(articles.getFirst().title() + "\n\n" + articles.getFirst().text());
    Batch fromPages = read(pages);
    assertThat(fromPages.rejected()).isEmpty();
    assertThat(fromPages.reports()).hasSize(60);
    Page page = new Page(7);
    for (Article article : articles.subList(0, 60)) {
      Document html = Jsoup.parse(page.of(article));
      assertThat(html.text()).contains(article.paragraphs()).contains(article.author());
      assertThat(html.title()).contains(article.title());
      for (Element json : html.select("script[type=application/ld+json]")) {
        assertThat(new ObjectMapper().readTree(json.data()).isObject()).isTrue();
      }
    }
    assertThat(Files.readAllLines(folder.resolve("lines.truth.tsv"))).hasSize(61);
    assertThat(Files.readAllLines(folder.resolve("pages.truth.tsv")))
        .hasSize(61)
        .element(1)
        .asString()
        .endsWith(".html");
  }

  private static Batch read(Path path) {
    return Ingest.read(List.of(path.toString()), new ByteArrayInputStream(new byte[0]));
  }

  /** The share of one’s runs of four words that the other has. */
  private static double shared(Article one, @Nullable Article other) {
    if (other == null) {
      return 0;
    }
    Set<String> runs = runs(one);
    double all = runs.size();
    runs.retainAll(runs(other));
    return runs.size() / all;
  }

  private static Set<String> runs(Article article) {
    String[] words = article.text().split("\\s+");
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + 4 <= words.length; i++) {
      runs.add(String.join(" ", List.of(words).subList(i, i + 4)));
    }
    return runs;
  }
}
