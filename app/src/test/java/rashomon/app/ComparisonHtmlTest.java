package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.Point;
import rashomon.model.Report;

/** What the page holds, without a browser. */
class ComparisonHtmlTest {

  @TempDir Path folder;

  private static Document page() throws IOException {
    StringWriter page = new StringWriter();
    ComparisonHtml.write(Fixture.comparison(), page);
    return Jsoup.parse(page.toString());
  }

  @Test
  void everyReportIsThereWhole() throws IOException {
    Document page = page();
    List<Report> reports = Fixture.comparison().story().reports();
    for (int i = 0; i < reports.size(); i++) {
      StringBuilder shown = new StringBuilder();
      page.select("#r" + (i + 1) + " > div > p, #r" + (i + 1) + " > div > h3")
          .forEach(p -> shown.append(p.wholeText()));
      assertThat(shown.toString().replaceAll("\\s+", ""))
          .isEqualTo(reports.get(i).text().replaceAll("\\s+", ""));
    }
  }

  @Test
  void theWordsOfEveryAnswerAreMarkedWhereTheyStand() throws IOException {
    Document page = page();
    Comparison comparison = Fixture.comparison();
    for (Point point : comparison.points()) {
      for (Answer answer : point.answers()) {
        for (Evidence at : answer.evidence()) {
          StringBuilder marked = new StringBuilder();
          String id = Anchors.evidence(point, answer, at);
          for (Element piece : page.select("[id=" + id + "], ." + id)) {
            marked.append(piece.wholeText());
          }
          assertThat(marked.toString())
              .isEqualTo(at.span().of(comparison.story().report(at.report()).text()));
        }
      }
    }
  }

  @Test
  void noTwoPlacesHaveOneNameAndNoLinkLeadsNowhere() throws IOException {
    for (Document page : List.of(page(), Jsoup.parse(Stories.demo(folder).toFile()))) {
      Set<String> ids = new HashSet<>();
      page.select("[id]")
          .forEach(element -> assertThat(ids.add(element.id())).as(element.id()).isTrue());
      assertThat(page.select("a[href^=#]").eachAttr("href"))
          .hasSizeGreaterThan(40)
          .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }
  }

  @Test
  void everyChangeOfAStatementIsToldWithBothVersionsWords() throws IOException {
    Elements retold = page().select(".retold");
    assertThat(retold).hasSize(1);
    assertThat(retold.select(".changes li").eachText())
        .containsExactly(
            "leaves out the condition “until every sailor is home”",
            "gives it to “North”, not to “General Adair”",
            "“every sailor” for “Nobody”",
            "leaves out “*before* that”");
    assertThat(retold.select(".quotations a").eachAttr("href")).containsExactly("#s3", "#s7");
  }

  @Test
  void theHeadIsInTheWordsOfTheReportItNames() throws IOException {
    Document page = Jsoup.parse(Stories.demo(folder).toFile());
    String report = page.select("h1 + .note a").attr("href");
    assertThat(page.select("h1").text()).isNotBlank();
    assertThat(page.select(report + " h3").text()).isEqualTo(page.select("h1").text());
  }

  @Test
  void aCopiedFigureIsDrawnOnceWithItsCopies() throws IOException {
    Document page = Jsoup.parse(Stories.demo(folder).toFile());
    Element plot = page.select(".plot[data-point=q1]").first();
    List<String> told = page.select(".plot[data-point=q1] .values a").eachAttr("href");
    List<String> drawn = page.select(".plot[data-point=q1] a.dot").eachAttr("href");
    assertThat(plot).isNotNull();
    assertThat(told).doesNotHaveDuplicates().containsAll(drawn).contains("#f2", "#f9", "#f16");
    assertThat(drawn).doesNotHaveDuplicates().contains("#f2").doesNotContain("#f9", "#f16");
  }

  @Test
  void whatIsWrittenAsMarkupIsShownAsWords() throws IOException {
    Path file = Stories.hostile(folder);
    Document page = Jsoup.parse(file.toFile());
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("img, b[onclick], [onerror]")).isEmpty();
    assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
    assertThat(page.select("h1").text()).contains("<script>window.taken=1</script>");
    assertThat(page.select(".byline").text()).contains("<img src=x onerror=window.taken=1>");
    assertThat(page.title()).contains("</title>");
  }

  @Test
  void onlyAddressesOfTheWebBecomeLinks() throws IOException {
    Document page = Jsoup.parse(Stories.demo(folder).toFile());
    assertThat(page.select("a:not([href^=#])").eachAttr("href"))
        .hasSize(7)
        .allMatch(href -> href.startsWith("https://"));
  }

  @Test
  void thePageKeepsToItsOwnWords() throws IOException {
    Document page = Jsoup.parse(Stories.demo(folder).toFile());
    page.select("bdi, q, a, .report, td, tbody th, .values, script, style").remove();
    assertThat(page.text().toLowerCase(java.util.Locale.ROOT))
        .doesNotContainPattern("\\b(claim|true|false|mislead|bias|debunk|credible|admit|reveal)");
  }

  @Test
  void theDemosPageIsSmallAndTheSameInAnyOrder() throws IOException {
    assertThat(Files.size(Stories.demo(folder))).isLessThan(150_000);
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Demo.save(reports);
    List<String> names =
        Demo.reports().stream().map(name -> reports.resolve(name).toString()).toList();
    assertThat(html(names.reversed())).isEqualTo(html(names)).hasSizeGreaterThan(90_000);
  }

  private static String html(List<String> names) {
    List<String> arguments =
        new java.util.ArrayList<>(List.of("compare", "--engine", "fast", "--format", "html"));
    arguments.addAll(names);
    return new String(
        Consoles.run(arguments.toArray(String[]::new)).out().getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8);
  }
}
